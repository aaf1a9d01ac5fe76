/**
 * What the questions about the running program share. A kind draws variants, asks the models for the key, and knows which
 * wrong belief leads to which wrong answer: nothing is typed in, and a belief whose answer happens to be true is no trap.
 */
import { type AllocatorConfig, makeConfig, makeStackConfig, type StackConfig } from '../../../runtime/index.ts';
import type { RuntimeBelief } from './beliefs.ts';

/** Where the constants come from: the runtime's own, or replaced ones. */
export interface Models {
  readonly heap: (go: string) => AllocatorConfig;
  readonly stack: (go: string) => StackConfig;
}

export const goModels: Models = { heap: makeConfig, stack: makeStackConfig };

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed, everywhere. */
export function randomOf(seed: number): Random {
  // Small seeds are spread first: else their first numbers are nearly equal.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

export interface Believed {
  readonly belief: RuntimeBelief;
  /** What somebody with that belief answers. */
  readonly answer: string;
}

export interface TruthKey {
  readonly truth: string;
}

export interface RuntimeKind<Task extends { readonly go: string }, Key extends TruthKey> {
  readonly kind: string;
  /** Raised when its questions come to mean something else: answers are stored with it. */
  readonly revision: number;
  /** The Go versions that it is asked for. */
  readonly versions: readonly string[];
  readonly variant: (random: Random, go: string, models?: Models) => Task;
  readonly key: (task: Task, models?: Models) => Key;
  readonly believed: (task: Task, key: Key, models?: Models) => readonly Believed[];
  /** The answers to choose from, in the order in which they are shown. */
  readonly choices: (task: Task, key: Key, models?: Models) => readonly string[];
  /** Next to the truth: worth half. */
  readonly near?: (answer: string, truth: string) => boolean;
}

export interface RuntimeGrade {
  readonly guess: string | undefined;
  readonly truth: string;
  readonly outcome: 'right' | 'partly' | 'wrong' | 'shown';
  readonly score: number;
  /** What the wrong answer shows that the learner believes: the narrowest belief that leads there; none where none does. */
  readonly beliefs: readonly RuntimeBelief[];
}

export function gradeRuntime<Task extends { readonly go: string }, Key extends TruthKey>(
  kind: RuntimeKind<Task, Key>,
  task: Task,
  key: Key,
  guess: string | undefined,
  models: Models = goModels,
): RuntimeGrade {
  const { truth } = key;
  if (guess === undefined) return { guess, truth, outcome: 'shown', score: 0, beliefs: [] };
  if (guess === truth) return { guess, truth, outcome: 'right', score: 1, beliefs: [] };
  const beliefs = kind.believed(task, key, models).flatMap(({ belief, answer }) => (answer === guess ? [belief] : []));
  const near = kind.near?.(guess, truth) ?? false;
  return { guess, truth, outcome: near ? 'partly' : 'wrong', score: near ? 0.5 : 0, beliefs: beliefs.slice(0, 1) };
}

export interface Variant<Task> {
  /** Never 0: that is the question as written. */
  readonly seed: number;
  readonly task: Task;
}

/** The variant of a seed: the same question for the same kind, seed and version, everywhere. */
export function variantOf<Task extends { readonly go: string }, Key extends TruthKey>(
  kind: RuntimeKind<Task, Key>,
  seed: number,
  go: string,
  models: Models = goModels,
): Variant<Task> {
  return { seed, task: kind.variant(randomOf(seed), go, models) };
}

/** Seeds that are tried for a variant on which a belief goes wrong. */
const TRANSFER_TRIES = 60;

/**
 * A variant from `seed` on, on which this belief goes wrong again, to try what was just learnt; where none is found, or no
 * belief is given, the variant of `seed` itself.
 */
export function transfer<Task extends { readonly go: string }, Key extends TruthKey>(
  kind: RuntimeKind<Task, Key>,
  seed: number,
  go: string,
  belief: RuntimeBelief | undefined,
  models: Models = goModels,
): Variant<Task> {
  for (let tries = 0; belief && tries < TRANSFER_TRIES; tries++) {
    const variant = variantOf(kind, seed + tries, go, models);
    const key = kind.key(variant.task, models);
    const { truth } = key;
    if (kind.believed(variant.task, key, models).some((one) => one.belief === belief && one.answer !== truth))
      return variant;
  }
  return variantOf(kind, seed, go, models);
}

/** Truth, traps and neighbours as numbers in order, at most `limit`; the truth is always among them. */
export function numberChoices(
  truth: string,
  believed: readonly Believed[],
  neighbours: readonly number[],
  limit = 6,
): string[] {
  const chosen = new Set([truth, ...believed.map(({ answer }) => answer)]);
  for (const neighbour of neighbours) if (chosen.size < limit) chosen.add(String(neighbour));
  return [...chosen].sort((a, b) => Number(a) - Number(b));
}
