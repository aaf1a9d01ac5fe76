/** What a learner comes back to: review on the next day, another device, another tab, no room, no network, search. */
import { readFileSync } from 'node:fs';
import { source } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { FRAMES, guess, LESSON, lockAndInk, task } from './lesson-page.ts';
import { stored, storedCount } from './stored.ts';

const site = inject('site');
const FIRST_DAY = Date.UTC(2026, 2, 2, 10);
const DAY = 86_400_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function context(): Promise<{ context: BrowserContext; errors: string[] }> {
  const errors: string[] = [];
  const fresh = await browser.newContext({ timezoneId: 'UTC', acceptDownloads: true });
  fresh.on('weberror', (error) => errors.push(error.error().message));
  return { context: fresh, errors };
}

/** Answers a question of lesson one; wrong ones turn every place around. */
async function answer(page: Page, id: string, right: boolean): Promise<void> {
  const { places, reason } = LESSON.find((question) => question.id === id)!;
  const turned = Object.entries(places).map(([name, place]) => [name, place === 'stack' ? 'heap' : 'stack'] as const);
  await guess(task(page, id), right ? places : Object.fromEntries(turned), 'sure');
  await lockAndInk(task(page, id), reason);
}

async function exported(page: Page, selector: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  return download.path();
}

test('a sure miss is due the next day, is answered in the review, and moves to another device', async () => {
  const { context: here, errors } = await context();
  const page = await here.newPage();
  await page.clock.setFixedTime(FIRST_DAY);
  await page.goto(`${site}en/review/`);
  await page.locator('review-session[data-state=empty]').waitFor();
  await page.goto(`${site}en/lessons/frames/`);
  await answer(page, 'returned', false);
  await storedCount(page, 1);
  await page.goto(`${site}en/review/`);
  await page.locator('review-session[data-state=empty]').waitFor();
  expect(await page.locator('review-session').innerText()).toContain('Nothing is due. Next: 1 question tomorrow.');

  await page.clock.setFixedTime(FIRST_DAY + DAY + 60_000);
  await page.goto(`${site}en/`);
  await page.locator('returning-home .btn.solid').waitFor();
  expect(await page.locator('main .btn.solid:visible').allInnerTexts()).toEqual(['Review 1 question']);
  await expect.poll(() => page.locator('[data-due]').getAttribute('data-due')).toBe('1');
  expect(await page.locator('.left-open').innerText()).toContain(`question 1 of ${FRAMES}`);
  expect(await page.locator('.left-open').getAttribute('href')).toMatch(/lessons\/frames\/#q-before$/);
  await page.locator('returning-home .btn.solid').click();
  await page.locator('review-session #q-returned').waitFor();
  expect(await page.locator('review-session .kick').innerText()).toContain('You were sure, and it was not so.');
  await answer(page, 'returned', true);
  await page.locator('.go-on').click();
  expect(await page.locator('review-session').innerText()).toContain('1 reviewed, 1 right');
  await storedCount(page, 2);
  expect((await stored(page)).map(({ occasion, score }) => [occasion, score]).sort()).toEqual([
    ['lesson', 0],
    ['review', 1],
  ]);

  await page.goto(`${site}en/progress/`);
  await page.locator('progress-record table').waitFor();
  const file = await exported(page, 'progress-record .save');
  const { context: there, errors: otherErrors } = await context();
  const other = await there.newPage();
  await other.goto(`${site}en/progress/`);
  await other.locator('progress-record table').waitFor();
  for (const said of ['Answers added: 2.', 'Nothing new in this file.']) {
    await other.locator('input[type=file]').setInputFiles(file);
    await expect.poll(() => other.locator('.said').innerText()).toBe(said);
  }
  await storedCount(other, 2);
  expect(await other.locator('tbody tr', { hasText: 'Frames and' }).innerText()).toContain(`1/${FRAMES}`);
  await other
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"kind"') });
  await expect.poll(() => other.locator('.said').innerText()).toContain('This file is damaged');
  await storedCount(other, 2);
  expect([...errors, ...otherErrors]).toEqual([]);
  await Promise.all([here.close(), there.close()]);
});

test('the question before a lesson is a pre-question first, and counts when it is answered again', async () => {
  const { context: here } = await context();
  const page = await here.newPage();
  await page.goto(`${site}en/lessons/calls/`);
  const question = task(page, 'before');
  for (const [index, expected] of [['pre-question'], ['lesson', 'pre-question']].entries()) {
    if (index > 0) await question.locator('.again').click();
    await question.locator('.give-up').click();
    await question.locator('.done-foot').waitFor();
    await storedCount(page, index + 1);
    expect((await stored(page)).map(({ occasion }) => occasion).sort()).toEqual(expected);
  }
  await page.goto(`${site}en/`);
  await page.locator('.before-now li').waitFor();
  expect(await page.locator('.before-now').innerText()).toContain('before: missed, now: missed');
  await here.close();
});

test('the entry check has two questions of each module and seeds the review; nothing is done by it', async () => {
  const { context: here } = await context();
  const page = await here.newPage();
  await page.goto(`${site}en/check/`);
  expect(await page.locator('.task').count()).toBe(10);
  await answer(page, 'returned', true);
  await storedCount(page, 1);
  expect((await stored(page))[0]!.occasion).toBe('entry-check');
  await page.goto(`${site}en/course/`);
  const tag = page.locator('lesson-progress[data-lesson=frames]');
  await expect.poll(() => tag.innerText()).toBe('may be skipped');
  await here.close();
});

test('two tabs show and keep what either of them adds', async () => {
  const { context: here } = await context();
  const [one, two] = [await here.newPage(), await here.newPage()];
  await Promise.all([one, two].map((page) => page.goto(`${site}en/lessons/frames/`)));
  await answer(one, 'two-frames', true);
  await expect.poll(() => two.locator('lesson-progress').first().innerText()).toBe(`1 of ${FRAMES} answered`);
  await Promise.all([answer(one, 'pointer-down', true), answer(two, 'returned', true)]);
  for (const page of [one, two])
    await expect
      .poll(() => page.locator('lesson-progress').first().innerText())
      .toMatch(new RegExp(`^3 of ${FRAMES} answered, about \\d+ min left at your pace$`));
  await storedCount(one, 3);
  await here.close();
});

describe('a store in trouble', () => {
  test('that is full: said, kept in the page, saved as a file, written when there is room', async () => {
    const { context: here } = await context();
    const page = await here.newPage();
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      Object.assign(window, { full: true });
      IDBObjectStore.prototype.put = function (...given) {
        if ((window as unknown as { full: boolean }).full) throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, given);
      };
    });
    await page.goto(`${site}en/lessons/frames/`);
    await answer(page, 'two-frames', true);
    const note = page.locator('#progress-trouble');
    await note.waitFor();
    expect(await note.innerText()).toContain('The storage of this browser is full.');
    expect(await page.locator('lesson-progress').first().innerText()).toBe(`1 of ${FRAMES} answered`);
    expect(readFileSync(await exported(page, '#progress-trouble .btn >> nth=0'), 'utf8')).toContain(
      'frames/two-frames',
    );
    await storedCount(page, 0);
    await page.evaluate(() => Object.assign(window, { full: false }));
    await note.locator('.btn').nth(1).click();
    await note.waitFor({ state: 'detached' });
    await storedCount(page, 1);
    await here.close();
  });

  test('from the first version, or damaged: read, and what cannot be read is kept', async () => {
    const { context: here } = await context();
    const page = await here.newPage();
    await page.goto(`${site}en/lessons/frames/`);
    await answer(page, 'two-frames', true);
    await storedCount(page, 1);
    const [known] = await stored(page);
    const old = {
      kind: 'stack-or-heap-progress',
      schema: 1,
      records: [{ ...known, id: 'here-1', at: 1 }, { schema: 7 }],
    };
    await page.evaluate((text) => localStorage.setItem('stack-or-heap.progress', text), JSON.stringify(old));
    await page.goto(`${site}en/progress/`);
    await storedCount(page, 3);
    await expect.poll(() => page.locator('.sum').innerText()).toContain('Answers given: 2. Questions: 1.');
    expect(await page.locator('.sum').innerText()).toContain('Entries that this version cannot read: 1.');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('stack-or-heap.progress'))).toBeNull();
    expect(readFileSync(await exported(page, 'progress-record .save'), 'utf8')).toContain('{"schema":7}');
    await here.close();
  });
});

