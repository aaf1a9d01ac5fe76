/**
 * Types, fields and parameters from tree-sitter's nodes. Parentheses around a type are dropped where gc's parser reads a
 * type, and kept where it reads an expression that turns out to be a type.
 */
import type { Pos } from '../base/pos.ts';
import type { Lowering } from './lower.ts';
import { expr } from './lower_expr.ts';
import * as mk from './nodes.ts';
import type { BasicLit, Expr, Field, FuncType, IndexExpr, InterfaceType, Name, StructType } from './tree.ts';

export function type(l: Lowering, i: number, keepParens = false): Expr {
  const start = l.start(i);
  const end = l.end(i);
  switch (l.kind(i)) {
    case 'type_identifier':
    case 'identifier':
    case 'package_identifier':
      return l.name(i);
    case 'qualified_type': {
      const [pkg, dot, name] = l.children(i);
      return mk.mkSelectorExpr(l.start(dot!), l.name(pkg!), l.name(name!));
    }
    case 'generic_type':
      return instance(l, i);
    case 'pointer_type': {
      const x = type(l, l.children(i)[1]!, keepParens);
      return mk.mkOperation(start, start, end, '*', x, null);
    }
    case 'array_type': {
      const parts = l.children(i);
      return mk.mkArrayType(start, end, expr(l, parts[1]!), type(l, parts[3]!));
    }
    case 'implicit_length_array_type':
      return mk.mkArrayType(start, end, null, type(l, l.children(i)[3]!));
    case 'slice_type':
      return mk.mkSliceType(start, end, type(l, l.children(i)[2]!));
    case 'struct_type':
      return structType(l, i);
    case 'interface_type':
      return interfaceType(l, i);
    case 'map_type': {
      const parts = l.children(i);
      return mk.mkMapType(start, end, type(l, parts[2]!), type(l, parts[4]!));
    }
    case 'channel_type':
      return chanType(l, i, keepParens);
    case 'function_type': {
      const parts = l.children(i);
      return funcTypeOf(l, l.start(parts[1]!), start, parts.slice(1));
    }
    case 'parenthesized_type': {
      const x = type(l, l.children(i)[1]!, keepParens);
      return keepParens ? mk.mkParenExpr(start, end, x) : x;
    }
    case 'negated_type':
      return mk.mkOperation(start, start, end, '~', type(l, l.children(i)[1]!, keepParens), null);
    case 'type_elem':
    case 'type_constraint':
      return union(l, i, keepParens);
    default:
      return l.regroup('unknown node');
  }
}

/**
 * `chan <- chan T` is chan<- (chan T); tree-sitter-go may read chan (<-chan T). Read as an expression, gc's position of
 * <-chan is that of `chan`.
 */
function chanType(l: Lowering, i: number, asExpr: boolean): Expr {
  const parts = l.children(i);
  const value = parts[parts.length - 1]!;
  const start = l.start(i);
  const end = l.end(i);
  if (l.kind(parts[0]!) === '<-') {
    const elem =
      l.kind(value) === 'channel_type' ? chanType(l, value, asExpr && l.kind(value + 1) === '<-') : type(l, value);
    return mk.mkChanType(asExpr ? l.start(parts[1]!) : start, start, end, 'RecvOnly', elem);
  }
  if (parts.length === 3) return mk.mkChanType(start, start, end, 'SendOnly', type(l, value));
  return plainChan(l, start, end, value);
}

/** chan and the node of its element. */
function plainChan(l: Lowering, start: Pos, end: Pos, value: number): Expr {
  if (l.kind(value) !== 'channel_type' || l.kind(value + 1) !== '<-')
    return mk.mkChanType(start, start, end, '', type(l, value));
  const [, chan, inner] = l.children(value);
  return mk.mkChanType(start, start, end, 'SendOnly', plainChan(l, l.start(chan!), end, inner!));
}

/** Terms joined by '|', from the left. */
function union(l: Lowering, i: number, keepParens: boolean): Expr {
  const parts = l.children(i);
  let x = type(l, parts[0]!, keepParens);
  for (let n = 1; n + 1 < parts.length; n += 2) {
    const y = type(l, parts[n + 1]!, keepParens);
    x = mk.mkOperation(l.start(parts[n]!), l.start(i), l.end(parts[n + 1]!), '|', x, y);
  }
  return x;
}

/** T[A, B] as a type. */
export function instance(l: Lowering, i: number): IndexExpr {
  const [name, args] = l.children(i);
  return withTypeArguments(l, type(l, name!), args!);
}

/** x and the type_arguments node after it. */
export function withTypeArguments(l: Lowering, x: Expr, args: number, firstKeepsParens = false): IndexExpr {
  const list = l.childrenOf(args, 'type_elem').map((c, n) => type(l, c, firstKeepsParens && n === 0));
  return mk.mkIndexExpr(l.start(args), l.end(args), x, list.length === 1 ? list[0]! : mk.mkListExpr(list));
}

