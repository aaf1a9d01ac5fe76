/**
 * The standard library itself as a corpus: packages of std for linux/amd64 under -m -l (or -m=2 -l), from GOROOT/src, line
 * for line against the compiler, with the second set of facts, which has the internal packages.
 *
 *   node tools/run.mjs tools/proof-std.ts [--facts DIR] [--level 2] [--diff] [PACKAGE…]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type EngineHost, FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { type Analysis, analyze, importsOf } from '../src/analyzer/index.ts';
import { diagnosticLine } from '../src/cli/engine.ts';
import { compile, findToolchain, goCommand, type Toolchain } from '../src/cli/toolchain.ts';

export interface StdVerdict {
  readonly path: string;
  /** skipped: the compiler does not take the package alone. */
  readonly verdict: 'exact' | 'order' | 'wrong' | 'refused' | 'skipped';
  /** Why it was refused or skipped. */
  readonly why: string;
  readonly lines: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export interface StdPackage {
  readonly path: string;
  readonly dir: string;
  readonly files: readonly string[];
  /** Files in assembly. */
  readonly assembly: readonly string[];
}

const secondSet = resolve(import.meta.dirname, '../test/facts-internal');

/** Compares the packages; none named: all of std. */
export async function* compareStd(
  toolchain: Toolchain,
  wanted: readonly string[],
  options: { readonly level?: number; readonly facts?: string } = {},
): AsyncGenerator<StdVerdict> {
  const { level = 1, facts = secondSet } = options;
  const analyzer = new StdAnalyzer(facts);
  for (const pkg of stdPackages(toolchain, wanted))
    if (pkg.files.length > 0) yield await judge(toolchain, pkg, level, analyzer);
}

/** The engine with the second set of facts; what it has read of them stays. */
export class StdAnalyzer {
  private readonly host: EngineHost;
  private readonly cache = new FactsCache();

  constructor(facts: string = secondSet) {
    this.host = { whole: true, bytes: (name) => readFile(join(facts, name)) };
  }

  async analyze({ path, dir, files }: StdPackage, level: number): Promise<Analysis> {
    const sources = files.map((name) => ({ name, text: readFileSync(join(dir, name), 'utf8') }));
    const importer = await loadFacts(this.host, '1.26', importsOf(sources), this.cache);
    return analyze(sources, { importer, inline: false, pkgPath: path, std: true, graph: false, level });
  }
}

/** The compiler's flags for a package of std alone; `folder` holds what they name. */
export function stdFlags(toolchain: Toolchain, pkg: StdPackage, level: number, folder: string): string[] {
  const flags = [level >= 2 ? '-m=2' : '-m', '-l', '-std', '-complete=false'];
  const symabis = symabisOf(toolchain, pkg, folder);
  return symabis === '' ? flags : [...flags, '-symabis', symabis];
}

export function stdPackages(toolchain: Toolchain, wanted: readonly string[]): StdPackage[] {
  const format = '{{.ImportPath}}\t{{.Dir}}\t{{join .GoFiles " "}}\t{{join .SFiles " "}}';
  const args = ['list', '-f', format, ...(wanted.length > 0 ? wanted : ['std'])];
  const text = execFileSync(goCommand()!, args, { encoding: 'utf8', env: toolchain.environment });
  const words = (list: string): string[] => list.split(' ').filter((word) => word !== '');
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const [path, dir, files, assembly] = line.split('\t') as [string, string, string, string];
      return { path, dir, files: words(files), assembly: words(assembly) };
    });
}

/** Which functions are written in assembly, in the form of the compiler's -symabis; '' if none are. */
function symabisOf(toolchain: Toolchain, { path, dir, assembly }: StdPackage, folder: string): string {
  if (assembly.length === 0) return '';
  const out = join(folder, 'symabis');
  writeFileSync(join(folder, 'go_asm.h'), '');
  const include = ['-I', folder, '-I', join(toolchain.goroot, 'pkg', 'include')];
  const target = ['-D', 'GOOS_linux', '-D', 'GOARCH_amd64', '-D', 'GOAMD64_v1'];
  const args = ['tool', 'asm', '-p', path, ...include, ...target, '-gensymabis', '-o', out, ...assembly];
  execFileSync(goCommand()!, args, { cwd: dir, env: toolchain.environment, stdio: 'ignore' });
  return out;
}

async function judge(toolchain: Toolchain, pkg: StdPackage, level: number, analyzer: StdAnalyzer): Promise<StdVerdict> {
  const { path, dir, files } = pkg;
  const none = { path, lines: 0, missing: [], extra: [] };
  const paths = files.map((file) => join(dir, file));
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-std-'));
  const flags = stdFlags(toolchain, pkg, level, folder);
  const real = await compile(toolchain, paths, { flags, path }).catch(() => undefined);
  rmSync(folder, { recursive: true });
  if (real?.exitCode !== 0) return { ...none, verdict: 'skipped', why: real?.lines[0] ?? 'no answer' };
  const own = new Set(files);
  const theirs = real.lines.filter((line) => own.has(line.slice(0, line.indexOf(':'))));

  const analysis = await analyzer.analyze(pkg, level);
  if (analysis.status !== 'ok') {
    const why = analysis.unsupported?.what ?? analysis.errors[0]?.message ?? analysis.limit;
    return { ...none, lines: theirs.length, verdict: 'refused', why };
  }
  const ours = analysis.diagnostics.filter((d) => d.own).map(diagnosticLine);
  const have = new Set(ours);
  const want = new Set(theirs);
  const missing = theirs.filter((line) => !have.has(line));
  const extra = ours.filter((line) => !want.has(line));
  const same = missing.length + extra.length === 0;
  const verdict = !same ? 'wrong' : ours.join('\n') === theirs.join('\n') ? 'exact' : 'order';
  return { path, verdict, why: '', lines: theirs.length, missing, extra };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: {
      facts: { type: 'string', default: secondSet },
      level: { type: 'string', default: '1' },
      diff: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const toolchain = findToolchain();
  if (!toolchain) throw new Error('no Go toolchain');
  const none = { exact: 0, order: 0, wrong: 0, refused: 0, skipped: 0, lines: 0, equal: 0 };
  const counts = { importable: { ...none }, internal: { ...none } };
  for await (const found of compareStd(toolchain, positionals, { level: Number(values.level), facts: values.facts })) {
    const count = /(^|\/)(internal|vendor)\//.test(`${found.path}/`) ? counts.internal : counts.importable;
    count[found.verdict]++;
    count.lines += found.lines;
    if (found.verdict !== 'refused') count.equal += found.lines - found.missing.length;
    if (found.verdict !== 'exact') console.log(`${found.verdict} ${found.path} ${found.why}`);
    if (!values.diff) continue;
    for (const line of found.missing.slice(0, 8)) console.log(`  - ${line}`);
    for (const line of found.extra.slice(0, 8)) console.log(`  + ${line}`);
  }
  for (const [kind, { exact, order, wrong, refused, skipped, lines, equal }] of Object.entries(counts))
    console.log(
      `${kind}: ${exact + order} packages whole (${order} in another order), ${wrong} differ, ${refused} refused, ` +
        `${skipped} not compiled alone; ${equal} of ${lines} lines`,
    );
}
