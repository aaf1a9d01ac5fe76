/** The built-in course is whole: programs, questions, texts, outline and lessons fit together. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, outline, programs, questionsOf, questionText } from '../../src/components/build/content.ts';
import { summary } from '../../src/components/build/teaching.ts';
import { BELIEFS } from '../../src/course/beliefs.ts';
import { TRUE_REASONS } from '../../src/course/kinds/predict-placement/reasons.ts';
import { programOf } from '../../src/course/kinds/schemas.ts';
import { words } from '../../src/course/words/index.ts';

const content = resolve(import.meta.dirname, '../../src/content');
const lessons = readdirSync(join(content, 'lessons/en')).map((file) => file.replace('.mdx', ''));

describe.each(lessons)('lesson %s', (lesson) => {
  const text = readFileSync(join(content, `lessons/en/${lesson}.mdx`), 'utf8');
  const asked = [...text.matchAll(/<(?:Predict|Ask) id="([^"]+)"/g)].map((match) => match[1]!);

  test('asks each of its questions once, and no other', () => {
    expect(asked).toEqual(questionsOf(lesson).map(({ question }) => `${lesson}/${question.id}`));
  });

  test('has at least six graded questions, of three kinds after lesson one', () => {
    expect(asked.length).toBeGreaterThanOrEqual(6);
    const kinds = new Set(questionsOf(lesson).map(({ question }) => question.kind));
    if (lesson !== 'frames') expect(kinds.size).toBeGreaterThanOrEqual(3);
  });

  test('asks before it teaches, and ends with a summary to fill in and a way on', () => {
    const first = text.search(/<(?:Predict|Ask) id=/);
    const before = text.slice(text.indexOf('---\n', 4) + 4, first);
    // A heading, nothing else.
    expect(before.replace(/^#.*$/gm, '').trim()).toBe('');
    const tag = text.slice(first, text.indexOf('>', first));
    expect(tag.includes('/before"') || tag.includes('occasion="pre-question"')).toBe(true);
    const end = text.slice(text.indexOf('<LookBack />'));
    expect(end).toMatch(/\]\(\.\.\//);
  });

  test('what it refutes with a program is asked neither here nor later', () => {
    const shown = [...text.matchAll(/<Heard\b[^>]*? program="([\w-]+)"/g)].map((match) => match[1]!);
    const order = outline('en').flatMap((module) => module.lessons.map(({ id }) => id));
    const later = order
      .slice(order.indexOf(lesson))
      .flatMap((id) => questionsOf(id).map(({ question }) => programOf(question)));
    expect(shown.filter((program) => later.includes(program))).toEqual([]);
  });

  test('every question has its words in English', () => {
    for (const { question } of questionsOf(lesson)) expect(questionText(lesson, question.id, 'en').ask).not.toBe('');
  });
});

test('programs fit a phone: no line over 36 characters', () => {
  const long = [...programs].flatMap(([name, text]) =>
    text
      .split('\n')
      .flatMap((line, index) => (line.replaceAll('\t', '  ').length > 36 ? [`${name}.go:${index + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

test('every program is asked about, or shown against what one may have heard', () => {
  const shown = lessons.flatMap((lesson) =>
    [...readFileSync(join(content, `lessons/en/${lesson}.mdx`), 'utf8').matchAll(/ program="([\w-]+)"/g)].map(
      (match) => match[1]!,
    ),
  );
  const asked = ['home', 'fix-it', ...lessons].flatMap((lesson) =>
    questionsOf(lesson).flatMap(({ question }) =>
      'proof' in question ? [programOf(question), question.proof] : [programOf(question)],
    ),
  );
  expect([...programs.keys()].filter((name) => !asked.includes(name) && !shown.includes(name))).toEqual([]);
});

test.each(LANGUAGES)('%s has words for every belief and reason, and an outline', (language) => {
  for (const belief of BELIEFS) expect(words[language].beliefs[belief].refutation).not.toBe('');
  for (const reason of [...TRUE_REASONS, ...BELIEFS]) expect(words[language].reasons[reason], reason).toBeTruthy();
  expect(outline(language).flatMap((module) => module.lessons).length).toBeGreaterThanOrEqual(24);
});

describe('translated lessons are whole', () => {
  const translated = LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
    existsSync(join(content, 'lessons', language))
      ? readdirSync(join(content, 'lessons', language)).map((file) => [language, file.replace('.mdx', '')] as const)
      : [],
  );
  const tagsOf = (language: string, lesson: string): string[] =>
    [...readFileSync(join(content, `lessons/${language}/${lesson}.mdx`), 'utf8').matchAll(/<([A-Z]\w+)([^>]*)>/g)].map(
      ([, name, attributes]) => `${name} ${attributes!.replace(/says="[^"]*"/, '').replace(/\s+/g, ' ')}`,
    );

  test.each(translated)('%s %s', (language, lesson) => {
    // The order of words differs between languages, so terms are compared as a set.
    const parts = (tags: readonly string[]) => [
      tags.filter((tag) => !tag.startsWith('Term ')),
      tags.filter((tag) => tag.startsWith('Term ')).sort(),
    ];
    expect(parts(tagsOf(language, lesson))).toEqual(parts(tagsOf('en', lesson)));
    for (const { question } of questionsOf(lesson)) {
      const own = questionText(lesson, question.id, language);
      const english = questionText(lesson, question.id, 'en');
      expect(own.language, question.id).toBe(language);
      expect(own.hints.length, question.id).toBe(english.hints.length);
      expect(Object.keys(own.options ?? {}), question.id).toEqual(Object.keys(english.options ?? {}));
    }
    const gaps = (sentences: ReturnType<typeof summary>['sentences']) =>
      sentences.map((pieces) => pieces.filter((piece) => typeof piece !== 'string').length);
    const own = summary(lesson, language);
    expect(own.language).toBe(language);
    expect(gaps(own.sentences)).toEqual(gaps(summary(lesson, 'en').sentences));
  });
});
