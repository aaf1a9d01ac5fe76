/**
 * Any Go files or folders against the installed compiler, line for line in its order: what is answered differently,
 * what is refused and why.
 *
 *   node tools/run.mjs tools/proof-corpus.ts [--go 1.26] [--mode=-m -l] [--diff] [--limit N] PATH…
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { ask, diagnosticLine, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';

const { values, positionals } = parseArgs({
  options: {
    go: { type: 'string', default: '1.26' },
    mode: { type: 'string', default: '-m -l' },
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
const counts = { exact: 0, wrong: 0, refused: 0, invalid: 0 };
const refusals = new Map<string, number>();
let lines = 0;
let equal = 0;
let milliseconds = 0;

for (const path of positionals.flatMap(goFiles).slice(0, Number(values.limit))) await judge(path);

console.log(
  `${counts.exact} exact, ${counts.wrong} wrong, ${counts.refused} refused, ${counts.invalid} that do not compile; ` +
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

async function judge(path: string): Promise<void> {
  const file = basename(path);
  const real = await compile(toolchain!, [path], { flags: flags.compilerFlags }).catch(() => undefined);
  if (real === undefined || real.exitCode !== 0) {
    counts.invalid++;
    return;
  }
  const theirs = real.lines.filter((line) => line.startsWith(`${file}:`));
  try {
    const { analysis, milliseconds: ms } = await ask([path], flags, session);
    milliseconds += ms;
    if (analysis.status !== 'ok') {
      counts.refused++;
      const error = analysis.errors[0];
      const what = analysis.unsupported?.what ?? (error ? `error: ${error.message}` : analysis.limit);
      refusals.set(what, (refusals.get(what) ?? 0) + 1);
      if (values.diff) console.log(`refused ${path}: ${what} (line ${analysis.unsupported?.line ?? error?.line})`);
      return;
    }
    const ours = analysis.diagnostics.filter((d) => d.own).map(diagnosticLine);
    lines += theirs.length;
    if (ours.join('\n') === theirs.join('\n')) {
      counts.exact++;
      equal += theirs.length;
      return;
    }
    counts.wrong++;
    const missing = theirs.filter((line) => !ours.includes(line));
    const extra = ours.filter((line) => !theirs.includes(line));
    equal += theirs.length - missing.length;
    const order = missing.length + extra.length === 0 ? ' (only order or repetition)' : '';
    console.log(`wrong ${path}${order}`);
    if (values.diff)
      for (const line of [...missing.map((l) => `  - ${l}`), ...extra.map((l) => `  + ${l}`)].slice(0, 12))
        console.log(line);
  } catch (error) {
    counts.wrong++;
    console.log(`crash ${path}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' | ') : error}`);
  }
}
