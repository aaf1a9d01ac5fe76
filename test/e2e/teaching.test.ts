/** Beside the questions: a word is explained where it stands, a summary shows its words only after one has tried. */
import { readFileSync } from 'node:fs';
import { source } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { launch } from './browser.ts';

const lesson = `${inject('site')}en/lessons/frames/`;
const sentences = parse(readFileSync('src/content/summaries/frames.en.yaml', 'utf8')) as string[];
const words = sentences.flatMap((each) => [...each.matchAll(/\[\[([^\]|]+)/g)].map((match) => match[1]!));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
  await page.goto(lesson);
  return page;
}

test.each([390, 1280])('at %i pixels a word of the glossary opens and closes by keyboard', async (width) => {
  const page = await open(width);
  const term = page.locator('.term').first();
  const note = page.locator('.term-note').first();
  expect(await note.isVisible()).toBe(false);
  await term.focus();
  await page.keyboard.press('Enter');
  await note.waitFor();
  expect(await note.locator('a').getAttribute('href')).toContain('/glossary/#stack');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  expect(await note.isVisible()).toBe(false);
  await page.close();
});

test('the summary waits for every gap, then shows its words beside those of the learner', async () => {
  const page = await open();
  const summary = page.locator('look-back');
  const gaps = summary.locator('.gap');
  expect(await gaps.count()).toBe(words.length);
  const compare = summary.locator('.compare');
  await gaps.first().fill('wrong');
  await expect.poll(() => compare.isDisabled()).toBe(true);
  for (const [index, word] of words.entries()) if (index > 0) await gaps.nth(index).fill(word.toUpperCase());
  await expect.poll(() => compare.isDisabled()).toBe(false);
  await compare.click();
  await summary.locator('.filled').first().waitFor();
  expect(await summary.locator('.filled').allInnerTexts()).toEqual(words);
  expect(await summary.locator('s').allInnerTexts()).toEqual(['wrong']);
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    return (await axe.run('look-back')).violations.map(({ id }) => id);
  });
  expect(violations).toEqual([]);
  await page.close();
});

test('who gives up is shown the words, also with the first press', async () => {
  const page = await open();
  await page.locator('look-back .give-up').click();
  await expect.poll(() => page.locator('look-back .filled').count()).toBe(words.length);
  await page.close();
});

test('before that the words are not in the page', async () => {
  const page = await open();
  const html = await page.locator('look-back').evaluate((element) => element.outerHTML);
  for (const word of ['frame', 'downward', 'longer']) expect(html).not.toContain(`>${word}<`);
  for (const sentence of sentences) expect(html).not.toContain(sentence.replace(/\[\[([^\]|]+)[^\]]*\]\]/g, '$1'));
  await page.close();
});
