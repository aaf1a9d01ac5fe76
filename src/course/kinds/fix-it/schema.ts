/** fix-it: edit the program so that a place gets the wanted verdict, and predict that it does. */
import { z } from 'zod';
import { place } from '../predict-placement/schema.ts';

export const fixIt = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  revision: z.int().min(1),
  kind: z.literal('fix-it'),
  program: z.string(),
  places: z.array(place).length(1),
  /** The verdict that the edited program must have at the place; the given one has the other. */
  goal: z.enum(['stack', 'heap']),
});

export type FixIt = z.infer<typeof fixIt>;
