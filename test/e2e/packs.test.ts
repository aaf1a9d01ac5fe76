/** A pack that somebody else wrote, mounted: what `pack new` makes is read, answered and kept under its own id. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { guess, lockAndInk, task } from './lesson-page.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('from the course to an answered question, and its record', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${site}en/course/`);
  await page.locator('.packs a').click();
  expect(await page.locator('h1').innerText()).toBe('A pack of my own');
  await page.locator('.cmap a').click();
  expect(await page.locator('h1').innerText()).toBe('An address that leaves');
  // What `go build -gcflags="-m -l"` of Go 1.26.8 says: moved to heap: n; m stays.
  await guess(task(page, 'two'), { n: 'heap', m: 'heap' });
  await lockAndInk(task(page, 'two'), 'returned');
  expect(await task(page, 'two').locator('.verdict').innerText()).toContain('1 of 2');
  // A form of the same pack: a slot of 20 bytes without pointers has 24.
  await task(page, 'slot').locator('.answers input').fill('24');
  await task(page, 'slot').locator('.conf input[value=sure]').check();
  await task(page, 'slot').locator('.lock').click();
  await task(page, 'slot').locator('.verdict .tag.ok').waitFor();
  expect(await page.locator('lesson-progress').innerText()).toContain('2 of 6');
  await page.goto(`${site}en/progress/`);
  const row = page.locator('tr', { has: page.locator('a[href$="/en/packs/visitor/first/"]') });
  expect(await row.innerText()).toContain('2/6');
  const kept = await page.evaluate(async () => {
    const opening = indexedDB.open('stack-or-heap');
    const disk = await new Promise<IDBDatabase>((done) => {
      opening.onsuccess = () => done(opening.result);
    });
    const reading = disk.transaction('answers').objectStore('answers').getAll();
    return new Promise<{ pack: string; item: string; score: number }[]>((done) => {
      reading.onsuccess = () => done(reading.result);
    });
  });
  expect(kept.map(({ pack, item, score }) => [pack, item, score]).sort()).toEqual([
    ['visitor', 'first/slot', 1],
    ['visitor', 'first/two', 0.5],
  ]);
  expect(errors).toEqual([]);
  await page.close();
});

test('what is due of a pack comes in the review', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}en/packs/visitor/first/`);
  await guess(task(page, 'two'), { n: 'stack', m: 'heap' }, 'sure');
  await lockAndInk(task(page, 'two'), 'returned');
  await page.clock.setFixedTime(Date.now() + 2 * 86_400_000);
  await page.goto(`${site}en/review/`);
  await page.locator('#q-two').waitFor();
  await guess(task(page, 'two'), { n: 'heap', m: 'stack' }, 'sure');
  await lockAndInk(task(page, 'two'), 'returned');
  await page.locator('.go-on').waitFor();
  await context.close();
});
