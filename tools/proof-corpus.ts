/**
 * Any Go files or folders against the installed compiler, line for line in its order: what is answered differently,
 * what is refused and why. Each file is a program of its own; with --packages each folder below PATH is.
 *
 *   node tools/run.mjs tools/proof-corpus.ts [--go 1.26] [--mode=-m -l] [--packages] [--diff] [--limit N] PATH…
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { Refusal } from '../src/cli/command.ts';
import { ask, diagnosticLine, Session } from '../src/cli/engine.ts';
import { readProgram } from '../src/cli/files.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';

const { values, positionals } = parseArgs({
  options: {
    go: { type: 'string', default: '1.26' },
    mode: { type: 'string', default: '-m -l' },
    packages: { type: 'boolean', default: false },
    diff: { type: 'boolean', default: false },
    limit: { type: 'string', default: '1000000' },
  },
  allowPositionals: true,
});
const version = goVersions.find((known) => known === values.go);
if (!version) throw new Error(`--go is one of ${goVersions.join(', ')}`);
const toolchain = findToolchain(pinnedToolchain[version]);
if (!toolchain) throw new Error('no Go toolchain');
const flags = parseFlags([...values.mode.split(' '), `--go=${version}`]);
const session = new Session();
const counts = { exact: 0, order: 0, wrong: 0, refused: 0, invalid: 0 };
const refusals = new Map<string, number>();
let lines = 0;
let equal = 0;
let milliseconds = 0;

const programs = positionals.flatMap(values.packages ? goFolders : goFiles);
for (const path of programs.slice(0, Number(values.limit))) await judge(path);

console.log(
  `${counts.exact} exact, ${counts.order} in another order, ${counts.wrong} wrong, ${counts.refused} refused, ${counts.invalid} that do not compile; ` +
    `${equal} of ${lines} lines; ${milliseconds.toFixed(0)} ms in the engine`,
);
for (const [what, n] of [...refusals].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`  ${n} ${what}`);

function goFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => name.endsWith('.go'))
    .map((name) => join(path, name));
}

function goFolders(root: string): string[] {
  const folders = new Set<string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
    if (entry.name.endsWith('.go') && !/(^|\/)testdata(\/|$)/.test(entry.parentPath)) folders.add(entry.parentPath);
  return [...folders].sort();
}

async function judge(path: string): Promise<void> {
  const theirs = await compilerLines(path).catch(() => undefined);
  if (theirs === undefined) {
    counts.invalid++;
    return;
  }
  try {
    const { analysis, milliseconds: ms } = await ask([path], flags, session);
    milliseconds += ms;
    if (analysis.status !== 'ok') {
      const error = analysis.errors[0];
      refuse(path, analysis.unsupported?.what ?? (error ? `error: ${error.message}` : analysis.limit));
      return;
    }
    compare(path, analysis.diagnostics.filter((d) => d.own).map(diagnosticLine), theirs);
  } catch (error) {
    if (error instanceof Refusal) return refuse(path, error.message);
    counts.wrong++;
    console.log(`crash ${path}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' | ') : error}`);
  }
}

/** The compiler's lines in the program's own files; undefined if it does not compile alone. */
async function compilerLines(path: string): Promise<string[] | undefined> {
  const { files, language } = readProgram([path], flags.goVersion);
  const paths = files.map((file) => file.path);
  const options = { flags: flags.compilerFlags, path: packageName(files[0]!.text), ...(language && { language }) };
  const real = await compile(toolchain!, paths, options);
  if (real.exitCode !== 0) return undefined;
  const own = new Set(files.map((file) => file.name));
  return real.lines.filter((line) => own.has(line.slice(0, line.indexOf(':'))));
}

function packageName(text: Uint8Array): string {
  return /^\s*package\s+(\w+)/m.exec(new TextDecoder().decode(text))?.[1] ?? 'main';
}

function refuse(path: string, what: string): void {
  counts.refused++;
  refusals.set(what, (refusals.get(what) ?? 0) + 1);
  if (values.diff) console.log(`refused ${path}: ${what}`);
}

function compare(path: string, ours: readonly string[], theirs: readonly string[]): void {
  lines += theirs.length;
  if (ours.join('\n') === theirs.join('\n')) {
    counts.exact++;
    equal += theirs.length;
    return;
  }
  const missing = theirs.filter((line) => !ours.includes(line));
  const extra = ours.filter((line) => !theirs.includes(line));
  equal += theirs.length - missing.length;
  if (missing.length + extra.length === 0) {
    counts.order++;
    if (values.diff) console.log(`order ${path}`);
    return;
  }
  counts.wrong++;
  console.log(`wrong ${path}`);
  if (values.diff)
    for (const line of [...missing.map((l) => `  - ${l}`), ...extra.map((l) => `  + ${l}`)].slice(0, 12))
      console.log(line);
}
