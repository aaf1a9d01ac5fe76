/** The whole lesson: by mouse on a desk and on a phone, and by keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { ASKED, FIXED, guess, LESSON, lockAndInk, tabTo, task } from './lesson-page.ts';

const address = `${inject('site')}en/lessons/frames/`;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(width: number, height: number): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  return { page, errors };
}

async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

describe.each([
  ['on a desk', 1280, 900],
  ['on a phone', 390, 844],
])('by mouse %s', (_, width, height) => {
  test('each question is graded as the compiler decides, the edit too, and the lesson counts as done', async () => {
    const { page, errors } = await open(width, height);
    for (const { id, places, reason } of LESSON) {
      const question = task(page, id);
      await guess(question, places);
      await lockAndInk(question, reason);
      const of = Object.keys(places).length;
      expect(await question.locator('.score').innerText(), id).toContain(`${of} of ${of} right.`);
      expect(await question.locator('.score-text').innerText(), id).toBe('And for the right reason.');
    }
    // The questions in forms have tests of their own.
    for (const id of [...ASKED, ...ASKED.slice(0, 1)]) {
      // The question before the lesson counts for the lesson when it is answered again.
      const again = task(page, id).locator('.again');
      if (await again.isVisible()) await again.click();
      await task(page, id).locator('.give-up').click();
      await task(page, id).locator('.verdict .after').waitFor();
    }
    const last = task(page, 'keep-n');
    await last.locator('.edit-now').click();
    await last.locator('.cm-content').click();
    await retype(page, FIXED);
    await guess(last, { n: 'stack' });
    await last.locator('.lock').click();
    await last.locator('.verdict .why').waitFor();
    expect(await last.locator('.verdict').innerText()).toContain('Goal reached');
    expect(await page.locator('lesson-progress').first().innerText()).toBe('done');
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      'scrolls sideways',
    ).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});

test('by keyboard alone', async () => {
  const { page, errors } = await open(1280, 900);
  for (const { id, places, reason } of LESSON) {
    for (const [place, value] of Object.entries(places)) {
      await tabTo(page, `#q-${id} .pick[data-place="${place}"] input`);
      await page.keyboard.press(value === 'stack' ? 'Space' : 'ArrowRight');
    }
    await tabTo(page, `#q-${id} .conf input`);
    await page.keyboard.press('Space');
    await tabTo(page, `#q-${id} .lock`);
    await page.keyboard.press('Enter');
    await page.locator(`#q-${id} .lock-foot`).waitFor();
    const index = await page
      .locator(`#q-${id} .reasons input`)
      .evaluateAll((all, value) => all.findIndex((i) => (i as HTMLInputElement).value === value), reason);
    await tabTo(page, `#q-${id} .reasons input`);
    await page.keyboard.press('Space');
    for (let i = 0; i < index; i++) await page.keyboard.press('ArrowDown');
    await tabTo(page, `#q-${id} .ink`);
    await page.keyboard.press('Enter');
    await page.locator(`#q-${id} .verdict .why`).waitFor();
    expect(await page.locator(`#q-${id} .score-text`).innerText(), id).toBe('And for the right reason.');
    await tabTo(page, `#q-${id} .step`);
    expect(await page.locator(`#q-${id} .lit`).count(), 'the step lights its source').toBeGreaterThan(0);
  }
  await tabTo(page, '#q-keep-n .edit-now');
  await page.keyboard.press('Enter');
  await page.locator('#q-keep-n .cm-content').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('#q-keep-n .editor'));
  await retype(page, FIXED);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await tabTo(page, '#q-keep-n .pick input', 5);
  await page.keyboard.press('Space');
  await tabTo(page, '#q-keep-n .conf input');
  await page.keyboard.press('Space');
  await tabTo(page, '#q-keep-n .lock');
  await page.keyboard.press('Enter');
  await page.locator('#q-keep-n .verdict .why').waitFor();
  expect(await page.locator('#q-keep-n .verdict').innerText()).toContain('Goal reached');
  expect(errors).toEqual([]);
  await page.close();
});

describe('wrong, undone, edited', () => {
  test('a wrong guess stays beside the truth and its belief is refuted', async () => {
    const { page } = await open(1280, 900);
    const question = task(page, 'returned');
    await guess(question, { n: 'stack', step: 'stack' }, 'sure');
    await lockAndInk(question, 'decided-while-running');
    expect(await question.locator('.score').innerText()).toContain('1 of 2 right.');
    expect(await question.locator('.pick[data-place=n] .res').innerText()).toBe('not here');
    expect(await question.locator('.pick[data-place=n] .opt:visible').count(), 'pencil and ink').toBe(2);
    expect(await question.locator('.note.no').allInnerTexts()).toHaveLength(2);
    expect(await question.locator('.verdict').innerText()).toContain('A sure miss is worth most');
    await page.close();
  });

  test('unlocking before the ink is an undo: nothing is recorded, the guess can be changed', async () => {
    const { page } = await open(1280, 900);
    const question = task(page, 'copied');
    await guess(question, { p: 'stack', v: 'stack' });
    await question.locator('.lock').click();
    await question.locator('.unlock').click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await guess(question, { p: 'heap' });
    await lockAndInk(question, 'no-address');
    expect(await question.locator('.score').innerText()).toContain('2 of 2 right.');
    await page.close();
  });

  test('an edit makes the result stale; a second prediction is graded by the engine', async () => {
    const { page } = await open(1280, 900);
    const question = task(page, 'returned');
    await guess(question, { n: 'heap', step: 'stack' });
    await lockAndInk(question, 'returned');
    await question.locator('.edit-after').click();
    await question.locator('.cm-content').click();
    await retype(
      page,
      'package main\n\nfunc counter() int {\n\tn := 1\n\tstep := 2\n\tn += step\n\treturn n\n}\n\nfunc main() {\n\tprintln(counter())\n}\n',
    );
    expect(await question.locator('.stale-tag').isVisible()).toBe(true);
    await question.locator('.again').click();
    await guess(question, { n: 'stack', step: 'stack' });
    await question.locator('.lock').click();
    await question.locator('.verdict .why').waitFor();
    expect(await question.locator('.score').innerText()).toContain('2 of 2 right.');
    await page.close();
  });

  test('what does not compile is not scored, in the words of the compiler', async () => {
    const { page } = await open(1280, 900);
    const question = task(page, 'keep-n');
    await question.locator('.edit-now').click();
    await question.locator('.cm-content').click();
    await retype(
      page,
      'package main\n\nfunc answer() *int {\n\tn := 42\n\treturn n\n}\n\nfunc main() {\n\tprintln(*answer())\n}\n',
    );
    await guess(question, { n: 'stack' });
    await question.locator('.lock').click();
    const problem = question.locator('.problem');
    await problem.locator('.says').waitFor();
    expect(await problem.innerText()).toContain(
      '5:9: cannot use n (variable of type int) as *int value in return statement',
    );
    expect(await question.locator('.bad').count(), 'underlined in the editor').toBe(1);
    expect(await question.locator('.pick input:checked').count(), 'the guess is kept').toBe(1);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.close();
  });
});
