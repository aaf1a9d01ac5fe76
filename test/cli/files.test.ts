/** PATH: which files a command reads, and the language version that a go.mod sets. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { readProgram } from '../../src/cli/files.ts';

const root = mkdtempSync(join(tmpdir(), 'stackorheap-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const names = (...paths: string[]): string[] => readProgram(paths, '1.26').files.map((file) => file.name);

describe('PATH', () => {
  test('a folder: its files without tests, less what constraints exclude', () => {
    for (const name of ['b.go', 'a.go', 'a_test.go', 'a_windows.go', 'note.txt']) put(`one/${name}`, 'package p\n');
    put('one/c.go', '//go:build ignore\n\npackage main\n');
    expect(names(join(root, 'one'))).toEqual(['a.go', 'b.go']);
  });
  test('constraints that leave nothing are ignored', () => {
    put('two/x_windows.go', 'package p\n');
    put('two/y.go', '//go:build darwin\n\npackage p\n');
    expect(names(join(root, 'two'))).toEqual(['x_windows.go', 'y.go']);
  });
  test('a named file is always taken', () => {
    expect(names(put('three/z_windows.go', '//go:build ignore\n\npackage p\n'))).toEqual(['z_windows.go']);
  });
  test('several files of one folder', () => {
    expect(names(join(root, 'one/b.go'), join(root, 'one/a_test.go'))).toEqual(['b.go', 'a_test.go']);
  });
  test.each([
    ['nothing', []],
    ['a missing path', ['gone']],
    ['a folder without Go', ['four']],
    ['another kind of file', ['one/note.txt']],
    ['files of two folders', ['one/a.go', 'two/y.go']],
    ['a folder and a file', ['one', 'two/y.go']],
  ])('%s is usage', (_what, paths) => {
    mkdirSync(join(root, 'four'), { recursive: true });
    expect(() =>
      readProgram(
        paths.map((path) => join(root, path)),
        '1.26',
      ),
    ).toThrow(UsageError);
  });
});

describe('go.mod', () => {
  test.each([
    ['five', 'module m\n\ngo 1.21\n', 'go1.21'],
    ['six', 'module m\n\ngo 1.22.3\n\ntoolchain go1.26.8\n', 'go1.22'],
    ['seven', 'module m\n', 'go1.16'],
  ])('%s: %j', (folder, text, expected) => {
    put(`${folder}/go.mod`, text);
    put(`${folder}/sub/a.go`, 'package p\n');
    expect(readProgram([join(root, folder, 'sub')], '1.26').language).toBe(expected);
  });
  test('none: the version of --go', () => {
    expect(readProgram([join(root, 'one')], '1.26').language).toBeUndefined();
  });
});
