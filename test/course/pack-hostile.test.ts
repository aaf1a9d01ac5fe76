/** Packs that mean harm: nothing of them runs, each attack is located, and the check ends soon. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/pack.ts';
import { readYaml } from '../../src/cli/pack_yaml.ts';
import type { CheckName } from '../../src/course/pack/checks.ts';
import { packLimits } from '../../src/course/pack/files.ts';
import { readLesson, unsafeAddress } from '../../src/course/pack/markdown.ts';
import { newPack } from '../../src/course/pack/skeleton.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries({ ...newPack('hostile', '0.1.0'), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function checksOf(seconds = 5): Promise<string[]> {
  const start = performance.now();
  const { problems } = await checkFolder(folder);
  expect(performance.now() - start).toBeLessThan(seconds * 1000);
  return problems.map(({ check, file, line }) => `${check} ${file}:${line}`);
}

const lesson = (text: string): string => newPack('hostile', '0.1.0')['lessons/en/first.md']! + text;
const LAST = newPack('hostile', '0.1.0')['lessons/en/first.md']!.split('\n').length;

describe('Markdown', () => {
  test.each<readonly [CheckName, string]>([
    ['raw-html', '<script>alert(1)</script>'],
    ['raw-html', '<img src=x onerror=alert(1) alt=x>'],
    ['raw-html', '<svg/onload=alert(1)>'],
    ['raw-html', '<a href="javascript:alert(1)">x</a>'],
    ['raw-html', '    <script>alert(1)</script>'],
    ['raw-html', '<?php x ?>'],
    ['raw-html', '<!DOCTYPE html>'],
    ['raw-html', '\\`<script>`'],
    ['raw-html', '`` ` ``<script>` `'],
    ['code-not-closed', 'a ` b\n`<script>`'],
    ['code-not-closed', '> ```\n<script>'],
    ['code-not-closed', '- x\n  ```\n<script>'],
    ['unsafe-address', '[x](javascript:alert(1))'],
    ['unsafe-address', '[x](JaVaScRiPt:alert(1))'],
    ['unsafe-address', '[x]( <javascript:alert(1)> )'],
    ['unsafe-address', '[x](java&#115;cript:alert(1))'],
    ['unsafe-address', '[x](javascript&colon;alert(1))'],
    ['unsafe-address', '[x](javascript\\:alert(1))'],
    ['unsafe-address', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['unsafe-address', '![x](data:image/svg+xml,x)'],
    ['unsafe-address', '[x](vbscript:x)'],
    ['unsafe-address', '[x](//evil.example)'],
    ['unsafe-address', '<javascript:alert(1)>'],
    ['unsafe-address', '[x]: javascript:alert(1)'],
    ['unsafe-address', '> [x]: <data:text/html,x>'],
    ['unsafe-address', '- [x]: javascript:alert(1)'],
    ['unsafe-address', '[x]:\njavascript:alert(1)'],
  ])('%s: %s', async (check, text) => {
    write({ 'lessons/en/first.md': lesson(text) });
    const found = await checksOf();
    const lines = text.split('\n').map((_, index) => `${check} lessons/en/first.md:${LAST + index}`);
    expect(
      found.filter((each) => lines.includes(each)),
      found.join('\n'),
    ).not.toEqual([]);
  });

  test('code may show all of it', () => {
    const text =
      'Say `<script>` and `` `a` ``, or a < b && c > d.\n\n```html\n<script>\n```\n\n<https://example.org>\n';
    expect(readLesson(text, true).problems).toEqual([]);
    for (const fine of ['https://example.org/a?b=c&d=e', 'mailto:a@b.c', '../other/', '#top', 'a:b'.slice(0, 1)])
      expect(unsafeAddress(fine)).toBeUndefined();
  });

  test.each(['![', '[x](', '<img ', ':a[', ':a{', '`', '<a:', '[a]: ', '# ##', '<Ask ', '~~~x\n', '---\n', '](  '])(
    'a file full of %j ends soon',
    (piece) => {
      const text = piece.repeat(Math.floor(packLimits.textBytes / piece.length));
      const start = performance.now();
      readLesson(text, true);
      readLesson(text, false);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});

describe('YAML', () => {
  const laughs = [
    'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
    ...'bcdefghij'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefghij'[i]},`.repeat(9).slice(0, -1)}]`),
  ].join('\n');
  test.each<readonly [CheckName, string]>([
    ['yaml-aliases', laughs],
    ['yaml-aliases', '&a [*a]'],
    ['yaml-syntax', '['.repeat(60_000)],
    ['yaml-syntax', '{a: '.repeat(30_000)],
    ['yaml-syntax', '- '.repeat(60_000)],
    ['yaml-syntax', '!!js/function "function () { return 1 }"'],
    ['yaml-syntax', '? [a, b]\n: c'],
    ['yaml-syntax', 'a: 1\n'.repeat(20_000)],
  ])('%s', async (check, text) => {
    write({ 'questions/first.yaml': text });
    expect((await checksOf()).some((each) => each.startsWith(`${check} questions/first.yaml`))).toBe(true);
  });

  test('many keys, long text and deep indentation end soon', () => {
    const start = performance.now();
    readYaml(Array.from({ length: 2900 }, (_, i) => `k${i}: ${i}`).join('\n'));
    readYaml(`a: "${'\\u0041'.repeat(20_000)}"`);
    readYaml(Array.from({ length: 480 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'));
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test('a key of the language itself is a key like any other', () => {
    const { data } = readYaml('__proto__: { admin: true }\nconstructor: x\n');
    expect((data as Record<string, unknown>).admin).toBeUndefined();
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe('files', () => {
  test('links are not followed, also not those of folders', async () => {
    write({});
    const secret = join(folder, '..', `${folder.split('/').at(-1)}-secret.go`);
    writeFileSync(secret, 'package main\n\nfunc main() { secret() }\n');
    symlinkSync(secret, join(folder, 'programs/out.go'));
    symlinkSync('/', join(folder, 'images'));
    symlinkSync('.', join(folder, 'lessons/en/loop'));
    try {
      const found = await checksOf();
      expect(found.filter((each) => each.startsWith('symbolic-link'))).toEqual([
        'symbolic-link images:1',
        'symbolic-link lessons/en/loop:1',
        'symbolic-link programs/out.go:1',
      ]);
      expect(found.join()).not.toContain('secret');
    } finally {
      rmSync(secret);
    }
  });

  test('a pipe is not opened', async () => {
    write({});
    execFileSync('mkfifo', [join(folder, 'programs/pipe.go')]);
    expect(await checksOf()).toEqual(['unexpected-file programs/pipe.go:1']);
  });

  test('a name that leads out of the pack', async () => {
    const questions = newPack('hostile', '0.1.0')['questions/first.yaml']!;
    write({ 'questions/first.yaml': questions.replace('program: leaves', 'program: ../../../etc/passwd') });
    expect((await checksOf()).some((each) => each.startsWith('path-traversal questions/first.yaml'))).toBe(true);
  });

  test('control characters do not reach the terminal', async () => {
    const questions = newPack('hostile', '0.1.0')['questions/first.yaml']!;
    write({ 'questions/first.yaml': questions.replace('program: leaves', 'program: "x\\e[2J\\u202Ey"') });
    const { problems } = await checkFolder(folder);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('MDX in a safe pack is not run', async () => {
    const ran = join(folder, 'ran');
    write({
      'lessons/en/first.mdx': `export const x = require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')\n`,
    });
    expect((await checksOf()).some((each) => each.startsWith('code-in-safe-pack'))).toBe(true);
    expect(existsSync(ran)).toBe(false);
  });
});

describe('programs', () => {
  const ran = (body: string): string => `package main\n\nfunc main() {\n${body}\n}\n`;
  const nested = (count: number): string => `${'func() { '.repeat(count)}${'}()'.repeat(count)}`;
  test.each([
    ['an endless loop', ran('\tfor {\n\t}')],
    ['endless recursion', 'package main\n\nfunc f() { f() }\n\nfunc main() { f() }\n'],
    ['a program that would write', 'package main\n\nimport "os"\n\nfunc main() { os.WriteFile("ran", nil, 0o644) }\n'],
    [
      'instances without end',
      'package main\n\ntype T[P any] struct{ f *T[*P] }\n\nvar x T[int]\n\nfunc main() { _ = x }\n',
    ],
    ['deep parentheses', ran(`\t_ = ${'('.repeat(5000)}1${')'.repeat(5000)}`)],
    ['deep function literals', ran(nested(900))],
    ['a huge constant', ran('\tconst c = 1 << 500 << 500 << 500 << 500\n\t_ = c * c')],
    ['huge arrays', ran('\tvar a [1 << 40][1 << 20]int\n\t_ = a')],
    [
      'a long chain',
      ran(`\tvar p *int\n${Array.from({ length: 500 }, (_, i) => `\tx${i} := &p\n\t_ = x${i}`).join('\n')}`),
    ],
    ['a type that contains itself', 'package main\n\ntype T struct{ t [2]T }\n\nfunc main() { var t T; _ = t }\n'],
  ])('%s', async (_, text) => {
    write({ 'programs/leaves.go': text });
    const found = await checksOf(20);
    expect(found.join()).not.toContain('file-too-large');
    expect(found.length).toBeGreaterThan(0);
    expect(existsSync('ran') || existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('programs that cost too much are cut off by the clock', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`programs/p${i}.go`, ran(`\tx := ${i}\n\t_ = x`)]),
    );
    write(many);
    const { problems } = await checkFolder(folder, 0);
    expect(problems.map(({ check }) => check)).toContain('out-of-time');
  });
});
