/**
 * The browser for the tests: CHROME, else what the system has, else the one that @sparticuz/chromium brings (Linux on
 * x64). None found is an error that says what to do; a browser test is never skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : undefined;
}

/**
 * Without the flags that its package proposes: they are for a cloud function, where one process is all there is. In one
 * process the whole browser ends with the first context that is closed, and the web's own security is switched off.
 */
async function brought(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const asked = environment.CHROME;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROME is ${asked}, but there is no such file.`);
    return asked;
  }
  const installed =
    environment.BROWSER_FROM === 'package' ? undefined : (NAMES.map(onPath).find(Boolean) ?? PLACES.find(existsSync));
  const found = installed ?? (await brought());
  if (found) return found;
  throw new Error('No browser found for the browser tests. Install Chromium or Chrome, or set CHROME to its path.');
}

export async function launch(environment?: NodeJS.ProcessEnv): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await findBrowser(environment), args: [...QUIET, ...sandbox] });
}
