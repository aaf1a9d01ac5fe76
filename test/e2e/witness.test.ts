/** True or false, with a program that shows it: the engine judges the program, whichever way the sentence goes. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { stored, storedCount } from './stored.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const STAYS = 'package main\n\nfunc main() {\n\tp := new(int)\n\tprintln(*p)\n}\n';
const LEAVES = 'package main\n\nvar keep *int\n\nfunc main() {\n\tkeep = new(int)\n}\n';
const BROKEN = 'package main\n\nfunc main() {\n\tp := new(int)\n}\n';

async function say(page: Page, id: string, value: 'true' | 'false', program?: string) {
  const question = page.locator(`#q-${id}`);
  await question.locator(`.answers input[value=${value}]`).check();
  await question.locator('.conf input[value=sure]').check();
  if (program !== undefined) {
    await question.locator('.witness-code .editor, .witness-code .plain-editor').first().waitFor();
    await question
      .locator('code-block')
      .evaluate((code, text) => (code as HTMLElement & { replace(text: string): void }).replace(text), program);
  }
  await question.locator('.lock').click();
  return question;
}

test.each([
  ['not-in-the-language', 'new-always', 'false', STAYS, 'right', 1],
  ['not-in-the-language', 'new-always', 'false', LEAVES, 'does not show it', 0.5],
  ['not-in-the-language', 'new-always', 'true', undefined, 'not so', 0],
  ['flow', 'out-by-result', 'true', undefined, 'right', 1],
  ['flow', 'out-by-result', 'false', LEAVES, 'not so', 0],
] as const)('%s/%s: %s', async (lesson, id, value, program, said, score) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}en/lessons/${lesson}/`);
  const question = await say(page, id, value, program);
  await question.locator('.done-foot').waitFor();
  expect((await question.locator('.score').innerText()).toLowerCase()).toContain(said);
  await storedCount(page, 1);
  expect((await stored(page))[0]!.score).toBe(score);
  await context.close();
});

test('a program that does not compile is not scored, in the words of the compiler; it can be mended', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}en/lessons/not-in-the-language/`);
  const question = await say(page, 'new-always', 'false', BROKEN);
  await question.locator('.problem .says').waitFor();
  expect(await question.locator('.problem').innerText()).toContain('declared and not used: p');
  await storedCount(page, 0);
  await question
    .locator('code-block')
    .evaluate((code, text) => (code as HTMLElement & { replace(text: string): void }).replace(text), STAYS);
  await question.locator('.lock').click();
  await question.locator('.done-foot').waitFor();
  await storedCount(page, 1);
  await context.close();
});
