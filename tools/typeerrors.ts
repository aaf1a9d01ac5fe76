/**
 * Go's own tests of type errors, run through our checker: the annotated files of internal/types/testdata (comments
 * ERROR and ERRORx just after the offending token) and the errorcheck programs of GOROOT/test (comments at the end of
 * the line). Both are read from the installed toolchain when asked.
 *
 * Judged as Go's runners judge (types2/check_test.go, internal/testdir): an expected error is matched by an error of
 * its line whose text fits; an error that nothing expects is extra.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FileSet, makeFileSet, relativePosition, shownCol } from '../src/analyzer/base/pos.ts';
import type { GoVersion } from '../src/analyzer/base/versions.ts';
import { FactsCache, type FactsImporter, loadFacts } from '../src/analyzer/importer/index.ts';
import { parseFiles } from '../src/analyzer/syntax/parse.ts';
import type { File } from '../src/analyzer/syntax/tree.ts';
import { compilerErrors } from '../src/analyzer/types/compilerchecks.ts';
import { unquote } from '../src/analyzer/types/constantlit.ts';
import { check } from '../src/analyzer/types/index.ts';
import { rememberingSizes } from '../src/analyzer/types/sizes.ts';
import { newestOf } from '../src/analyzer/types/version.ts';

export interface Expected {
  readonly line: number;
  readonly source: string;
  readonly fits: (message: string) => boolean;
}

export interface Found {
  readonly line: number;
  readonly message: string;
}

/** What one test file shows. */
export interface Verdict {
  readonly name: string;
  readonly expected: number;
  readonly missed: readonly Expected[];
  readonly extra: readonly Found[];
  /** The check itself failed. */
  readonly crash: string | null;
}

export function goroot(): string {
  return execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
}

const facts = new URL('../public/facts/', import.meta.url);
const host = { bytes: async (name: string) => new Uint8Array(readFileSync(new URL(name, facts))) };
const cache = new FactsCache();

async function importerFor(files: readonly File[], version: GoVersion = '1.26'): Promise<FactsImporter> {
  const paths = new Set<string>();
  for (const file of files) {
    for (const decl of file.declList) {
      if (decl.kind !== 'ImportDecl' || decl.path.bad) continue;
      const path = unquote(decl.path.value);
      if (path) paths.add(path);
    }
  }
  return loadFacts(host, version, paths, cache);
}

export interface CheckOptions {
  readonly goVersion: string;
  /** A syntax error ends the check, as in the compiler; Go's own tests of the checker go on. */
  readonly stopAtSyntax: boolean;
  /** -complete: all functions have bodies. */
  readonly complete: boolean;
  readonly testBuiltins: boolean;
  readonly path: (pkgName: string) => string;
}

/** All errors of one package, in the order in which they are found. */
export async function errorsOf(names: readonly string[], options: CheckOptions): Promise<Map<string, Found[]>> {
  const sources = names.map((name) => ({ name: basename(name), text: new Uint8Array(readFileSync(name)) }));
  const { set, parsed } = parseFiles(makeFileSet(sources));
  const found = new Map<string, Found[]>();
  const add = (pos: number, message: string) => {
    const at = place(set, pos);
    if (!at) return;
    const file = basename(at.file);
    const list = found.get(file) ?? [];
    list.push({ line: at.line, message });
    found.set(file, list);
  };
  let fatal = false;
  for (const { errors, fatal: stops } of parsed) {
    // Go's tests of the checker parse without the parser's own check of branches.
    for (const error of errors) if (options.stopAtSyntax || error.code !== 'branch') add(error.pos, error.message);
    fatal ||= stops;
  }
  const files = parsed.map(({ file }) => file);
  if (fatal && options.stopAtSyntax) return found;
  const importer = await importerFor(files);
  const result = check(set, files, options.path(files[0]!.pkgName.value), {
    importer,
    sizes: rememberingSizes(),
    goVersion: options.goVersion,
    testBuiltins: options.testBuiltins,
    ignoreBranchErrors: options.stopAtSyntax,
  });
  for (const error of result.errors) add(error.pos, error.message);
  if (options.stopAtSyntax && found.size === 0) {
    for (const error of compilerErrors(files, result.package, result.info, options)) add(error.pos, error.message);
  }
  return found;
}

function place(set: FileSet, pos: number): { file: string; line: number } | undefined {
  return relativePosition(set, pos) ?? { file: set.files[0]!.name, line: 0 };
}

/** Takes each error off its line's expectations; what is left on either side is missed or extra. */
function judge(name: string, expected: readonly Expected[], found: readonly Found[]): Omit<Verdict, 'crash'> {
  const open = [...expected];
  const extra: Found[] = [];
  for (const error of found) {
    const i = open.findIndex((want) => want.line === error.line && want.fits(error.message));
    if (i >= 0) open.splice(i, 1);
    else extra.push(error);
  }
  return { name, expected: expected.length, missed: open, extra };
}

export interface TestdataTest {
  readonly name: string;
  readonly files: readonly string[];
}

