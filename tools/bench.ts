/**
 * Time of the engine against the compiler on the same programs, in one run, as a ratio; and bytes of the built pages.
 * Parts: programs lines std pages; all by default.
 *
 *   node tools/run.mjs tools/bench.ts [--rounds 5] [--json] [PART…]
 *
 * cold: a process of its own for each program on both sides. warm: the engine again and again in one process, as in the
 * worker; the compiler has no such state and starts anew. Then generated programs of 100 to 10,000 lines, and the
 * largest packages of std.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { askSources, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';
import { generated, shapes } from './generated.ts';
import { sharedPrograms } from './programs.ts';
import { StdAnalyzer, stdFlags, stdPackages } from './proof-std.ts';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const flags = { ...parseFlags(['-m', '-l']), graph: false };
const results: Record<string, unknown> = { node: process.versions.node, cpu: cpus()[0]?.model };
const toolchain = findToolchain();
const LENGTHS = [100, 300, 1000, 3000, 10_000];
const LINES_A_MEASURE = 20_000;
/** Rounds over the programs before any is timed: a worker that has answered for a while is what a learner meets. */
const WARMING_ROUNDS = 5;
const STD_PACKAGES = 12;
const parts = { programs: benchPrograms, lines: benchLines, std: benchStd, pages: benchPages };

for (const [part, bench] of Object.entries(parts))
  if (positionals.length === 0 || positionals.includes(part)) await bench();
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
  for (let round = 0; round < WARMING_ROUNDS; round++)
    for (const { file, text } of answered) await askSources([{ name: file, text }], undefined, flags, session);
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

interface Spent {
  /** Milliseconds of processor time of one program, all threads. A busy machine does not lengthen it much. */
  readonly all: number;
  /** What of it the garbage collector took, by the clock. */
  readonly collector: number;
}

/**
 * Time by length for each shape of generated program, and the power of the length that it grows with, from the shortest
 * to the longest: 1 is proportional. The same without the collector's part; then the time of a line at each length as bars.
 */
async function benchLines(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-bench-'));
  const rows: Record<string, unknown>[] = [];
  const head = LENGTHS.map((lines) => String(lines).padStart(9)).join('');
  say(`${'ms for lines'.padEnd(16)}${head}  growth  without GC  a line  compile 10,000`);
  try {
    for (const shape of Object.keys(shapes)) {
      const engine = await timesOf(shape);
      const path = join(folder, 'g.go');
      writeFileSync(path, generated(shape, LENGTHS.at(-1)!));
      const compiled = toolchain
        ? await best(() => timeOf(() => compile(toolchain, [path], { flags: ['-m', '-l'] })), 2)
        : Number.NaN;
      const growth = powerOf(engine.map(({ all }) => all));
      const without = powerOf(engine.map(({ all, collector }) => all - collector));
      rows.push({ shape, engine, growth, without, compile: compiled });
      const times = engine.map(({ all }) => all.toFixed(1).padStart(9)).join('');
      const bars = barsOf(engine.map(({ all }, i) => all / LENGTHS[i]!));
      say(
        `${shape.padEnd(16)}${times}  n^${growth.toFixed(2)}      n^${without.toFixed(2)}   ${bars}  ${compiled.toFixed(0).padStart(8)} ms`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  results.lines = rows;
}

function powerOf(times: readonly number[]): number {
  return Math.log(times.at(-1)! / times[0]!) / Math.log(LENGTHS.at(-1)! / LENGTHS[0]!);
}

/** Heights from nothing to twice the least. */
function barsOf(heights: readonly number[]): string {
  const steps = '▁▂▃▄▅▆▇█';
  const least = Math.min(...heights);
  return heights.map((height) => steps[Math.min(7, Math.round((4 * height) / least) - 1)]).join('');
}

/**
 * The best of some rounds for each length. Every length is warm before the first round; a round measures all lengths one
 * after the other, and each answers equally many lines, so that it pays for the garbage that it makes.
 */
async function timesOf(shape: string): Promise<Spent[]> {
  const session = new Session();
  const texts = LENGTHS.map((lines) => generated(shape, lines));
  for (const [i, text] of texts.entries()) await measure(text, LENGTHS[i]!, session);
  const shortest: (Spent | undefined)[] = texts.map(() => undefined);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [i, text] of texts.entries()) {
      const spent = await measure(text, LENGTHS[i]!, session);
      if (!shortest[i] || spent.all < shortest[i].all) shortest[i] = spent;
    }
  }
  return shortest.map((spent) => spent!);
}

async function measure(text: string, lines: number, session: Session): Promise<Spent> {
  const times = Math.ceil(LINES_A_MEASURE / lines);
  let collector = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collector += duration;
  });
  observer.observe({ entryTypes: ['gc'] });
  const start = process.cpuUsage();
  for (let i = 0; i < times; i++) await answer(text, session);
  const { user, system } = process.cpuUsage(start);
  // Entries arrive with the next turns of the event loop.
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  observer.disconnect();
  return { all: (user + system) / 1000 / times, collector: collector / times };
}

async function answer(text: string, session: Session): Promise<void> {
  const { status } = await askSources([{ name: 'g.go', text }], undefined, flags, session);
  if (status !== 'ok') throw new Error(`a generated program is answered ${status}`);
}

async function best(work: () => Promise<number>, times: number): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) shortest = Math.min(shortest, await work());
  return shortest;
}

/** The packages of std with the most lines that can be imported, each against the compiler: files to answer, warm. */
async function benchStd(): Promise<void> {
  if (!toolchain) return;
  const lines = (pkg: { dir: string; files: readonly string[] }): number =>
    pkg.files.reduce((sum, file) => sum + readFileSync(join(pkg.dir, file), 'utf8').split('\n').length - 1, 0);
  const largest = stdPackages(toolchain, [])
    .filter(({ path, files }) => files.length > 0 && !/(^|\/)(internal|vendor)\//.test(`${path}/`))
    .map((pkg) => ({ pkg, lines: lines(pkg) }))
    .sort((a, b) => b.lines - a.lines)
    .slice(0, STD_PACKAGES);
  const analyzer = new StdAnalyzer();
  const rows: Record<string, unknown>[] = [];
  say(`${'std'.padEnd(18)} lines  engine ms  compile ms  ratio`);
  for (const { pkg, lines } of largest) {
    const folder = mkdtempSync(join(tmpdir(), 'stackorheap-bench-'));
    const paths = pkg.files.map((file) => join(pkg.dir, file));
    const options = { flags: stdFlags(toolchain, pkg, 1, folder), path: pkg.path };
    const { status, unsupported, limit } = await analyzer.analyze(pkg, 1);
    const engine = await best(() => timeOf(() => analyzer.analyze(pkg, 1)), 4);
    const compiled = await best(() => timeOf(() => compile(toolchain, paths, options)), 2);
    rmSync(folder, { recursive: true });
    rows.push({ path: pkg.path, lines, status, engine, compile: compiled });
    const ratio = status === 'ok' ? (compiled / engine).toFixed(1) : (unsupported?.what ?? limit);
    say(
      `${pkg.path.padEnd(18)}${String(lines).padStart(6)}${engine.toFixed(0).padStart(11)}${compiled.toFixed(0).padStart(12)}  ${ratio}`,
    );
  }
  const factors = rows.filter(({ status }) => status === 'ok').map((row) => Number(row.compile) / Number(row.engine));
  say(`std's largest packages: the engine is ${median(factors).toFixed(1)} times as fast as compile -m -l (median)`);
  results.std = rows;
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
