/** Sentences that are meant to be true: no program at hand refutes them, and of the others each is refuted by one. */
import { expect, test } from 'vitest';
import { lessonsWithQuestions, programs, questionsOf } from '../../src/components/build/content.ts';
import { report } from '../../src/components/build/engine.ts';
import { keyFile } from '../../src/components/build/keys.ts';
import { families } from '../../src/components/build/variants.ts';
import { claims } from '../../src/course/kinds/true-false/claims.ts';
import { instanceOf, seedOf } from '../../src/course/variants/instance.ts';
import { sharedPrograms } from '../../tools/programs.ts';

const drawn = families.flatMap((family) =>
  'draw' in family || family.program === undefined
    ? []
    : Array.from({ length: seedOf(family, 2, 0) }, (_, seed) => instanceOf(family, seed).text),
);
const texts = [...new Set([...drawn, ...programs.values(), ...sharedPrograms().map(({ text }) => text)])];
const reports = await Promise.all(texts.map((text) => report('main', text, 'en')));

test.each(Object.entries(claims))('%s', (_, claim) => {
  const refuting = reports.filter((each) => claim.refutedBy(each)).length;
  if (claim.shownBy) {
    expect(refuting).toBe(0);
    expect(reports.filter(claim.shownBy).length).toBeGreaterThan(50);
  } else expect(refuting).toBeGreaterThan(0);
});

test('asked are sentences that hold and sentences that do not', async () => {
  const truths = new Map<string, number>();
  for (const entry of lessonsWithQuestions().flatMap((lesson) => questionsOf(lesson))) {
    if (entry.question.kind !== 'true-false' || entry.question.of !== 'claim') continue;
    const key = await keyFile(entry, 'en');
    const truth = 'truth' in key ? String(key.truth[0]) : '';
    truths.set(truth, (truths.get(truth) ?? 0) + 1);
  }
  expect(truths.get('true')).toBeGreaterThanOrEqual(2);
  expect(truths.get('false')).toBeGreaterThanOrEqual(8);
});
