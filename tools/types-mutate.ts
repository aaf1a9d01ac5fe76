/**
 * Go programs that still parse but mean something else: statements, types, expressions, literals, names and operators
 * trade places with others of their class. The same for the same seed. For tools and tests.
 */
import { makeFileSet } from '../src/analyzer/base/pos.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import type { Expr, Node } from '../src/analyzer/syntax/tree.ts';
import { inspect } from '../src/analyzer/syntax/walk.ts';

type Class = 'stmt' | 'type' | 'expr' | 'lit' | 'name' | 'op';

interface Place {
  readonly start: number;
  readonly end: number;
}

const pool: Readonly<Record<Class, readonly string[]>> = {
  stmt: [
    'return',
    'break',
    'continue',
    'goto L',
    'L: x++',
    'var x int',
    'x := 1',
    'defer f()',
    'go func() {}()',
    'for range 10 {}',
    'for i := range f { _ = i }',
    'switch x := any(x).(type) { case int: _ = x }',
    'select {}',
    'if x, ok := m[0]; ok {}',
    'type T struct{ T }',
    'const c = iota',
    '_ = x',
    'x.y = 1',
    'panic(x)',
    'fallthrough',
  ],
  type: [
    'int',
    'T',
    '*T',
    '[]T',
    'map[T]T',
    'chan T',
    '<-chan T',
    'func(T) T',
    'func(...T)',
    'struct{ T }',
    'struct{ x, y T }',
    'interface{ m(T) }',
    'interface{ ~int | ~string }',
    'any',
    'error',
    'comparable',
    '[3]T',
    '[len(x)]int',
    '[1<<60]T',
    'T[int]',
    'T[T]',
    'unsafe.Pointer',
    'string',
    'float32',
    'complex128',
    'uintptr',
    'func(yield func(T) bool)',
  ],
  expr: [
    'x',
    'nil',
    'f(x)',
    'x.y',
    'x[0]',
    'x[1:2]',
    'x[:]',
    '&x',
    '*x',
    'T{}',
    '&T{x: 1}',
    'func() T { return x }',
    'x.(T)',
    'len(x)',
    'append(x, x...)',
    'make([]int, 1<<62)',
    'new(T)',
    'min(1, 2.5, x)',
    '<-x',
    '1 << x',
    '1 << 1000',
    '-1',
    '^x',
    '!x',
    'x == nil',
    'iota',
    'T(x)',
    '[]T{0: x, 0: x}',
    'map[string]T{"a": {}, "a": {}}',
    'f[int](x)',
    'unsafe.Sizeof(x)',
    'recover()',
    '(x)',
    '_',
    'int',
    'x...',
  ],
  lit: [
    '0',
    '1',
    '-1',
    '1e400',
    '1e100000',
    "'a'",
    '"s"',
    '`r`',
    '1i',
    '0x7fffffffffffffff',
    '18446744073709551616',
    '1.5',
    '0.1',
    '"\\xff"',
    '1e-1000000',
    '99999999999999999999999999999999999999',
  ],
  name: [
    'x',
    'y',
    'T',
    'f',
    '_',
    'nil',
    'iota',
    'int',
    'init',
    'main',
    'len',
    'any',
    'true',
    'string',
    'append',
    'error',
  ],
  op: ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '&^', '==', '!=', '<', '<=', '&&', '||'],
};

/** The program with 1 to 4 places changed; null if it does not parse. */
export function mutateSyntax(bytes: Uint8Array, random: (below: number) => number): Buffer | null {
  const source = makeFileSet([{ name: 'x.go', text: bytes }]).files[0]!;
  const parsed = parseSource(source, null);
  if (parsed.fatal) return null;
  const places = collect(parsed.file, source.base);
  const classes = (Object.keys(places) as Class[]).filter((name) => places[name].length > 0);
  if (classes.length === 0) return null;
  const text = Buffer.from(bytes);
  const edits: (Place & { readonly by: string })[] = [];
  for (let n = 1 + random(4); n > 0; n--) {
    const name = classes[random(classes.length)]!;
    const place = places[name][random(places[name].length)]!;
    if (edits.some((edit) => edit.start < place.end && place.start < edit.end)) continue;
    const other = places[name][random(places[name].length)]!;
    const own = text.toString('latin1', other.start, other.end);
    edits.push({ ...place, by: random(2) === 0 ? own : pool[name][random(pool[name].length)]! });
  }
  edits.sort((a, b) => a.start - b.start);
  let out = '';
  let from = 0;
  const binary = text.toString('latin1');
  for (const edit of edits) {
    out += binary.slice(from, edit.start) + edit.by;
    from = edit.end;
  }
  return Buffer.from(out + binary.slice(from), 'latin1');
}

function collect(file: Node, base: number): Record<Class, Place[]> {
  const places: Record<Class, Place[]> = { stmt: [], type: [], expr: [], lit: [], name: [], op: [] };
  const add = (name: Class, node: { readonly start: number; readonly end: number } | null) => {
    if (node && node.end > node.start) places[name].push({ start: node.start - base, end: node.end - base });
  };
  inspect(file, (node: Node | null) => {
    if (!node) return true;
    switch (node.kind) {
      case 'BlockStmt':
        for (const stmt of node.list) add('stmt', stmt);
        break;
      case 'CaseClause':
      case 'CommClause':
        for (const stmt of node.body) add('stmt', stmt);
        break;
      case 'Field':
      case 'TypeDecl':
        add('type', node.type);
        break;
      case 'VarDecl':
      case 'ConstDecl':
        add('type', node.type);
        add('expr', node.values);
        break;
      case 'CompositeLit':
        add('type', node.type);
        for (const elem of node.elemList) add('expr', elem);
        break;
      case 'CallExpr':
        add('expr', node);
        for (const arg of node.argList) add('expr', arg);
        break;
      case 'AssignStmt':
        add('expr', node.lhs);
        add('expr', node.rhs as Expr | null);
        break;
      case 'ReturnStmt':
        add('expr', node.results);
        break;
      case 'BasicLit':
        add('lit', node);
        break;
      case 'Name':
        add('name', node);
        break;
      case 'Operation':
        if (node.y) places.op.push({ start: node.pos - base, end: node.pos - base + node.op.length });
    }
    return true;
  });
  return places;
}
