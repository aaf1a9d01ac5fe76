/** `npm start` serves what it says; the browser finder finds, brings or says what is missing. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser, launch } from './browser.ts';

const root = resolve(import.meta.dirname, '../..');

test('the address that npm start prints answers with a page', async () => {
  // Without the variables of the test runner, which would make the dev server a test's.
  const { PATH, HOME, SystemRoot } = process.env;
  const env = { PATH, HOME, SystemRoot };
  const child = spawn(process.execPath, ['tools/run.mjs', 'tools/start.ts', '--port', '4711'], { cwd: root, env });
  try {
    const address = await new Promise<string>((found, failed) => {
      let output = '';
      child.stdout.on('data', (data) => {
        output += data;
        const said = /http:\/\/localhost:\d+\//.exec(output);
        if (said) found(said[0]);
      });
      child.on('exit', () => failed(new Error(`npm start ended: ${output}`)));
    });
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<h1');
  } finally {
    child.kill('SIGTERM');
  }
});

test('a CHROME that is not there is an error, not a skip', async () => {
  await expect(findBrowser({ CHROME: '/no/such/browser' })).rejects.toThrow(
    'CHROME is /no/such/browser, but there is no such file.',
  );
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the packaged browser runs where none is installed',
  async () => {
    const browser = await launch({ BROWSER_FROM: 'package' });
    // A second page: in some ways to start it the whole browser ends with the first page that is closed.
    for (const word of ['Stack', 'Heap']) {
      const page = await browser.newPage();
      await page.setContent(`<h1>${word}</h1>`);
      expect(await page.locator('h1').innerText()).toBe(word);
      await page.close();
    }
    await browser.close();
  },
);
