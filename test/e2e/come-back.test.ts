/** What comes back: an edit that was left, a fix-it task and a miss of practice in the review, a variant after any miss. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source } from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { FixKeyFile } from '../../src/components/build/fix.ts';
import { launch } from './browser.ts';
import { stored, storedCount } from './stored.ts';

const site = inject('site');
const FIRST_DAY = Date.UTC(2026, 2, 2, 10);
const DAY = 86_400_000;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function fresh(): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const errors: string[] = [];
  const context = await browser.newContext({ timezoneId: 'UTC' });
  context.on('weberror', (error) => errors.push(error.error().message));
  const page = await context.newPage();
  await page.clock.setFixedTime(FIRST_DAY);
  return { context, page, errors };
}

function keyOf(task: string): FixKeyFile {
  return JSON.parse(readFileSync(join(inject('dist'), `keys/en/fix-it/${task}.json`), 'utf8')) as FixKeyFile;
}

async function write(page: Page, text: string): Promise<void> {
  if ((await page.locator('.cm-content').count()) === 0) await page.locator('.edit-now:visible').first().click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function check(page: Page, text: string): Promise<string> {
  await write(page, text);
  await page.locator('fix-task .conf input[value=sure]').check();
  await page.locator('fix-task .lock').click();
  await page.locator('fix-task[data-phase=graded]').waitFor({ timeout: 30_000 });
  return page.locator('fix-task .verdict').innerText();
}

const program = (page: Page) => page.locator('.cm-content').innerText();
const filled = (page: Page) => page.locator('main .btn.solid:visible:not([disabled])').allInnerTexts();

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

test('an edit that was left is there after a reload, until its learner starts over', async () => {
  const { context, page, errors } = await fresh();
  await page.goto(`${site}en/fix-it/by-value/`);
  const { start } = keyOf('by-value').task;
  await write(page, `${start}\n// to be continued`);
  await page.reload();
  await page.locator('.from-before').waitFor();
  expect(await program(page)).toContain('// to be continued');
  // Nothing was checked, nothing takes the focus, and it is still pencil.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await page.locator('fix-task').getAttribute('data-phase')).toBe('edited');
  expect(await findings(page)).toEqual([]);
  await page.locator('.original', { hasText: 'Start over' }).click();
  await page.locator('.from-before').waitFor({ state: 'hidden' });
  expect(await program(page)).not.toContain('// to be continued');
  await page.reload();
  await page.locator('fix-state').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.cm-content').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test('a fix-it task that was missed is due the next day, at the edit that was left; once solved, from the start', async () => {
  const { context, page, errors } = await fresh();
  const { task, solutions } = keyOf('by-value');
  await page.goto(`${site}en/fix-it/by-value/`);
  const left = task.start.replace('return &vec{', 'c := &vec{').replace('\n\t}\n}', '\n\t}\n\treturn c\n}');
  expect(await check(page, left)).toContain('The verdict still sends something to the heap.');
  await page.locator('.transfer', { hasText: 'Same rule, new program' }).waitFor();
  await storedCount(page, 1);

  await page.clock.setFixedTime(FIRST_DAY + DAY + 60_000);
  await page.goto(`${site}en/`);
  await page.locator('returning-home .btn.solid').waitFor();
  expect(await filled(page)).toEqual(['Review 1 question']);
  await page.goto(`${site}en/review/`);
  await page.locator('review-session fix-task .from-before').waitFor();
  expect(await program(page)).toContain('c := &vec{');
  expect(await page.locator('review-session .kick').innerText()).toContain('You were sure, and it was not so.');
  expect(await findings(page)).toEqual([]);
  expect(await check(page, solutions[0]!.text)).toContain('Go ran exactly this program');
  await page.locator('.go-on').waitFor();
  expect(await filled(page)).toEqual(['Finish']);
  await page.locator('.go-on').click();
  expect(await page.locator('review-session').innerText()).toContain('1 reviewed, 1 right');
  expect((await stored(page)).map(({ item, occasion, score }) => [item, occasion, score])).toEqual([
    ['fix-it/by-value', 'lesson', 0.25],
    ['fix-it/by-value', 'review', 1],
  ]);

  await page.clock.setFixedTime(FIRST_DAY + 3 * DAY);
  await page.goto(`${site}en/review/`);
  await page.locator('review-session fix-task').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.cm-content').count()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
  await context.close();
});

/** A wrong answer of any form is likely, and nothing here depends on it: whoever is shown the answer has missed as well. */
async function giveUp(question: Locator): Promise<void> {
  await question.locator('.give-up').click();
  await question.locator('.done-foot .verdict:not(:empty)').waitFor();
}

