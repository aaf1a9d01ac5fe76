/** axe finds nothing: every kind of page, every theme, and the states of a question. */
import { source } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { guess, LESSON, lockAndInk, task } from './lesson-page.ts';

const PAGES = [
  '',
  'en/',
  'en/course/',
  'en/lessons/frames/',
  'en/lessons/make/',
  'en/glossary/',
  'zh-cn/glossary/',
  'en/left-out/',
  'en/explorer/',
  'zh-cn/',
  'zh-cn/lessons/frames/',
  'no/such/page/',
];
const THEMES = ['light', 'dark', 'contrast'];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(theme: string, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
  await page.goto(inject('site') + path);
  return page;
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe.each(THEMES)('%s', (theme) => {
  test.each(PAGES)('/%s', async (path) => {
    const page = await open(theme, path);
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  test('a lesson with graded, locked and edited questions', async () => {
    const page = await open(theme, 'en/lessons/frames/');
    for (const { id, places, reason } of LESSON.slice(0, 3)) {
      await guess(task(page, id), { ...places, ...('n' in places ? { n: 'stack' as const } : {}) });
      await lockAndInk(task(page, id), reason);
    }
    await guess(task(page, 'held'), LESSON[4]!.places);
    await task(page, 'held').locator('.lock').click();
    await task(page, 'held').locator('.lock-foot').waitFor();
    await task(page, 'keep-n').locator('.edit-now').click();
    await task(page, 'keep-n').locator('.cm-content').waitFor();
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  test('the explorer with its findings', async () => {
    const page = await open(theme, 'en/explorer/');
    await page.locator('.ask').click();
    await page.locator('.why').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });
});
