// --go 1.27: what that toolchain takes and the checker does not know is refused by name; its errors are worded its way.
// Expected: Go 1.27rc1 takes the first four programs, and prints the errors of the others.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { types } from '../../src/cli/types.ts';

const folder = mkdtempSync(join(tmpdir(), 'newer-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(program: string, version = '1.27'): Promise<{ status: number; err: string }> {
  const dir = mkdtempSync(join(folder, 'p-'));
  writeFileSync(join(dir, 'go.mod'), `module x\n\ngo ${version}\n`);
  writeFileSync(join(dir, 'x.go'), `package main\n\n${program}\n\nfunc main() {}\n`);
  let err = '';
  const terminal = { out: () => undefined, err: (text: string) => void (err += text) };
  const status = await types(['--go', '1.27', dir], terminal as unknown as Parameters<typeof types>[1]);
  return { status, err: err.trimEnd() };
}

test('a module of that language', async () => {
  expect(await run('var x = min(1, 2)')).toEqual({ status: 0, err: '' });
  expect((await run('var x = 1', '1.28')).err).toContain('package requires newer Go version go1.28');
});

test('a generic method of std', async () => {
  expect((await run('import "math/rand/v2"\n\nvar r *rand.Rand\nvar n = r.N(10)')).status).toBe(0);
});

test.each([
  ['generic methods', 'type S struct{}\n\nfunc (S) Get[T any](v T) T { return v }'],
  ['promoted fields in struct literals', 'type E struct{ A int }\ntype F struct{ E }\n\nvar f = F{A: 1}'],
  [
    'type arguments that follow from where a function goes',
    'func id[T any](x T) T { return x }\n\nvar f = []func(int) int{id}',
  ],
])('%s are refused', async (what, program) => {
  const { status, err } = await run(program);
  expect(status).toBe(3);
  expect(err).toContain(`unsupported: ${what}, new in go1.27`);
});

test.each([
  [
    'func f() (int, any) { return 1, 2 }\n\nfunc g() (int, error) { return f() }',
    'cannot use 2nd function result (value of interface type any) as error value in return statement: interface{} does not implement error (missing method Error)',
  ],
  [
    'var a, b = 1, 2\n\nfunc f() { a, b = 1, "" }',
    'cannot use "" (untyped string constant) as int value in multiple assignment',
  ],
  ['type S struct{ a int }\n\nvar x = S.a', 'operand for field selector a must be value of type S'],
  [
    'type B[T any] struct{ b *B[T]; c C[T] }\ntype C[T any] B[T]',
    'invalid recursive type C[T]\n\tx.go:3:34: C[T] refers to B[T]',
  ],
])('its words: %s', async (program, message) => {
  expect((await run(program)).err).toContain(message);
});