test('a miss of practice is one entry of the next day’s review, as a program that was not seen', async () => {
  const { context, page, errors } = await fresh();
  await page.goto(`${site}en/practice/`);
  await page.locator('.topics input[value=A]').check();
  await page.locator('.start').click();
  // Missed, something else, missed again: the family comes back within the session.
  const items: string[] = [];
  for (let round = 0; round < 4; round++) {
    await page.locator('practice-session[data-state=asking]').waitFor();
    const question = page.locator('practice-session .task');
    // An edit cannot be given up; it is left out here.
    if ((await question.locator('.give-up').count()) === 0) break;
    items.push((await question.getAttribute('data-question'))!);
    await giveUp(question);
    await page.locator('.go-on').click();
  }
  await storedCount(page, items.length);
  const seen = (await stored(page)).map(({ item, seed }) => `${item} ${seed}`);
  const families = new Set(items);

  await page.clock.setFixedTime(FIRST_DAY + DAY + 60_000);
  await page.goto(`${site}en/review/`);
  for (let at = 1; at <= families.size; at++) {
    await page.locator('review-session[data-state=asking] .task').waitFor();
    const question = page.locator('review-session .task');
    expect(await page.locator('review-session .kick').innerText()).toContain(`Question ${at} of ${families.size}`);
    expect(await page.locator('review-session .kick').innerText()).toContain('From practice: a new program');
    const [item, seed] = [await question.getAttribute('data-question'), await question.getAttribute('data-seed')];
    expect(families.delete(item!) || at).toBe(true);
    families.add(item!);
    expect(seen).not.toContain(`${item} ${seed}`);
    await giveUp(question);
    await page.locator('review-session .go-on').click();
  }
  await page.locator('review-session[data-state=finished]').waitFor();
  expect(
    (await stored(page))
      .filter(({ occasion }) => occasion === 'review')
      .map(({ item }) => item)
      .sort(),
  ).toEqual([...families].sort());
  expect(errors).toEqual([]);
  await context.close();
});

test('after a miss a sentence is followed by a program that may refute it, a task by a smaller edit', async () => {
  const { context, page, errors } = await fresh();
  await page.goto(`${site}en/lessons/not-in-the-language/`);
  const question = page.locator('#q-new-always');
  await giveUp(question);
  await question.locator('.transfer').click();
  const drawn = page.locator('#q-new-always + [data-kind=true-false]');
  await drawn.waitFor();
  expect(await drawn.innerText()).toContain('new(T) always allocates on the heap.');
  await drawn.locator('.answer input').first().check();
  await drawn.locator('.conf input[value=think]').check();
  await drawn.locator('.lock').click();
  await drawn.locator('.verdict:not(:empty)').waitFor();
  expect(await findings(page)).toEqual([]);

  await page.goto(`${site}en/fix-it/by-value/`);
  await page.locator('fix-task .give-up').click();
  await page.locator('.transfer').waitFor();
  expect(await filled(page)).toEqual(['Same rule, new program']);
  await page.locator('.transfer').click();
  const edit = page.locator('fix-task + predict-placement[data-goal]');
  await edit.waitFor();
  // Here too the value is to stay.
  expect(await edit.getAttribute('data-goal')).toBe('stack');
  expect(await edit.locator('.goal').innerText()).toContain('stack');
  await edit.locator('.edit-now').click();
  // Any program without the place: said, and not taken for an answer.
  await page.locator('predict-placement .cm-content').waitFor();
  expect(await edit.locator('.picks .pick').count()).toBe(1);
  expect(await findings(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
