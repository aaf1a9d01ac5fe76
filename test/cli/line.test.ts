// Positions behind //line directives, and the order of errors. Expected: Go 1.26.8, `go build -gcflags='-m -l'` and `-e`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { escapeCommand } from '../../src/cli/escape.ts';

const folder = mkdtempSync(join(tmpdir(), 'line-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function lines(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const dir = mkdtempSync(join(folder, 'p-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  let printed = '';
  const print = (text: string) => void (printed += text);
  await escapeCommand(['-m', '-l', '-e', dir], { out: print, err: print } as unknown as Parameters<
    typeof escapeCommand
  >[1]);
  return printed.trimEnd().split('\n');
}

const text = (name: string): string =>
  readFileSync(new URL(`../testdata/types/line/${name}.go.txt`, import.meta.url), 'utf8');

test('lines about a program', async () => {
  expect(await lines({ 'a.go': text('escape') })).toEqual([
    'foo.go:100: moved to heap: x',
    'sub/bar.go:10:21: moved to heap: y',
    '??:7: new(int) escapes to heap',
    '??:8: ... argument does not escape',
    '??:11:31: new(int) escapes to heap',
    'qq.go:50: ... argument does not escape',
    'qq.go:5:15: new(int) escapes to heap',
    'qq.go:5:33: ... argument does not escape',
    '/abs/x.go:3: new(int) escapes to heap',
    '/abs/x.go:4: ... argument does not escape',
    'a.go:40: new(int) escapes to heap',
    'a.go:40: ... argument does not escape',
  ]);
});

test('type errors', async () => {
  expect(await lines({ 'a.go': text('errors') })).toEqual([
    'w.go:5:12: h redeclared in this block',
    '\tq.go:10:62[a.go:13:33]: other declaration of h',
    'w.go:6:7: goto L jumps over declaration of v at w.go:7:4[a.go:17:4]',
    'w.go:10:1: label L already defined at w.go:9:1[a.go:19:1]',
    'foo.go:101: x redeclared in this block',
    '\tfoo.go:100[a.go:6:5]: other declaration of x',
    ':7: too many return values',
    '\thave (number)',
    '\twant ()',
    'q.go:10:45: undefined: undefd',
    'q.go:10:54: missing return',
    'q.go:10:72: declared and not used: zz',
    'a.go:3:8: "os" imported and not used',
  ]);
});

test('syntax errors, and directives in error', async () => {
  expect(await lines({ 'a.go': text('syntax') })).toEqual([
    'foo.go:101: syntax error: unexpected :=, expected expression',
    'bar.go:10:28: syntax error: unexpected {, expected )',
    'bar.go:11:11: invalid column number: 0',
    'bar.go:12:10: invalid line number: 0',
    'bar.go:13:10: invalid line number: y',
  ]);
});

test('files come in the order of their first errors', async () => {
  const files = {
    'go.mod': 'module x\n\ngo 1.26\n',
    'a.go': 'package main\n\nfunc main() { undefa() ; var s string = 1 }\n',
    'b.go': 'package main\n\nfunc g() {}\nfunc g() {}\nfunc h() { undefb() }\n',
  };
  expect(await lines(files)).toEqual([
    'b.go:4:6: g redeclared in this block',
    '\tb.go:3:6: other declaration of g',
    'b.go:5:12: undefined: undefb',
    'a.go:3:15: undefined: undefa',
    'a.go:3:30: declared and not used: s',
    'a.go:3:41: cannot use 1 (untyped int constant) as string value in variable declaration',
  ]);
});
