/** Practice without end, by mouse and by keyboard, offline; and second tries after a miss. Nothing is told before the lock. */
import { source } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { nodeHost } from '../../src/cli/host.ts';
import { CourseEngine } from '../../src/course/engine.ts';
import { instanceOf } from '../../src/course/variants/instance.ts';
import { poseVariant } from '../../src/course/variants/key.ts';
import { words } from '../../src/course/words/index.ts';
import { readFamilies } from '../../tools/proof-variants.ts';
import { launch } from './browser.ts';
import { guess, LESSON, lockAndInk, tabTo, task } from './lesson-page.ts';
import { stored, storedCount } from './stored.ts';

const site = inject('site');
const engine = new CourseEngine(nodeHost);
const families = readFamilies();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(path: string, viewport = { width: 1280, height: 900 }) {
  const errors: string[] = [];
  const context = await browser.newContext({ viewport });
  context.on('weberror', (error) => errors.push(error.error().message));
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(site + path);
  return { context, page, errors };
}

const asking = (page: Page) => page.locator('practice-session[data-state=asking]').waitFor();

/** Fills in the first option of everything; `index`: another one. */
async function fillIn(question: Locator, index = 0): Promise<void> {
  const edit = question.locator('.edit-now');
  if (await edit.isVisible()) {
    await edit.click();
    await question.locator('.cm-content').click();
    await question.page().keyboard.insertText('// ');
    await question.page().keyboard.press('Enter');
  }
  await question.evaluate((element, at) => {
    const inputs = [...element.querySelectorAll<HTMLInputElement>('.pick input, .answers input')];
    for (const name of new Set(inputs.map((input) => input.name))) {
      const group = inputs.filter((input) => input.name === name);
      if (group[0]!.type === 'text') {
        group[0]!.value = '7';
        group[0]!.dispatchEvent(new Event('input', { bubbles: true }));
      } else group[Math.min(at, group.length - 1)]!.click();
    }
    element.querySelector<HTMLElement>('.answer-order .down')?.click();
    element.querySelector<HTMLElement>('.conf input[value=sure]')!.click();
  }, index);
}

async function commit(question: Locator): Promise<void> {
  await question.locator('.lock').click();
  await question.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const done = () => ['locked', 'graded'].includes((element as HTMLElement).dataset.phase!) && resolve();
        new MutationObserver(done).observe(element, { attributes: true });
        done();
      }),
  );
  if ((await question.getAttribute('data-phase')) === 'locked') {
    await question.locator('.reasons input').first().check();
    await question.locator('.ink').click();
  }
  await question.locator('.done-foot').waitFor();
}

