/**
 * The wrong answers of the course, all of them: which belief each shows, and whether something is said against it. The
 * counts are printed, so that whoever writes questions sees what is missing.
 */
import { expect, test } from 'vitest';
import { lessonsWithQuestions, questionsOf } from '../../src/components/build/content.ts';
import { type KeyFile, keyFile } from '../../src/components/build/keys.ts';
import { pose } from '../../src/components/build/pose.ts';
import { wrongAnswers } from '../../src/course/ask/wrong.ts';
import type { BeliefId } from '../../src/course/beliefs.ts';
import { isPlaced, type PlacedQuestion } from '../../src/course/kinds/schemas.ts';

/** M01 to M40 of the list that the course was planned by. */
const PLANNED: Readonly<Record<string, readonly BeliefId[]>> = {
  M01: ['new-means-heap'],
  M02: ['address-means-heap'],
  M03: ['pointer-means-heap'],
  M04: ['passing-means-heap'],
  M05: ['values-never-move'],
  M06: ['interfaces-allocate'],
  M07: ['escapes-costs'],
  M08: ['closures-allocate'],
  M09: ['slices-on-heap'],
  M10: ['small-make-stays'],
  M11: ['variable-make-heap'],
  M12: ['leaking-means-heap'],
  M13: ['does-not-escape-free'],
  M14: ['stack-runs-out'],
  M15: ['decided-while-running'],
  M16: ['branches-are-followed'],
  M17: ['local-container-local'],
  M18: ['spaced-directive'],
  M19: ['l-is-production'],
  M20: ['inlining-only-speed'],
  M21: ['generics-static'],
  M22: ['pool-always-helps'],
  M23: ['globals-heap-or-stack'],
  M24: ['stacks-fixed'],
  M25: ['growth-breaks-pointers'],
  M26: ['overflow-recoverable'],
  M27: ['never-shrink', 'shrinks-at-return', 'shrinks-at-once'],
  M28: ['segmented-still'],
  M29: ['exact-size', 'exact-size-slot'],
  M30: ['tiny-freed-alone', 'tiny-takes-own-slot'],
  M31: ['cache-per-thread'],
  M32: ['large-through-cache', 'large-in-slot', 'cache-for-many'],
  M33: ['freed-returns-at-once'],
  M34: ['builder-always-faster'],
  M35: ['bytes-always-copies'],
  M36: ['locks-elided'],
  M37: ['wording-tells-type'],
  M38: ['old-lists-hold', 'once-true-always-true'],
  M39: ['fewer-is-better'],
  M40: ['cost-is-garbage'],
};

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly wrong: readonly { readonly answer: string; readonly belief: string | undefined }[];
  /** Answers that have words of their own. */
  readonly said: readonly string[];
  /** The beliefs that the key has words against. */
  readonly refuted: ReadonlySet<string>;
}

function wrongOnProgram(question: PlacedQuestion, key: object): Asked['wrong'] {
  const places = question.places.map(({ id, belief }) => ({ answer: id, belief }));
  if (question.kind === 'fix-it') return places;
  const { reason, believed } = key as KeyFile;
  const reasons = question.reason.options.filter((option) => option !== reason);
  return [...places, ...reasons.map((answer) => ({ answer, belief: believed[answer] }))];
}

const asked: Asked[] = [];
for (const lesson of lessonsWithQuestions())
  for (const entry of questionsOf(lesson)) {
    const { question } = entry;
    const key = await keyFile(entry, 'en');
    // An edit that misses its goal names no belief.
    if (!('refutations' in key)) continue;
    const wrong = isPlaced(question)
      ? wrongOnProgram(question, key)
      : wrongAnswers((await pose(entry, 'en')).form, (await pose(entry, 'en')).key);
    const refuted = new Set(Object.entries(key.refutations).flatMap(([id, said]) => (said?.refutation ? [id] : [])));
    const said = 'said' in key ? Object.keys(key.said) : [];
    // Of free numbers those that are named count, by a belief or by words of their own.
    const named = new Set(wrong.map(({ answer }) => answer));
    const more = question.kind === 'number' ? said.filter((answer) => !named.has(answer)) : [];
    const all = [...wrong, ...more.map((answer) => ({ answer, belief: undefined }))];
    asked.push({ id: `${lesson}/${question.id}`, kind: question.kind, wrong: all, said, refuted });
  }

test('at least 88 of 100 wrong answers lead to the belief behind them', () => {
  const byKind = new Map<string, [named: number, all: number]>();
  for (const { kind, wrong, refuted, said } of asked)
    for (const { answer, belief } of wrong) {
      const [named, all] = byKind.get(kind) ?? [0, 0];
      const isNamed = (belief !== undefined && refuted.has(belief)) || said.includes(answer);
      byKind.set(kind, [named + (isNamed ? 1 : 0), all + 1]);
    }
  const sum = (index: 0 | 1) => [...byKind.values()].reduce((total, counts) => total + counts[index], 0);
  console.log(`wrong answers with their belief: ${sum(0)} of ${sum(1)}`);
  for (const [kind, [named, all]] of byKind) console.log(`  ${kind.padEnd(20)} ${named} of ${all}`);
  expect(sum(0) / sum(1)).toBeGreaterThanOrEqual(0.88);
});

test('each planned misconception is met by three questions, and refuted', () => {
  const hits = Object.entries(PLANNED).map(([id, beliefs]) => {
    const meets = ({ wrong, refuted }: Asked) =>
      wrong.some(({ belief }) => belief && beliefs.includes(belief as BeliefId) && refuted.has(belief));
    return { id, beliefs, questions: asked.filter(meets).map((one) => one.id) };
  });
  for (const { id, beliefs, questions } of hits)
    console.log(`${id} ${String(questions.length).padStart(3)}  ${beliefs.join(', ')}`);
  expect(hits.filter(({ questions }) => questions.length < 3)).toEqual([]);
});