test('after one visit a lesson is answered without a network; the whole course after one press', async () => {
  const { context: here, errors } = await context();
  const page = await here.newPage();
  await page.goto(`${site}en/lessons/frames/`);
  const keptLike = (part: string) =>
    page.evaluate(async (wanted) => {
      const keys = await (await caches.open('stack-or-heap')).keys();
      return keys.filter(({ url }) => url.includes(wanted)).length;
    }, part);
  await expect.poll(() => keptLike('keys/en/frames/'), { timeout: 30_000 }).toBe(FRAMES);
  await expect.poll(() => keptLike('en/lessons/frames/index.html')).toBe(1);
  await here.setOffline(true);
  await page.reload();
  await page.locator('#offline-note').waitFor();
  await answer(page, 'returned', true);
  await page.goto(`${site}en/course/`);
  await expect
    .poll(() => page.locator('lesson-progress[data-lesson=frames]').innerText())
    .toBe(`1 of ${FRAMES} answered`);

  await here.setOffline(false);
  await page.goto(`${site}en/progress/`);
  const button = page.locator('offline-copy .btn');
  await button.waitFor();
  expect(await button.innerText()).toMatch(/^Make the course available offline \(\d+\.\d\sMB\)$/);
  await button.click();
  await page
    .locator('offline-copy', { hasText: 'The whole course is available offline.' })
    .waitFor({ timeout: 100_000 });
  await here.setOffline(true);
  for (const path of ['en/lessons/interfaces/', 'en/boards/heap/', 'en/explorer/']) {
    await page.goto(site + path);
    expect(await page.locator('h1').innerText(), path).not.toContain('No frame');
  }
  await page.locator('.ask').click();
  await page.locator('.why').waitFor();
  expect(errors).toEqual([]);
  await here.close();
});

