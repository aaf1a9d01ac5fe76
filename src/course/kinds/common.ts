/** Parts that the schemas of several kinds share. Build time only. */
import { z } from 'zod';
import { BELIEFS } from '../beliefs.ts';

export const belief = z.enum(BELIEFS);
export const idPattern = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** A place of the program: the marked text, and a longer piece around it that occurs once. */
export const markRef = { mark: z.string().min(1), in: z.string().optional() };
export const goVersion = z.enum(['1.22', '1.24', '1.25', '1.26', '1.27']);

/** Every asked question has these. `lures`: the belief behind a wrong answer, by option, number, line or `left=right`. */
export const asked = {
  id: idPattern,
  revision: z.int().min(1),
  lures: z.record(z.string(), belief).default({}),
};
export const withProgram = { ...asked, program: z.string() };
