/** The question file's form of these kinds: a task as data, checked by the model when its key is made. Only the build reads it. */
import { z } from 'zod';

const common = { id: z.string().regex(/^[a-z][a-z0-9-]*$/), revision: z.int().min(1), go: z.string() };
const size = z.int().min(0);

export const runtimeQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('size-class'), size, pointers: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('tiny-blocks'), sizes: z.array(z.int().min(1).max(15)).min(2).max(8) }),
  z.strictObject({ ...common, kind: z.literal('span-objects'), slot: size, pointers: z.boolean() }),
  z.strictObject({
    ...common,
    kind: z.literal('page-placement'),
    runs: z.array(z.int().min(1).max(40)),
    dropped: z.array(size),
    after: z.array(z.int().min(1).max(40)),
    pages: z.int().min(1).max(64),
  }),
  z.strictObject({ ...common, kind: z.literal('allocation-path'), scenario: z.string(), size, pointers: z.boolean() }),
  z.strictObject({
    ...common,
    kind: z.literal('reuse-order'),
    size,
    count: z.int().min(2).max(64),
    freed: z.array(size).min(1),
    flush: z.boolean(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('stack-growth'),
    outer: z.array(size),
    frame: size,
    calls: z.int().min(2).max(64),
  }),
  z.strictObject({ ...common, kind: z.literal('prologue'), frame: size, leaf: z.boolean(), panics: z.boolean() }),
  z.strictObject({
    ...common,
    kind: z.literal('hot-split'),
    below: z.array(size),
    callee: size,
    turns: z.int().min(1).max(100_000),
  }),
  z.strictObject({ ...common, kind: z.literal('shrink'), size, used: size, cycles: z.int().min(1).max(20) }),
  z.strictObject({ ...common, kind: z.literal('spot-outdated'), claim: z.string() }),
]);

export type RuntimeQuestion = z.infer<typeof runtimeQuestion>;
