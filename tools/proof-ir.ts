/**
 * The IR against gc's own, function by function (irtrees.ts).
 *
 *   node tools/run.mjs tools/proof-ir.ts [--diff] [FILE.go …]      default: the shared programs and GOROOT/test/escape*.go
 *   node tools/run.mjs tools/proof-ir.ts --record                  writes test/testdata/ir/trees-<release>.json
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { FactsCache } from '../src/analyzer/importer/index.ts';
import { compileLines, gcTrees, ourTrees, type Trees, treeHash } from './irtrees.ts';
import { sharedPrograms } from './programs.ts';

export interface FileResult {
  readonly file: string;
  readonly status: 'equal' | 'different' | 'refused';
  readonly functions: number;
  readonly equal: number;
  /** Lines of gc's (-) and ours (+) at the first difference of each function, or the reason. */
  readonly detail: readonly string[];
}

export function compareTrees(file: string, ours: Trees, theirs: Trees): FileResult {
  if (typeof theirs === 'string') return { file, status: 'refused', functions: 0, equal: 0, detail: [theirs] };
  if (typeof ours === 'string') return { file, status: 'refused', functions: theirs.size, equal: 0, detail: [ours] };
  const detail: string[] = [];
  let equal = 0;
  for (const [name, tree] of theirs) {
    const own = ours.get(name);
    if (own === undefined) detail.push(`- function ${name}`);
    else if (own.join('\n') === tree.join('\n')) equal++;
    else detail.push(`function ${name}`, ...firstDifference(tree, own));
  }
  for (const name of ours.keys()) if (!theirs.has(name)) detail.push(`+ function ${name}`);
  return { file, status: detail.length === 0 ? 'equal' : 'different', functions: theirs.size, equal, detail };
}

function firstDifference(a: readonly string[], b: readonly string[]): string[] {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const context = a.slice(Math.max(0, i - 2), i).map((l) => `    ${l}`);
  return [...context, ...a.slice(i, i + 4).map((l) => `  - ${l}`), ...b.slice(i, i + 4).map((l) => `  + ${l}`)];
}

/** Functions of the compiler's escape tests. */
export function escapeTestFiles(goroot: string): string[] {
  const folder = join(goroot, 'test');
  const names = readdirSync(folder).filter((f) => /^escape.*\.go$/.test(f));
  return names.sort().map((f) => join(folder, f));
}

export const recordingFile = resolve(import.meta.dirname, `../test/testdata/ir/trees-${pinnedToolchain['1.26']}.json`);

/** {program: {function: hash of gc's tree}} */
export type Recording = Readonly<Record<string, Readonly<Record<string, string>>>>;

function record(temp: string): void {
  const recording: Record<string, Record<string, string>> = {};
  for (const { name, path, text } of sharedPrograms()) {
    const trees = gcTrees(path, text, temp);
    if (typeof trees === 'string') throw new Error(`${name}: ${trees}`);
    recording[name] = Object.fromEntries([...trees].map(([fn, tree]) => [fn, treeHash(tree)]));
  }
  mkdirSync(resolve(recordingFile, '..'), { recursive: true });
  writeFileSync(recordingFile, `${JSON.stringify(recording, null, 1)}\n`);
}

/** One assignment to `sink` a line; the compiler prints each value that it boxes. */
export const expressionsFile = resolve(import.meta.dirname, '../test/testdata/ir/expressions.go');
export const printedFile = resolve(
  import.meta.dirname,
  `../test/testdata/ir/expressions-${pinnedToolchain['1.26']}.json`,
);

/** {line: what the compiler prints of the value assigned there} */
function recordExpressions(temp: string): void {
  const text = readFileSync(expressionsFile, 'utf8');
  const printed: Record<string, string> = {};
  for (const line of compileLines(expressionsFile, text, temp, ['-l', '-m'])) {
    const found = /\.go:(\d+):\d+: (.*) escapes to heap$/.exec(line);
    if (found) printed[found[1]!] ??= found[2]!;
  }
  writeFileSync(printedFile, `${JSON.stringify(printed, null, 1)}\n`);
}

async function compareAll(paths: readonly string[], diff: boolean, temp: string): Promise<void> {
  const cache = new FactsCache();
  const count = { equal: 0, different: 0, refused: 0 };
  let functions = 0;
  let equal = 0;
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    const result = compareTrees(basename(path), await ourTrees(path, text, cache), gcTrees(path, text, temp));
    count[result.status]++;
    functions += result.functions;
    equal += result.equal;
    if (result.status === 'equal') continue;
    console.log(`${result.status} ${result.file}: ${result.equal}/${result.functions} ${result.detail[0]}`);
    if (diff) for (const line of result.detail) console.log(line);
  }
  const files = `${paths.length} files: ${count.equal} equal, ${count.different} different, ${count.refused} refused`;
  console.log(`${files}; ${equal} of ${functions} functions equal`);
}

async function main(): Promise<void> {
  const options = { diff: { type: 'boolean', default: false }, record: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const temp = mkdtempSync(join(tmpdir(), 'proof-ir-'));
  try {
    if (values.record) {
      record(temp);
      recordExpressions(temp);
      return;
    }
    const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
    const all = () => [...sharedPrograms().map((p) => p.path), ...escapeTestFiles(goroot)];
    await compareAll(positionals.length > 0 ? positionals : all(), values.diff, temp);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await main();
