/** One word for one thing: in the lessons, in the glossary, and on the labels of the site. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { boardStrings } from '../../src/components/boards/strings/index.ts';
import { outline } from '../../src/components/build/content.ts';
import { glossary } from '../../src/components/build/teaching.ts';
import { firstLessons, termsOf } from '../../src/components/build/terms.ts';
import { strings } from '../../src/components/strings/index.ts';
import { toolStrings } from '../../src/components/strings/tools.ts';
import { words } from '../../src/course/words/index.ts';

const terms = glossary();
const lessons = outline('en').flatMap(({ lessons }) => lessons.map(({ id }) => id));

test('every term is used in a lesson, and every term that is used is known', () => {
  const used = firstLessons();
  expect(Object.keys(terms).filter((id) => !used.has(id))).toEqual([]);
  expect([...used.keys()].filter((id) => !terms[id])).toEqual([]);
});

test('every term is there once, in both languages', () => {
  for (const language of ['en', 'zh-cn'] as const) {
    const names = Object.values(terms).map((entry) => entry[language].term);
    expect(new Set(names).size).toBe(names.length);
    for (const entry of Object.values(terms)) expect(entry[language].means).not.toBe('');
  }
});

test.each(lessons)('%s marks a term once', (lesson) => {
  expect(termsOf(lesson)).toEqual([...new Set(termsOf(lesson))]);
});

/** Every string below a value, by its path. */
function labels(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => labels(below, `${path}.${key}`));
}

const labelsOf = (language: 'en' | 'zh-cn') =>
  new Map(labels([strings(language), toolStrings(language), boardStrings(language), { ...words[language] }]));

describe('labels of the site', () => {
  const english = labelsOf('en');
  const chinese = labelsOf('zh-cn');

  test('use no word instead of a term', () => {
    const foreign = Object.values(terms).flatMap(({ instead, ...entry }) =>
      (['en', 'zh-cn'] as const).flatMap((language) =>
        (instead?.[language] ?? []).flatMap((word) =>
          [...labelsOf(language)].flatMap(([path, text]) =>
            text.includes(word) ? [`${path}: "${word}" for "${entry[language].term}"`] : [],
          ),
        ),
      ),
    );
    expect(foreign).toEqual([]);
  });

  // Words that mean one thing on every label. "stack", "heap", "page" and others have everyday meanings as well.
  test.each(['size-class', 'span', 'slot', 'arena', 'prologue', 'guard', 'tiny-block', 'hot-split', 'escape-analysis'])(
    '%s is the same word on both sides',
    (id) => {
      const { en, 'zh-cn': zh } = terms[id]!;
      const pattern = new RegExp(`\\b${en.term}s?\\b`, 'i');
      const other = [...english].flatMap(([path, text]) => {
        const translated = chinese.get(path);
        if (!pattern.test(text.replace(/\{\w+\}/g, '')) || translated === undefined || translated === text) return [];
        return translated.includes(zh.term) ? [] : [`${path}: ${text} | ${translated}`];
      });
      expect(other).toEqual([]);
    },
  );
});

test('what is written about terms in lessons names the term or a form of it', () => {
  const folder = resolve(import.meta.dirname, '../../src/content/lessons/en');
  const strange = readdirSync(folder).flatMap((file) =>
    [...readFileSync(resolve(folder, file), 'utf8').matchAll(/<Term id="([\w-]+)">([^<]+)<\/Term>/g)].flatMap(
      ([, id, shown]) => {
        const stem = (text: string) => text.toLowerCase().slice(0, 4);
        const named = terms[id!]!.en.term.split(' ').some((word) =>
          shown!.split(' ').some((s) => stem(s) === stem(word)),
        );
        return named ? [] : [`${file}: ${id} as "${shown}"`];
      },
    ),
  );
  expect(strange).toEqual([]);
});
