/** Writing what is found into the side tables. Follows types2/recording.go of Go 1.26. */
import type { Pos } from '../base/pos.ts';
import type { CallExpr, Expr, Name, Node, SelectorExpr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import type { Value } from './constant.ts';
import { Selection, TypeAndValue } from './info.ts';
import { type Func, type Obj, Var } from './object.ts';
import type { Operand, OperandMode } from './operand.ts';
import { isUntyped } from './predicates.ts';
import type { Scope } from './scope.ts';
import { type Basic, emptyTuple, type Signature, Tuple, type Type } from './type.ts';

/** Records the operand's expression: for good if its type is final, else as untyped. */
export function record(check: Checker, x: Operand): void {
  const expr = x.expr!;
  switch (x.mode) {
    case 'invalid':
      return;
    case 'novalue':
      recordTypeAndValue(check, expr, x.mode, emptyTuple, null);
      return;
    default: {
      const typ = x.typ!;
      const val = x.mode === 'constant' ? x.val : null;
      if (isUntyped(typ)) check.untyped.set(expr, { isLhs: false, mode: x.mode, typ: typ as Basic, val });
      else recordTypeAndValue(check, expr, x.mode, typ, val);
    }
  }
}

/** At the end: expressions that nothing gave a type keep the untyped one. */
export function recordUntyped(check: Checker): void {
  for (const [x, info] of check.untyped) recordTypeAndValue(check, x, info.mode, info.typ, info.val);
}

export function recordTypeAndValue(check: Checker, x: Expr, mode: OperandMode, typ: Type, val: Value | null): void {
  if (mode !== 'invalid') check.info.types.set(x, new TypeAndValue(mode, typ, val));
}

/** The signature that a built-in has in this call, also for the parentheses around its name. */
export function recordBuiltinType(check: Checker, f: Expr, sig: Signature): void {
  for (;;) {
    recordTypeAndValue(check, f, 'builtin', sig, null);
    if (f.kind !== 'ParenExpr') return;
    f = f.x;
  }
}

/** `v, ok = x`: the type of x becomes a pair. */
export function recordCommaOkTypes(check: Checker, x: Expr, t0: Type, t1: Type): void {
  for (;;) {
    const tv = check.info.types.get(x);
    if (!tv) return;
    check.info.types.set(x, new TypeAndValue(tv.mode, pair(check, x.pos, t0, t1), tv.value));
    if (x.kind !== 'ParenExpr') return;
    x = x.x;
  }
}

function pair(check: Checker, pos: Pos, t0: Type, t1: Type): Tuple {
  return new Tuple([new Var('local', pos, check.pkg, '', t0), new Var('local', pos, check.pkg, '', t1)]);
}

export function recordInstance(check: Checker, expr: Expr, targs: readonly Type[], typ: Type): void {
  const ident = instantiatedIdent(expr);
  if (ident) check.info.instances.set(ident, { typeArgs: targs, type: typ });
}

/** The name that is instantiated in `x`, `p.x`, `x[…]`. */
function instantiatedIdent(expr: Expr): Name | null {
  let e = expr;
  while (e.kind === 'ParenExpr') e = e.x;
  if (e.kind === 'IndexExpr') e = e.x;
  while (e.kind === 'ParenExpr') e = e.x;
  if (e.kind === 'Name') return e;
  return e.kind === 'SelectorExpr' ? e.sel : null;
}

export function recordDef(check: Checker, id: Name, obj: Obj | null): void {
  check.info.defs.set(id, obj);
}

export function recordUse(check: Checker, id: Name, obj: Obj): void {
  check.info.uses.set(id, obj);
}

export function recordImplicit(check: Checker, node: Node, obj: Obj): void {
  check.info.implicits.set(node, obj);
}

export function recordSelection(
  check: Checker,
  x: SelectorExpr,
  kind: Selection['kind'],
  recv: Type,
  obj: Var | Func,
  index: readonly number[],
  indirect: boolean,
): void {
  recordUse(check, x.sel, obj);
  check.info.selections.set(x, new Selection(kind, recv, obj, index, indirect));
}

export function recordScope(check: Checker, node: Node, scope: Scope): void {
  check.info.scopes.set(node, scope);
}

export function recordPanic(check: Checker, call: CallExpr): void {
  check.info.panics.add(call);
}
