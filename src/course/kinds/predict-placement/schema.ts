/** predict-placement: for each marked place of a program, stack or heap, how sure, and the reason for one of them. */
import { z } from 'zod';
import { BELIEFS } from '../../beliefs.ts';
import { TRUE_REASONS } from './reasons.ts';

const belief = z.enum(BELIEFS);

export const place = z.strictObject({
  /** Names the place inside the question; stored with attempts. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The text that is marked: a declared name or an allocating expression. */
  mark: z.string().min(1),
  /** A longer piece of text around it that occurs once in the program. */
  in: z.string().optional(),
  /** The belief behind a wrong answer here. */
  belief,
});

export const predictPlacement = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  revision: z.int().min(1),
  kind: z.literal('predict-placement'),
  program: z.string(),
  places: z.array(place).min(1).max(6),
  reason: z.strictObject({
    /** Which place the question about the reason is about. */
    about: z.string(),
    options: z
      .array(z.enum([...TRUE_REASONS, ...BELIEFS]))
      .min(3)
      .max(4),
  }),
});

export type PredictPlacement = z.infer<typeof predictPlacement>;
