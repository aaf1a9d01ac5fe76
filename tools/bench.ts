/**
 * Time of the engine against the compiler on the same programs, in one run, as a ratio; and bytes of the built pages.
 *
 *   node tools/run.mjs tools/bench.ts [--rounds 5] [--json]
 *
 * cold: a process of its own for each program on both sides. warm: the engine again and again in one process, as in the
 * worker; the compiler has no such state and starts anew. Then generated programs of 100 to 10,000 lines.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { askSources, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';
import { shapes } from './generated.ts';
import { sharedPrograms } from './programs.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const flags = { ...parseFlags(['-m', '-l']), graph: false };
const results: Record<string, unknown> = { node: process.versions.node, cpu: cpus()[0]?.model };
const toolchain = findToolchain();
const LENGTHS = [100, 300, 1000, 3000, 10_000];
const LINES_A_MEASURE = 30_000;

await benchPrograms();
await benchLines();
benchPages();
if (values.json) console.log(JSON.stringify(results, null, 1));

function say(text: string): void {
  if (!values.json) console.log(text);
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Processor time of this process: a busy machine does not lengthen it. */
async function ownTimeOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function benchPrograms(): Promise<void> {
  const session = new Session();
  const answered: ReturnType<typeof sharedPrograms> = [];
  for (const program of sharedPrograms()) {
    const { status } = await askSources([{ name: program.file, text: program.text }], undefined, flags, session);
    if (status === 'ok') answered.push(program);
  }
  say(`${answered.length} of ${sharedPrograms().length} shared programs answered at -m -l; both sides on those`);
  const warm: number[] = [];
  const compiled: number[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { file, path, text } of answered) {
      warm.push(await timeOf(() => askSources([{ name: file, text }], undefined, flags, session)));
      if (toolchain) compiled.push(await timeOf(() => compile(toolchain, [path], { flags: ['-m', '-l'] })));
    }
  }
  const cold: number[] = [];
  for (const { path } of answered.slice(0, 12))
    cold.push(
      await timeOf(() =>
        spawnSync(process.execPath, [join(root, 'bin/stackorheap'), 'escape', '-m', '-l', path], { stdio: 'ignore' }),
      ),
    );
  results.warm = { median: median(warm), p95: quantile(warm, 0.95) };
  results.cold = { median: median(cold) };
  say(
    `engine, warm: median ${median(warm).toFixed(2)} ms, p95 ${quantile(warm, 0.95).toFixed(2)} ms; cold (whole command): median ${median(cold).toFixed(0)} ms`,
  );
  if (!toolchain) {
    say('compiler: not run, there is no Go toolchain here');
    return;
  }
  results.compile = { version: toolchain.version, median: median(compiled) };
  results.ratio = { warm: median(compiled) / median(warm), cold: median(compiled) / median(cold) };
  say(`compile -m -l (Go ${toolchain.version}): median ${median(compiled).toFixed(1)} ms`);
  say(
    `the engine is ${(median(compiled) / median(warm)).toFixed(1)} times as fast warm, ${(median(compiled) / median(cold)).toFixed(2)} times as fast cold`,
  );
}

/** Time by length for each shape of generated program: the last column is the power of the length that it grows with. */
async function benchLines(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-bench-'));
  const rows: Record<string, unknown>[] = [];
  say(
    `${'ms for lines'.padEnd(16)}${LENGTHS.map((lines) => String(lines).padStart(9)).join('')}   growth   compile 10,000`,
  );
  try {
    for (const [shape, make] of Object.entries(shapes)) {
      const session = new Session();
      const engine: number[] = [];
      for (const lines of LENGTHS) engine.push(await best(() => meanOf(make(lines), lines, session), 3));
      const path = join(folder, 'g.go');
      writeFileSync(path, make(LENGTHS.at(-1)!));
      const compiled = toolchain
        ? await best(() => timeOf(() => compile(toolchain, [path], { flags: ['-m', '-l'] })), 2)
        : Number.NaN;
      const growth = Math.log(engine.at(-1)! / engine[0]!) / Math.log(LENGTHS.at(-1)! / LENGTHS[0]!);
      rows.push({ shape, engine, growth, compile: compiled });
      say(
        `${shape.padEnd(16)}${engine.map((ms) => ms.toFixed(1).padStart(9)).join('')}   n^${growth.toFixed(2)}   ${compiled.toFixed(0).padStart(8)} ms`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  results.lines = rows;
}

/** Each length answers equally many lines, and so pays for its own garbage: the shortest runs of short texts pay for none. */
async function meanOf(text: string, lines: number, session: Session): Promise<number> {
  const times = Math.ceil(LINES_A_MEASURE / lines);
  const spent = await ownTimeOf(async () => {
    for (let i = 0; i < times; i++) await answer(text, session);
  });
  return spent / times;
}

async function answer(text: string, session: Session): Promise<void> {
  const { status } = await askSources([{ name: 'g.go', text }], undefined, flags, session);
  if (status !== 'ok') throw new Error(`a generated program is answered ${status}`);
}

async function best(measure: () => Promise<number>, times = 9): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) shortest = Math.min(shortest, await measure());
  return shortest;
}

/** What a reader downloads before touching anything: each page's HTML, and the scripts and styles that it names. */
function benchPages(): void {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) {
    say('pages: not measured, there is no dist folder (npm run build)');
    return;
  }
  const size = (path: string): number => brotliCompressSync(readFileSync(path)).length;
  const pages: Record<string, { html: number; js: number; css: number }> = {};
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const path = join(entry.parentPath, entry.name);
    const html = readFileSync(path, 'utf8');
    const total = (pattern: RegExp): number =>
      [...new Set([...html.matchAll(pattern)].map((match) => match[1]!))].reduce((sum, name) => {
        const file = join(dist, name.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, ''));
        const found = [file, join(entry.parentPath, name)].find(
          (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
        );
        return sum + (found ? size(found) : 0);
      }, 0);
    pages[relative(dist, path)] = {
      html: size(path),
      js: total(/<script[^>]+src="([^"]+)"/g) + total(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
      css: total(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g),
    };
  }
  results.pages = pages;
  for (const [page, { html, js, css }] of Object.entries(pages))
    say(`${page}: HTML ${kB(html)}, JS ${kB(js)}, CSS ${kB(css)} (brotli)`);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
