/** A fix-it task as a learner meets it: by keyboard, on a phone, given up, without a network; and what it claims. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { FixKeyFile } from '../../src/components/build/fix.ts';
import { launch } from './browser.ts';
import { tabTo } from './lesson-page.ts';
import { stored } from './stored.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

function keyOf(task: string): FixKeyFile {
  return JSON.parse(readFileSync(join(inject('dist'), `keys/en/fix-it/${task}.json`), 'utf8')) as FixKeyFile;
}

async function open(context: BrowserContext, task: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site}en/fix-it/${task}/`);
  return page;
}

/** Opens the editor and puts `text` into it. */
async function write(page: Page, text: string): Promise<void> {
  if ((await page.locator('.cm-content').count()) === 0) await page.locator('.edit-now').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function check(page: Page, text: string): Promise<string> {
  await write(page, text);
  await page.locator('.conf input[value=sure]').check();
  await page.locator('.lock').click();
  await page.locator('fix-task[data-phase=graded]').waitFor({ timeout: 30_000 });
  return page.locator('.verdict').innerText();
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

test('each verdict says what holds, by what evidence, and what is not known', async () => {
  const context = await browser.newContext();
  const page = await open(context, 'merge-objects');
  const { task, solutions } = keyOf('merge-objects');
  expect(await page.content()).not.toContain(solutions[0]!.text.split('\n')[16]!.trim());

  const over = await check(page, task.start.replace('return &cache{mu: m}', 'c := &cache{mu: m}\n\treturn c'));
  expect(over).toContain('The verdict still sends something to the heap.');
  expect(over).not.toContain('Solutions that were run');

  const broken = await check(page, `${solutions[0]!.text}\nvar spare *cache\n`);
  expect(broken).toContain('spare is a new package variable');

  const embedded = task.start.replace('*sync.Mutex', 'sync.Mutex');
  const counted = await check(
    page,
    embedded.replace('\tm := new(sync.Mutex)\n\treturn &cache{mu: m}', '\tc := &cache{hits: 0}\n\treturn c'),
  );
  expect(counted).toContain('Reached by the verdicts');
  expect(counted).toContain('at most 1, by the verdicts of -m -l');
  expect(counted).toContain('not run, so not known');
  // What it should print is not on the page; what the learner's own Go printed decides.
  expect(counted).not.toContain(task.startRun.output.trim());
  const compare = async (printed: string) => {
    await page.locator('.own-run textarea').fill(printed);
    await page.locator('.compare').click();
  };
  await compare(task.startRun.output);
  expect(await page.locator('.own-fault').innerText()).toContain('not the whole output');
  await compare(`${task.startRun.output}allocations 2\n`);
  expect(await page.locator('.own-fault').innerText()).toContain('Your run counts 2 allocations');
  await compare('another\nallocations 1\n');
  expect(await page.locator('.own-fault').innerText()).toContain('line 1 differs');
  expect((await stored(page)).length).toBe(3);
  await compare(`${task.startRun.output.trim()}\r\nallocations 1`);
  await page.locator('.evidence', { hasText: '1, by your own run' }).waitFor();

  const recorded = await check(page, solutions[0]!.text.replaceAll('\n\n', '\n\n\n'));
  expect(recorded).toContain('Go ran exactly this program');
  expect(recorded).toContain('1, recorded with Go 1.26.8');
  expect(recorded).toContain('No smaller edit is known.');
  expect(await page.locator('main .btn.solid:visible:not([disabled])').allInnerTexts()).toEqual(['Next task']);

  const answers = await stored(page);
  expect(answers.map(({ answer, score }) => [(answer as { outcome: string }).outcome, score])).toEqual([
    ['over', 0.25],
    ['broken', 0],
    ['counted', 0.75],
    ['ran', 1],
    ['recorded', 1],
  ]);
  expect(answers.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);

  const text = `${task.start}}`;
  await write(page, text);
  await page.locator('.lock').click();
  await page.locator('.problem .says').waitFor();
  expect(await page.locator('.problem').innerText()).toContain('syntax error');
  expect(await stored(page)).toHaveLength(5);
  await page.goto(`${site}en/fix-it/`);
  await expect.poll(() => page.locator('fix-state[data-items="fix-it/merge-objects"]').innerText()).toBe('solved');
  expect(await page.locator('.fix-list li').count()).toBe(22);
  await page.goto(`${site}en/progress/`);
  await expect.poll(() => page.locator('tbody tr').last().innerText()).toMatch(/Fix-it\s+1\/22\s+5 %/);
  await context.close();
});

test('by keyboard alone', async () => {
  const context = await browser.newContext();
  const page = await open(context, 'bounded-make');
  await tabTo(page, '.edit-now');
  await page.keyboard.press('Enter');
  await page.locator('.cm-content').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(keyOf('bounded-make').solutions[0]!.text);
  await page.keyboard.press('Escape');
  await tabTo(page, '.conf input', 10);
  await page.keyboard.press('Space');
  await tabTo(page, '.hints summary', 10);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.classList.contains('lock'))).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('fix-task[data-phase=graded]').waitFor({ timeout: 30_000 });
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('verdict');
  const [answer] = await stored(page);
  expect([answer!.score, answer!.hints]).toEqual([1, 1]);
  await context.close();
});

test('given up on a phone: what was run is shown, and nothing scrolls sideways', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await open(context, 'one-builder');
  await page.locator('.give-up').tap();
  await page.locator('.verdict details').first().waitFor();
  await page.locator('.verdict summary').first().tap();
  expect(await page.locator('.verdict pre').first().innerText()).toContain('strings.Builder');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  expect(await stored(page)).toMatchObject([{ item: 'fix-it/one-builder', gaveUp: true, score: 0 }]);
  await context.close();
});

test('a task that was opened is judged without a network', async () => {
  const context = await browser.newContext();
  const page = await open(context, 'by-value');
  const { task, solutions } = keyOf('by-value');
  await check(page, `${task.start}\n// A comment.\n`);
  expect(await stored(page)).toEqual([]);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('stack-or-heap')).keys()).length))
    .toBeGreaterThan(5);
  await page.locator('.from-before').waitFor();
  await check(page, `${task.start}\n// A comment.\n`);
  await context.setOffline(true);
  await page.reload();
  await page.locator('.from-before').waitFor();
  expect(await check(page, solutions[0]!.text)).toContain('Go ran exactly this program');
  await context.close();
});

test.each(['light', 'dark', 'contrast'])('axe finds nothing: %s', async (theme) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
  const page = await open(context, 'by-value');
  const { task, solutions } = keyOf('by-value');
  for (const text of [task.start.replace('&vec{', '& vec{\n'), `${task.start}\nvar memo *vec\n`, solutions[0]!.text]) {
    await check(page, text);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await findings(page)).toEqual([]);
  }
  await page.goto(`${site}zh-cn/fix-it/`);
  expect(await findings(page)).toEqual([]);
  await context.close();
});
