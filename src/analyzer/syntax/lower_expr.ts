/** Expressions from tree-sitter's nodes. */
import type { Pos } from '../base/pos.ts';
import type { Lowering } from './lower.ts';
import { block } from './lower_stmt.ts';
import { funcTypeOf, instance, type, withTypeArguments } from './lower_type.ts';
import * as mk from './nodes.ts';
import { unparen } from './recognise_expr.ts';
import type { CompositeLit, Expr, Operator } from './tree.ts';

export function expr(l: Lowering, i: number): Expr {
  switch (l.kind(i)) {
    case 'identifier':
    case 'nil':
    case 'true':
    case 'false':
    case 'iota':
    case 'type_identifier':
      return l.name(i);
    case 'int_literal':
    case 'float_literal':
    case 'imaginary_literal':
    case 'rune_literal':
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return l.literal(i);
    case 'unary_expression':
      return unary(l, i);
    case 'binary_expression': {
      const [x, op, y] = l.children(i);
      const left = expr(l, x!);
      const right = expr(l, y!);
      return mk.mkOperation(l.start(op!), left.start, right.end, l.kind(op!) as Operator, left, right);
    }
    case 'selector_expression': {
      const [x, dot, sel] = l.children(i);
      return postfix(operandOf(l, x!), l.end(i), (operand) => mk.mkSelectorExpr(l.start(dot!), operand, l.name(sel!)));
    }
    case 'index_expression': {
      const [x, bracket, index] = l.children(i);
      const key = expr(l, index!);
      return postfix(operandOf(l, x!), l.end(i), (operand) =>
        mk.mkIndexExpr(l.start(bracket!), l.end(i), operand, key),
      );
    }
    case 'slice_expression':
      return slice(l, i);
    case 'call_expression':
      return call(l, i);
    case 'type_assertion_expression': {
      const [x, dot, , t] = l.children(i);
      const asserted = type(l, t!);
      return postfix(operandOf(l, x!), l.end(i), (operand) =>
        mk.mkAssertExpr(l.start(dot!), l.end(i), operand, asserted),
      );
    }
    case 'type_conversion_expression':
      return conversion(l, i);
    case 'type_instantiation_expression':
      return instantiation(l, i);
    case 'composite_literal':
      return compositeLit(l, i);
    case 'literal_value':
      return literalValue(l, i, null);
    case 'literal_element':
      return expr(l, l.children(i)[0]!);
    case 'func_literal': {
      const parts = l.children(i);
      const t = funcTypeOf(l, l.start(parts[1]!), l.start(i), parts.slice(1, -1));
      return mk.mkFuncLit(l.start(i), t, l.branches(block(l, parts[parts.length - 1]!)));
    }
    case 'parenthesized_expression':
      return mk.mkParenExpr(l.start(i), l.end(i), expr(l, l.children(i)[1]!));
    default:
      return typeAsExpr(l, i);
  }
}

/** The operand of a selector, an index …: after []T or map[K]T, gc reads .x and [i] as parts of T. */
function operandOf(l: Lowering, i: number): Expr {
  const x = expr(l, i);
  switch (x.kind) {
    case 'ArrayType':
    case 'SliceType':
    case 'MapType':
    case 'ChanType':
    case 'FuncType':
      return l.regroup('operand that ends in a type');
    default:
      return x;
  }
}

/**
 * `make(x)` where x is an operand of a call, an index, a selector …, which bind tighter than a unary operator: what
 * tree-sitter-go reads as the conversion (*(*T))(y) is *((*T)(y)).
 */
function postfix(x: Expr, end: Pos, make: (operand: Expr) => Expr): Expr {
  if (x.kind !== 'Operation' || x.y !== null) return make(x);
  return mk.mkOperation(x.pos, x.start, end, x.op, postfix(x.x, end, make), null);
}

/** A type where gc's parser reads an expression. */
function typeAsExpr(l: Lowering, i: number): Expr {
  // <-chan T here may be a receive from chan T(x); only the recogniser's reading is sure.
  if (l.kind(i) === 'channel_type' && l.kind(i + 1) === '<-') return l.regroup('receive or receive-only channel');
  return type(l, i, true);
}