/** The tests of internal/types/testdata; a folder in one of its folders is a package of several files. */
export function testdataTests(root: string): TestdataTest[] {
  const tests: TestdataTest[] = [];
  for (const folder of ['check', 'spec', 'examples', 'fixedbugs']) {
    const dir = join(root, 'src/internal/types/testdata', folder);
    for (const entry of readdirSync(dir).sort()) {
      const path = join(dir, entry);
      const files = statSync(path).isDirectory()
        ? readdirSync(path)
            .filter((name) => name.endsWith('.go'))
            .sort()
            .map((name) => join(path, name))
        : path.endsWith('.go')
          ? [path]
          : [];
      if (files.length > 0) tests.push({ name: `${folder}/${entry}`, files });
    }
  }
  return tests;
}

export async function testdataTest({ name, files: names }: TestdataTest): Promise<Verdict> {
  const expected = names.map((file) => commentErrors(readFileSync(file).toString('latin1')));
  const flags = headerFlags(readFileSync(names[0]!, 'utf8'));
  const goVersion = /(?:^| )-lang=(\S+)/.exec(flags)?.[1] ?? '';
  try {
    const found = await errorsOf(names, {
      goVersion,
      stopAtSyntax: false,
      complete: false,
      testBuiltins: true,
      path: (pkg) => pkg,
    });
    const parts = names.map((file, i) => judge(name, expected[i]!, found.get(basename(file)) ?? []));
    return {
      name,
      expected: sum(parts.map((part) => part.expected)),
      missed: parts.flatMap((part) => part.missed),
      extra: parts.flatMap((part) => part.extra),
      crash: null,
    };
  } catch (error) {
    return crashed(name, expected.flat(), error);
  }
}

export function crashed(name: string, expected: readonly Expected[], error: unknown): Verdict {
  const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name, expected: expected.length, missed: expected, extra: [], crash };
}

function headerFlags(text: string): string {
  const line = text.slice(0, text.indexOf('\n'));
  return /^\/\/\s*-/.test(line) ? line.slice(2).trim() : '';
}

/** Comments ERROR and ERRORx with the line of the token before them. `text` holds bytes. */
export function commentErrors(text: string): Expected[] {
  const expected: Expected[] = [];
  const token =
    /[ \t\r\n]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w.\x80-\xff]+|[^\w\s]/g;
  let line = 1;
  let prev = 0;
  for (const [part] of text.matchAll(token)) {
    if (part.startsWith('//') || part.startsWith('/*')) {
      const body = part.startsWith('/*') ? part.slice(2, -2) : part.slice(2);
      const want = /^ ERROR(x?) ([\s\S]*)$/.exec(body);
      if (want) expected.push({ line: prev, source: body.trim(), fits: pattern(want[2]!.trim(), want[1] === 'x') });
    } else if (!/^\s/.test(part)) {
      prev = line;
    }
    line += part.split('\n').length - 1;
  }
  return expected;
}

function pattern(quoted: string, regexp: boolean): (message: string) => boolean {
  const bytes = unquote(Buffer.from(quoted, 'latin1').toString('utf8'));
  if (bytes === undefined) throw new Error(`cannot unquote ${quoted}`);
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  if (!regexp) return (message) => message.includes(text);
  const rx = goRegexp(text);
  return (message) => rx.test(message);
}

/** Go's regular expressions are JavaScript's, but for flags in front. */
export function goRegexp(text: string): RegExp {
  const flags = /^\(\?([is]+)\)/.exec(text);
  return new RegExp(flags ? text.slice(flags[0].length) : text, flags?.[1] ?? '');
}

/** All that the compiler would say of one file with -e: sorted, equal lines once, each as `file:line:col: message`. */
export async function compileErrors(path: string, goVersion = '', release: GoVersion = '1.26'): Promise<string[]> {
  const source = { name: basename(path), text: new Uint8Array(readFileSync(path)) };
  const { set, ...files } = parseFiles(makeFileSet([source]));
  const parsed = files.parsed[0]!;
  let errors = parsed.errors.map(({ pos, message }) => ({ pos, message }));
  if (!parsed.fatal) {
    const config = {
      importer: await importerFor([parsed.file], release),
      sizes: rememberingSizes(),
      goVersion,
      toolchain: newestOf(`go${release}`),
      ignoreBranchErrors: true,
    };
    const result = check(set, [parsed.file], 'p', config);
    errors = errors.concat(result.errors);
    if (errors.length === 0) {
      errors = [...compilerErrors([parsed.file], result.package, result.info, { complete: true, goVersion })];
    }
  }
  const lines = errors.map(({ pos, message }) => {
    const at = relativePosition(set, pos);
    const col = at ? shownCol(at.col) : 0;
    return at ? `${at.file}:${at.line}${col === 0 ? '' : `:${col}`}: ${message}` : message;
  });
  return [...new Set(lines)];
}

export interface Figures {
  readonly files: number;
  readonly expected: number;
  readonly matched: number;
  readonly extra: number;
  readonly crashes: number;
}

export function figures(verdicts: readonly Verdict[]): Figures {
  const expected = sum(verdicts.map((v) => v.expected));
  return {
    files: verdicts.length,
    expected,
    matched: expected - sum(verdicts.map((v) => v.missed.length)),
    extra: sum(verdicts.map((v) => v.extra.length)),
    crashes: verdicts.filter((v) => v.crash !== null).length,
  };
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}

export function toolchainIsThere(): boolean {
  try {
    return existsSync(join(goroot(), 'src/internal/types/testdata'));
  } catch {
    return false;
  }
}
