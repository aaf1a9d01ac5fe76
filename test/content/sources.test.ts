/** Where the keys of the course come from, counted. */
import { expect, test } from 'vitest';
import { lessonsWithQuestions, questionsOf } from '../../src/components/build/content.ts';
import { pose } from '../../src/components/build/pose.ts';
import { isFixFunction, isPlaced, programOf } from '../../src/course/kinds/schemas.ts';

interface Counted {
  readonly id: string;
  readonly by: 'engine' | 'model' | 'recorded' | 'stated';
}

const counted: Counted[] = [];
for (const lesson of lessonsWithQuestions())
  for (const entry of questionsOf(lesson)) {
    const { question } = entry;
    const id = `${lesson}/${question.id}`;
    // A fix-it task is judged by static verdicts and by runs that were recorded.
    if (isFixFunction(question)) counted.push({ id, by: 'recorded' });
    else if (isPlaced(question)) counted.push({ id, by: 'engine' });
    else counted.push({ id, by: (await pose(entry, 'en')).key.source.by });
  }
const from = (...sources: readonly string[]) => counted.filter(({ by }) => sources.includes(by));

test('two hundred questions and more, three of five need engine or model, none is stated', () => {
  for (const by of ['engine', 'model', 'recorded']) console.log(`${by.padEnd(9)} ${from(by).length}`);
  expect(counted.length).toBeGreaterThanOrEqual(200);
  expect(from('engine', 'model').length / counted.length).toBeGreaterThanOrEqual(0.6);
  // Other packs may state a key, with its source. What is scored here, Go or a model of it decides.
  expect(from('stated')).toEqual([]);
});

test('no recorded key counts what the engine could count', () => {
  const compiled = lessonsWithQuestions().flatMap((lesson) =>
    questionsOf(lesson).flatMap(({ question }) =>
      'flags' in question && question.flags === '-m -l' ? [`${lesson}/${question.id} (${programOf(question)})`] : [],
    ),
  );
  expect(compiled).toEqual([]);
});
