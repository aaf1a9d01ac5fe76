/** `stackorheap verify` against the installed toolchain. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { programFolder } from '../../tools/programs.ts';
import { live } from './live.ts';

const root = resolve(import.meta.dirname, '../..');

live('verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-verify-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const verify = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/stackorheap'), 'verify', ...args], { encoding: 'utf8' });

  test.each(['g03_closures', 'g08_generics', 'h01_string_bytes', 'i11_iterators'])('%s: equal', (name) => {
    const { status, stdout } = verify('-m', '-l', join(programFolder, `${name}.go`));
    expect(stdout).toMatch(/^equal: \d+ lines/);
    expect(status).toBe(0);
  });

  test('a program with errors: the same errors', () => {
    const file = join(folder, 'e.go');
    writeFileSync(file, 'package main\n\nimport "os"\n\nfunc main() {\n\tvar x int = "a"\n\treturn 1\n}\n');
    const { status, stdout } = verify('-l', file);
    expect(stdout).toMatch(/^equal: /);
    expect(status).toBe(0);
  });

  test('std generics: equal', () => {
    const file = join(folder, 's.go');
    writeFileSync(
      file,
      'package main\n\nimport (\n\t"cmp"\n\t"maps"\n\t"slices"\n\t"sync"\n\t"sync/atomic"\n)\n\ntype T struct{ n int }\n\nvar sink any\n\nfunc main() {\n\tm := map[string]*T{"a": {1}}\n\tkeys := slices.Sorted(maps.Keys(m))\n\tts := slices.Collect(maps.Values(m))\n\tslices.SortFunc(ts, func(a, b *T) int { return cmp.Compare(a.n, b.n) })\n\tvar p atomic.Pointer[T]\n\tp.Store(ts[0])\n\tsink = p.Load()\n\tonce := sync.OnceValue(func() int { return len(keys) })\n\tprintln(once(), slices.Index(keys, "a"), slices.Max(keys))\n}\n',
    );
    const { status, stdout } = verify('-m', '-l', file);
    expect(stdout).toMatch(/^equal: /);
    expect(status).toBe(0);
  });
});
