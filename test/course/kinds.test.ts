/** The table of kinds is whole: what the schema allows stands in it, and each row does what it says. */
import { expect, test } from 'vitest';
import { lessonsWithQuestions, questionsOf } from '../../src/components/build/content.ts';
import { families } from '../../src/components/build/variants.ts';
import { laterQuestion } from '../../src/course/kinds/later/schema.ts';
import { question as questionSchema } from '../../src/course/kinds/schemas.ts';
import { kinds } from '../../src/course/kinds/table.ts';

const rows = Object.entries(kinds);
const used = lessonsWithQuestions().flatMap((lesson) => questionsOf(lesson).map(({ question }) => question));
const varied = new Set(families.map((family) => ('draw' in family ? family.draw : family.question.kind)));

test('every question of the course is of a kind in the table, and its row reads it', () => {
  for (const question of used) {
    const row = kinds[question.kind];
    expect(row.key, question.kind).toBeTypeOf('function');
    expect(row.schema.safeParse(question).success, `${question.kind} ${question.id}`).toBe(true);
  }
  expect(new Set(used.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
});

test('a kind that is answered is graded and followed by feedback; one that is not says so', () => {
  for (const [name, row] of rows) {
    const parts = [row.key, row.grade, row.feedback].map((part) => part !== null);
    expect(new Set(parts).size, name).toBe(1);
    if (row.key === null) expect(row.variants, name).toBeNull();
  }
});

test.each(rows.filter(([, { variants }]) => variants !== null).map(([name]) => name))('%s has variants', (name) => {
  // A drawn kind draws by itself on its board; most have a family beside it.
  if (kinds[name as keyof typeof kinds].variants === 'written') expect([...varied]).toContain(name);
});

test('kinds whose engine follows have their form already, and no question is of them', () => {
  const later = rows.filter(([, { key }]) => key === null).map(([name]) => name);
  expect(later).toEqual(['allocation-count', 'trace-output', 'next-state', 'inlining']);
  const question = {
    id: 'a',
    revision: 1,
    kind: 'trace-output',
    program: 'p',
    lures: { '3': 'decided-while-running' },
  };
  expect(laterQuestion.safeParse(question).success).toBe(true);
  expect(laterQuestion.safeParse({ ...question, line: 0 }).success).toBe(false);
  expect(questionSchema.safeParse(question).success).toBe(false);
});
