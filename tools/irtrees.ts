/**
 * The trees of the IR before escape analysis, ours and gc's (`go tool compile -l -W=2`), in one normal form that leaves
 * out what only one side has: frame offsets, runtime type words, escape marks, the numbering of dictionaries.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FileSet, makeFileSet } from '../src/analyzer/base/pos.ts';
import { Unsupported } from '../src/analyzer/base/unsupported.ts';
import { type FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { importsOf } from '../src/analyzer/index.ts';
import { devirtualizePackage } from '../src/analyzer/inline/devirtualize.ts';
import { deadLocals } from '../src/analyzer/ir/deadlocals.ts';
import { dumpFunc } from '../src/analyzer/ir/dump.ts';
import { type Func, isClosure } from '../src/analyzer/ir/func.ts';
import { forCapture } from '../src/analyzer/ir/loopvar.ts';
import { buildIR } from '../src/analyzer/ir/noder/build.ts';
import type { Noder } from '../src/analyzer/ir/noder/noder.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/check.ts';
import type { Func as FuncObj } from '../src/analyzer/types/object.ts';
import { gcSizes } from '../src/analyzer/types/sizes.ts';
import { nodeHost } from '../src/cli/host.ts';

/** Lines of each function of the file, by name; or why there are none. */
export type Trees = ReadonlyMap<string, readonly string[]> | string;

export interface BuiltFunctions {
  readonly funcs: readonly Func[];
  readonly set: FileSet;
  readonly noder: Noder;
}

/** The functions of one file as the noder leaves them; or why there are none. */
export async function builtFunctions(
  name: string,
  text: string,
  cache: FactsCache,
  options: { readonly keepInit?: boolean } = {},
): Promise<BuiltFunctions | string> {
  const importer = await loadFacts(nodeHost, '1.26', importsOf([{ name, text }]), cache);
  const set = makeFileSet([{ name, text }]);
  const parsed = set.files.map((f) => parseSource(f, null));
  if (parsed.some((p) => p.errors.length > 0 || p.refused !== null)) return 'syntax errors';
  const files = parsed.map((p) => p.file);
  const checked = check(set, files, packageOf(text), { importer, sizes: gcSizes, goVersion: 'go1.26' });
  if (checked.errors.length > 0) return `type error: ${checked.errors[0]!.message}`;
  const bodyOf = (fn: FuncObj) => importer.bodyOf(fn);
  try {
    const { pkg, noder } = buildIR(set, files, checked.package, checked.info, {
      goVersion: 'go1.26',
      bodyOf,
      ...options,
    });
    return { funcs: pkg.funcs, set, noder };
  } catch (error) {
    if (error instanceof Unsupported) return `unsupported: ${error.what}`;
    throw error;
  }
}

export async function ourTrees(name: string, text: string, cache: FactsCache): Promise<Trees> {
  const built = await builtFunctions(name, text, cache);
  if (typeof built === 'string') return built;
  const { funcs, set, noder } = built;
  devirtualizePackage(noder, [...funcs], {
    allAssignments: true,
    looksAhead: true,
    nested: isClosure,
    report: () => {},
  });
  for (const fn of funcs) forCapture(fn, noder.local);
  deadLocals(funcs, noder.local);
  const trees = new Map<string, readonly string[]>();
  for (const fn of funcs) {
    const lines = dumpFunc(fn, set, noder).split('\n');
    if (isOwn(lines, basename(name))) trees.set(fn.nname.sym.name, normalTree(lines, basename(name)));
  }
  return trees;
}

/** What the compiler prints about one file. temp is a folder for its output and the list of export data. */
export function compileLines(path: string, text: string, temp: string, flags: readonly string[]): readonly string[] {
  const args = [...flags, '-p', packageOf(text), '-importcfg', importcfg(temp), '-o', join(temp, 'out.o'), path];
  const run = spawnSync('go', ['tool', 'compile', ...args], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 });
  const lines = (run.stdout + run.stderr).split('\n');
  return run.status === 0 ? lines : [`compile: ${lines[0]}`];
}

export function gcTrees(path: string, text: string, temp: string): Trees {
  const output = compileLines(path, text, temp, ['-l', '-W=2']);
  if (output[0]!.startsWith('compile: ')) return output[0]!;
  const trees = new Map<string, readonly string[]>();
  let lines: string[] = [];
  let name = '';
  const end = (): void => {
    if (name !== '' && lines.length > 0 && isOwn(lines, basename(path)))
      trees.set(name, normalTree(lines, basename(path)));
    name = '';
    lines = [];
  };
  for (const line of output) {
    if (line.startsWith('before escape ')) {
      end();
      name = line.slice('before escape '.length).replace(/ <nil>$/, '');
    } else if (/^(before|after) /.test(line)) end();
    else if (name !== '' && line.startsWith('.')) lines.push(line);
  }
  end();
  return trees;
}

