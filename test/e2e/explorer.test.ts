/** The explorer's tools in a real browser: graph, lines, versions, before and after, broken programs, links, keyboard. */
import { source } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  /** What went wrong in the page. */
  readonly errors: string[];
}

async function open(path = 'en/explorer/', width = 1280, theme = 'light'): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript((value) => localStorage.setItem('stack-or-heap.theme', value), theme);
  await page.goto(inject('site') + path);
  return { page, errors };
}

async function asked(path?: string, width?: number, theme?: string): Promise<Opened> {
  const opened = await open(path, width, theme);
  await opened.page.locator('.ask').click();
  await opened.page.locator('.flow').waitFor();
  return opened;
}

async function type(page: Page, text: string): Promise<void> {
  if (await page.locator('.edit-now').isVisible()) await page.locator('.edit-now').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

const KEPT = 'package main\n\nfunc f() *int {\n\tn := 1\n\treturn &n\n}\n\nfunc main() { println(*f()) }\n';

describe('the explorer', () => {
  test('nothing of the answer is there before it is asked for', async () => {
    const { page } = await open();
    expect(await page.locator('.flow, .says-list, .edits').count()).toBe(0);
    expect(await page.locator('.tools-panel').isVisible()).toBe(false);
    await page.close();
  });

  test('the path is walked by button and by key, and lights up code and graph', async () => {
    const { page, errors } = await asked();
    const steps = await page.locator('.flow .path li').count();
    expect(steps).toBe(4);
    await page.getByRole('button', { name: 'Next step' }).click();
    expect(await page.locator('.lines .lit').allInnerTexts()).not.toEqual([]);
    expect(await page.locator('.flow-draw .now').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.flow-steps').innerText()).toContain('step 4 of 4');
    expect(await page.locator('.flow [aria-current="step"]').innerText()).toContain('result');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.flow-steps').innerText()).toContain('step 3 of 4');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('the drawing in words names every place that is drawn', async () => {
    const { page } = await asked();
    await page.locator('.flow-whole').click();
    const drawn = await page.locator('.flow-draw .node-name').allTextContents();
    await page.locator('.flow .twin summary').click();
    const words = await page.locator('.flow .twin ul').innerText();
    for (const name of drawn) expect(words).toContain(name);
    expect(await page.locator('.flow .twin ol li').count()).toBe(await page.locator('.flow-draw [data-arrow]').count());
    await page.close();
  });

  test('lines of both levels open their place and lead to their page', async () => {
    const { page, errors } = await asked();
    expect(await page.locator('.says-list .says-line').allInnerTexts()).toEqual(['main.go:4:2: moved to heap: best']);
    await page.locator('.panel').getByText('-m=2', { exact: true }).click();
    const flow = page.locator('.says-list .says-line', { hasText: 'flow: p' });
    await page.locator('.places button').first().click();
    expect(await page.locator('.says-list li.on').count()).toBe(0);
    await flow.click();
    expect(await page.locator('.places [aria-pressed="true"]').innerText()).toContain('best');
    expect(await page.locator('.says-list li.on').count()).toBeGreaterThan(3);
    const links = await page
      .locator('.says-list a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const href of new Set(links)) expect((await page.request.get(href)).status()).toBe(200);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('another version: the lines that differ', async () => {
    const { page } = await open();
    const text = 'package main\n\nfunc main() {\n\tn := 3\n\ts := make([]byte, n)\n\tprintln(len(s))\n}\n';
    await type(page, text);
    await page.locator('.ask').click();
    await page.locator('.flow').waitFor();
    await page.locator('.panel', { hasText: 'Compare with Go' }).getByText('1.22', { exact: true }).click();
    await page.locator('.diff').waitFor();
    expect(await page.locator('.diff').innerText()).toContain('make([]byte, n) escapes to heap');
    expect(await page.locator('.pairs').innerText()).toContain('make([]byte, n)');
    await page.locator('.versions').getByText('1.22', { exact: true }).click();
    await page.getByText('print the same').waitFor();
    await page.close();
  });

  test('before and after an edit, and back', async () => {
    const { page } = await asked();
    await type(page, KEPT);
    await page.locator('.pairs').waitFor();
    const rows = page.locator('.panel', { hasText: 'Before and after' }).locator('tbody tr');
    expect((await rows.allInnerTexts()).join()).toContain('best');
    await page.getByRole('button', { name: 'Back to the program before' }).click();
    await page.getByText('Edit the program').waitFor();
    await page.close();
  });

  test('edits that keep it on the stack are named, and can be made', async () => {
    const { page } = await open();
    await type(page, KEPT);
    await page.locator('.ask').click();
    const edit = page.locator('.edits li', { hasText: 'Return the value' });
    await edit.getByRole('button', { name: 'Try it' }).click();
    await expect.poll(() => page.locator('.places').innerText()).not.toContain('heap');
    await page.close();
  });

  test('a broken program keeps the last good verdicts, greyed, with the error', async () => {
    const { page } = await asked();
    const before = await page.locator('.places li').allInnerTexts();
    await page.locator('.edit-now').click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('func');
    await page.locator('.problem .says').waitFor();
    expect(await page.locator('.findings').getAttribute('data-stale')).toBe('');
    expect(await page.locator('.stale-tag').isVisible()).toBe(true);
    expect(await page.locator('.places li').allInnerTexts()).toEqual(before);
    await page.close();
  });

  test('a link holds program, version and level', async () => {
    const { page } = await open();
    await type(page, KEPT);
    await page.locator('.versions').getByText('1.24', { exact: true }).click();
    await page.locator('.copy-link').click();
    await page.waitForFunction(() => location.hash.startsWith('#1.'));
    const hash = new URL(page.url()).hash;
    await page.close();
    const { page: other, errors } = await open(`en/explorer/${hash}`);
    await other.locator('.cm-content').waitFor();
    const text = await other.evaluate(() => (document.querySelector('code-block') as unknown as { text: string }).text);
    expect(text).toBe(KEPT);
    expect(await other.locator('.versions input:checked').inputValue()).toBe('1.24');
    expect(await other.locator('.flow').count()).toBe(0);
    expect(errors).toEqual([]);
    await other.close();
  });

  test('a link that holds nothing says so', async () => {
    const { page } = await open('en/explorer/#1.nothing');
    await page.getByText('This link does not hold a program').waitFor();
    expect(await page.locator('.ask').isVisible()).toBe(true);
    await page.close();
  });
});

describe('a program in and out', () => {
  const textOf = (page: Page) =>
    page.evaluate(() => (document.querySelector('code-block') as unknown as { text: string }).text);

  test('what was typed is there again after another page, until another program is chosen', async () => {
    const { page, errors } = await open();
    await type(page, KEPT);
    await page.waitForFunction(() => sessionStorage.length > 0);
    await page.goto(`${inject('site')}en/messages/`);
    await page.goto(`${inject('site')}zh-cn/explorer/`);
    await page.locator('.cm-content').waitFor();
    expect(await textOf(page)).toBe(KEPT);
    expect(await page.locator('.program').inputValue()).toBe('');
    expect(await page.locator('.flow').count()).toBe(0);
    await page.locator('.program').selectOption('larger');
    await page.waitForFunction(() => sessionStorage.length === 0);
    await page.reload();
    expect(await page.locator('.lines').innerText()).toContain('func larger');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('an edit after the link leaves the link behind', async () => {
    const { page } = await open();
    await type(page, KEPT);
    await page.locator('.copy-link').click();
    await page.waitForFunction(() => location.hash !== '');
    await page.locator('.cm-content').click();
    await page.keyboard.type('// mine');
    expect(new URL(page.url()).hash).toBe('');
    await page.waitForFunction(() => sessionStorage.getItem('stack-or-heap.draft')?.includes('// mine'));
    await page.close();
  });

  test('a file is opened and saved; one that is no text is refused', async () => {
    const { page } = await open();
    const buffer = Buffer.from(`\uFEFF${KEPT.replaceAll('\n', '\r\n')}`);
    await page.locator('.open-file').hover();
    await page.locator('.open-file input').setInputFiles({ name: 'a.go', mimeType: 'text/plain', buffer });
    await page.locator('.cm-content').waitFor();
    expect(await textOf(page)).toBe(KEPT);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('.save-file').click()]);
    expect(saved.suggestedFilename()).toBe('main.go');
    const binary = { name: 'a.go', mimeType: 'text/plain', buffer: Buffer.from([1, 0, 2]) };
    await page.locator('.open-file input').setInputFiles(binary);
    await page.getByText('no Go program that can be read').waitFor();
    expect(await textOf(page)).toBe(KEPT);
    await page.close();
  });

  test('Ctrl+Enter asks; an error leads to its place; the program scrolls to what is lit', async () => {
    const { page } = await open();
    await type(page, `${KEPT}${'\n'.repeat(80)}func g() { x }\n`);
    const before = await textOf(page);
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.locator('.problem .says-line').first().click();
    await page.keyboard.type('new');
    expect(await textOf(page)).toBe(before.replace('{ x }', '{ newx }'));
    await type(page, `${KEPT}${'\n'.repeat(80)}func g() *int { m := 2; return &m }\n`);
    await page.locator('.places button', { hasText: 'in g' }).click();
    await expect.poll(() => page.locator('.cm-scroller').evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
    expect(await page.locator('.lit').isVisible()).toBe(true);
    await page.close();
  });

  test('many places have a filter', async () => {
    const { page } = await open();
    const more = Array.from({ length: 6 }, (_, n) => `func h${n}(a int) *int { b := a; return &b }\n`).join('');
    await type(page, KEPT + more);
    await page.locator('.ask').click();
    await page.locator('.flow').waitFor();
    const shown = () => page.locator('.places li:visible').count();
    expect(await shown()).toBe(13);
    await page.locator('.places-filter').getByText('heap 7').click();
    expect(await shown()).toBe(7);
    await page.locator('.places-filter').getByText('stack 6').click();
    expect(await shown()).toBe(6);
    await page.close();
  });
});

describe('Explain my build', () => {
  test('places the compiler’s lines, lists the others, sends nothing', async () => {
    const { page, errors } = await open('en/explain-build/');
    await page.waitForLoadState('networkidle');
    await page.locator('.example').focus();
    await page.keyboard.press('Enter');
    await page.locator('.flow').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method() + request.url()));
    expect(await page.locator('.from-compiler').innerText()).toBe('from your compiler');
    expect(await page.locator('.places li').count()).toBe(3);
    expect(await page.locator('.unplaced li').count()).toBe(18);
    await page.locator('.says-line', { hasText: 'moved to heap: total' }).click();
    expect(await page.locator('.places [aria-pressed="true"]').innerText()).toContain('total');
    expect(await page.locator('.lit').allInnerTexts()).toEqual(['total']);
    await page.locator('.explain').click();
    expect(sent).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('says what is missing', async () => {
    const { page } = await open('en/explain-build/');
    await page.locator('.explain').click();
    expect(await page.locator('.build-status').innerText()).toContain('at least one Go file');
    await page.locator('#build-source').fill('./main.go:4:2: moved to heap: n');
    await page.locator('#build-output').fill(KEPT);
    await page.locator('.explain').click();
    expect(await page.locator('.build-status').innerText()).toContain('swap the two');
    await page.locator('#build-source').fill(KEPT);
    await page.locator('#build-output').fill('./main.go:4:2: moved to heap: n');
    await page.locator('.explain').click();
    await page.locator('.places', { hasText: '-gcflags=-m=2' }).waitFor();
    expect(await page.locator('.says-line').allInnerTexts()).toEqual(['main.go:4:2: moved to heap: n']);
    await page.close();
  });
});

const PATHS = [
  'en/explorer/',
  'zh-cn/explorer/',
  'en/explain-build/',
  'en/messages/',
  'en/messages/flow/',
  'zh-cn/messages/can-inline/',
];

async function shown(path: string, width: number, theme: string): Promise<Page> {
  const { page } = path.includes('explorer') ? await asked(path, width, theme) : await open(path, width, theme);
  if (path.includes('build')) await page.locator('.example').click();
  if (path.includes('build')) await page.locator('.flow').waitFor();
  if (path.includes('explorer')) await page.getByText('1.22', { exact: true }).last().click();
  for (const box of await page.locator('.flow-whole input').all()) await box.check();
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  return page;
}

describe.each(['light', 'dark', 'contrast'])('axe, %s', (theme) => {
  test.each(PATHS)('/%s', async (path) => {
    const page = await shown(path, 1280, theme);
    await page.evaluate(source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    });
    expect(found).toEqual([]);
    await page.close();
  });
});

test.each(PATHS)('390 px wide: /%s does not scroll sideways', async (path) => {
  const page = await shown(path, 390, 'light');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.close();
});
