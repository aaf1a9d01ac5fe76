/**
 * Go's own tests of std as programs: the test files of every package, with the package (in-package tests) or alone
 * (external tests), `-m -l`, live against the compiler. Files are read from GOROOT and never kept.
 *
 *   node tools/run.mjs tools/proof-std-tests.ts [--only strings]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultGoVersion } from '../src/analyzer/base/versions.ts';
import { FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { analyze, importsOf } from '../src/analyzer/index.ts';
import { plainDiagnostics } from '../src/cli/engine.ts';
import { stdHost } from '../src/cli/host.ts';
import { compile, diagnosticsOf, findToolchain, formatDiagnostic, sortDiagnostics } from '../src/cli/toolchain.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const found = findToolchain();
if (!found) throw new Error('proof-std-tests: no Go toolchain here');
const toolchain = found;
const cache = new FactsCache();
const totals = { whole: 0, wrong: 0, refused: 0, notCompiled: 0, lines: 0, agreeing: 0 };

for (const line of list()) {
  const [path, dir, own, inside, outside] = line.split('\t') as [string, string, string, string, string];
  if (!path.startsWith(values.only)) continue;
  if (inside !== '') await judge(path, dir, [...words(own), ...words(inside)]);
  if (outside !== '') await judge(`${path}_test`, dir, words(outside));
}
console.log(
  `Go ${toolchain.version} -m -l: ${totals.whole} whole, ${totals.wrong} wrong, ${totals.refused} refused, ${totals.notCompiled} need more than this compiler call; of ${totals.lines} lines ${totals.agreeing} agree`,
);

function list(): string[] {
  const format =
    '{{.ImportPath}}\t{{.Dir}}\t{{join .GoFiles " "}}\t{{join .TestGoFiles " "}}\t{{join .XTestGoFiles " "}}';
  const options = { encoding: 'utf8', env: toolchain.environment, cwd: toolchain.goroot, maxBuffer: 1 << 26 } as const;
  return execFileSync(join(toolchain.goroot, 'bin', 'go'), ['list', '-f', format, 'std'], options)
    .split('\n')
    .filter(Boolean);
}

function words(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** The files under names that are not those of tests: the compiler takes any, but names may not exclude them. */
async function judge(path: string, dir: string, files: readonly string[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'stackorheap-std-tests-'));
  try {
    const sources = files.map((file, i) => ({ name: `f${i}.go`, text: new Uint8Array(readFileSync(join(dir, file))) }));
    for (const { name, text } of sources) writeFileSync(join(work, name), text);
    const paths = sources.map(({ name }) => join(work, name));
    const options = { flags: ['-m', '-l', '-std'], path, complete: false, timeout: 300_000 };
    const { exitCode, lines } = await compile(toolchain, paths, options);
    if (exitCode !== 0) {
      totals.notCompiled++;
      return;
    }
    const theirs = diagnosticsOf(lines, new Set(sources.map(({ name }) => name))).map(formatDiagnostic);
    totals.lines += theirs.length;
    const importer = await loadFacts(stdHost, defaultGoVersion, importsOf(sources), cache);
    const analysis = analyze(sources, { importer, inline: false, pkgPath: path, graph: false });
    if (analysis.status !== 'ok') {
      totals.refused++;
      console.log(`refused ${path}: ${analysis.unsupported?.what ?? analysis.errors[0]?.message ?? analysis.limit}`);
      return;
    }
    const ours = new Set(sortDiagnostics([...plainDiagnostics(analysis)]).map(formatDiagnostic));
    const all = new Set(theirs);
    const missing = theirs.filter((line) => !ours.has(line));
    const extra = [...ours].filter((line) => !all.has(line));
    totals.agreeing += theirs.length - missing.length;
    if (missing.length + extra.length === 0) {
      totals.whole++;
      return;
    }
    totals.wrong++;
    console.log(
      `wrong ${path}: ${[...missing.map((line) => `- ${line}`), ...extra.map((line) => `+ ${line}`)].slice(0, 4).join('\n    ')}`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
