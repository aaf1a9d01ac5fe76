import { describe, expect, test } from 'vitest';
import { makeFileSet } from '../../../src/analyzer/base/pos.ts';
import { lower } from '../../../src/analyzer/syntax/lower.ts';
import { Recogniser } from '../../../src/analyzer/syntax/recognise.ts';
import { fileOrNil } from '../../../src/analyzer/syntax/recognise_decl.ts';
import { TreeSitterGo, textFor } from '../../../src/analyzer/syntax/treesitter.ts';
import { parserBytes } from '../../../tools/syntax-bytes.ts';

const treeSitter = await TreeSitterGo.load(parserBytes());

/** Reads both ways: the trees must be equal; the result is the repairs that this took. */
function repairs(text: string): string[] {
  const p = new Recogniser(makeFileSet([{ name: 'x.go', text: `package p\n${text}\n` }]).files[0]!);
  const recognised = fileOrNil(p)!;
  expect(p.errors).toEqual([]);
  const lowered = lower(treeSitter.parse(textFor(p))!, recognised, p);
  expect({ ...lowered.file, branchTargets: null }).toEqual({ ...recognised, branchTargets: null });
  return lowered.repairs.map(({ rule }) => rule);
}

describe('what tree-sitter-go cannot read is repaired by name', () => {
  test.each([
    ['tree-sitter error', 'var x = new(42)'],
    ['tree-sitter error', 'var x = new(f(1) + 2)'],
    ['tree-sitter misses the declaration', 'var x = func(...A)'],
    ['operand that ends in a type', 'var x = []int.y[i]'],
    ['tree-sitter error', 'func f() { L: ; goto L }'],
    ['tree-sitter error', 'func f() { x := make(n - 1) }'],
    ['tree-sitter error', 'type A [...]int'],
    ['tree-sitter error', 'var x = interface{ m() }.m'],
    ['tree-sitter error', 'var x = []byte("a", "b")'],
    ['tree-sitter error', 'func f() { if ; true { } }'],
    ['tree-sitter error', 'func f() { const a int; _ = 1 }'],
    ['receive or receive-only channel', 'var x = <-chan int(c)'],
  ])('%s: %s', (rule, text) => {
    expect(repairs(text)).toEqual([rule]);
  });

  test('one declaration in error leaves the others alone', () => {
    expect(repairs('var a = 1\nvar b = new(42)\nfunc f(x int) { return }\nvar c = b')).toEqual(['tree-sitter error']);
  });
});

describe('what tree-sitter-go groups otherwise is put right without a repair', () => {
  test.each([
    ['func f(a, b, c, d, e, f, g, h, i, j, k, l, m *int) (n, o, p, q, r, s, t, u, v, w, x, y int) { return }'],
    ['var x = *(*[]byte)(p)'],
    ['var x = *(*struct{ a int })(p).b[0].c()'],
    ['var x = (*[4]int)(p)[:]'],
    ['var x chan <- chan int'],
    ['var x = (<-chan <-chan int)(nil)'],
    ['var x = (*S[K, V]).M'],
    ['func f() { ; ; return; ; ; }'],
    ['func f() { goto L; L: }'],
    ['type _[P (*int),] int'],
    ["var 世界, é = 'é', '世'"],
    ['\n\t\r\nvar x = 1 // é\r\n'],
  ])('%s', (text) => {
    expect(repairs(text)).toEqual([]);
  });
});
