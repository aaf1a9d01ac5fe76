/** Components of the call graph, bottom-up, and which values variables always have. */
import { expect, test } from 'vitest';
import { FactsCache } from '../../../src/analyzer/importer/index.ts';
import { nodeString } from '../../../src/analyzer/ir/fmt.ts';
import { visitFuncsBottomUp } from '../../../src/analyzer/ir/scc.ts';
import { ReassignOracle, staticValue } from '../../../src/analyzer/ir/staticvalue.ts';
import { visitFuncAndClosures } from '../../../src/analyzer/ir/visit.ts';
import { type BuiltFunctions, builtFunctions } from '../../../tools/irtrees.ts';

async function build(body: string): Promise<BuiltFunctions> {
  const built = await builtFunctions('p.go', `package p\n${body}`, new FactsCache());
  if (typeof built === 'string') throw new Error(built);
  return built;
}

/** `[f g]*` is a recursive component. */
async function components(body: string): Promise<string> {
  const { funcs } = await build(body);
  const found: string[] = [];
  visitFuncsBottomUp(funcs, (list, recursive) => {
    found.push(`[${list.map((fn) => fn.nname.sym.name).join(' ')}]${recursive ? '*' : ''}`);
  });
  return found.join(' ');
}

test.each([
  ['callees come first', 'func a() { b() }\nfunc b() { c() }\nfunc c() {}', '[c] [b] [a]'],
  ['recursion of one function', 'func a() { a() }', '[a]*'],
  ['recursion of two functions', 'func a() { b() }\nfunc b() { a() }', '[a b]*'],
  ['a reference counts as a call', 'func a() func() { return b }\nfunc b() {}', '[b] [a]'],
  [
    'a capturing closure belongs to its function',
    'func a(x int) func() int { return func() int { return x } }',
    '[a a.func1]',
  ],
  ['a literal without captures stands alone', 'func a() func() { return func() {} }', '[a.func1] [a]'],
  ['methods', 'type t int\nfunc (t) m() {}\nfunc a(x t) { x.m() }', '[t.m] [a]'],
])('%s', async (_, body, expected) => {
  expect(await components(body)).toBe(expected);
});

/** What `use(x)` is statically called with. */
async function staticValueIn(body: string): Promise<string> {
  const { funcs, noder } = await build(`func use(x any) {}\nfunc f(p int) {\n${body}\n}`);
  const fn = funcs.find((f) => f.nname.sym.name === 'f')!;
  const oracle = new ReassignOracle(fn);
  const found: string[] = [];
  visitFuncAndClosures(fn, (n) => {
    if (n.op !== 'OCALLFUNC' || n.args.length !== 1) return;
    const arg = n.args[0]!;
    const x = arg.op === 'OCONVIFACE' ? arg.x : arg;
    expect(nodeString(oracle.staticValue(x), noder)).toBe(nodeString(staticValue(x), noder));
    found.push(nodeString(oracle.staticValue(x), noder));
  });
  return found.join(' ');
}

test.each([
  ['a definition', 'x := 1; use(x)', '1'],
  ['through another variable', 'x := 1; y := x; use(y)', '1'],
  ['a conversion without effect', 'type t int; x := 1; use(t(x))', '1'],
  ['assigned again', 'x := 1; x = 2; use(x)', 'x'],
  ['counted up', 'x := 1; x++; use(x)', 'x'],
  ['address taken', 'x := 1; _ = &x; use(x)', 'x'],
  ['in a closure', 'x := 1; func() { use(x) }()', '1'],
  ['assigned in a closure', 'x := 1; func() { x = 2 }(); use(x)', 'x'],
  ['a part assigned', 'x := [1]int{}; x[0] = 2; use(x)', 'x'],
  ['a parameter', 'use(p)', 'p'],
  ['a range variable', 'for i := range p { use(i) }', 'i'],
  ['declared without value', 'var x int; x = 1; use(x)', 'x'],
])('static value: %s', async (_, body, expected) => {
  expect(await staticValueIn(body)).toBe(expected);
});
