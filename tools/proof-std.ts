/**
 * The standard library itself as a corpus: every package of std for linux/amd64 under -m -l, from GOROOT/src, line for
 * line against the compiler, with the second set of facts, which has the internal packages.
 *
 *   node tools/run.mjs tools/proof-std.ts [--facts DIR] [--level 2] [--diff] [PACKAGE…]
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { analyze, importsOf } from '../src/analyzer/index.ts';
import { diagnosticLine } from '../src/cli/engine.ts';
import { compile, findToolchain, goCommand } from '../src/cli/toolchain.ts';

const { values, positionals } = parseArgs({
  options: {
    facts: { type: 'string', default: resolve(import.meta.dirname, '../test/facts-internal') },
    diff: { type: 'boolean', default: false },
    level: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
const toolchain = findToolchain();
if (!toolchain) throw new Error('no Go toolchain');
const host = { whole: true, bytes: (name: string): Promise<Uint8Array> => readFile(join(values.facts, name)) };
const cache = new FactsCache();
const totals = { exact: 0, wrong: 0, refused: 0, skipped: 0, lines: 0, equal: 0, missing: 0, extra: 0 };
const refusals = new Map<string, number>();

interface StdPackage {
  readonly path: string;
  readonly dir: string;
  readonly files: readonly string[];
}

function stdPackages(): StdPackage[] {
  const format = '{{.ImportPath}}\t{{.Dir}}\t{{join .GoFiles " "}}';
  const text = execFileSync(goCommand()!, ['list', '-f', format, 'std'], {
    encoding: 'utf8',
    env: toolchain!.environment,
  });
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [path, dir, files] = line.split('\t') as [string, string, string];
      return { path, dir, files: files.split(' ').filter((file) => file !== '') };
    });
}

async function judge({ path, dir, files }: StdPackage): Promise<void> {
  const flags = [values.level === '2' ? '-m=2' : '-m', '-l', '-std', '-complete=false'];
  const real = await compile(
    toolchain!,
    files.map((file) => join(dir, file)),
    { flags, path },
  ).catch(() => undefined);
  if (real === undefined || real.exitCode !== 0) {
    totals.skipped++;
    if (values.diff) console.log(`skipped ${path}: ${real?.lines[0] ?? 'no answer'}`);
    return;
  }
  const own = new Set(files);
  const theirs = real.lines.filter((line) => own.has(line.slice(0, line.indexOf(':'))));
  totals.lines += theirs.length;
  try {
    const sources = files.map((name) => ({ name, text: readFileSync(join(dir, name), 'utf8') }));
    const importer = await loadFacts(host, '1.26', importsOf(sources), cache);
    const started = performance.now();
    const analysis = analyze(sources, {
      importer,
      inline: false,
      pkgPath: path,
      graph: false,
      level: Number(values.level),
    });
    const ms = performance.now() - started;
    if (analysis.status !== 'ok') {
      totals.refused++;
      const error = analysis.errors[0];
      const what = analysis.unsupported?.what ?? (error ? `error: ${error.message}` : analysis.limit);
      refusals.set(what, (refusals.get(what) ?? 0) + 1);
      const at = analysis.unsupported ?? error;
      if (values.diff) console.log(`refused ${path}: ${what} (${at?.file}:${at?.line})`);
      return;
    }
    const ours = analysis.diagnostics.filter((d) => d.own).map(diagnosticLine);
    const have = new Set(ours);
    const want = new Set(theirs);
    const missing = theirs.filter((line) => !have.has(line));
    const extra = ours.filter((line) => !want.has(line));
    totals.equal += theirs.length - missing.length;
    totals.missing += missing.length;
    totals.extra += extra.length;
    if (missing.length + extra.length === 0) {
      totals.exact++;
      if (ours.join('\n') !== theirs.join('\n')) console.log(`order ${path}`);
      return;
    }
    totals.wrong++;
    console.log(
      `wrong ${path}: ${missing.length} missing, ${extra.length} extra of ${theirs.length} (${ms.toFixed(0)} ms)`,
    );
    if (values.diff) {
      for (const line of missing.slice(0, 8)) console.log(`  - ${line}`);
      for (const line of extra.slice(0, 8)) console.log(`  + ${line}`);
    }
  } catch (error) {
    totals.wrong++;
    console.log(`crash ${path}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' | ') : error}`);
  }
}

for (const pkg of stdPackages()) {
  if (pkg.files.length > 0 && (positionals.length === 0 || positionals.includes(pkg.path))) await judge(pkg);
}
const { exact, wrong, refused, skipped, lines, equal } = totals;
console.log(
  `${exact} packages whole, ${wrong} differ, ${refused} refused, ${skipped} not compiled alone; ` +
    `${equal} of ${lines} lines; ${totals.missing} missing, ${totals.extra} extra in answered packages`,
);
for (const [what, n] of [...refusals].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`  ${n} ${what}`);
