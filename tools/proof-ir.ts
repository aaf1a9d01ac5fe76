/**
 * The IR against gc's own: `go tool compile -l -W=2` prints every function before escape analysis as a tree; ours is
 * printed the same way and compared, function by function. Frame offsets, runtime type words and escape marks, which
 * our IR does not have, are left out of both.
 *
 *   node tools/run.mjs tools/proof-ir.ts [--diff] [FILE.go …]      default: the shared programs and GOROOT/test/escape*.go
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFileSet } from '../src/analyzer/base/pos.ts';
import { Unsupported } from '../src/analyzer/base/unsupported.ts';
import { FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { importsOf } from '../src/analyzer/index.ts';
import { devirtualizePackage } from '../src/analyzer/inline/devirtualize.ts';
import { deadLocals } from '../src/analyzer/ir/deadlocals.ts';
import { dumpFunc } from '../src/analyzer/ir/dump.ts';
import { forCapture } from '../src/analyzer/ir/loopvar.ts';
import { buildIR } from '../src/analyzer/ir/noder/build.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/check.ts';
import { gcSizes } from '../src/analyzer/types/sizes.ts';
import { nodeHost } from '../src/cli/host.ts';
import { sharedPrograms } from './programs.ts';

export interface FileResult {
  readonly file: string;
  readonly status: 'equal' | 'different' | 'refused' | 'error';
  readonly functions: number;
  readonly equal: number;
  /** Lines of ours (+) and theirs (-), or the reason. */
  readonly detail: readonly string[];
}

/** Heads of the parts that only code generation uses. */
const hiddenParts =
  /^[A-Z0-9]+-(RType|TypeWord|SrcRType|ElemRType|ElemElemRType|KeyTypeWord|KeySrcRType|ValueTypeWord|ValueSrcRType|Prealloc)$/;
const keptFlags = new Set([
  'Def',
  'DistinctVars',
  'IsDDD',
  'GoDefer',
  'IncDec',
  'Implicit',
  'Assigned',
  'Addrtaken',
  'AutoTemp',
  'IsClosureVar',
  'Dupok',
  'Wrapper',
  'IsCompilerVarLive',
]);

