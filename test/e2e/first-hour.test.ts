/**
 * A learner's first hour, through the site's own links: home, three lessons, a miss, review on the next day, the progress
 * taken along to another browser. With a mouse, by keyboard alone, on a phone, and without a network.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { finger, type Hands, keyboard, mouse } from './hands.ts';
import { stored } from './stored.ts';

const site = inject('site');
const FIRST_DAY = Date.UTC(2026, 2, 2, 10);
const DAY = 86_400_000;
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Key {
  readonly places: readonly { readonly id: string; readonly verdict: 'stack' | 'heap' }[];
  readonly reason: string;
}

/** Answers a prediction; a wrong one turns every place around. */
async function answer(page: Page, hands: Hands, item: string, right: boolean): Promise<void> {
  const [lesson, name] = item.split('/');
  const key = JSON.parse(readFileSync(join(inject('dist'), `keys/en/${lesson}/${name}.json`), 'utf8')) as Key;
  const question = page.locator(`#q-${name}`);
  for (const { id, verdict } of key.places) {
    const guess = (verdict === 'stack') === right ? 'stack' : 'heap';
    await hands.choose(question.locator(`.pick[data-place="${id}"] input[value=${guess}]`));
  }
  await hands.choose(question.locator('.conf input[value=sure]'));
  await hands.press(question.locator('.lock'));
  await hands.choose(question.locator(`.reasons input[value="${key.reason}"]`));
  await hands.press(question.locator('.ink'));
  await question.locator('.verdict .why').waitFor();
}

/** Answers the page's first question that has one right option, and gives its name. */
async function answerFirst(page: Page, hands: Hands): Promise<string> {
  const item = (await page.locator('[data-form=one]').first().getAttribute('data-question'))!;
  const [lesson, name] = item.split('/');
  const path = join(inject('dist'), `keys/en/${lesson}/${name}.json`);
  const { truth } = JSON.parse(readFileSync(path, 'utf8')) as { truth: readonly string[] };
  const question = page.locator(`#q-${name}`);
  await hands.choose(question.locator(`.answers input[value="${truth[0]}"]`));
  await hands.choose(question.locator('.conf input[value=sure]'));
  await hands.press(question.locator('.lock'));
  await question.locator('.verdict .score').waitFor();
  return item;
}

async function keepWholeCourse(page: Page): Promise<void> {
  await page.goto(`${site}en/progress/`);
  await page.locator('offline-copy .btn').click();
  const ready = page.locator('offline-copy', { hasText: 'The whole course is available offline.' });
  await ready.waitFor({ timeout: 100_000 });
}

async function noSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), page.url()).toBeLessThanOrEqual(
    0,
  );
}

const WAYS: readonly (readonly [string, (page: Page) => Hands, BrowserContextOptions, boolean])[] = [
  ['with a mouse', mouse, {}, false],
  ['by keyboard alone', keyboard, {}, false],
  ['on a phone', finger, PHONE, false],
  ['without a network after the first visit', mouse, {}, true],
];

test.each(WAYS)('the first hour %s', async (_, handsOf, options, isOffline) => {
  const context = await browser.newContext({ timezoneId: 'UTC', acceptDownloads: true, ...options });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  const page = await context.newPage();
  const hands = handsOf(page);
  await page.clock.setFixedTime(FIRST_DAY);
  if (isOffline) await keepWholeCourse(page);
  await context.setOffline(isOffline);

  await page.goto(`${site}en/`);
  if (isOffline) await page.locator('#offline-note').waitFor();
  await hands.choose(page.locator('home-hero input[value=heap]'));
  await hands.press(page.locator('home-hero .lock'));
  await page.locator('home-hero .verdict .why').waitFor();
  await noSidewaysScroll(page);
  await hands.press(page.locator('.after-act .start'));

  // Three lessons; in the first one a sure miss.
  await page.waitForURL(/lessons\/frames\/$/);
  await answer(page, hands, 'frames/two-frames', true);
  await answer(page, hands, 'frames/returned', false);
  await noSidewaysScroll(page);
  const answered = ['frames/two-frames', 'frames/returned'];
  for (const lesson of ['not-in-the-language', 'cost']) {
    await hands.press(page.locator('nav.pager a').last());
    await page.waitForURL((url) => url.pathname.endsWith(`lessons/${lesson}/`));
    answered.push(await answerFirst(page, hands));
    await noSidewaysScroll(page);
  }
  await expect.poll(async () => (await stored(page)).length).toBe(5);
  expect((await stored(page)).map(({ item }) => item).sort()).toEqual([...answered, 'home/sum'].sort());
  await hands.press(page.locator('header [data-due]'));
  await page.locator('review-session[data-state=empty]').waitFor();

  // The next day: what was missed is asked first, and right this time.
  await page.clock.setFixedTime(FIRST_DAY + DAY + 60_000);
  await hands.press(page.locator('header .mark'));
  const due = page.locator('returning-home .btn.solid');
  await due.waitFor();
  expect(await page.locator('main .btn.solid:visible').allInnerTexts()).toEqual(['Review 4 questions']);
  await hands.press(due);
  await page.locator('review-session #q-returned').waitFor();
  expect(await page.locator('review-session .kick').innerText()).toContain('You were sure, and it was not so.');
  await answer(page, hands, 'frames/returned', true);
  await noSidewaysScroll(page);
  await hands.press(page.locator('.go-on'));
  await page.locator('review-session .kick', { hasText: '2 of 4' }).waitFor();
  await expect.poll(async () => (await stored(page)).length).toBe(6);

  // Taken along: a file, read in another browser.
  await hands.press(page.locator('footer a[href$="/progress/"]'));
  await page.locator('progress-record table').waitFor();
  await noSidewaysScroll(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    hands.press(page.locator('progress-record .save')),
  ]);
  const file = await download.path();
  const there = await browser.newContext({ timezoneId: 'UTC', ...options });
  const other = await there.newPage();
  await other.clock.setFixedTime(FIRST_DAY + DAY + 120_000);
  await other.goto(`${site}en/progress/`);
  await other.locator('progress-record table').waitFor();
  await handsOf(other).give(other.locator('input[type=file]'), file);
  await expect.poll(() => other.locator('.said').innerText()).toBe('Answers added: 6.');
  await expect.poll(async () => (await stored(other)).length).toBe(6);
  expect(await stored(other)).toEqual(await stored(page));
  await handsOf(other).press(other.locator('header .mark'));
  await other.locator('returning-home .btn.solid', { hasText: 'Review 3 questions' }).waitFor();
  expect(errors).toEqual([]);
  await Promise.all([context.close(), there.close()]);
});
