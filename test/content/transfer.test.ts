/**
 * After a miss a variant is offered, whatever the question and whatever the wrong answer: how many questions that holds
 * for, counted over every wrong answer and over being shown the answer.
 */
import { expect, test } from 'vitest';
import { type LessonQuestion, lessonsWithQuestions, questionsOf } from '../../src/components/build/content.ts';
import { keyFile } from '../../src/components/build/keys.ts';
import { pose } from '../../src/components/build/pose.ts';
import { families } from '../../src/components/build/variants.ts';
import { wrongAnswers } from '../../src/course/ask/wrong.ts';
import type { BeliefId } from '../../src/course/beliefs.ts';
import { isFixFunction, isPlaced } from '../../src/course/kinds/schemas.ts';
import { familyFor, type Near } from '../../src/course/variants/choose.ts';

interface Offered {
  readonly id: string;
  readonly kind: string;
  /** By wrong answer. */
  readonly near: readonly (Near | 'none')[];
  /** Whether some wrong answer is followed by a variant of the same kind. */
  readonly ownKind: boolean;
}

/** The beliefs of each wrong answer; none for being shown the answer. */
async function shownBeliefs(entry: LessonQuestion): Promise<readonly (readonly BeliefId[])[]> {
  const { question } = entry;
  if (isFixFunction(question)) return [[]];
  if (isPlaced(question)) return [...question.places.map(({ belief }) => [belief]), []];
  const { form, key } = await pose(entry, 'en');
  return [...wrongAnswers(form, key).map(({ belief }) => (belief ? [belief] : [])), []];
}

async function offeredTo(entry: LessonQuestion): Promise<Offered> {
  const { lesson, question } = entry;
  const key = await keyFile(entry, 'en');
  const about = 'refutations' in key ? (Object.keys(key.refutations) as BeliefId[]) : [];
  const lessons = isFixFunction(question) ? question.lessons : [lesson];
  const found = (await shownBeliefs(entry)).map((beliefs) =>
    familyFor(families, { beliefs, about, lessons, kind: question.kind }),
  );
  const kinds = found.map(
    (each) =>
      each && ('draw' in each.family ? each.family.draw : each.family.question.kind).replace('fix-it', 'fix-function'),
  );
  return {
    id: `${lesson}/${question.id}`,
    kind: question.kind,
    near: found.map((each) => each?.near ?? 'none'),
    ownKind: kinds.includes(question.kind.replace('fix-it', 'fix-function')),
  };
}

const offered: Offered[] = [];
for (const lesson of lessonsWithQuestions())
  for (const entry of questionsOf(lesson)) offered.push(await offeredTo(entry));

test('every fixed question has a variant for every wrong answer', () => {
  const kinds = [...new Set(offered.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const own = offered.filter((each) => each.kind === kind);
    const count = (near: Near | 'none') => own.flatMap((each) => each.near.filter((one) => one === near)).length;
    console.log(
      `${kind.padEnd(20)} ${own.length} questions, ${own.filter((each) => each.ownKind).length} with a variant of the kind;`,
      `wrong answers: ${count('trap')} same trap, ${count('rule')} same rule, ${count('none')} nothing`,
    );
  }
  expect(offered.length).toBeGreaterThanOrEqual(280);
  expect(offered.filter(({ near }) => near.includes('none')).map(({ id }) => id)).toEqual([]);
});

test('sentences, choices and edits are followed by variants of their own kind', () => {
  for (const kind of ['true-false', 'fix-it', 'fix-function']) {
    const own = offered.filter((each) => each.kind === kind);
    expect(own.length, kind).toBeGreaterThan(0);
    expect(own.filter((each) => each.ownKind).length / own.length, kind).toBeGreaterThanOrEqual(0.5);
  }
  expect(families.some((family) => !('draw' in family) && family.question.kind === 'choice')).toBe(true);
});