function packageOf(text: string): string {
  return /^package (\w+)/m.exec(text)?.[1] ?? 'main';
}

/** Wrappers and instances of other packages' functions are not compared. */
function isOwn(lines: readonly string[], file: string): boolean {
  const head = lines.find((line) => line.includes('DCLFUNC ')) ?? '';
  return head.includes(`${file}:`) || / main\.init | \w+\.init /.test(head);
}

/** Heads of the parts that only code generation uses. */
const hiddenParts =
  /^[A-Z0-9]+-(RType|TypeWord|SrcRType|ElemRType|ElemElemRType|KeyTypeWord|KeySrcRType|ValueTypeWord|ValueSrcRType|Prealloc)$/;
/** Marks that both sides show. */
const keptFlags =
  /^(Def|DistinctVars|IsDDD|GoDefer|IncDec|Implicit|Assigned|Addrtaken|AutoTemp|IsClosureVar|Dupok|Wrapper|IsCompilerVarLive|Class:.*|Len:.*)$/;
const droppedWords =
  /^(tc\(\d\)|esc\(.*|(Offset|ABI|ABIRefs|NumDefers|NumReturns|Pragma|Label|DictIndex|BuiltinOp|Index):.*|OnStack|Used|NonNil|Bounded|Transient|Needctxt|Byval|InlinabilityChecked|IsClosure|HasDefer|IsPackageInit|Likely|Readonly|Alias|UseBuf|ClosureResultsLost|CheckPtr|Needzero|IsGoWrap|UseNilPanic|NoInline)$/;

export function normalTree(lines: readonly string[], file: string): string[] {
  const out: string[] = [];
  let skip = Number.POSITIVE_INFINITY;
  for (const raw of lines) {
    const indent = /^(\. {3})*/.exec(raw)![0].length;
    if (indent > skip) continue;
    skip = Number.POSITIVE_INFINITY;
    const text = raw.slice(indent);
    if (/^TYPESW-Tag$|^NONAME/.test(text)) continue;
    if (hiddenParts.test(text) && !text.startsWith('DYNAMIC')) {
      skip = indent;
      continue;
    }
    const isWord = /^LITERAL-\d+ int /.test(text) && /NAME-\S+\.\.dict /.test(out[out.length - 1] ?? '');
    let shown = isWord ? 'LITERAL-dictionary' : normalLine(text, file);
    // What testing.B.Loop keeps alive is taken the address of wherever gc was last.
    if (/^ *CONVNOP UNSAFEPTR/.test(out[out.length - 1] ?? '')) shown = shown.replace(/\S+:\d+:\d+$/, '');
    out.push(' '.repeat(indent / 2) + shown);
  }
  return out;
}

/** A line without what one side does not have; marks sorted. */
function normalLine(line: string, file: string): string {
  const [body = '', place = ''] = line.split(/ # [_+]?/);
  const flags: string[] = [];
  const rest: string[] = [];
  // Words inside a string constant belong together.
  for (const word of body.trim().split(/ (?![^"]*"(?:[^"]*"[^"]*")*[^"]*$)/)) {
    if (keptFlags.test(word)) flags.push(word);
    else if (!droppedWords.test(word)) rest.push(word);
  }
  const text = rest
    .join(' ')
    .replace(/^(CALL\w+) STRUCT-struct .*$/, '$1')
    .replace('FUNC-method(*struct {}) ', 'FUNC-')
    .replace(/\S*\.\.stmp_\d+/, 'stmp')
    .replace(/^(LINKSYMOFFSET-.*?)\d+ /, '$1 ')
    .replace(/\*\[\d+\]uintptr/g, '*[N]uintptr')
    .replace(/ARRAY-\[\d+\]uintptr/g, 'ARRAY-[N]uintptr');
  if (text.startsWith('TYPE ')) return text.replace(/·\d+/g, '');
  // Where these stand is an accident of gc's order of work, and nothing is ever reported there.
  if (/^(BLOCK$|CONVNOP |LITERAL-(true|false) )/.test(text)) return `${text} ${flags.sort().join(' ')}`;
  return `${text} ${flags.sort().join(' ')} ${place.startsWith(`${file}:`) ? place : ''}`;
}

/** Export data of the standard library, as the go command builds it. */
function importcfg(temp: string): string {
  const file = join(temp, 'importcfg');
  if (!existsSync(file)) {
    const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
    const options = { encoding: 'utf8', maxBuffer: 1 << 26 } as const;
    writeFileSync(file, execFileSync('go', ['list', '-export', '-f', format, 'std'], options));
  }
  return file;
}

/** What stands for a tree in a recording. */
export function treeHash(tree: readonly string[]): string {
  return createHash('sha256').update(tree.join('\n')).digest('hex').slice(0, 16);
}
