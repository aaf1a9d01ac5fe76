/** Whatever happens to the store: nothing is lost, and the learner is told what to do. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { guess, LESSON, lockAndInk, task } from './lesson-page.ts';
import { stored } from './stored.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function answer(page: Page, id: string): Promise<void> {
  const { places, reason } = LESSON.find((question) => question.id === id)!;
  await guess(task(page, id), places);
  await lockAndInk(task(page, id), reason);
}

async function count(page: Page, expected: number): Promise<void> {
  await expect.poll(async () => (await stored(page)).length).toBe(expected);
}

/** A page of lesson one with one answer in the store. */
async function started(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site}en/lessons/frames/`);
  await answer(page, 'two-frames');
  await count(page, 1);
  return page;
}

/** Puts entries into the database behind the page's back. */
function spoil(page: Page, entries: readonly (readonly [key: string, value: unknown])[]): Promise<void> {
  return page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('stack-or-heap');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('answers', 'readwrite');
          for (const [key, value] of all) writing.objectStore('answers').put(value, key);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    entries,
  );
}

async function exported(page: Page, selector: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  return readFileSync(await download.path(), 'utf8');
}

const summary = (page: Page) => page.locator('progress-record .sum').innerText();

test('damaged entries are counted, exported and kept; the others count as before', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await started(context);
  const [whole] = await stored(page);
  await spoil(page, [
    ['text', 'torn off'],
    ['null', null],
    ['half', { schema: 2, id: 'half', score: 1 }],
    ['too much', { ...whole, id: 'too much', score: 7 }],
    ['later', { ...whole, id: 'later', schema: 99, brandNew: true }],
  ]);
  await page.goto(`${site}en/progress/`);
  await expect.poll(() => summary(page)).toContain('Entries that this version cannot read: 5.');
  expect(await summary(page)).toContain('Answers given: 1. Questions: 1.');
  const file = await exported(page, 'progress-record .save');
  for (const kept of ['"torn off"', '"id":"half"', '"score":7', '"brandNew":true']) expect(file).toContain(kept);
  await page.goto(`${site}en/lessons/frames/`);
  await answer(page, 'returned');
  await count(page, 7);
  await context.close();
});

test('entries of schema 1 count, and stay as they are', async () => {
  const context = await browser.newContext();
  const page = await started(context);
  const [whole] = await stored(page);
  const first = { ...whole, schema: 1, id: 'first', item: 'frames/returned', pack: 'course', confidence: 'guess' };
  await spoil(page, [['first', first]]);
  await page.goto(`${site}en/lessons/frames/`);
  await expect.poll(() => page.locator('lesson-progress').first().innerText()).toContain('2 of');
  await answer(page, 'pointer-down');
  await count(page, 3);
  expect((await stored(page)).filter(({ id }) => id === 'first')).toEqual([first]);
  await context.close();
});

test('a course that was edited: what it no longer has stays stored, and nothing breaks', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await started(context);
  const [whole] = await stored(page);
  const old = { score: 0, at: 1 };
  await spoil(page, [
    ['gone', { ...whole, ...old, id: 'gone', item: 'frames/no-such-question' }],
    ['lesson', { ...whole, ...old, id: 'lesson', lesson: 'no-such-lesson', item: 'no-such-lesson/one' }],
    ['revised', { ...whole, ...old, id: 'revised', item: 'frames/returned', revision: 0 }],
  ]);
  await page.goto(`${site}en/review/`);
  await page.locator('review-session #q-returned').waitFor();
  expect(await page.locator('review-session .kick').innerText()).toContain('1 of 1');
  await page.goto(`${site}en/progress/`);
  await expect.poll(() => summary(page)).toContain('Answers given: 4. Questions: 4.');
  expect(await page.locator('tbody tr', { hasText: 'A1' }).first().innerText()).toMatch(/2\/\d/);
  expect(await exported(page, 'progress-record .save')).toContain('no-such-question');
  await count(page, 4);
  await context.close();
});

test('a browser that keeps nothing: said at the first answer, which can be saved as a file', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    Storage.prototype.getItem = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  const page = await context.newPage();
  await page.goto(`${site}en/lessons/frames/`);
  await answer(page, 'two-frames');
  await page.locator('#progress-trouble').waitFor();
  expect(await page.locator('#progress-trouble').innerText()).toContain('does not let the page keep anything');
  await answer(page, 'returned');
  await expect.poll(() => page.locator('#progress-trouble').innerText()).toContain(': 2.');
  expect(await page.locator('lesson-progress').first().innerText()).toMatch(/^2 of/);
  const file = await exported(page, '#progress-trouble .btn >> nth=0');
  expect(file).toContain('frames/two-frames');
  expect(file).toContain('frames/returned');
  await context.close();
});

test('a database of a later version is left alone, and said to be out of reach', async () => {
  const context = await browser.newContext();
  const page = await started(context);
  await page.goto(`${site}no/such/page/`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('stack-or-heap', 9);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await page.goto(`${site}en/lessons/frames/`);
  await answer(page, 'returned');
  await page.locator('#progress-trouble').waitFor();
  expect(await page.locator('lesson-progress').first().innerText()).toMatch(/^1 of/);
  expect((await stored(page)).map(({ item }) => item)).toEqual(['frames/two-frames']);
  await context.close();
});

test('a write that fails half-way writes nothing, and everything at the next try', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await started(context);
  await answer(page, 'returned');
  await answer(page, 'pointer-down');
  await count(page, 3);
  await page.goto(`${site}en/progress/`);
  await page.locator('progress-record table').waitFor();
  const file = await exported(page, 'progress-record .save');

  const there = await browser.newContext();
  await there.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    let left = 1;
    Object.assign(window, { room: () => (left = 1000) });
    IDBObjectStore.prototype.put = function (...given) {
      if (left-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const other = await there.newPage();
  await other.goto(`${site}en/progress/`);
  await other.locator('progress-record table').waitFor();
  await other
    .locator('input[type=file]')
    .setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await other.locator('#progress-trouble').waitFor();
  expect(await other.locator('#progress-trouble').innerText()).toContain('The storage of this browser is full.');
  expect(await summary(other)).toContain('Answers given: 3.');
  await count(other, 0);
  await other.evaluate(() => (window as unknown as { room: () => void }).room());
  await other.locator('#progress-trouble .btn').nth(1).click();
  await count(other, 3);
  await other.locator('#progress-trouble').waitFor({ state: 'detached' });
  await Promise.all([context.close(), there.close()]);
});

test('two devices, merged both ways, have the same', async () => {
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ acceptDownloads: true })));
  const pages = await Promise.all(contexts.map(started));
  await answer(pages[0]!, 'returned');
  await answer(pages[1]!, 'pointer-down');
  await Promise.all(pages.map((page) => count(page, 2)));
  const files: string[] = [];
  for (const page of pages) {
    await page.goto(`${site}en/progress/`);
    await page.locator('progress-record table').waitFor();
    files.push(await exported(page, 'progress-record .save'));
  }
  for (const [index, page] of pages.entries()) {
    const buffer = Buffer.from(files[1 - index]!);
    await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
    await expect.poll(() => page.locator('.said').innerText()).toBe('Answers added: 2.');
    await count(page, 4);
  }
  const ids = await Promise.all(pages.map(async (page) => (await stored(page)).map(({ id }) => id).sort()));
  expect(ids[0]).toEqual(ids[1]);
  await Promise.all(contexts.map((context) => context.close()));
});

test('two tabs that import and answer at the same time both have everything', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const one = await started(context);
  await one.goto(`${site}en/progress/`);
  await one.locator('progress-record table').waitFor();
  const [whole] = await stored(one);
  const file = JSON.stringify({
    kind: 'stack-or-heap-progress',
    schema: 1,
    records: [1, 2, 3].map((n) => ({ ...whole, id: `there-${n}`, at: n })),
  });
  const two = await context.newPage();
  await two.goto(`${site}en/lessons/frames/`);
  await Promise.all([
    one
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(file) }),
    answer(two, 'returned'),
  ]);
  await count(one, 5);
  await expect.poll(() => summary(one)).toContain('Answers given: 5. Questions: 2.');
  await context.close();
});

test('the record is printed without what one can press', async () => {
  const context = await browser.newContext();
  const page = await started(context);
  await page.goto(`${site}en/progress/`);
  await page.locator('progress-record table').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, header nav:visible, footer a:visible').allInnerTexts()).toEqual([]);
  expect(await page.locator('progress-record table').isVisible()).toBe(true);
  expect(await page.locator('progress-record .sum').isVisible()).toBe(true);
  await context.close();
});
