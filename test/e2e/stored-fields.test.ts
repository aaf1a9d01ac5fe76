/** Every kind of question stores everything that a later report may ask for. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { lessonsWithQuestions, questionsOf } from '../../src/components/build/content.ts';
import { isUnread, readRecord } from '../../src/course/progress/record.ts';
import { hashOf } from '../../src/course/progress/stored.ts';
import { launch } from './browser.ts';
import { FIXED, guess, task } from './lesson-page.ts';
import { stored } from './stored.ts';

const site = inject('site');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A question of each kind, of the first lesson where it has one. */
const lessons = lessonsWithQuestions().filter((lesson) => !['home', 'fix-it', 'frames'].includes(lesson));
const oneOfKind = new Map(
  [...lessons, 'frames'].flatMap((lesson) => questionsOf(lesson)).map((entry) => [entry.question.kind, entry] as const),
);

async function answered(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await stored(page)).length).toBe(count);
}

test.each([...oneOfKind])('%s', async (kind, { lesson, question, text }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const before = Date.now();
  await page.goto(`${site}en/lessons/${lesson}/`);
  const element = task(page, question.id);
  const hint = element.locator('.hints summary');
  const hints = Math.min(1, await hint.count());
  if (hints > 0) for (let press = 0; press < 2; press++) await hint.first().click();
  if (kind === 'fix-it') {
    await element.locator('.edit-now').click();
    await element.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(FIXED);
    await guess(element, { n: 'stack' }, 'sure');
    await element.locator('.lock').click();
  } else await element.locator('.give-up').click();
  await answered(page, 1);
  const [raw] = await stored(page);
  const record = readRecord(JSON.parse(JSON.stringify(raw)));
  if (isUnread(record)) throw new Error(`stored but not readable: ${record.reason}`);
  expect(record).toMatchObject({
    schema: 2,
    pack: 'course',
    lesson,
    item: `${lesson}/${question.id}`,
    revision: question.revision,
    score: kind === 'fix-it' ? 1 : 0,
    // Given up without a word about being sure.
    confidence: kind === 'fix-it' ? 'sure' : null,
    gaveUp: kind !== 'fix-it',
    hints,
    attempt: 1,
    engineVersion: version,
  });
  expect(Number.isInteger(record.seed)).toBe(true);
  if (text !== '' && kind !== 'fix-it') expect(record.programHash).toBe(hashOf(text));
  if (kind === 'fix-it') expect(record.programHash).toBe(hashOf(FIXED));
  expect(record.goVersion).toMatch(/^\d+\.\d+/);
  expect(record.durationMs).toBeGreaterThan(0);
  expect(record.durationMs).toBeLessThanOrEqual(Date.now() - before);
  expect(record.at).toBeGreaterThanOrEqual(before);
  await context.close();
});
