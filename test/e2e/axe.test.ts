/**
 * axe finds nothing: every kind of page that the build has, in every theme and both languages, and the states of a
 * question. The kinds are read off the built site, so a new one cannot be missed.
 */
import { source } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { guess, LESSON, lockAndInk, task } from './lesson-page.ts';
import { pagesOf } from './page-bytes.ts';

const THEMES = ['light', 'dark', 'contrast'];
/** Folders whose pages are of one kind: of each, two are looked at. The lessons differ in what they place: all of them. */
const SAMPLED = 2;

/** Pieces that scripts take questions from; nobody is led there. */
const PIECES = /\/moulds\/$/;

/** `en/messages/flow/` → `en/messages/*`; a page that is alone in its folder is a kind of its own. */
function kindOf(page: string): string {
  const parts = page.split('/').filter(Boolean);
  return parts.length > 2 ? `${parts.slice(0, -1).join('/')}/*` : page;
}

function sample(pages: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const page of pages) {
    const of = kinds.get(kindOf(page)) ?? [];
    if (page.startsWith('en/lessons/') || of.length < SAMPLED) of.push(page);
    kinds.set(kindOf(page), of);
  }
  return [...kinds.values()].flat();
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(theme: string, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
  await page.goto(inject('site') + path);
  return page;
}

/** The rules that a theme can break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, runOnly ? { runOnly: [...runOnly] } : {});
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }, rules);
}

async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.dataset.theme = value;
  }, theme);
}

/** In one theme everything is asked, in the others what they can break. */
function rulesOf(theme: string): readonly string[] | undefined {
  return theme === 'light' ? undefined : OF_COLOUR;
}

/** The first question of each form that the page has. */
async function oneOfEachForm(page: Page): Promise<Locator[]> {
  const ids = await page.locator('ask-question').evaluateAll((all) => {
    const first = new Map<string | undefined, string>();
    for (const { id, dataset } of all as HTMLElement[]) if (!first.has(dataset.form)) first.set(dataset.form, id);
    return [...first.values()];
  });
  return ids.map((id) => page.locator(`#${id}`));
}

/** Some answer, whatever it is worth. */
async function choose(question: Locator): Promise<void> {
  const form = await question.getAttribute('data-form');
  if (form === 'number') await question.locator('.answers input').fill('77');
  else if (form === 'order') await question.locator('.answer-order .down').first().click();
  else {
    const names = await question
      .locator('.answers input')
      .evaluateAll((all) => [...new Set((all as HTMLInputElement[]).map(({ name }) => name))]);
    for (const name of names) await question.locator(`.answers input[name="${name}"]`).first().check();
  }
  await question.locator('.conf input[value=sure]').check();
}

/** Eight functions with a place on the heap and one on the stack each; Go 1.22 knows no capacity of a variable. */
const MANY = `package main\n\n${Array.from(
  { length: 8 },
  (_, n) => `func f${n}() *int {\n\tx := ${n}\n\ty := x\n\treturn &x\n}\n`,
)
  .join('')
  .replaceAll('y := x', 'y := x\n\t_ = make([]byte, y)')}\nfunc main() {}\n`;

