/**
 * Literals in place of variables that always hold them: `n := 10; make([]int, n)` is `make([]int, 10)`, and
 * `x := 42; fmt.Println(x)` converts 42. It can keep an allocation off the heap and shows in the printed text.
 * As in gc this edits the IR: a make's size and a conversion's operand, nothing else; doing it twice changes nothing.
 * Follows rewriteWithLiterals in escape/utils.go (Go 1.25 on).
 */
import type { ConvExpr, Expr, MakeExpr } from '../ir/expr.ts';
import { newBasicLit } from '../ir/expr.ts';
import type { Func } from '../ir/func.ts';
import type { ConstValue, Type } from '../ir/type.ts';
import { isBoolean, isComplex, isFloat, isInteger, isInterface, isString } from '../ir/type.ts';
import { makeInt64, sign } from '../types/constant.ts';
import type { Batch } from './escape.ts';
import type { Location } from './graph.ts';

export function rewriteWithLiterals(b: Batch, loc: Location): void {
  const { n, curfn } = loc;
  if (n === null || curfn === null || !b.pass.switches.literalRewrite) return;
  if (n.op === 'OMAKESLICE') rewriteMake(b, curfn, n);
  else if (n.op === 'OCONVIFACE') rewriteConversion(b, curfn, n);
}

function rewriteMake(b: Batch, fn: Func, n: MakeExpr): void {
  const size = n.cap ?? n.len!;
  if (size.op === 'OLITERAL') return;
  const literal = sizeLiteral(b, fn, n, size);
  if (literal === null) return;
  if (n.cap !== null) n.cap = literal;
  else n.len = literal;
}

function sizeLiteral(b: Batch, fn: Func, n: MakeExpr, size: Expr): Expr | null {
  const oracle = b.pass.oracles.of(fn);
  const value = oracle.staticValue(size);
  if (value.op === 'OLITERAL') {
    return value.val.kind === 'Int' && sign(value.val) >= 0 ? newBasicLit(n.pos, size.type, value.val) : null;
  }
  if (value.op !== 'OLEN' || !b.pass.switches.literalLen) return null;
  const slice = oracle.staticValue(value.x);
  return slice.op === 'OSLICELIT' ? newBasicLit(n.pos, value.type, makeInt64(slice.len)) : null;
}

function rewriteConversion(b: Batch, fn: Func, n: ConvExpr): void {
  if (n.x.op === 'OLITERAL' || isInterface(n.x.type)) return;
  const value = b.pass.oracles.of(fn).staticValue(n.x);
  if (value.op === 'OLITERAL' && validForConst(n.x.type, value.val)) n.x = newBasicLit(n.pos, n.x.type, value.val);
}

/** Whether a constant of type `t` can have the value. */
function validForConst(t: Type, v: ConstValue): boolean {
  switch (v.kind) {
    case 'Unknown':
      return false;
    case 'Bool':
      return isBoolean(t);
    case 'String':
      return isString(t);
    case 'Int':
      return isInteger(t);
    case 'Float':
      return isFloat(t);
    case 'Complex':
      return isComplex(t);
  }
}
