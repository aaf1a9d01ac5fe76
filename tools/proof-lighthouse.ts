/**
 * Lighthouse on home and lessons of a built site. It is no dependency (a hundred packages): install it anywhere, build
 * with SITE set, and name both.
 *
 *   LIGHTHOUSE=/elsewhere/node_modules/lighthouse node tools/run.mjs tools/proof-lighthouse.ts DIST
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../test/e2e/browser.ts';
import { serve } from '../test/e2e/server.ts';

const PORT = 9333;
const PAGES = ['en/', 'en/lessons/frames/', 'en/lessons/slots/', 'zh-cn/lessons/frames/'];

interface Result {
  readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number }>> };
}
type Lighthouse = (address: string, options: object) => Promise<Result>;

const folder = process.env['LIGHTHOUSE'];
const dist = process.argv[2];
if (!folder || !dist) {
  console.error('LIGHTHOUSE is the folder of the installed package, DIST that of a built site.');
  process.exit(2);
}
const { default: lighthouse } = (await import(pathToFileURL(join(resolve(folder), 'core/index.js')).href)) as {
  default: Lighthouse;
};
const { address, server } = await serve(resolve(dist), '/');
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', `--remote-debugging-port=${PORT}`],
});
for (const page of PAGES) {
  const { lhr } = await lighthouse(address + page, { port: PORT, output: 'json', logLevel: 'error' });
  const scores = Object.entries(lhr.categories).map(([name, { score }]) => `${name} ${Math.round(score * 100)}`);
  console.log(`/${page}: ${scores.join(', ')}`);
}
await browser.close();
server.closeAllConnections();
server.close();
