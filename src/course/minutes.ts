/**
 * How long a lesson takes: words and programs at a stated speed, and for each question the usual time of its kind. That is
 * what a lesson states. How long the rest of it takes one learner is told from their own answers, once there are a few.
 */
import type { Question } from './kinds/schemas.ts';
import { type ItemKey, type ItemState, itemKey, type LessonOutline, lessonAnswers } from './progress/state.ts';

/** Technical prose, with terms that are new: slower than the 238 words at which English is read silently (Brysbaert 2019). */
export const WORDS_A_MINUTE = 160;
export const LINES_A_MINUTE = 40;

/** Deciding, saying how sure, reading the verdict; without reading the program. */
export const SECONDS: Readonly<Record<Question['kind'] | 'board', number>> = {
  board: 90,
  'fix-it': 150,
  'fix-function': 420,
  'true-false': 90,
  match: 75,
  'order-steps': 75,
  'predict-placement': 65,
  'parameter-tags': 65,
  number: 60,
  'find-line': 55,
  'predict-diagnostic': 55,
  'choose-reason': 55,
  'version-difference': 55,
  choice: 50,
  'size-class': 60,
  'tiny-blocks': 75,
  'span-objects': 75,
  'page-placement': 75,
  'allocation-path': 60,
  'reuse-order': 75,
  'stack-growth': 75,
  prologue: 60,
  'hot-split': 60,
  shrink: 75,
  'spot-outdated': 45,
};

export interface Reckoned {
  /** Minutes. */
  readonly reading: number;
  /** Of each item, in the order of the page. */
  readonly seconds: readonly number[];
}

export function reckon(words: number, lines: number, kinds: readonly (keyof typeof SECONDS)[]): Reckoned {
  return { reading: words / WORDS_A_MINUTE + lines / LINES_A_MINUTE, seconds: kinds.map((kind) => SECONDS[kind]) };
}

export function minutesOf({ reading, seconds }: Reckoned): number {
  return reading + sum(seconds) / 60;
}

/** Fewer answers say nothing about a pace. */
const ENOUGH = 3;
/** Longer than this somebody was away. */
const AWAY_SECONDS = 900;

/**
 * Minutes that are left of a lesson, at the pace of its answers so far: how much longer or shorter they took than usual,
 * taken at the middle one. What is read is in proportion to the questions that are left. Undefined with too few answers, or
 * with none left.
 */
export function minutesLeft(
  states: ReadonlyMap<ItemKey, ItemState>,
  { pack, items }: LessonOutline,
  { reading, seconds }: Reckoned,
): number | undefined {
  const answers = items.map((item) => lessonAnswers(states.get(itemKey(pack, item)))[0]);
  const left = seconds.filter((_, index) => answers[index] === undefined);
  const paces = answers.flatMap((answer, index) =>
    answer ? [Math.min(answer.durationMs / 1000, AWAY_SECONDS) / seconds[index]!] : [],
  );
  if (paces.length < ENOUGH || left.length === 0) return undefined;
  const pace = paces.sort((a, b) => a - b)[Math.floor(paces.length / 2)]!;
  return (reading * left.length) / items.length + (pace * sum(left)) / 60;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
