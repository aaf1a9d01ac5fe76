// A module of several packages, given as a folder tree.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { types } from '../../src/cli/types.ts';

const folder = mkdtempSync(join(tmpdir(), 'module-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  'go.mod': 'module example.com/mod\n\ngo 1.26\n',
  'main.go': `package main

import "example.com/mod/box"

var v = box.New(1).Get()

const n = box.Name

func main() { _ = v }
`,
  'box/box.go': `package box

import "example.com/mod/box/name"

type Box[T any] struct{ v T }

func New[T any](v T) *Box[T] { return &Box[T]{v} }
func (b *Box[T]) Get() T     { return b.v }

const Name = name.Name + "!"
`,
  'box/name/name.go': 'package name\n\nconst Name = "n"\n',
};

async function run(changed: Partial<typeof files>): Promise<{ status: number; out: string; err: string }> {
  for (const [name, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  let out = '';
  let err = '';
  const terminal = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const status = await types([folder], terminal as unknown as Parameters<typeof types>[1]);
  return { status, out, err };
}

it('imports of the module are resolved', async () => {
  const { status, out } = await run({});
  expect(status).toBe(0);
  expect(out).toContain('value *box.Box[int]');
  expect(out).toContain('value untyped string = "n!"');
});

it('an error in an imported package is an error', async () => {
  const { status, err } = await run({
    'box/name/name.go': 'package name\n\nconst Name = "n"\n\nfunc f() int { return Name }\n',
  });
  expect(status).toBe(1);
  expect(err).toBe(
    'box/name/name.go:5:23: cannot use Name (untyped string constant "n") as int value in return statement\n',
  );
});

it('an import cycle is an error', async () => {
  const { status, err } = await run({
    'box/name/name.go': 'package name\n\nimport "example.com/mod/box"\n\nconst Name = box.Name\n',
  });
  expect(status).toBe(1);
  expect(err).toContain('could not import example.com/mod/box (import cycle)');
});