/** A signature from its parameter list and, if any, its result. */
export function funcTypeOf(l: Lowering, pos: Pos, start: Pos, parts: readonly number[]): FuncType {
  const [params, result] = parts;
  const last = result ?? params!;
  return mk.mkFuncType(
    pos,
    start,
    l.end(last),
    paramList(l, params!),
    result === undefined ? [] : resultList(l, result),
  );
}

function resultList(l: Lowering, i: number): readonly Field[] {
  if (l.kind(i) === 'parameter_list') return paramList(l, i);
  return [mk.mkField(l.start(i), l.start(i), l.end(i), null, type(l, i))];
}

/** Fields of one declaration: its names share the type; without names one field of the type alone. */
function declared(l: Lowering, i: number, names: readonly Name[], t: Expr, end: Pos): readonly Field[] {
  if (names.length === 0) return [mk.mkField(l.start(i), l.start(i), end, null, t)];
  return names.map((name) => mk.mkField(name.pos, name.start, end, name, t));
}

/** One entry of a parameter list: at least one of name and type. */
interface Param {
  readonly start: Pos;
  name: Name | null;
  type: Expr | null;
  end: Pos;
}

/**
 * Parameters. tree-sitter-go guesses whether `a` in `(a, b int)` is a name or a type, and guesses wrongly in long lists:
 * as in gc, one named parameter makes all entries names, which take the type of the next entry that has one.
 */
export function paramList(l: Lowering, i: number): readonly Field[] {
  const list: Param[] = [];
  let named = false;
  for (const c of l.children(i)) {
    const k = l.kind(c);
    if (k !== 'parameter_declaration' && k !== 'variadic_parameter_declaration') continue;
    const parts = l.children(c);
    const last = parts[parts.length - 1]!;
    const t = k === 'parameter_declaration' ? type(l, last) : dotsType(l, parts[parts.length - 2]!, last);
    const names = parts.slice(0, -1).filter((part) => l.kind(part) === 'identifier');
    if (names.length === 0) list.push({ start: l.start(c), name: null, type: t, end: l.end(c) });
    else named = true;
    for (const part of names) list.push({ start: l.start(part), name: l.name(part), type: t, end: l.end(c) });
  }
  if (named) spreadTypes(list);
  return list.map((par) => mk.mkField(par.start, par.start, par.end, par.name, par.type!));
}

function dotsType(l: Lowering, dots: number, elem: number): Expr {
  return mk.mkDotsType(l.start(dots), l.end(elem), type(l, elem));
}

function spreadTypes(list: readonly Param[]): void {
  for (let n = list.length - 2; n >= 0; n--) {
    const par = list[n]!;
    if (par.name !== null || par.type?.kind !== 'Name') continue;
    const next = list[n + 1]!;
    par.name = par.type;
    par.type = next.type;
    par.end = next.end;
  }
}

export function typeParams(l: Lowering, i: number): readonly Field[] {
  const fields: Field[] = [];
  for (const c of l.childrenOf(i, 'type_parameter_declaration')) {
    const parts = l.children(c);
    const names = parts.slice(0, -1).filter((part) => l.kind(part) === 'identifier');
    fields.push(
      ...declared(
        l,
        c,
        names.map((part) => l.name(part)),
        type(l, parts[parts.length - 1]!),
        l.end(c),
      ),
    );
  }
  return fields;
}

function structType(l: Lowering, i: number): StructType {
  const fields: Field[] = [];
  const tags: (BasicLit | null)[] = [];
  for (const c of l.childrenOf(l.children(i)[1]!, 'field_declaration')) {
    const parts = l.children(c);
    let last = parts[parts.length - 1]!;
    let tag: BasicLit | null = null;
    if (l.kind(last).endsWith('string_literal')) {
      tag = l.literal(last);
      parts.pop();
      last = parts[parts.length - 1]!;
    }
    const added = fieldDecl(l, c, parts, last);
    fields.push(...added);
    for (let n = 0; n < added.length; n++) tags.push(tag);
  }
  return mk.mkStructType(l.start(i), l.end(i), fields, tags.some((tag) => tag !== null) ? tags : []);
}

/** `parts` ends with the type, the last node. */
function fieldDecl(l: Lowering, i: number, parts: readonly number[], last: number): readonly Field[] {
  const end = l.end(last);
  const t = type(l, last);
  if (l.kind(parts[0]!) === '*') {
    const start = l.start(i);
    return declared(l, i, [], mk.mkOperation(start, start, end, '*', t, null), end);
  }
  const names = parts.filter((part) => l.kind(part) === 'field_identifier').map((part) => l.name(part));
  return declared(l, i, names, t, end);
}

function interfaceType(l: Lowering, i: number): InterfaceType {
  const methods: Field[] = [];
  for (const c of l.children(i)) {
    const k = l.kind(c);
    const start = l.start(c);
    if (k === 'method_elem') {
      const [name, ...signature] = l.children(c);
      const t = funcTypeOf(l, l.start(signature[0]!), l.start(signature[0]!), signature);
      methods.push(mk.mkField(start, start, l.end(c), l.name(name!), t));
    } else if (k === 'type_elem') methods.push(mk.mkField(start, start, l.end(c), null, type(l, c)));
  }
  return mk.mkInterfaceType(l.start(i), l.end(i), methods);
}