describe('search', () => {
  test('by keyboard alone, with a misspelt word', async () => {
    const { context: here, errors } = await context();
    const page = await here.newPage();
    await page.goto(`${site}en/course/`);
    await page.keyboard.press('/');
    const input = page.getByRole('combobox');
    await input.waitFor();
    await page.keyboard.type('stak');
    await page.locator('dialog.search .btn', { hasText: 'Did you mean stack?' }).waitFor();
    await input.fill('closure');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(`${site}en/`) && !url.href.endsWith('/course/'));
    expect(errors).toEqual([]);
    await here.close();
  });

  test('in Chinese', async () => {
    const { context: here } = await context();
    const page = await here.newPage();
    await page.goto(`${site}zh-cn/course/`);
    await page.locator('[data-search]').click();
    await page.getByRole('combobox').waitFor();
    await page.keyboard.insertText('栈');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.search').waitFor({ state: 'hidden' });
    await here.close();
  });
});

test.each(['light', 'dark', 'contrast'])(
  'axe finds nothing on the pages of a learner who comes back: %s',
  async (theme) => {
    const { context: here, errors } = await context();
    const page = await here.newPage();
    await page.addInitScript((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
    const findings = async () => {
      await page.evaluate(source);
      return page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
      });
    };
    await page.clock.setFixedTime(FIRST_DAY);
    await page.goto(`${site}en/lessons/frames/`);
    await answer(page, 'returned', false);
    await storedCount(page, 1);
    await page.clock.setFixedTime(FIRST_DAY + 2 * DAY);
    const settled = {
      'en/': 'returning-home .btn',
      'en/review/': 'review-session #q-returned',
      'en/progress/': 'offline-copy > *',
      'en/check/': '.task',
      'zh-cn/keyboard/': '.keys',
    };
    for (const [path, selector] of Object.entries(settled)) {
      await page.goto(site + path);
      await page.locator(selector).first().waitFor();
      expect(await findings(), path).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('栈');
    await page.getByRole('option').first().waitFor();
    expect(await findings(), 'search').toEqual([]);
    expect(errors).toEqual([]);
    await here.close();
  },
);
