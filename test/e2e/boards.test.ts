/** The boards in a browser: each by keyboard alone, bad input, versions, accessibility, width, speed under throttling. */
import { source } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { AnyView } from '../../src/components/boards/view.ts';
import { heapViews } from '../../src/components/boards/views/heap-table.ts';
import { stackViews } from '../../src/components/boards/views/stack-table.ts';
import { variantOf } from '../../src/course/kinds/runtime/kind.ts';
import { launch } from './browser.ts';

const pages: readonly (readonly [path: string, views: readonly AnyView[]])[] = [
  ['boards/heap/', heapViews],
  ['boards/stack/', stackViews],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly errors: string[];
}

async function open(path: string, { width = 1280, theme = 'light', language = 'en' } = {}): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
  await page.goto(`${inject('site')}${language}/${path}`);
  return { page, errors };
}

function boardOf(page: Page, view: AnyView): Locator {
  return page.locator(`runtime-board[data-kind="${view.kind.kind}"]`);
}

/** Presses Tab until the focus is on what `selector` names inside the board. */
async function tabTo(page: Page, board: Locator, selector: string): Promise<void> {
  // A button may wait for its script.
  await board.locator(`:is(${selector}):enabled`).first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < 40; presses++) {
    const target = board.locator(selector).first();
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

async function choose(page: Page, board: Locator, view: AnyView): Promise<string> {
  if (view.freeNumber) {
    await page.keyboard.insertText('12');
    return '12';
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  return board.locator('.choices input:checked').inputValue();
}

describe.each(pages)('/%s by keyboard alone', (path, views) => {
  test.each(views.map((view) => [view.kind.kind, view] as const))('%s', async (_name, view) => {
    const { page, errors } = await open(path);
    const board = boardOf(page, view);
    await board.locator('.versions input:checked').focus();
    await tabTo(page, board, '.choices input');
    const guess = await choose(page, board, view);
    await page.locator(`runtime-board[data-kind="${view.kind.kind}"][data-phase=predicted]`).waitFor();
    await tabTo(page, board, '.undo');
    await page.keyboard.press('Enter');
    await board.locator('.choices input').first().focus();
    await choose(page, board, view);
    expect(await board.locator('.lock').isDisabled()).toBe(true);
    await tabTo(page, board, '.conf input');
    await page.keyboard.press('Space');
    await tabTo(page, board, '.lock');
    await page.keyboard.press('Enter');
    expect(await board.getAttribute('data-phase')).toBe('graded');
    expect((await board.locator('.board-verdict').innerText()).length).toBeGreaterThan(20);
    const told = await board.locator('.twin li').count();
    expect(told).toBeGreaterThan(0);
    await tabTo(page, board, '.step-back');
    await page.keyboard.press('Enter');
    expect(await board.locator('.count').innerText()).toMatch(/^step \d+ of \d+$/);
    await tabTo(page, board, '.again');
    await page.keyboard.press('Enter');
    expect(await board.getAttribute('data-phase')).toBe('idle');
    expect(await board.locator('.board-verdict').innerText()).toBe('');
    expect(guess.length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});

async function lockIn(board: Locator, view: AnyView): Promise<void> {
  if (view.freeNumber) await board.locator('.number-guess').fill('12');
  else await board.locator('.choices input').first().check({ force: true });
  await board.locator('.conf input[value="think"]').check({ force: true });
  await board.locator('.lock').click();
}

async function lockAll(page: Page, views: readonly AnyView[]): Promise<void> {
  for (const view of views) {
    const board = boardOf(page, view);
    await lockIn(board, view);
    await board.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
  }
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe.each(['light', 'dark', 'contrast'])('axe, %s', (theme) => {
  test.each(pages)('/%s, asked and answered', async (path, views) => {
    const { page } = await open(path, { theme });
    expect(await findings(page)).toEqual([]);
    await lockAll(page, views);
    expect(await findings(page)).toEqual([]);
    await page.close();
  });
});

describe.each(['en', 'zh-cn'])('width, %s', (language) => {
  test.each([320, 390, 768])('nothing scrolls sideways at %d', async (width) => {
    for (const [path, views] of pages) {
      const { page, errors } = await open(path, { width, language });
      await lockAll(page, views);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
      await page.close();
    }
  });
});

test('bad input gets a sentence, and the question stays', async () => {
  const { page } = await open('boards/heap/');
  const board = boardOf(page, heapViews[0]!);
  await board.locator('.own summary').click();
  for (const [typed, said] of [
    ['-5', 'negative'],
    ['NaN', 'not a whole number'],
    ['99999999999999999999', 'above the limit'],
    ['', 'not a whole number'],
  ]) {
    await board.locator('.own [name="size"]').fill(typed!);
    await board.locator('.own button').click();
    expect(await board.locator('.bad').innerText(), typed).toContain(said);
  }
  expect(await board.locator('.ask').innerText()).toContain('1,024');
  await page.close();
});

test('in Chinese the reason is Chinese too', async () => {
  const { page } = await open('boards/heap/', { language: 'zh-cn' });
  const board = boardOf(page, heapViews[0]!);
  await board.locator('.own summary').click();
  for (const [typed, said] of [
    ['-5', '大小 -5 是负数'],
    ['1e3', '不是整数字节'],
    ['99999999999999999999', '超过上限'],
  ]) {
    await board.locator('.own [name="size"]').fill(typed!);
    await board.locator('.own button').click();
    const sentence = await board.locator('.bad').innerText();
    expect(sentence, typed).toContain(said);
    expect(sentence.replace(typed!, '')).not.toMatch(/[a-z]{3}/);
  }
  await page.close();
});

test('another version, another answer', async () => {
  const { page } = await open('boards/heap/');
  const board = boardOf(page, heapViews[0]!);
  for (const [version, truth] of [
    ['1.26', '1,152 B'],
    ['1.17', '1,024 B'],
  ]) {
    await board.locator(`.versions input[value="${version}"]`).check({ force: true });
    await board.locator('.give-up').click();
    expect(await board.locator('.board-verdict .tag').first().innerText()).toContain(truth);
    expect(await board.locator('.truth').innerText()).toBe(truth);
  }
  await page.close();
});

test('nothing moves before the lock: the drawing stands still, whatever is pressed', async () => {
  const { page } = await open('boards/stack/');
  const board = boardOf(page, stackViews[0]!);
  const plates = () => board.locator('.drawing .plate').count();
  const before = await plates();
  await board.locator('.choices input').nth(3).check({ force: true });
  expect(await plates()).toBe(before);
  expect(await board.locator('.walk').isVisible()).toBe(false);
  expect(await board.locator('.drawing').innerHTML()).not.toContain('New stack');
  await page.close();
});

test('a step with the processor four times slower, and how long it takes', async () => {
  const { page } = await open('boards/stack/');
  const client = await page.context().newCDPSession(page);
  const board = boardOf(page, stackViews[0]!);
  await board.locator('.give-up').click();
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const medianOfRound = (): Promise<number> =>
    board.evaluate((element) => {
      const [back, on] = ['.step-back', '.step-on'].map(
        (selector) => element.querySelector<HTMLButtonElement>(selector)!,
      );
      const times = Array.from({ length: 40 }, (_, i) => {
        const start = performance.now();
        (i % 20 < 10 ? back : on)!.click();
        element.getBoundingClientRect();
        return performance.now() - start;
      });
      return times.sort((a, b) => a - b)[20]!;
    });
  // The best of a few rounds: other work on this machine is not the board's.
  const medians: number[] = [];
  for (let round = 0; round < 5; round++) medians.push(await medianOfRound());
  console.log(`a step: ${medians.map((ms) => ms.toFixed(1)).join(', ')} ms`);
  // Printed, not asserted: a frame has 16.7 ms, but this machine may be busy.
  expect(medians).toHaveLength(5);
  await page.close();
});

test('a board in a lesson: fetched when it comes near, and with a question that the lesson does not ask', async () => {
  const { page, errors } = await open('lessons/prologue/');
  const loaded = (): Promise<boolean> => page.evaluate(() => customElements.get('runtime-board') !== undefined);
  expect(await loaded()).toBe(false);
  const board = page.locator('runtime-board[data-kind="stack-growth"]');
  await board.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('runtime-board') !== undefined);
  await lockIn(board, stackViews[0]!);
  expect((await board.locator('.board-verdict').innerText()).length).toBeGreaterThan(20);
  expect(await board.locator('.ask').innerText()).not.toContain('216');
  expect(await findings(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

interface Stored {
  readonly item: string;
  readonly occasion: string;
  readonly seed: number;
  readonly score: number;
  readonly confidence: string;
  readonly hints: number;
  readonly attempt: number;
  readonly goVersion: string;
  readonly gaveUp: boolean;
  readonly answer: { readonly guess: string | null; readonly task: { readonly go: string } };
}

/** The stored answers, oldest first. */
async function stored(page: Page, count: number): Promise<Stored[]> {
  const read = (): Promise<(Stored & { at: number })[]> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('stack-or-heap');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('answers').objectStore('answers').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result);
            };
          };
        }),
    );
  await expect.poll(async () => (await read()).length).toBe(count);
  return (await read()).sort((a, b) => a.at - b.at || a.attempt - b.attempt);
}

test('a board in a lesson is stored as its other questions are, counts, and comes back for review as another variant', async () => {
  const context = await browser.newContext({ timezoneId: 'UTC' });
  const page = await context.newPage();
  const day = Date.UTC(2026, 2, 2, 10);
  await page.clock.setFixedTime(day);
  await page.goto(`${inject('site')}en/lessons/classes/`);
  const view = heapViews[0]!;
  const board = boardOf(page, view);
  await board.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('runtime-board') !== undefined);
  await board.locator('.hints summary').click();
  const truth = view.kind.key(variantOf(view.kind, 3, '1.26').task).truth;
  await board.locator(`.choices input:not([value="${truth}"])`).first().check({ force: true });
  await board.locator('.conf input[value="sure"]').check({ force: true });
  await board.locator('.lock').click();
  await board.locator('.again').click();
  await board.locator('.give-up').click();
  const [first, second] = await stored(page, 2);
  expect(first).toMatchObject({
    item: 'classes/board-size-class',
    occasion: 'lesson',
    seed: 3,
    score: 0,
    confidence: 'sure',
    hints: 1,
    attempt: 1,
    goVersion: '1.26.8',
    gaveUp: false,
  });
  expect(first!.answer.task).toEqual(variantOf(view.kind, 3, '1.26').task);
  expect(second).toMatchObject({ item: 'classes/board-size-class', attempt: 2, hints: 0, gaveUp: true });
  expect(second!.answer.task).toEqual(variantOf(view.kind, second!.seed, '1.26').task);
  const items = (await page.locator('lesson-progress').first().getAttribute('data-questions'))!.split(' ');
  expect(items).toContain('classes/board-size-class');
  for (const item of items) expect(await page.locator(`#q-${item.split('/')[1]}`).count(), item).toBe(1);
  await expect.poll(() => page.locator('lesson-progress').first().innerText()).toBe(`1 of ${items.length} answered`);

  await page.clock.setFixedTime(day + 2 * 86_400_000);
  await page.goto(`${inject('site')}en/review/`);
  const again = page.locator('review-session runtime-board');
  await again.waitFor();
  await page.waitForFunction(() => customElements.get('runtime-board') !== undefined);
  await lockIn(again, view);
  await page.locator('.go-on').click();
  expect(await page.locator('review-session').innerText()).toContain('1 reviewed');
  const third = (await stored(page, 3))[2]!;
  expect(third).toMatchObject({ item: 'classes/board-size-class', occasion: 'review', confidence: 'think' });
  expect(third.seed).not.toBe(3);
  await context.close();
});

test('on the boards’ own page an answer is practice, and one’s own numbers always are', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${inject('site')}en/boards/stack/`);
  const board = boardOf(page, stackViews[0]!);
  await lockIn(board, stackViews[0]!);
  await board.locator('.own summary').click();
  await board.locator('.own [name="frame"]').fill('400');
  await board.locator('.own button').click();
  await lockIn(board, stackViews[0]!);
  await board.locator('.versions input[value="1.13"]').check({ force: true });
  await board.locator('.give-up').click();
  const answers = await stored(page, 3);
  expect(answers.map(({ item }) => item)).toEqual(Array(3).fill('prologue/board-stack-growth'));
  expect(answers.map(({ occasion, seed, goVersion }) => [occasion, seed, goVersion])).toEqual([
    ['practice', 0, '1.26.8'],
    ['practice', 0, '1.26.8'],
    ['practice', 0, '1.13.15'],
  ]);
  expect(answers[1]!.answer.task).toMatchObject({ frame: 400 });
  await context.close();
});
