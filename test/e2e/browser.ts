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

interface Found {
  readonly path: string;
  readonly args: readonly string[];
}

function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : undefined;
}

async function brought(): Promise<Found | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged } = await import('@sparticuz/chromium');
  return { path: await packaged.executablePath(), args: packaged.args };
}

export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const asked = environment.CHROME;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROME is ${asked}, but there is no such file.`);
    return { path: asked, args: [] };
  }
  const installed =
    environment.BROWSER_FROM === 'package' ? undefined : (NAMES.map(onPath).find(Boolean) ?? PLACES.find(existsSync));
  const found = installed ? { path: installed, args: [] } : await brought();
  if (found) return found;
  throw new Error('No browser found for the browser tests. Install Chromium or Chrome, or set CHROME to its path.');
}

export async function launch(): Promise<Browser> {
  const { path, args } = await findBrowser();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: path,
    args: [...args.filter((arg) => !arg.startsWith('--headless')), ...QUIET, ...sandbox],
  });
}
