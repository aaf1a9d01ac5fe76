import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/analyzer/syntax/index.ts';
import { chance, mutateBytes, mutateTokens } from '../../../tools/syntax-mutate.ts';
import { makeParsers, read } from './parsers.ts';

const parsers = await makeParsers();
const programs = globSync(join(import.meta.dirname, '../../testdata/syntax/trees/*.go'))
  .sort()
  .map((path) => readFileSync(path));

describe('no throw and no hang on any bytes', () => {
  test('1500 mutated programs', () => {
    const random = chance(42);
    for (let i = 0; i < 1500; i++) {
      const program = programs[random(programs.length)]!;
      const mutant = i % 2 === 0 ? mutateBytes(program, random) : Buffer.from(mutateTokens(program.toString(), random));
      const start = performance.now();
      const { file, errors, base } = read(parsers.treeSitter, mutant);
      expect(performance.now() - start).toBeLessThan(2000);
      for (const { pos } of errors) expect(pos >= base && pos <= base + mutant.length).toBe(true);
      inspect(file, (n) => {
        // What was not found in a broken file has no extent to speak of.
        if (n.start < base || n.end > base + mutant.length || (errors.length === 0 && n.end < n.start))
          expect.fail(`${n.kind} at ${n.start}..${n.end}`);
        return true;
      });
    }
  });

  test.each([
    [''],
    ['\0'],
    ['\ufeff'],
    ['\xff\xfe'],
    ['package'],
    ['package p'],
    ['package p;\ufeff'],
    ['/*'],
    ['//'],
    ['"'],
    ['`'],
    ["'"],
  ])('%j', (text) => {
    expect(() => read(parsers.treeSitter, Buffer.from(text, 'latin1'))).not.toThrow();
  });
});

const deep: Readonly<Record<string, (n: number) => string>> = {
  parentheses: (n) => `var x = ${'('.repeat(n)}1${')'.repeat(n)}`,
  blocks: (n) => `func f() ${'{'.repeat(n)}${'}'.repeat(n)}`,
  'else if': (n) => `func f() { ${'if a {} else '.repeat(n)}{} }`,
  switches: (n) => `func f() { ${'switch { case a: '.repeat(n)}${'}'.repeat(n)} }`,
  closures: (n) => `func f() { ${'x := func() {'.repeat(n)}${'}'.repeat(n)} }`,
  calls: (n) => `var x = ${'f('.repeat(n)}${')'.repeat(n)}`,
  literals: (n) => `var x = T${'{'.repeat(n)}${'}'.repeat(n)}`,
  pointers: (n) => `var x ${'*'.repeat(n)}int`,
  structs: (n) => `var x ${'struct{ a '.repeat(n)}int${'}'.repeat(n)}`,
  'type arguments': (n) => `var x ${'T['.repeat(n)}int${']'.repeat(n)}`,
  receives: (n) => `func f() { ${'<-'.repeat(n)}c }`,
  labels: (n) => `func f() { ${'_: '.repeat(n)}}`,
};

describe('nesting has a limit with a name', () => {
  test.each(Object.entries(deep))('%s', (_, make) => {
    expect(read(parsers.treeSitter, `package p\n${make(90)}\n`).refused).toBeNull();
    for (const n of [290, 1000, 50_000]) {
      const { refused, messages } = read(parsers.treeSitter, `package p\n${make(n)}\n`);
      if (n > 290) expect(refused?.message).toBe('limit reached: nesting of the source');
      expect(messages).toEqual([]);
    }
  });

  test.each([
    ['operators', (n: number) => `var x = ${'a + '.repeat(n)}b`],
    ['selectors', (n: number) => `var x = a${'.b'.repeat(n)}`],
    ['calls in a row', (n: number) => `var x = f${'()'.repeat(n)}`],
  ])('a chain of %s', (_, make) => {
    expect(read(parsers.treeSitter, `package p\n${make(1000)}\n`).refused).toBeNull();
    expect(read(parsers.treeSitter, `package p\n${make(50_000)}\n`).refused?.message).toBe(
      'limit reached: length of an expression',
    );
  });
});
