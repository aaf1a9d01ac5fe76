import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFileSet, positionOf } from '../../src/analyzer/base/pos.ts';
import { createParser, type Parser, parse, pragmaErrors } from '../../src/analyzer/syntax/index.ts';
import { parserBytes } from '../../tools/syntax-bytes.ts';

/**
 * The first error of every program of GOROOT/test that does not get past gc's parser, asked of the installed compiler
 * and of our parser. A program counts when either side reports an error of the parser.
 */
const run = promisify(execFile);

/** Messages of the compiler's scanner, parser and branch checker that do not begin with "syntax error". */
const parserMessages = [
  /^invalid (NUL|UTF-8|BOM|character|radix point|digit)/,
  /^identifier cannot begin with digit/,
  /literal has no digits/,
  /exponent (requires|has)/,
  /mantissa requires/,
  /must separate successive digits/,
  /rune literal/,
  /newline in (string|rune)/,
  /not terminated$/,
  /unknown escape/,
  /escape (value|is invalid)/,
  /^method has (no receiver|multiple receivers)/,
  /index required in 3-index slice/,
  /must not be parenthesized$/,
  /^empty type (parameter|argument) list/,
  /must have no type parameters$/,
  /^(can only use|invalid use of) \.\.\./,
  /^label \S+ (defined and not used|not defined|already defined)/,
  /^goto \S+ jumps/,
  /^(break|continue) (is not in a loop|label not defined)/,
  /fallthrough/,
  /^invalid (break|continue) label/,
  /^misplaced (compiler|go:embed) directive/,
  /^\/\/go:.* only allowed/,
  /^usage: \/\/go:/,
  /^invalid (line|column) number/,
];

interface First {
  readonly line: number;
  readonly col: number;
  readonly message: string;
}

const isParserMessage = (message: string): boolean =>
  message.startsWith('syntax error') || parserMessages.some((pattern) => pattern.test(message));

/** The compiler's first error of the parser: an error of its type checker may stand before it. */
async function askCompiler(path: string, importcfg: string): Promise<First | undefined> {
  const args = [
    'tool',
    'compile',
    '-p',
    'p',
    '-importcfg',
    importcfg,
    '-o',
    join(tmpdir(), 'syntax-errors.o'),
    basename(path),
  ];
  const output = await run('go', args, { cwd: join(path, '..'), timeout: 20_000 }).then(
    () => '',
    (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}`,
  );
  for (const [, line, col, message] of output.matchAll(/^[^\n:]+:(\d+):(\d+): (.*)$/gm)) {
    if (isParserMessage(message!)) return { line: Number(line), col: Number(col), message: message! };
  }
  return undefined;
}

function askUs(parser: Parser, path: string): First | undefined {
  const set = makeFileSet([{ name: basename(path), text: readFileSync(path) }]);
  const { file, errors } = parse(parser, set.files[0]!);
  // Misplaced directives of declarations come last in gc; no program here has them beside type errors.
  const first = errors[0] ?? pragmaErrors(file)[0];
  if (!first) return undefined;
  const { line, col } = positionOf(set, first.pos)!;
  return { line, col, message: first.message.split('\n')[0]! };
}

/** An importcfg file for all of std: without it the compiler's first error is often a missing import. */
async function makeImportcfg(): Promise<string> {
  const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
  const { stdout } = await run('go', ['list', '-export', '-f', format, 'std'], { maxBuffer: 1 << 24 });
  const path = join(mkdtempSync(join(tmpdir(), 'syntax-errors-')), 'importcfg');
  writeFileSync(path, stdout);
  return path;
}

async function score(parser: Parser, files: readonly string[], importcfg: string) {
  const wrong: string[] = [];
  let counted = 0;
  let sameColumn = 0;
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const theirs = await askCompiler(path, importcfg);
      const ours = askUs(parser, path);
      if (!ours && !theirs) continue;
      counted++;
      if (ours && theirs && ours.line === theirs.line && ours.message === theirs.message) {
        if (ours.col === Math.min(theirs.col, 255)) sameColumn++;
      } else {
        const words = (first?: First): string => (first ? `${first.line}:${first.col}: ${first.message}` : 'nothing');
        wrong.push(`${basename(path)}\n  gc   ${words(theirs)}\n  ours ${words(ours)}`);
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return { counted, right: counted - wrong.length, sameColumn, wrong };
}

describe('first syntax errors of GOROOT/test', () => {
  let parser: Parser;
  let test_: string;
  let importcfg: string;
  beforeAll(async () => {
    parser = await createParser(parserBytes());
    test_ = join((await run('go', ['env', 'GOROOT'])).stdout.trim(), 'test');
    importcfg = await makeImportcfg();
  });

  const expectsErrors = (path: string): boolean => /^\/\/ errorcheck/m.test(readFileSync(path, 'latin1').slice(0, 400));

  test.each(['syntax', 'fixedbugs', '.'])('%s: line and text of at least 95 %', async (folder) => {
    const files = globSync(join(test_, folder, '*.go')).filter((path) => folder === 'syntax' || expectsErrors(path));
    const { counted, right, sameColumn, wrong } = await score(parser, files.sort(), importcfg);
    console.log(
      `${folder}: ${right} of ${counted} first errors (${sameColumn} also in the column)\n${wrong.join('\n')}`,
    );
    expect(counted).toBeGreaterThan(10);
    expect(right / counted).toBeGreaterThanOrEqual(0.95);
  });
});
