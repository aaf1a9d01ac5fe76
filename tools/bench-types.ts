/**
 * How long parsing and checking a std package takes with facts for its imports, beside go/parser and go/types doing the
 * same from export data in one run. Both sides have met the imports before; how long the facts take the first time is
 * told beside it.
 *
 *   node tools/run.mjs tools/bench-types.ts [PATH] [N]      default: net/http, 20 runs after 20 to warm up
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFileSet } from '../src/analyzer/base/pos.ts';
import { loadFacts } from '../src/analyzer/importer/index.ts';
import { importsOf } from '../src/analyzer/index.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/check.ts';
import { gcSizes } from '../src/analyzer/types/sizes.ts';
import { readProgram } from '../src/cli/files.ts';
import { stdHost } from '../src/cli/host.ts';
import { goroot } from './typesdump.ts';

const path = process.argv[2] ?? 'net/http';
const runs = Number(process.argv[3] ?? 20);
const root = goroot();
const { files } = readProgram([join(root, 'src', path)], '1.26');
const begin = performance.now();
const importer = await loadFacts(stdHost, '1.26', importsOf(files));
const loaded = performance.now();

const parsing: number[] = [];
let first = 0;
const checking: number[] = [];
let expressions = 0;
for (let i = 0; i < 2 * runs; i++) {
  const start = performance.now();
  const set = makeFileSet(files);
  const trees = set.files.map((source) => parseSource(source, null).file);
  const parsed = performance.now();
  const { info } = check(set, trees, path, { importer, sizes: gcSizes, goVersion: 'go1.26', ignoreBranchErrors: true });
  const end = performance.now();
  expressions = info.types.size;
  first ||= end - start;
  if (i < runs) continue;
  parsing.push(parsed - start);
  checking.push(end - parsed);
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;
const folder = mkdtempSync(join(tmpdir(), 'typesbench-'));
let theirs: number[];
try {
  const binary = join(folder, 'typesbench');
  execFileSync('go', ['build', '-o', binary, '.'], { cwd: fileURLToPath(new URL('typesbench', import.meta.url)) });
  theirs = execFileSync(binary, [path, String(runs)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
} finally {
  rmSync(folder, { recursive: true });
}
const own = median(parsing) + median(checking);
const heap = process.memoryUsage().heapUsed / 1e6;
console.log(`${path}: ${files.length} files, ${expressions} expressions`);
console.log(
  `ours   ${own.toFixed(1)} ms (parse ${median(parsing).toFixed(1)}, check ${median(checking).toFixed(1)}), heap ${heap.toFixed(0)} MB`,
);
console.log(`first  ${first.toFixed(1)} ms, facts opened on the way; read in ${(loaded - begin).toFixed(1)} ms`);
console.log(`Go     ${median(theirs).toFixed(1)} ms`);
const least = Math.min(...parsing.map((ms, i) => ms + checking[i]!));
const leastTheirs = Math.min(...theirs);
console.log(
  `ratio  ${(own / median(theirs)).toFixed(2)}; of the fastest runs ${(least / leastTheirs).toFixed(2)} (${least.toFixed(1)} and ${leastTheirs.toFixed(1)} ms)`,
);