async function typed(page: Page, text: string): Promise<void> {
  if (await page.locator('.edit-now').isVisible()) await page.locator('.edit-now').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** The themes differ in colours only: all rules are asked once, those of colour in each theme. */
test('every kind of page', async () => {
  const pages = [...sample(pagesOf(inject('dist')).filter((each) => !PIECES.test(each))), 'no/such/page/'];
  expect(pages.length).toBeGreaterThan(50);
  console.log(`${pages.length} pages`);
  const found: string[] = [];
  const page = await open('light', '');
  for (const path of pages) {
    await page.goto(inject('site') + path);
    for (const theme of THEMES) {
      await setTheme(page, theme);
      const rules = theme === 'light' ? undefined : OF_COLOUR;
      found.push(...(await findings(page, rules)).map((finding) => `/${path}, ${theme}: ${finding}`));
    }
  }
  expect(found).toEqual([]);
  await page.close();
}, 600_000);

describe.each(THEMES)('%s', (theme) => {
  test('a lesson with graded, locked and edited questions', async () => {
    const page = await open(theme, 'en/lessons/frames/');
    for (const { id, places, reason } of LESSON.slice(0, 3)) {
      await guess(task(page, id), { ...places, ...('n' in places ? { n: 'stack' as const } : {}) });
      await lockAndInk(task(page, id), reason);
    }
    await guess(task(page, 'held'), LESSON[4]!.places);
    await task(page, 'held').locator('.lock').click();
    await task(page, 'held').locator('.lock-foot').waitFor();
    await task(page, 'keep-n').locator('.edit-now').click();
    await task(page, 'keep-n').locator('.cm-content').waitFor();
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  test('dialogs: a question that is reported, and the search', async () => {
    const page = await open(theme, 'en/lessons/frames/');
    const question = task(page, LESSON[0]!.id);
    await question.locator('.give-up').click();
    await question.locator('.verdict .why').waitFor();
    await question.locator('.report').click();
    const text = await page.locator('.report-text textarea').inputValue();
    expect(text).toContain(`Question course/frames/${LESSON[0]!.id}, revision `);
    expect(text).toContain('package main');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[data-search]').click();
    await page.locator('dialog.search input').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  test('every form of a question: chosen, graded, with the program that refutes it', async () => {
    const page = await open(theme, 'en/lessons/flow/');
    const questions = await oneOfEachForm(page);
    expect(questions.length).toBeGreaterThan(5);
    for (const question of questions) await choose(question);
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    for (const question of questions) {
      await question.locator('.lock').click();
      await question.locator('.verdict .score').waitFor();
    }
    await page.locator('.counter').first().waitFor();
    await page.locator('.counter').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.close();
  });

  test('a learner who comes back: home, plan, progress, review before and after its answer', async () => {
    const page = await open(theme, 'en/lessons/flow/');
    const [question] = await oneOfEachForm(page);
    await question!.locator('.give-up').click();
    await question!.locator('.verdict .score').waitFor();
    await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
    const seen: [string, string][] = [
      ['en/', 'returning-home .btn.solid'],
      ['en/course/', 'lesson-progress:not(:empty)'],
      ['en/progress/', 'progress-record table'],
      ['en/review/', 'review-session .task'],
    ];
    for (const [path, ready] of seen) {
      await page.goto(inject('site') + path);
      await page.locator(ready).first().waitFor();
      expect(await findings(page, rulesOf(theme)), path).toEqual([]);
    }
    await page.locator('review-session .give-up').click();
    await page.locator('review-session .verdict .score').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.close();
  });

  test('practice as it runs and its summary; a search with answers and with none', async () => {
    const page = await open(theme, 'en/practice/');
    await page.locator('practice-session .start').click();
    await page.locator('practice-session .task').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.locator('practice-session .give-up').click();
    await page.locator('practice-session .verdict .score').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.locator('practice-session .stop').click();
    await page.locator('.summary').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.keyboard.press('/');
    const field = page.locator('dialog.search input');
    await field.fill('escape');
    await page.locator('#search-results li').first().waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await field.fill('stak');
    await page.locator('dialog.search .btn', { hasText: 'Did you mean' }).waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.close();
  });

  test('a fix-it task that was given up, a summary with its words, an entry check that is begun', async () => {
    const page = await open(theme, 'en/fix-it/return-holder/');
    await page.locator('.give-up').click();
    await page.locator('.solution').first().waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.goto(`${inject('site')}en/lessons/frames/`);
    await page.locator('look-back .give-up').click();
    await page.locator('look-back .filled').first().waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.goto(`${inject('site')}en/check/`);
    await page.locator('.give-up').first().click();
    await page.locator('check-result [role=status]:not(:empty)').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.close();
  });

  test('the explorer: findings, many places, both levels, versions, before and after, a broken and a refused program', async () => {
    const page = await open(theme, 'en/explorer/');
    await page.locator('.ask').click();
    await page.locator('.why').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await typed(page, MANY);
    await page.locator('.pairs').waitFor();
    await page.locator('.places-filter').getByText('heap').click();
    await page.getByText('-m=2', { exact: true }).click();
    await page.locator('.says-line', { hasText: 'flow:' }).first().click();
    await page.locator('.panel', { hasText: 'Compare with Go' }).getByText('1.22', { exact: true }).click();
    await page.locator('.diff').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await typed(page, `${MANY}func`);
    await page.locator('.problem .says').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await typed(page, 'package main\n\nimport "C"\n\nfunc main() {}\n');
    await page.locator('.problem .outside').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.close();
  });

  test('boards, graded, with a case of one’s own that cannot be', async () => {
    const page = await open(theme, 'en/boards/heap/');
    for (const kind of ['size-class', 'allocation-path']) {
      const board = page.locator(`runtime-board[data-kind="${kind}"]`);
      await board.locator('.chip-choice').first().click();
      await board.locator('.conf label').last().click();
      await board.locator('.lock').click();
      await board.locator('.board-verdict .tag').first().waitFor();
    }
    const strip = page.locator('runtime-board[data-kind="span-objects"]');
    await strip.locator('.own summary').click();
    await strip.locator('.own input').first().fill('many');
    await strip.locator('.own button').click();
    await strip.locator('.bad:not(:empty)').waitFor();
    expect(await findings(page, rulesOf(theme))).toEqual([]);
    await page.close();
  });
});

test('every question of every lesson can be reported', async () => {
  const page = await open('light', '');
  const lacking: string[] = [];
  for (const path of pagesOf(inject('dist')).filter((each) => /^en\/(?:lessons|fix-it|boards)\/./.test(each))) {
    await page.goto(inject('site') + path);
    const without = await page
      .locator('ask-question, predict-placement, runtime-board, fix-task')
      .evaluateAll((all) => all.filter((each) => !each.querySelector('[data-report]')).map(({ id }) => id));
    lacking.push(...without.map((id) => `/${path}#${id}`));
  }
  expect(lacking).toEqual([]);
  await page.close();
});
