/**
 * The result of checking an expression, before it is recorded. Follows types2/operand.go of Go 1.26.
 *
 * An operand is one mutable object that travels through the checker's functions; `mode` says which fields count.
 */
import type { Expr } from '../syntax/tree.ts';
import type { Value } from './constant.ts';
import type { BuiltinId } from './object.ts';
import type { Type } from './type.ts';

export type OperandMode =
  | 'invalid' // error was reported
  | 'novalue' // call without results
  | 'builtin' // built-in function, `id` says which
  | 'typexpr' // a type
  | 'constant' // `val` is the value
  | 'variable' // addressable
  | 'mapindex' // assignable but not addressable; also has the comma-ok form
  | 'value'
  | 'nilvalue' // untyped nil
  | 'commaok' // value, or value and bool
  | 'commaerr'; // value, or value and error

export class Operand {
  mode: OperandMode = 'invalid';
  expr: Expr | null = null;
  typ: Type | null = null;
  val: Value | null = null;
  id: BuiltinId | null = null;
}

/** Makes `x` the same operand as `y`. */
export function copyOperand(x: Operand, y: Operand): void {
  x.mode = y.mode;
  x.expr = y.expr;
  x.typ = y.typ;
  x.val = y.val;
  x.id = y.id;
}

export function cloneOperand(y: Operand): Operand {
  const x = new Operand();
  copyOperand(x, y);
  return x;
}
