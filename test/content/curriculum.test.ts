/** What was planned is taught: every example, claim, change, unit and misconception leads to a lesson and a question. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { outline, programs, questionOf, questionsOf } from '../../src/components/build/content.ts';
import { keyFile } from '../../src/components/build/keys.ts';
import { changes } from '../../src/components/build/teaching.ts';
import { programOf } from '../../src/course/kinds/schemas.ts';
import { textOf } from './text.ts';

interface Plan {
  readonly examples: Readonly<Record<string, { recorded: string; shows: string; question: string }>>;
  readonly claims: Readonly<Record<string, { question: string; belief?: string; says: string }>>;
  readonly changes: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, { lesson: string; ideas: Readonly<Record<string, string>> }>>;
  readonly misconceptions: Readonly<Record<string, { belief: string; heard?: string; question?: string }>>;
}

const testdata = resolve(import.meta.dirname, '../testdata');
const plan = parse(readFileSync(resolve(testdata, 'content/curriculum.yaml'), 'utf8')) as Plan;
const ask = (id: string) => questionOf(...(id.split('/') as [string, string]));
const lessonOf = (id: string): string => id.split('/')[0]!;
const entries = <T>(table: Readonly<Record<string, T>>) => Object.entries(table);
const later = 'with the machine';

/** The beliefs that a question's key has words against. */
async function refutedBy(id: string): Promise<string[]> {
  const key = await keyFile(ask(id), 'en');
  return 'refutations' in key ? Object.keys(key.refutations) : [];
}

/** `(?m)` at its start: by lines. */
function pattern(text: string): RegExp {
  return text.startsWith('(?m)') ? new RegExp(text.slice(4), 'm') : new RegExp(text);
}

describe('examples', () => {
  test.each(entries(plan.examples))('%s', (_, { recorded, shows, question: id }) => {
    const example = readFileSync(resolve(testdata, `programs/${recorded}.go`), 'utf8');
    const { question } = ask(id);
    // Where the allocator or the stack answers, the question has numbers instead of a program.
    if (shows === '') {
      expect(['model', 'recorded']).toContain(programOf(question) === undefined ? 'model' : 'recorded');
      return;
    }
    const program = programs.get('proof' in question ? question.proof : programOf(question)!)!;
    expect(example).toMatch(pattern(shows));
    expect(program).toMatch(pattern(shows));
  });

  test('of all five articles', () => {
    expect(new Set(Object.keys(plan.examples).map((id) => id.slice(0, 3)))).toEqual(
      new Set(['000', '001', '002', '003', '004']),
    );
  });
});

test.each(entries(plan.claims))('claim %s', async (_, { question: id, belief, says }) => {
  expect(textOf(lessonOf(id))).toMatch(new RegExp(says));
  if (belief) expect(await refutedBy(id)).toContain(belief);
});

test('changes V1 to V25: the lesson quotes both releases', () => {
  expect(Object.keys(plan.changes)).toEqual(Object.keys(changes()));
  for (const [id, lesson] of entries(plan.changes)) {
    const quoted = [...textOf(lesson).matchAll(/<Then ids="([^"]+)"/g)].flatMap((match) => match[1]!.split(' '));
    expect(quoted, lesson).toContain(id);
  }
});

test.each(entries(plan.units))('unit %s', (_, { lesson, ideas }) => {
  const asked = questionsOf(lesson).map(({ question }) => question.id);
  for (const [idea, id] of entries(ideas)) if (id !== later) expect(asked, idea).toContain(id);
});

test('39 units lie in 28 lessons', () => {
  expect(Object.keys(plan.units)).toHaveLength(39);
  const lessons = outline('en').flatMap((module) => module.lessons.map(({ id }) => id));
  expect(new Set(Object.values(plan.units).map(({ lesson }) => lesson))).toEqual(new Set(lessons));
  const waiting = Object.values(plan.units).flatMap(({ ideas }) => Object.values(ideas).filter((id) => id === later));
  console.log(
    `ideas of units: ${Object.values(plan.units).flatMap(({ ideas }) => Object.keys(ideas)).length}, waiting for the machine: ${waiting.length}`,
  );
});

test.each(entries(plan.misconceptions))('%s is refuted', async (_, { belief, heard, question: id }) => {
  if (heard) expect(textOf(heard)).toContain(`<Heard belief="${belief}"`);
  if (id) expect(await refutedBy(id)).toContain(belief);
  expect(heard ?? id).toBeDefined();
});

test('the misconceptions are M01 to M40', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`);
  expect(Object.keys(plan.misconceptions)).toEqual(ids);
});