/** A line without what one side does not have; flags sorted. */
function normalLine(line: string, files: ReadonlySet<string>): string {
  const [body = '', place = ''] = line.split(/ # [_+]?/);
  const words = body.trim().split(/ (?![^"]*"(?:[^"]*"[^"]*")*[^"]*$)/);
  const flags: string[] = [];
  const rest: string[] = [];
  for (const word of words) {
    if (
      /^tc\(\d\)$|^esc\(|^Offset:|^ABI:|^ABIRefs:|^(OnStack|Used|NonNil|Bounded|Transient|Needctxt|Byval|InlinabilityChecked|IsClosure|HasDefer|IsPackageInit|Likely|Readonly|Alias|UseBuf|ClosureResultsLost|CheckPtr|Needzero)$|^(NumDefers|NumReturns|Pragma|Label|funcLitGen|DictIndex|BuiltinOp|Index|IsGoWrap|UseNilPanic|NoInline|MayReplace):?/.test(
        word,
      )
    )
      continue;
    if (keptFlags.has(word) || /^(Class|Len):/.test(word)) {
      if (!line.startsWith('TYPE ')) flags.push(word);
    } else rest.push(word);
  }
  // The layout of dictionaries is not modelled.
  const text = rest
    .join(' ')
    .replace(/^(CALL\w+) STRUCT-struct .*$/, '$1')
    .replace('FUNC-method(*struct {}) ', 'FUNC-')
    .replace(/\S*\.\.stmp_\d+/, 'stmp')
    .replace(/^(LINKSYMOFFSET-.*?)\d+ /, '$1 ')
    .replace(/\*\[\d+\]uintptr/g, '*[N]uintptr')
    .replace(/ARRAY-\[\d+\]uintptr/g, 'ARRAY-[N]uintptr');
  // Names of other packages have no place in our files.
  if (text.startsWith('TYPE ')) return text.replace(/·\d+/g, '');
  const own = /\.go:/.test(place) && files.has(place.slice(0, place.indexOf(':'))) ? place : '';
  // An empty body stands wherever gc happened to be.
  if (text === 'BLOCK' || /^LITERAL-(true|false) /.test(text)) return text;
  return `${text} {${flags.sort().join(' ')}} @${own}`.replace(/·f$/, '');
}

/** Tree lines of one function, without hidden parts. */
function normalTree(lines: readonly string[], files: ReadonlySet<string>): string[] {
  const out: string[] = [];
  let skip = Number.POSITIVE_INFINITY;
  for (const raw of lines) {
    const indent = /^(\. {3})*/.exec(raw)![0].length;
    const text = raw.slice(indent);
    if (indent > skip) continue;
    skip = Number.POSITIVE_INFINITY;
    if (/^TYPESW-Tag$|^NONAME/.test(text)) continue;
    if (hiddenParts.test(text) && !text.startsWith('DYNAMIC') && !text.startsWith('SWITCH')) {
      skip = indent;
      continue;
    }
    let shown = normalLine(text, files);
    // Words of dictionaries are numbered differently; where a holder of statements stands is an accident of gc's order.
    if (/^LITERAL-\d+ int/.test(shown) && /NAME-\S+\.\.dict /.test(out[out.length - 1] ?? ''))
      shown = 'LITERAL-dictionary';
    if (shown.startsWith('CONVNOP ')) shown = shown.replace(/@.*/, '');
    out.push(' '.repeat(indent / 2) + shown);
  }
  return out;
}

/** The functions of gc's dump, by name. */
function gcFunctions(output: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] | null = null;
  for (const line of output.split('\n')) {
    const head = /^(before|after) (\S+(?: escape| order| walk)?|escape|order|walk) ?(.*)$/.exec(line);
    if (line.startsWith('before escape ')) {
      lines = [];
      found.set(line.slice('before escape '.length).replace(/ <nil>$/, ''), lines);
    } else if (head) lines = null;
    else if (lines && line.startsWith('.')) lines.push(line);
  }
  return found;
}

export async function compareFile(path: string, goroot: string, cache: FactsCache, temp: string): Promise<FileResult> {
  const file = basename(path);
  const text = readFileSync(path, 'utf8');
  const result = (status: FileResult['status'], detail: readonly string[], functions = 0, equal = 0): FileResult => ({
    file,
    status,
    functions,
    equal,
    detail,
  });
  const pkg = /^package (\w+)/m.exec(text)?.[1] ?? 'main';
  const importer = await loadFacts(nodeHost, '1.26', importsOf([{ name: path, text }]), cache);
  const set = makeFileSet([{ name: path, text }]);
  const parsed = set.files.map((f) => parseSource(f, null));
  if (parsed.some((p) => p.errors.length > 0 || p.refused !== null)) return result('refused', ['syntax']);
  const files = parsed.map((p) => p.file);
  const checked = check(set, files, pkg, { importer, sizes: gcSizes, goVersion: 'go1.26' });
  if (checked.errors.length > 0)
    return result(
      'error',
      checked.errors.map((e) => e.message),
    );
  let ours: Map<string, string[]>;
  try {
    const { pkg: ir, noder } = buildIR(set, files, checked.package, checked.info, { goVersion: 'go1.26' });
    devirtualizePackage(noder, ir.funcs, { allAssignments: true, report: () => {} });
    for (const fn of ir.funcs) forCapture(fn, noder.local);
    deadLocals(ir.funcs, noder.local);
    ours = new Map(ir.funcs.map((fn) => [fn.nname.sym.name, dumpFunc(fn, set, noder).split('\n')]));
  } catch (error) {
    if (error instanceof Unsupported) return result('refused', [error.what]);
    throw error;
  }
  const args = [
    'tool',
    'compile',
    '-p',
    pkg,
    '-l',
    '-W=2',
    '-importcfg',
    importcfg(goroot, temp),
    '-o',
    join(temp, 'out.o'),
    path,
  ];
  const run = spawnSync('go', args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 });
  if (run.status !== 0)
    return result(
      'error',
      run.stdout
        .split('\n')
        .filter((l) => /\.go:\d+/.test(l))
        .slice(0, 3),
    );
  const theirs = gcFunctions(run.stdout + run.stderr);
  const names = new Set([file]);
  let equal = 0;
  let compared = 0;
  const detail: string[] = [];
  for (const [name, lines] of theirs) {
    const mine = ours.get(name);
    const a = normalTree(lines, names);
    if (mine === undefined && !lines[0]!.includes(`${file}:`)) continue; // wrappers, instances of other packages
    compared++;
    if (mine === undefined) {
      detail.push(`- function ${name}`);
      continue;
    }
    const b = normalTree(mine, names);
    if (a.length === b.length && a.every((l, i) => l === b[i])) equal++;
    else detail.push(`function ${name}`, ...firstDifferences(a, b));
  }
  for (const name of ours.keys()) if (!theirs.has(name)) detail.push(`+ function ${name}`);
  return result(detail.length === 0 ? 'equal' : 'different', detail, compared, equal);
}

function firstDifferences(a: readonly string[], b: readonly string[]): string[] {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const context = a.slice(Math.max(0, i - 2), i).map((l) => `    ${l}`);
  return [...context, ...a.slice(i, i + 4).map((l) => `  - ${l}`), ...b.slice(i, i + 4).map((l) => `  + ${l}`)];
}

let cfg: string | null = null;
/** Export data of the standard library, as the go command builds it. */
function importcfg(_goroot: string, temp: string): string {
  if (cfg === null) {
    cfg = join(temp, 'importcfg');
    const out = execFileSync(
      'go',
      ['list', '-export', '-f', '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}', 'std'],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    writeFileSync(cfg, out);
  }
  return cfg;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { diff: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  const paths = positionals.length > 0 ? positionals : [...sharedPrograms().map((p) => p.path), ...escapeTests(goroot)];
  const temp = mkdtempSync(join(tmpdir(), 'proof-ir-'));
  const cache = new FactsCache();
  try {
    let functions = 0;
    let equalFunctions = 0;
    const count = { equal: 0, different: 0, refused: 0, error: 0 };
    for (const path of paths) {
      const r = await compareFile(path, goroot, cache, temp).catch(
        (error: Error): FileResult => ({
          file: basename(path),
          status: 'error',
          functions: 0,
          equal: 0,
          detail: [`crash: ${error.message}`, String(error.stack)],
        }),
      );
      count[r.status]++;
      functions += r.functions;
      equalFunctions += r.equal;
      if (r.status !== 'equal')
        console.log(`${r.status} ${r.file}: ${r.equal}/${r.functions}${values.diff ? '' : ` ${r.detail[0] ?? ''}`}`);
      if (values.diff) for (const line of r.detail) console.log(line);
    }
    console.log(
      `${paths.length} files: ${count.equal} equal, ${count.different} different, ${count.refused} refused, ${count.error} with errors; ${equalFunctions} of ${functions} functions equal`,
    );
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function escapeTests(goroot: string): string[] {
  const folder = join(goroot, 'test');
  return readdirSync(folder)
    .filter((f) => /^escape.*\.go$/.test(f))
    .sort()
    .map((f) => join(folder, f));
}

if (process.argv[1] === import.meta.filename) await main();
