/** On paper: what one reads and what one answered, in light ink; nothing to press, and no answer that was not asked for. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Catalog } from '../../src/components/record/catalog.ts';
import { launch } from './browser.ts';
import { guess, LESSON, lockAndInk, task } from './lesson-page.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function printed(path: string, answer?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 }, reducedMotion: 'reduce' });
  await page.goto(site + path);
  await answer?.(page);
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** What is left on paper that only a finger or a key could use. */
function pressable(page: Page): Promise<string[]> {
  return page
    .locator(
      'button:visible, a.btn:visible, header nav:visible, footer:visible, .hints:visible, .conf:visible, .pager:visible',
    )
    .evaluateAll((all) =>
      all.filter((each) => !each.matches('.term, .step')).map((each) => each.outerHTML.slice(0, 90)),
    );
}

const PAGES = [
  'en/lessons/frames/',
  'zh-cn/lessons/frames/',
  'en/lessons/slots/',
  'en/course/',
  'en/glossary/',
  'en/check/',
];

test.each(PAGES)('%s: nothing to press, nothing wider than the sheet', async (path) => {
  const page = await printed(path);
  expect(await pressable(page)).toEqual([]);
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794);
  await page.close();
});

test('a lesson that nobody answered keeps its answers', async () => {
  const page = await printed('en/lessons/frames/');
  expect(await page.locator('.verdict:visible, .truth, .is-truth, .filled').count()).toBe(0);
  const { places } = LESSON[2]!;
  for (const place of Object.keys(places)) {
    const options = page.locator(`#q-${LESSON[2]!.id} .pick[data-place="${place}"] .opt`);
    expect(await options.evaluateAll((all) => all.map((each) => getComputedStyle(each).borderStyle))).toEqual([
      'dashed',
      'dashed',
    ]);
  }
  await page.close();
});

test('an answered question is printed with its reasons, light, with its ink', async () => {
  const page = await printed('en/lessons/frames/', async (screen) => {
    await screen.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    const { id, places, reason } = LESSON[0]!;
    await guess(task(screen, id), places);
    await lockAndInk(task(screen, id), reason);
    await screen.evaluate(() => dispatchEvent(new Event('beforeprint')));
  });
  const question = task(page, LESSON[0]!.id);
  expect(await question.locator('.verdict .path').isVisible()).toBe(true);
  const truth = question.locator('.opt.truth').first();
  const look = await truth.evaluate((chip) => {
    const { printColorAdjust, backgroundColor } = getComputedStyle(chip);
    return { printColorAdjust, backgroundColor, theme: document.documentElement.dataset.theme };
  });
  expect(look).toEqual({ printColorAdjust: 'exact', backgroundColor: 'rgb(27, 83, 168)', theme: 'light' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.close();
});

test('the record names the course, its dates and every lesson', async () => {
  const context = await browser.newContext({ viewport: { width: 794, height: 1123 } });
  const page = await context.newPage();
  await page.goto(`${site}en/lessons/frames/`);
  const { id, places, reason } = LESSON[0]!;
  await guess(task(page, id), places);
  await lockAndInk(task(page, id), reason);
  await page.goto(`${site}en/progress/`);
  await page.locator('progress-record table').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await pressable(page)).toEqual([]);
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  for (const said of ['Stack or Heap?', 'Your progress', 'Answers given: 1.', 'First answer: ', '1/13'])
    expect(text).toContain(said);
  const { lessons } = (await (await page.request.get(`${site}en/catalog.json`)).json()) as Catalog;
  expect(lessons.length).toBeGreaterThanOrEqual(28);
  // The last row is that of the fix-it tasks.
  const rows = await page.locator('progress-record tbody th a').allInnerTexts();
  expect(rows.slice(0, -1)).toEqual(lessons.map(({ title }) => title));
  expect(text).not.toContain('available offline');
  await context.close();
});
