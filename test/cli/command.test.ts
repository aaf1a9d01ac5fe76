/** The command as people start it: what it prints and with which exit status. Expected lines are recorded from Go 1.26.8. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { programFolder, recordedOutputs } from '../../tools/programs.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'stackorheap-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/stackorheap'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
  });
  return { status, out: stdout, err: stderr };
}

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const a02 = join(programFolder, 'a02_ptr_return.go');
const recorded = recordedOutputs('1.26.8').a02_ptr_return!['-m -l']!;

describe('escape', () => {
  test('prints what the compiler prints, in its order', () => {
    expect(run(['escape', '-m', '-l', a02])).toEqual({
      status: 0,
      out: recorded.map((line) => `${line}\n`).join(''),
      err: '',
    });
  });
  test('--json', () => {
    const { status, out } = run(['escape', '-m', '-l', '--json', a02]);
    const { diagnostics, ...rest } = JSON.parse(out) as {
      status: string;
      diagnostics: { file: string; line: number; col: number; message: string }[];
    };
    expect(status).toBe(0);
    expect(rest).toMatchObject({ status: 'ok' });
    expect(diagnostics.map((d) => `${d.file}:${d.line}:${d.col}: ${d.message}`)).toEqual(recorded);
  });
  test('a program with errors: status 1, ten of them on stderr', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `var v${i} int = "x"`);
    const path = put('errors.go', `package main\n${lines.join('\n')}\nfunc main() {}\n`);
    const { status, out, err } = run(['escape', '-l', path]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(11);
    expect(err).toMatch(
      /^errors\.go:2:14: cannot use "x" \(untyped string constant\) as int value in variable declaration\n/,
    );
    expect(err).toMatch(/too many errors\n$/);
    expect(run(['escape', '-l', '-e', path]).err.trimEnd().split('\n')).toHaveLength(12);
  });
  test('what is not supported: status 3 and the reason', () => {
    const { status, out, err } = run([
      'escape',
      '-l',
      put('deep.go', `package main\nvar x = ${'('.repeat(200_000)}1${')'.repeat(200_000)}\nfunc main() {}\n`),
    ]);
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toMatch(/^stackorheap: outside the supported subset: /);
  });
  test('other packages of the module: status 3', () => {
    mkdirSync(join(folder, 'module/sub'), { recursive: true });
    put('module/go.mod', 'module example.org/m\n\ngo 1.26\n');
    put('module/sub/s.go', 'package sub\n\nfunc F(p *int) {}\n');
    put('module/a.go', 'package main\n\nimport "example.org/m/sub"\n\nfunc main() { x := 1; sub.F(&x) }\n');
    const { status, out, err } = run(['escape', '-l', 'module']);
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toBe(
      'stackorheap: outside the supported subset: import of "example.org/m/sub", another package of the module\n',
    );
  });
  test.each([
    ['no command', []],
    ['an unknown command', ['escapee']],
    ['an unknown flag', ['escape', '-x', a02]],
    ['no PATH', ['escape', '-l']],
    ['a missing file', ['escape', '-l', 'gone.go']],
    ['an unknown version', ['escape', '--go', '1.2', a02]],
    ['a variable that is not there', ['escape', '-l', '--why', 'nobody', a02]],
  ])('%s: status 2', (_what, args) => {
    const { status, out, err } = run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('usage:');
  });
  test('--why names the way to the heap', () => {
    const { status, out } = run(['escape', '-l', '--why', 'new(label)', a02]);
    expect(status).toBe(0);
    expect(out).toContain('new(label): heap');
    expect(out.split('\n').length).toBeGreaterThan(2);
  });
});

describe('--batch', () => {
  test('a line of JSON for each line, in order, whatever happens to it', () => {
    const bad = put('bad.go', 'package main\nfunc main() { x := 1 }\n');
    const input = [a02, 'gone', bad, './bad.go', a02].join('\n');
    const { status, out } = run(['escape', '--batch', '-m', '-l'], { input });
    expect(status).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { dir: string; status: string; ms: number; diagnostics: { message: string }[] },
      );
    expect(lines.map((line) => [line.dir, line.status])).toEqual([
      [a02, 'ok'],
      ['gone', 'error'],
      [bad, 'error'],
      ['./bad.go', 'error'],
      [a02, 'ok'],
    ]);
    expect(lines[0]!.diagnostics).toHaveLength(recorded.length);
    expect(lines[2]!.diagnostics).toEqual([{ file: 'bad.go', line: 2, col: 15, message: 'declared and not used: x' }]);
    for (const line of lines) expect(line.ms).toBeGreaterThanOrEqual(0);
  });
  test('types', () => {
    const { out } = run(['types', '--batch', '--json'], { input: a02 });
    const answer = JSON.parse(out) as { status: string; lines: unknown[] };
    expect(answer.status).toBe('ok');
    const text = readFileSync(a02, 'utf8');
    const start = text.indexOf('struct{');
    expect(answer.lines[0]).toEqual({
      file: 'a02_ptr_return.go',
      start,
      end: text.indexOf('}', start) + 1,
      kind: 'type',
      type: 'struct{text string}',
    });
  });
});

test('verify says so where there is no Go', () => {
  const { status, out, err } = run(['verify', '-l', a02], { env: { PATH: '', GO: '' } });
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain('no Go toolchain');
});

test('--version names every toolchain', () => {
  const { status, out } = run(['--version']);
  expect(status).toBe(0);
  for (const release of ['1.22.12', '1.24.10', '1.25.0', '1.26.8', '1.27rc1']) expect(out).toContain(release);
});
