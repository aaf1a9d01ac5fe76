/**
 * Kinds whose engine follows: the stepper and the inliner. Their form is fixed here, so that packs can be written for
 * them; until something computes their keys, `pack check` refuses them by name, and no page asks them.
 */
import { z } from 'zod';
import { goVersion, withProgram } from '../common.ts';

const go = goVersion.default('1.26');
/** A function of the program, called once by the stepper after `warmUp` calls. */
const call = { function: z.string(), warmUp: z.int().min(0).max(100).default(0) };

/** How many heap objects, or bytes, does one call ask for? */
const allocationCount = z.strictObject({
  ...withProgram,
  ...call,
  kind: z.literal('allocation-count'),
  go,
  of: z.enum(['objects', 'bytes']),
});

/** What does the program print? `line`: only that line of it, from 1. */
const traceOutput = z.strictObject({
  ...withProgram,
  kind: z.literal('trace-output'),
  go,
  line: z.int().min(1).optional(),
});

/** What holds a variable, or which frames are alive, after so many steps from a mark? */
const nextState = z.strictObject({
  ...withProgram,
  kind: z.literal('next-state'),
  go,
  at: z.string().min(1),
  steps: z.int().min(1).max(20),
  of: z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('variable'), name: z.string() }),
    z.strictObject({ what: z.literal('frames') }),
  ]),
});

/** Can the function be inlined, what does it cost, which of its calls are inlined? */
const inlining = z.strictObject({
  ...withProgram,
  kind: z.literal('inlining'),
  go,
  function: z.string(),
  of: z.enum(['can-inline', 'cost', 'calls']),
});

export const laterKinds = {
  'allocation-count': allocationCount,
  'trace-output': traceOutput,
  'next-state': nextState,
  inlining,
} as const;
export type LaterKindName = keyof typeof laterKinds;

export const laterQuestion = z.discriminatedUnion('kind', [allocationCount, traceOutput, nextState, inlining]);

export function isLater(kind: unknown): kind is LaterKindName {
  return typeof kind === 'string' && Object.hasOwn(laterKinds, kind);
}