/** What only the key of the question on the page says, computed here and not in the page. */
async function secretsOf(question: Locator): Promise<string[]> {
  const [item, seed] = await question.evaluate((element) => {
    const { question: name, seed: number } = (element as HTMLElement).dataset;
    return [name!, Number(number)] as const;
  });
  const family = families.find(({ id }) => `variants/${id}` === item)!;
  const posed = await poseVariant(instanceOf(family, seed), 'en', (text, goVersion) =>
    engine.report({ file: 'main.go', text, words: words.en, goVersion }),
  );
  const places = posed.type === 'placed' ? posed.key.places : posed.type === 'asked' ? posed.posed.places : [];
  const isOrder = posed.type === 'asked' && posed.posed.form.type === 'order';
  const sentences = places.flatMap(({ says, steps }) => [...says, ...(isOrder ? [] : steps.map(({ text }) => text))]);
  return [family.after.en.split('$')[0]!, ...sentences]
    .map((text) => text.replaceAll('`', ''))
    .filter((text) => text.length > 8);
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe('practice', () => {
  test('one step from every page; answers are stored with seed and program; the summary counts them', async () => {
    const { context, page, errors } = await open('en/');
    await page.locator('header nav a', { hasText: 'Practice' }).click();
    expect(await page.locator('main .btn.solid:visible').allInnerTexts()).toEqual(['Start']);
    await page.locator('.start').click();
    const rounds = 12;
    /** Whether there is a program to be hashed: families about the running program have none. */
    const hasProgram = new Map<string, boolean>();
    for (let round = 0; round < rounds; round++) {
      await asking(page);
      const question = page.locator('practice-session .task');
      const item = (await question.getAttribute('data-question'))!;
      hasProgram.set(item, (await question.locator('code-block').count()) > 0);
      const secrets = await secretsOf(question);
      const html = (await page.content()).replaceAll(/<\/?code>/g, '');
      const tree = await page.locator('main').ariaSnapshot();
      for (const secret of secrets) {
        expect(html, 'the page').not.toContain(secret);
        expect(tree, 'the accessible tree').not.toContain(secret);
      }
      const said = await question.evaluate((element) => {
        // What is asked is no secret: the kind, and where an edit is to bring its place.
        const { kind: _kind, goal: _goal, ...rest } = { ...(element as HTMLElement).dataset };
        return JSON.stringify(rest);
      });
      expect(said).not.toMatch(/heap"|stack"|true"|false"/);
      await fillIn(question, round % 3);
      await commit(question);
      await page.locator('.go-on').waitFor();
      expect(await page.locator('practice-session .btn.solid:visible').count()).toBe(1);
      if (round < rounds - 1) await page.locator('.go-on').click();
    }
    await storedCount(page, rounds);
    const records = await stored(page);
    expect(new Set(records.map(({ occasion }) => occasion))).toEqual(new Set(['practice']));
    expect(new Set(records.map(({ item, seed }) => `${item} ${seed}`)).size).toBe(rounds);
    for (const { item, programHash } of records)
      expect(programHash, item).toMatch(hasProgram.get(item) ? /^[0-9a-f]+$/ : /^$/);
    // Misses and look-alikes came back as other programs of the same family.
    expect(new Set(records.map(({ item }) => item)).size).toBeLessThan(rounds);
    await page.locator('.stop').click();
    const right = records.filter(({ score }) => score === 1).length;
    expect(await page.locator('.summary').innerText()).toContain(`${right} of ${rounds} right.`);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('by keyboard alone', async () => {
    const { context, page } = await open('en/practice/');
    await tabTo(page, '.start');
    await page.keyboard.press('Enter');
    await asking(page);
    expect(await page.evaluate(() => document.activeElement?.closest('.task') !== null)).toBe(true);
    await page.keyboard.press('Space');
    await tabTo(page, '.conf input');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, '.lock');
    await page.keyboard.press('Enter');
    await page.locator('.lock-foot .reasons').waitFor();
    await tabTo(page, '.reasons input');
    await page.keyboard.press('Space');
    await tabTo(page, '.ink');
    await page.keyboard.press('Enter');
    await tabTo(page, '.go-on');
    await page.keyboard.press('Enter');
    await asking(page);
    expect(await page.locator('practice-session .kick').innerText()).toContain('Question 2');
    await context.close();
  });

  test('without a network, once it has been used', async () => {
    const { context, page, errors } = await open('en/practice/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.locator('.start').click();
    await asking(page);
    await context.setOffline(true);
    await page.reload();
    await page.locator('.start').click();
    for (let round = 0; round < 3; round++) {
      await asking(page);
      await fillIn(page.locator('practice-session .task'));
      await commit(page.locator('practice-session .task'));
      await page.locator('.go-on').click();
    }
    await storedCount(page, 3);
    expect(errors.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  });

  test.each([
    ['en', 'light'],
    ['zh-cn', 'dark'],
  ])('on a phone, %s, %s: nothing scrolls sideways, axe finds nothing', async (language, theme) => {
    const { context, page } = await open(`${language}/practice/`, { width: 390, height: 844 });
    await page.evaluate((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
    await page.reload();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    for (const module of ['B', 'C']) {
      await page.goto(`${site}${language}/practice/`);
      await page.locator(`.topics input[value=${module}]`).check();
      await page.locator('.start').click();
      for (let round = 0; round < 4; round++) {
        await asking(page);
        expect(await wide()).toBeLessThanOrEqual(0);
        expect(await findings(page)).toEqual([]);
        await fillIn(page.locator('practice-session .task'), round % 2);
        await commit(page.locator('practice-session .task'));
        await page.locator('.go-on').waitFor();
        expect(await wide()).toBeLessThanOrEqual(0);
        if (round === 0) expect(await findings(page)).toEqual([]);
        await page.locator('.go-on').click();
      }
    }
    await context.close();
  });
});

describe('after a miss in a lesson', () => {
  async function miss(page: Page, id: string): Promise<void> {
    const { places, reason } = LESSON.find((question) => question.id === id)!;
    const turned = Object.entries(places).map(([name, place]) => [name, place === 'stack' ? 'heap' : 'stack'] as const);
    await guess(task(page, id), Object.fromEntries(turned), 'sure');
    await lockAndInk(task(page, id), reason);
  }

  test('the same trap comes in a new program, and once more at the end of the lesson', async () => {
    const { context, page, errors } = await open('en/lessons/frames/');
    await miss(page, 'returned');
    const button = task(page, 'returned').locator('.transfer');
    await button.waitFor();
    expect(await task(page, 'returned').locator('.btn.solid:visible').allInnerTexts()).toEqual([
      'Same trap, new program',
    ]);
    await button.click();
    const drawn = page.locator('#q-returned + [data-seed]');
    await drawn.waitFor();
    for (const secret of await secretsOf(drawn)) expect(await drawn.innerHTML()).not.toContain(secret);
    await fillIn(drawn);
    await commit(drawn);
    await storedCount(page, 2);
    const [first, second] = (await stored(page)).toSorted((a, b) => a.at - b.at);
    expect([first!.item, first!.occasion, first!.seed]).toEqual(['frames/returned', 'lesson', 0]);
    expect([second!.occasion, second!.lesson, second!.seed > 0]).toEqual(['retry', 'frames', true]);
    expect(second!.programHash).not.toBe(first!.programHash);

    const end = page.locator('lesson-end');
    expect(await end.innerText()).toContain('Missed just now: 1');
    await end.locator('.btn').click();
    await end.locator('[data-seed]').waitFor();
    await fillIn(end.locator('[data-seed]'));
    await commit(end.locator('[data-seed]'));
    await end.locator('.go-on').click();
    await end.locator('.lede').waitFor();
    expect(await end.innerText()).toMatch(/^Done: [01] of 1 right this time\.$/);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a case that refutes the belief stands below the refutation, another than the one asked', async () => {
    const { context, page } = await open('en/lessons/frames/');
    await miss(page, 'returned');
    const counter = task(page, 'returned').locator('.note .counter').first();
    await counter.waitFor();
    await counter.locator('summary').click();
    const program = await counter.locator('.says').innerText();
    expect(program).toContain('package main');
    expect(program).not.toContain('func counter');
    expect(await counter.innerText()).toMatch(/The engine: \S+, line \d+, is on the (heap|stack)\./);
    await context.close();
  });

  test('missed in the review: once more at its end, and only one filled button at any time', async () => {
    const { context, page, errors } = await open('en/lessons/frames/');
    const firstDay = Date.UTC(2026, 2, 2, 10);
    await page.clock.setFixedTime(firstDay);
    await miss(page, 'returned');
    await storedCount(page, 1);
    await page.clock.setFixedTime(firstDay + 2 * 86_400_000);
    await page.goto(`${site}en/review/`);
    await page.locator('review-session #q-returned').waitFor();
    await miss(page, 'returned');
    await page.locator('review-session .transfer').waitFor();
    const filled = () => page.locator('review-session .btn.solid:visible').allInnerTexts();
    expect(await filled()).toEqual(['Same trap, new program']);
    await page.locator('.go-on').click();
    await page.locator('lesson-end .btn').waitFor();
    expect(await filled()).toEqual(['Try them again']);
    await page.locator('lesson-end .btn').click();
    await page.locator('lesson-end [data-seed]').waitFor();
    await fillIn(page.locator('lesson-end [data-seed]'));
    await commit(page.locator('lesson-end [data-seed]'));
    await page.locator('lesson-end .go-on').click();
    expect(await page.locator('lesson-end').innerText()).toMatch(/^Done: [01] of 1/);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a right answer is not followed by one, and a slip before the lock is no miss', async () => {
    const { context, page } = await open('en/lessons/frames/');
    const { places, reason } = LESSON.find(({ id }) => id === 'returned')!;
    const turned = Object.entries(places).map(([name, place]) => [name, place === 'stack' ? 'heap' : 'stack'] as const);
    await guess(task(page, 'returned'), Object.fromEntries(turned), 'sure');
    await guess(task(page, 'returned'), places, 'sure');
    await lockAndInk(task(page, 'returned'), reason);
    await storedCount(page, 1);
    expect((await stored(page))[0]).toMatchObject({ score: 1, attempt: 1, misconceptions: [] });
    expect(await page.locator('.transfer, lesson-end').count()).toBe(0);
    await context.close();
  });
});
