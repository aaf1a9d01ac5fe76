/**
 * Lighthouse, as a phone, on the kinds of pages of a built site: the median of RUNS (5 by default), the least in brackets,
 * and what lost points. It is no dependency (a hundred packages): install it anywhere, build with SITE set, and name both.
 *
 *   LIGHTHOUSE=/elsewhere/node_modules/lighthouse node tools/run.mjs tools/proof-lighthouse.ts DIST [RUNS [plain]]
 *
 * Texts are sent with gzip, as hosts do; `plain` sends them as they are.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../test/e2e/browser.ts';
import { serve } from '../test/e2e/server.ts';

const PORT = 9333;
const PAGES = [
  'en/',
  'en/lessons/frames/',
  'en/lessons/slots/',
  'zh-cn/lessons/frames/',
  'en/explorer/',
  'en/practice/',
  'en/review/',
  'en/boards/',
];

interface Category {
  readonly score: number;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}
interface Audit {
  readonly score: number | null;
  readonly displayValue?: string;
}
interface Result {
  readonly lhr: {
    readonly categories: Readonly<Record<string, Category>>;
    readonly audits: Readonly<Record<string, Audit>>;
  };
}
type Lighthouse = (address: string, options: object) => Promise<Result>;

const folder = process.env['LIGHTHOUSE'];
const [, , dist, runs = 5, host = 'gzip'] = process.argv;
if (!folder || !dist) {
  console.error('LIGHTHOUSE is the folder of the installed package, DIST that of a built site.');
  process.exit(2);
}
const { default: lighthouse } = (await import(pathToFileURL(join(resolve(folder), 'core/index.js')).href)) as {
  default: Lighthouse;
};
const { address, server } = await serve(resolve(dist), '/', { gzip: host === 'gzip' });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', `--remote-debugging-port=${PORT}`],
});

/** `largest-contentful-paint 1.9 s`, for each scored audit that did not get all points. */
function lostIn({ lhr }: Result): string[] {
  const scored = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const lost = scored.filter(({ id }) => (lhr.audits[id]!.score ?? 1) < 0.995);
  return lost.map(({ id }) => `${id} ${lhr.audits[id]!.displayValue ?? ''}`.trim());
}

for (const page of PAGES) {
  const results: Result[] = [];
  for (let run = 0; run < Number(runs); run++)
    results.push(await lighthouse(address + page, { port: PORT, output: 'json', logLevel: 'error' }));
  const scores = Object.keys(results[0]!.lhr.categories).map((name) => {
    const sorted = results.map(({ lhr }) => Math.round(lhr.categories[name]!.score * 100)).sort((a, b) => a - b);
    return `${name} ${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]})`;
  });
  console.log(`/${page}: ${scores.join(', ')}; lost: ${lostIn(results.at(-1)!).join(', ') || 'nothing'}`);
}
await browser.close();
server.closeAllConnections();
server.close();
