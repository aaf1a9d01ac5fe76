/** Variants: drawn alike for the same seed, and enough of them. What their keys are worth, test/oracle/variants asks. */
import { describe, expect, test } from 'vitest';
import { lessonsWithQuestions, questionsOf } from '../../src/components/build/content.ts';
import { report } from '../../src/components/build/engine.ts';
import { families } from '../../src/components/build/variants.ts';
import { casesOf, instanceOf, lookAlikes, seedOf } from '../../src/course/variants/instance.ts';
import { poseVariant, truthOf } from '../../src/course/variants/key.ts';
import { fillData, fillText, TemplateError } from '../../src/course/variants/template.ts';

const posedOf = (id: string, seed: number) => {
  const family = families.find((each) => each.id === id)!;
  return poseVariant(instanceOf(family, seed), 'en', (text, go) => report('main', text, 'en', go));
};

test('there are twenty families and more, over all modules and kinds', () => {
  expect(families.length).toBeGreaterThanOrEqual(20);
  expect(new Set(families.map(({ id }) => id)).size).toBe(families.length);
  const kinds = new Set(families.map((family) => instanceOf(family, 0).question.kind));
  expect(kinds.size).toBeGreaterThanOrEqual(12);
  expect(new Set(families.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]));
});

test.each(families.map((family) => [family.id, family] as const))('%s: a seed is a variant for good', (_, family) => {
  for (const seed of [0, 1, 7, 1000]) {
    const variant = instanceOf(family, seed);
    expect(instanceOf(family, seed)).toEqual(variant);
    expect(variant.text).not.toContain('$');
    expect(JSON.stringify(variant.question)).not.toMatch(/\$\w/);
  }
});

describe('look-alikes', () => {
  const twins = families.flatMap((family) => ('draw' in family ? [] : [family]));

  test('share every name and differ in few lines', () => {
    for (const family of twins) {
      const seed = seedOf(family, 3, 0);
      const lines = instanceOf(family, seed).text.split('\n');
      for (const other of lookAlikes(family, seed)) {
        const changed = instanceOf(family, other)
          .text.split('\n')
          .filter((line) => !lines.includes(line));
        expect(changed.length, `${family.id} ${other}`).toBeLessThanOrEqual(9);
      }
    }
  });

  test('of every family some pair has different answers', async () => {
    for (const family of twins) {
      const seeds = Array.from({ length: casesOf(family) }, (_, which) => seedOf(family, 2, which));
      const truths = await Promise.all(seeds.map(async (seed) => truthOf(await posedOf(family.id, seed))));
      // Numbers of the running program may coincide for one draw; for another they do not.
      if (family.program) expect(new Set(truths).size, family.id).toBeGreaterThan(1);
    }
  });
});

test('every belief that a question of the course may show is tried by a family of its lesson or by any', async () => {
  const tried = new Set(families.flatMap(({ beliefs, also }) => [...beliefs, ...also]));
  const lessons = new Set(families.map(({ lesson }) => lesson));
  const shown = new Map<string, string>();
  for (const lesson of lessonsWithQuestions())
    for (const { question } of questionsOf(lesson)) {
      const beliefs =
        'places' in question ? question.places.flatMap((place) => ('belief' in place ? place.belief : [])) : [];
      for (const belief of [...beliefs, ...('lures' in question ? Object.values(question.lures) : [])])
        if (!tried.has(belief)) shown.set(belief, `${lesson}/${question.id}`);
    }
  expect([...shown]).toEqual([]);
  expect(lessons.size).toBeGreaterThanOrEqual(20);
});

describe('the template language', () => {
  test.each([
    ['$a and ${a}b', { a: 'x' }, 'x and xb'],
    ['$a', { a: '$b!', b: 3 }, '3!'],
    ['no slot', {}, 'no slot'],
  ] as const)('%s', (text, values, filled) => expect(fillText(text, values)).toBe(filled));

  test('a slot alone keeps its type, keys are filled too', () => {
    const data = fillData({ $k: ['$n', '$yes', 'n=$n'] }, { k: 'key', n: 4, yes: true });
    expect(data).toEqual({ key: [4, true, 'n=4'] });
  });

  test.each([
    ['$missing', {}],
    ['$a', { a: '$b', b: '$a' }],
  ])('%s is an error that says so', (text, values) => expect(() => fillText(text, values)).toThrow(TemplateError));
});
