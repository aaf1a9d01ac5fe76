/**
 * A family of variants, as a pack states it: a program with slots, names to fill them with, and the cases between which
 * the program differs by a token or two. Which answer each case has is nowhere said: the engine computes it.
 */
import { z } from 'zod';
import { BELIEFS } from '../beliefs.ts';
import { idPattern } from '../kinds/common.ts';
import { RUNTIME_BELIEFS } from '../kinds/runtime/beliefs.ts';
import { type RuntimeKindName, runtimeKinds } from '../kinds/runtime/table.ts';

const slot = z.string().regex(/^\w+$/);
const value = z.union([z.string(), z.number(), z.boolean()]);
const MAX_CASES = 12;

/** A list to draw from, or whole numbers from, to, in steps. */
const names = z.union([
  z.array(value).min(2),
  z.strictObject({ from: z.int(), to: z.int(), step: z.int().min(1).default(1) }),
]);
const sentence = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1).optional() });

const beliefs = z.array(z.enum([...BELIEFS, ...RUNTIME_BELIEFS]));

const common = {
  id: idPattern,
  revision: z.int().min(1),
  /** The lesson that teaches it. */
  lesson: idPattern,
  /** 1: the rule as taught. 5: several rules at once. */
  level: z.int().min(1).max(5),
  /** The wrong beliefs that it tries; each is behind a wrong answer of some variant. */
  beliefs,
  /** Beliefs that it answers as well, though none of its own wrong answers names them. */
  also: beliefs.default([]),
  /** One sentence to take along, shown after grading; slots are filled in. */
  after: sentence,
};

const written = z.strictObject({
  ...common,
  /** What never matters: names, constants. */
  names: z.record(slot, names).default({}),
  /** What may matter: variants that differ in nothing else are look-alikes. */
  cases: z.array(z.record(slot, value)).min(2).max(MAX_CASES),
  /** Go with slots; a kind about the running program has none. */
  program: z.string().optional(),
  /** A question of any kind, as in a file of questions, without id, revision and program. */
  question: z.looseObject({ kind: z.string() }),
});

const kinds = Object.keys(runtimeKinds) as [RuntimeKindName, ...RuntimeKindName[]];
const drawn = z.strictObject({
  ...common,
  /** A kind about the running program, whose model draws the numbers. */
  draw: z.enum(kinds),
  go: z.array(z.string()).min(1),
});

export const familySchema = z.union([drawn, written]);
export const familyFile = z.array(familySchema).min(1);
export type Family = z.infer<typeof familySchema>;
export type WrittenFamily = z.infer<typeof written>;
