/** fix-function: edit the program until a call of a function stays within its budget of allocations. */
import { z } from 'zod';
import { goVersion, idPattern } from '../common.ts';

export const fixFunction = z.strictObject({
  id: idPattern,
  revision: z.int().min(1),
  kind: z.literal('fix-function'),
  program: z.string(),
  go: goVersion,
  /** The function, as Go names it: `add`, `(*encoder).put`. */
  function: z.string().min(1),
  budget: z.strictObject({
    /** Allocations of one measured call, at most. */
    allocations: z.int().min(0),
    /** Bytes of heap memory that one call asks for, at most; only where the task is about them. */
    bytes: z.int().min(1).optional(),
  }),
  /** Declarations that stay as they are, by name: what measures and prints. */
  kept: z.array(z.string().min(1)).min(1),
  /** Pieces of code without which the work would not be done; ` | ` between those of which one is enough. */
  work: z.array(z.string().min(1)).min(1),
  /** Packages that an edit may import beside those of the program. */
  imports: z.array(z.string().min(1)).default([]),
  /** Edits that were run, by the name in `edits/<program>.<name>.go`; the first is the model solution. */
  solutions: z.array(idPattern).min(2),
  /** Edits that were run and do not do it. */
  misses: z.array(idPattern).default([]),
  /** The lessons that it belongs to. */
  lessons: z.array(idPattern).min(1),
});

export type FixFunction = z.infer<typeof fixFunction>;
