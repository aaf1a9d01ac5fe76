import { describe, expect, test } from 'vitest';
import { type Expr, exprString, inspect, type Node, pragmaErrors } from '../../../src/analyzer/syntax/index.ts';
import { makeParsers, read } from './parsers.ts';

const parsers = await makeParsers();

function nodes(text: string): { node: Node; at: string }[] {
  const source = `package p\n${text}\n`;
  const { file, base, messages } = read(parsers.treeSitter, source);
  expect(messages).toEqual([]);
  const list: { node: Node; at: string }[] = [];
  inspect(file, (node) => {
    list.push({ node, at: source.slice(node.pos - base) });
    return true;
  });
  return list;
}

describe("gc's position of a node is that of its own token", () => {
  // go/ast does not keep these, so the recorded trees do not hold them; cmd/compile/internal/syntax/parser.go sets them so.
  test.each([
    ['SelectorExpr', 'var x = abc . def', '. def'],
    ['AssertExpr', 'var x = abc .(int)', '.(int)'],
    ['TypeSwitchGuard', 'func f() { switch y := x .(type) {} }', '.(type)'],
    ['FuncDecl', 'func f() {}', 'f() {}'],
    ['FuncDecl', 'func (r T) f() {}', '(r T) f() {}'],
    ['FuncType', 'func f[T any](x T) {}', '[T any]'],
    ['FuncType', 'var f func (x int)', '(x int)'],
    ['FuncLit', 'var f = func (x int) {}', 'func (x int)'],
    ['ImportDecl', 'import x "y"', 'x "y"'],
    ['ExprStmt', 'func f() { a.b(c) }', '(c)'],
    ['LabeledStmt', 'func f() { L : for { break L } }', ': for'],
    ['ListExpr', 'var a, b = x + 1, 2', '+ 1'],
    ['ChanType', 'var c = (<-chan int)(nil)', 'chan int'],
    ['ChanType', 'var c <-chan int', '<-chan int'],
    ['RangeClause', 'func f() { for i := range 3 { _ = i } }', 'range 3'],
    ['CompositeLit', 'var x = [] int {1}', '{1}'],
  ])('%s in %s', (kind, text, at) => {
    expect(
      nodes(text)
        .find(({ node }) => node.kind === kind)!
        .at.slice(0, at.length),
    ).toBe(at);
  });
});

describe('parentheses are kept in expressions only', () => {
  const parens = (text: string): number => nodes(text).filter(({ node }) => node.kind === 'ParenExpr').length;
  test.each([
    ['var x = (a)', 1],
    ['var x = &(T{})', 0],
    ['var x (int)', 0],
    ['var x = (*T)(y)', 1],
    ['var x = [](int){}', 0],
    ['var x = new((int))', 1],
    ['func f(a (int)) (b (string)) { return }', 0],
    ['var x = y.((T))', 0],
    ['func f() { switch x.(type) { case (int), (string): } }', 2],
    ['type T[P (interface{}),] int', 0],
  ])('%s', (text, count) => {
    expect(parens(text)).toBe(count);
  });
});

describe('directives', () => {
  const text =
    '//go:build go1.21\n\n// x\npackage p\n\n//go:noinline\n//go:nosplit\nfunc f() {}\n\nimport _ "unsafe"\n//go:linkname g h\nfunc g()\n';
  test('stand at their declaration', () => {
    const { file } = read(parsers.treeSitter, text.replace('import _ "unsafe"\n', ''));
    const [f, g] = file.declList as Extract<(typeof file.declList)[number], { kind: 'FuncDecl' }>[];
    expect(f!.pragma!.map(({ verb }) => verb)).toEqual(['go:noinline', 'go:nosplit']);
    expect(g!.pragma).toBeNull();
    expect(file.goVersion).toBe('go1.21');
    expect(file.directives.map((d) => d.text)).toEqual([
      'go:build go1.21',
      'go:noinline',
      'go:nosplit',
      'go:linkname g h',
    ]);
  });

  test('that a declaration cannot have are found after type checking', () => {
    const { file, errors } = read(parsers.treeSitter, 'package p\n\n//go:noinline\nvar x int\n');
    expect(errors).toEqual([]);
    expect(pragmaErrors(file).map((e) => e.message)).toEqual(['misplaced compiler directive']);
  });
});

test('names declared together share their type', () => {
  const fields = nodes('func f(a, b int, c string) {}').filter(({ node }) => node.kind === 'Field');
  const [a, b, c] = fields.map(({ node }) => (node.kind === 'Field' ? node.type : null));
  expect(a).toBe(b);
  expect(c).not.toBe(b);
});

test('members of a group share it', () => {
  const { file } = read(parsers.treeSitter, 'package p\nconst (a = iota; b; c)\nconst d = 1\n');
  const groups = file.declList.map((decl) => (decl.kind === 'ConstDecl' ? decl.group : undefined));
  expect(groups[0]).not.toBeNull();
  expect(groups[1]).toBe(groups[0]);
  expect(groups[2]).toBe(groups[0]);
  expect(groups[3]).toBeNull();
});

test('gc stops after a syntax error, not after a bad literal or label', () => {
  const fatal = (text: string): boolean => read(parsers.treeSitter, `package p\n${text}\n`).fatal;
  expect(fatal('var x = )')).toBe(true);
  expect(fatal('var x = 08')).toBe(false);
  expect(fatal('func f() { L: }')).toBe(false);
});

test('//line directives are kept with what they say', () => {
  const { lineBases } = read(
    parsers.treeSitter,
    'package p\n//line foo.go:10\nvar x /*line :2:3*/ int\n // line a:1\n',
  );
  expect(lineBases.map(({ file, line, col }) => [file, line, col])).toEqual([
    ['foo.go', 10, 0],
    ['foo.go', 2, 3],
  ]);
});

test('exprString keeps the source form of what gc quotes', () => {
  const { file } = read(
    parsers.treeSitter,
    'package p\nvar x = f( a ,b... ) + T { 1 }. y [ : 2 ] (func ( int ){ g() })\n',
  );
  const decl = file.declList[0]!;
  expect(decl.kind === 'VarDecl' && exprString(decl.values as Expr)).toBe('f(a, b...) + T{…}.y[:2](func(int) {…})');
});
