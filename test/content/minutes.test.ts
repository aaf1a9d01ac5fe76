/**
 * The minutes that a lesson states are measured off its length, not wished for: words read, programs read, questions
 * answered by kind. What a learner really takes is in the log (`durationMs`); this holds the order of size.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { questionsOf } from '../../src/components/build/content.ts';
import type { Question } from '../../src/course/kinds/schemas.ts';

const folder = resolve(import.meta.dirname, '../../src/content/lessons/en');
/** Technical prose in a second language: slower than the 238 words that readers of English reach. */
const WORDS_A_MINUTE = 160;
const LINES_A_MINUTE = 40;
const BOARD = 1.5;
/** Deciding, saying how sure, reading the verdict. */
const MINUTES: Readonly<Partial<Record<Question['kind'], number>>> = { 'fix-it': 2.5, 'true-false': 1.5, match: 1.2 };
const OTHERS = 0.95;
/** Off by more than this part, the number on the page would mislead. */
const TOLERANCE = 0.35;

function measured(lesson: string, body: string): number {
  const words = body.replaceAll(/<[^>]+>/g, '').split(/\s+/).length;
  const asked = questionsOf(lesson);
  const lines = [...new Set(asked.map(({ text }) => text))].reduce((sum, text) => sum + text.split('\n').length, 0);
  const answering = asked.reduce((sum, { question }) => sum + (MINUTES[question.kind] ?? OTHERS), 0);
  const boards = [...body.matchAll(/<Board /g)].length;
  return words / WORDS_A_MINUTE + lines / LINES_A_MINUTE + answering + boards * BOARD;
}

test.each(readdirSync(folder).map((file) => file.replace('.mdx', '')))('%s', (lesson) => {
  const [, head = '', ...body] = readFileSync(join(folder, `${lesson}.mdx`), 'utf8').split(/^---$/m);
  const stated = Number(/^minutes: (\d+)$/m.exec(head)?.[1]);
  const minutes = measured(lesson, body.join('---'));
  expect(Math.abs(stated - minutes) / minutes, `${stated} stated, ${minutes.toFixed(1)} measured`).toBeLessThan(
    TOLERANCE,
  );
});
