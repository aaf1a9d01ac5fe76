/** The explorer in a frame of somebody else's page: another origin, both under strict policies, nothing kept. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { source } from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toHash } from '../../src/components/explorer/link.ts';
import { launch } from './browser.ts';

const site = inject('site');
const PROGRAM = 'package main\n\nfunc f() *int {\n\tn := 1\n\treturn &n\n}\n\nfunc main() { println(*f()) }\n';

let browser: Browser;
let server: Server;
let host: string;
let hash: string;
beforeAll(async () => {
  browser = await launch();
  hash = await toHash({ text: PROGRAM, version: '1.24', level: 1 });
  const frame = `<iframe src="${site}en/embed/${hash}" title="Stack or Heap?" width="100%" height="640"></iframe>`;
  const html = `<!doctype html><html lang="en"><title>A blog</title><main><h1>A blog</h1><button>Before</button>${frame}</main>`;
  server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; frame-src ${new URL(site).origin}`,
    });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function framed(width = 1280): Promise<{ page: Page; frame: Frame; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // The browser asks for an icon of the host's own.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.startsWith(host)) errors.push(message.text());
  });
  await page.goto(host);
  const frame = page.frames().find((each) => each !== page.mainFrame())!;
  await frame.locator('.cm-content').waitFor();
  expect(new URL(frame.url()).origin).not.toBe(new URL(page.url()).origin);
  return { page, frame, errors };
}

const textIn = (frame: Frame) =>
  frame.evaluate(() => (document.querySelector('code-block') as unknown as { text: string }).text);

describe('the embed', () => {
  test('shows the program of its address and takes no focus from its host', async () => {
    const { page, frame } = await framed();
    expect(await textIn(frame)).toBe(PROGRAM);
    expect(await frame.locator('.versions input:checked').inputValue()).toBe('1.24');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await frame.locator('.bar, footer, .flow').count()).toBe(0);
    await page.close();
  });

  test('answers by keyboard alone, and Tab leads in and through', async () => {
    const { page, frame, errors } = await framed();
    await page.getByText('Before').focus();
    const ask = frame.locator('.ask');
    const isThere = () => ask.evaluate((element) => element === document.activeElement && document.hasFocus());
    for (let presses = 0; presses < 12 && !(await isThere()); presses++) {
      await page.keyboard.press('Tab');
      // Tab indents in the editor; Escape lets it go.
      await page.keyboard.press('Escape');
    }
    expect(await isThere()).toBe(true);
    await page.keyboard.press('Enter');
    await frame.locator('.flow').waitFor();
    expect(await frame.locator('.places').innerText()).toContain('heap');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('keeps nothing: no progress, no draft', async () => {
    const { page, frame, errors } = await framed();
    await frame.locator('.ask').click();
    await frame.locator('.flow').waitFor();
    await frame.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('// mine');
    await frame.getByText('No verdict changed').waitFor();
    const kept = await frame.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
    expect(kept).toEqual({ local: [], session: [], databases: [] });
    expect(new URL(frame.url()).hash).toBe(hash);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('leads to the whole explorer, with the program as it is now', async () => {
    const { page, frame } = await framed();
    await frame.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('// mine');
    const [whole] = await Promise.all([page.waitForEvent('popup'), frame.locator('.whole').click()]);
    await whole.locator('.cm-content').waitFor();
    expect(whole.url().startsWith(`${site}en/explorer/#1.`)).toBe(true);
    expect(await textIn(whole.mainFrame())).toBe(`${PROGRAM}// mine`);
    expect(await whole.locator('.versions input:checked').inputValue()).toBe('1.24');
    expect(await whole.locator('.bar nav').isVisible()).toBe(true);
    await whole.close();
    await page.close();
  });

  test.each([360, 1280])('%i px: axe finds nothing, nothing scrolls sideways', async (width) => {
    const { page, frame } = await framed(width);
    await frame.locator('.ask').click();
    await frame.locator('.flow').waitFor();
    await frame.evaluate(source);
    const found = await frame.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    });
    expect(found).toEqual([]);
    const { scrollWidth, clientWidth } = await frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await page.close();
  });
});
