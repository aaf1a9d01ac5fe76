/**
 * The errorcheck programs of GOROOT/test, which expect the compiler's errors in comments at the end of their lines; judged
 * as Go's runner judges them (internal/testdir).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crashed, type Expected, errorsOf, type Found, goRegexp, type Verdict } from './typeerrors.ts';

export interface ErrorcheckFile {
  readonly name: string;
  readonly flags: readonly string[];
}

/** Flags of errorcheck that change nothing for the type checker, or that it obeys. */
const plainFlag = /^(-0|-1|-\+|-l|-std|-e|-e=0|-race|-complete|-d=panic|-t|10|-lang=\S+|-p=\S+)$/;

/** The errorcheck programs of GOROOT/test that test neither -m nor the compiler's debug output. */
export function errorcheckFiles(root: string): ErrorcheckFile[] {
  const base = join(root, 'test');
  const failures = knownFailures(root);
  const files: ErrorcheckFile[] = [];
  const walk = (dir: string) => {
    for (const entry of readdirSync(join(base, dir), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const name = dir === '' ? entry.name : `${dir}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.endsWith('.dir')) walk(name);
      } else if (entry.name.endsWith('.go')) {
        const header = /^\/\/ errorcheck((?: .*)?)$/m.exec(readFileSync(join(base, name), 'latin1').split('\n\n')[0]!);
        if (!header) continue;
        const flags = header[1]!
          .trim()
          .split(/\s+/)
          .filter((flag) => flag !== '');
        if (!failures.has(name) && flags.every((flag) => plainFlag.test(flag)) && matchesPlatform(join(base, name)))
          files.push({ name, flags });
      }
    }
  };
  walk('');
  return files;
}

/** Programs that Go's own runner leaves out, because the compiler does not say what they expect. */
function knownFailures(root: string): ReadonlySet<string> {
  const runner = readFileSync(join(root, 'src/cmd/internal/testdir/testdir_test.go'), 'utf8');
  const list = /var types2Failures = setOf\(([\s\S]*?)\n\)/.exec(runner)?.[1] ?? '';
  return new Set([...list.matchAll(/^\t"([^"]+)"/gm)].map(([, name]) => name!));
}

/** Reports whether the file's build constraint, if any, holds for linux/amd64. */
function matchesPlatform(path: string): boolean {
  const line = /^\/\/go:build (.*)$/m.exec(readFileSync(path, 'latin1').slice(0, 4096))?.[1];
  if (!line) return true;
  const tags = new Set(['linux', 'amd64', 'gc', 'unix']);
  const js = line.replace(/[\w.]+/g, (tag) => String(tags.has(tag) || /^go1\.([1-9]|1\d|2[0-6])$/.test(tag)));
  return /^[\w\s()&|!]*$/.test(js) && evaluate(js);
}

/** A boolean expression of true, false, !, &&, || and parentheses. */
function evaluate(text: string): boolean {
  const tokens = text.match(/true|false|&&|\|\||[!()]/g) ?? [];
  let i = 0;
  const or = (): boolean => {
    let x = and();
    while (tokens[i] === '||') {
      i++;
      const y = and();
      x = x || y;
    }
    return x;
  };
  const and = (): boolean => {
    let x = not();
    while (tokens[i] === '&&') {
      i++;
      const y = not();
      x = x && y;
    }
    return x;
  };
  const not = (): boolean => {
    const t = tokens[i++];
    if (t === '!') return !not();
    if (t === '(') {
      const x = or();
      i++;
      return x;
    }
    return t === 'true';
  };
  return or();
}

export async function errorcheckTest(root: string, file: ErrorcheckFile): Promise<Verdict> {
  const path = join(root, 'test', file.name);
  const expected = lineErrors(readFileSync(path, 'utf8'), basename(path));
  const goVersion = file.flags.find((flag) => flag.startsWith('-lang='))?.slice(6) ?? '';
  const pkgPath = file.flags.find((flag) => flag.startsWith('-p='))?.slice(3) ?? 'p';
  try {
    const found = await errorsOf([path], {
      goVersion,
      stopAtSyntax: true,
      complete: file.flags.includes('-complete'),
      testBuiltins: false,
      path: () => pkgPath,
    });
    const errors = found.get(basename(path)) ?? [];
    return judgeLines(file.name, expected, file.flags.includes('-e=0') ? firstTen(errors) : errors);
  } catch (error) {
    return crashed(file.name, expected, error);
  }
}

/** Without -e the compiler gives up after ten errors. */
function firstTen(errors: readonly Found[]): readonly Found[] {
  const tenth = errors[9];
  return tenth ? [...errors.slice(0, 10), { line: tenth.line, message: 'too many errors' }] : errors;
}

/** Every regular expression takes all errors of its line that it fits; equal errors of a line count once. */
function judgeLines(name: string, expected: readonly Expected[], all: readonly Found[]): Verdict {
  const missed: Expected[] = [];
  let out = all.filter((error, i) => all.findIndex((e) => e.line === error.line && e.message === error.message) === i);
  for (const want of expected) {
    const rest = out.filter((error) => error.line !== want.line || !want.fits(error.message));
    if (rest.length === out.length) missed.push(want);
    out = rest;
  }
  return { name, expected: expected.length, missed, extra: out, crash: null };
}

function lineErrors(text: string, file: string): Expected[] {
  const expected: Expected[] = [];
  text.split('\n').forEach((source, i) => {
    if (source.includes('////')) return;
    const all = /\/\/ (?:GC_)?ERROR (.*)/.exec(source)?.[1];
    if (all === undefined) return;
    for (const [, quoted] of all.matchAll(/"([^"]*)"/g)) {
      const rx = quoted!.replace(/LINE(?:([+-]\d+))?/g, (_, delta) => `${file}:${i + 1 + Number(delta ?? 0)}`);
      const re = goRegexp(rx);
      expected.push({ line: i + 1, source: quoted!, fits: (message) => re.test(message) });
    }
  });
  return expected;
}