function unary(l: Lowering, i: number): Expr {
  const [op, operand] = l.children(i);
  const operator = l.kind(op!) as Operator;
  const inner = expr(l, operand!);
  if (operator === '<-' && inner.kind === 'ChanType') l.regroup('receive or receive-only channel');
  const start = l.start(i);
  return mk.mkOperation(start, start, l.end(i), operator, operator === '&' ? unparen(inner) : inner, null);
}

function slice(l: Lowering, i: number): Expr {
  const [x, bracket, ...rest] = l.children(i);
  const index: [Expr | null, Expr | null, Expr | null] = [null, null, null];
  let colons = 0;
  for (const c of rest) {
    const k = l.kind(c);
    if (k === ':') colons++;
    else if (k !== ']') index[colons] = expr(l, c);
  }
  const pos = l.start(bracket!);
  return postfix(operandOf(l, x!), l.end(i), (operand) => mk.mkSliceExpr(pos, l.end(i), operand, index, colons === 2));
}

function call(l: Lowering, i: number): Expr {
  const parts = l.children(i);
  const args = parts[parts.length - 1]!;
  const fun = expr(l, parts[0]!);
  const list: Expr[] = [];
  let hasDots = false;
  for (const c of l.children(args)) {
    const k = l.kind(c);
    if (k === '(' || k === ')' || k === ',') continue;
    if (k === 'variadic_argument') {
      hasDots = true;
      list.push(expr(l, l.children(c)[0]!));
    } else list.push(expr(l, c));
  }
  return postfix(fun, l.end(i), (operand) => {
    const called = parts.length === 3 ? withTypeArguments(l, operand, parts[1]!, true) : operand;
    return mk.mkCallExpr(l.start(args), l.end(i), called, list, hasDots);
  });
}

function conversion(l: Lowering, i: number): Expr {
  const [t, paren, x] = l.children(i);
  const args = [expr(l, x!)];
  return postfix(expr(l, t!), l.end(i), (operand) => mk.mkCallExpr(l.start(paren!), l.end(i), operand, args, false));
}

function instantiation(l: Lowering, i: number): Expr {
  const [t, bracket, ...rest] = l.children(i);
  const args = rest.filter((c) => l.kind(c) !== ',' && l.kind(c) !== ']');
  const list = args.map((c, n) => (n === 0 ? expr(l, c) : type(l, c)));
  const index = list.length === 1 ? list[0]! : mk.mkListExpr(list);
  return postfix(operandOf(l, t!), l.end(i), (operand) => mk.mkIndexExpr(l.start(bracket!), l.end(i), operand, index));
}

function compositeLit(l: Lowering, i: number): CompositeLit {
  const [t, body] = l.children(i);
  const typed = l.kind(t!) === 'generic_type' ? instance(l, t!) : expr(l, t!);
  return literalValue(l, body!, typed);
}

function literalValue(l: Lowering, i: number, t: Expr | null): CompositeLit {
  const elements: Expr[] = [];
  let nkeys = 0;
  for (const c of l.children(i)) {
    const k = l.kind(c);
    if (k === 'literal_element') elements.push(expr(l, c));
    else if (k === 'keyed_element') {
      const [key, colon, value] = l.children(c);
      elements.push(mk.mkKeyValueExpr(l.start(colon!), expr(l, key!), expr(l, value!)));
      nkeys++;
    }
  }
  const pos = l.start(i);
  return mk.mkCompositeLit(pos, t === null ? pos : t.start, l.end(i), t, elements, nkeys, l.end(i) - 1);
}

/** The expressions of an expression_list, as a ListExpr when there are several. */
export function exprList(l: Lowering, i: number): Expr {
  const list = l.children(i).filter((c) => l.kind(c) !== ',');
  return list.length === 1 ? expr(l, list[0]!) : mk.mkListExpr(list.map((c) => expr(l, c)));
}
