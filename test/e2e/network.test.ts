/** Nothing leaves the site, the policy is kept, no engine is loaded before it is needed, and failures lose nothing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { guess, LESSON, task } from './lesson-page.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function watched(path: string): Promise<{ page: Page; urls: string[]; errors: string[] }> {
  // A service worker would answer in place of the routes below.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const urls: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site + path, { waitUntil: 'networkidle' });
  return { page, urls, errors };
}

test.each(['', 'en/', 'en/course/', 'en/lessons/frames/', 'en/explorer/', 'zh-cn/'])(
  '/%s: own files only, the policy kept, no engine',
  async (path) => {
    const { page, urls, errors } = await watched(path);
    expect(urls.filter((url) => !url.startsWith(site))).toEqual([]);
    expect(urls.filter((url) => /\.wasm|facts\/|editor|\/keys\//.test(url))).toEqual([]);
    expect(urls.length, 'requests').toBeLessThanOrEqual(12);
    expect(errors).toEqual([]);
    await page.close();
  },
);

test('every link inside the site leads to a page', async () => {
  // A service worker would answer in place of the routes below.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const seen = new Set<string>();
  const queue = [site];
  while (queue.length > 0) {
    const url = queue.pop()!;
    if (seen.has(url)) continue;
    seen.add(url);
    const response = await page.goto(url);
    expect(response!.status(), url).toBe(200);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href.split('#')[0]!));
    for (const link of links) {
      // What leads out of the site is followed by people only.
      if (link.startsWith(site)) queue.push(link);
      else expect(link, `on ${url}`).toMatch(/^https:\/\//);
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(8);
  await page.close();
});

test('a key that does not load keeps the guess and can be asked for again', async () => {
  const { page } = await watched('en/lessons/frames/');
  const { id, places } = LESSON[0]!;
  const question = task(page, id);
  await page.route('**/keys/**', (route) => route.abort());
  await guess(question, places);
  await question.locator('.lock').click();
  await question.locator('.problem .btn').waitFor();
  expect(await question.locator('.problem').innerText()).toContain('Your guess is kept.');
  expect(await question.locator('.pick input:checked').count()).toBe(2);
  await page.unroute('**/keys/**');
  await question.locator('.problem .btn').click();
  await question.locator('.lock-foot').waitFor();
  await page.close();
});

test('what is ticked and pressed before a question’s script has come counts', async () => {
  const { page, errors } = await watched('en/lessons/frames/');
  const { id, places } = LESSON[0]!;
  const question = task(page, id);
  let send = () => {};
  const held = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route('**/predict-placement*', async (route) => {
    await held;
    await route.continue();
  });
  await guess(question, places);
  expect(await question.locator('.count').innerText()).toBe('0 of 2 marked');
  send();
  await question.locator('.lock:enabled').waitFor();
  expect(await question.locator('.count').innerText()).toBe('2 of 2 marked');
  await page.reload();
  await question.locator('.give-up').click();
  await question.locator('.verdict .why').waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

test.each([
  ['cgo', 'package main\n\nimport "C"\n\nfunc main() {\n}\n', 'Outside the supported subset: cgo: import "C"'],
  ['an undefined name', 'package main\n\nfunc main() {\n\tprintln(x)\n}\n', '4:10: undefined: x'],
  ['a syntax error', 'package main\n\nfunc main( {\n}\n', 'syntax error: '],
])('the explorer says why it cannot answer: %s', async (_, text, expected) => {
  const { page, errors } = await watched('en/explorer/');
  await page.locator('.edit-now').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.locator('.ask').click();
  await page.locator('.problem .note').waitFor();
  expect(await page.locator('.problem').innerText()).toContain(expected);
  expect(await page.locator('.findings').isVisible()).toBe(false);
  expect(errors).toEqual([]);
  await page.close();
});

test('typing while the engine is killed loses nothing, and the next one answers', async () => {
  const { page } = await watched('en/explorer/');
  await page.route('**/facts/**', () => {});
  await page.locator('.edit-now').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.locator('.ask').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  const workers = page.workers().length;
  // Types on while the worker waits for facts that never come, is ended at the time-out, and that is said.
  let typed = '';
  while ((await page.locator('.problem .btn').count()) === 0) {
    await page.keyboard.type(`// ${typed.length}\n`);
    typed += `// ${typed.length}\n`;
    await page.waitForTimeout(100);
    if (typed.length > 20_000) throw new Error('the engine was never ended');
  }
  expect(workers).toBe(1);
  expect(await page.locator('.problem').innerText()).toContain('The engine did not start.');
  const text = await page.evaluate(() => (document.querySelector('code-block') as unknown as { text: string }).text);
  expect(text.endsWith(typed)).toBe(true);
  await page.unroute('**/facts/**');
  await page.keyboard.type('// and on');
  await page.locator('.why').waitFor();
  expect(await page.locator('.places li').count()).toBeGreaterThan(3);
  await page.close();
});
