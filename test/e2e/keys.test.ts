/** The key is nowhere before the lock: not in the text, the attributes, the accessibility tree or the network. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { guess, LESSON, task } from './lesson-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Key {
  readonly places: readonly {
    readonly says: readonly string[];
    readonly steps: readonly { readonly text: string }[];
  }[];
  readonly after: string;
}

const folder = join(inject('dist'), 'keys/en/frames');
const keys = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Partial<Key>);

/** Sentences that only the key holds. */
const secrets = keys.flatMap(({ places = [], after }) => [
  after!,
  ...places.flatMap(({ says, steps }) => [...says, ...steps.map((s) => s.text)]),
]);

test('no sentence of a key is in the page, whatever reads it', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('site')}en/lessons/frames/`);
  const html = await page.content();
  const tree = await page.locator('body').ariaSnapshot();
  expect(secrets.length).toBeGreaterThan(20);
  for (const secret of secrets) {
    expect(html).not.toContain(secret);
    expect(tree).not.toContain(secret.replaceAll('`', ''));
  }
  await page.close();
});

test('both answers of every place are drawn alike', async () => {
  const page = await browser.newPage();
  await page.goto(`${inject('site')}en/lessons/frames/`);
  const picks = await page
    .locator('.pick')
    .evaluateAll((all) =>
      all.map((pick) =>
        pick.outerHTML.replaceAll(
          /(data-(place|name|function|belief)|name)="[^"]*"|<legend.*?<\/legend>|<code.*?<\/code>/g,
          '',
        ),
      ),
    );
  expect(new Set(picks).size).toBe(1);
  await page.close();
});

test('a key is fetched at the lock, its own and no other', async () => {
  const page = await browser.newPage();
  const fetched: string[] = [];
  page.on(
    'request',
    (request) => request.url().includes('/keys/') && fetched.push(new URL(request.url()).pathname.split('/').at(-1)!),
  );
  await page.goto(`${inject('site')}en/lessons/frames/`);
  const { id, places } = LESSON[2]!;
  await guess(task(page, id), places);
  expect(fetched).toEqual([]);
  await task(page, id).locator('.lock').click();
  await task(page, id).locator('.lock-foot').waitFor();
  expect(fetched).toEqual([`${id}.json`]);
  expect(await page.content()).not.toContain('moved to heap');
  await page.close();
});
