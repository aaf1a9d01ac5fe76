/** Range clauses. Follows types2/range.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr, ForStmt, RangeClause } from '../syntax/tree.ts';
import { assignment, assignVar, initVar } from './assignments.ts';
import { arrayPtrDeref } from './builtins.ts';
import type { Checker } from './checker.ts';
import { makeInt64 } from './constant.ts';
import { declare } from './decl.ts';
import { openScope } from './environment.ts';
import { errorf, softErrorf } from './errors.ts';
import { expr, valueOperand } from './expr.ts';
import { sprintf } from './format.ts';
import { Var } from './object.ts';
import { Operand } from './operand.ts';
import { identical, isBoolean, isInteger, isString, isValid } from './predicates.ts';
import { record, recordDef } from './recording.ts';
import { stmt } from './stmt.ts';
import { BasicKind, type Signature, type Type } from './type.ts';
import { commonUnder, formatCause, typeErrorf, under } from './under.ts';
import { Typ, universeBool, universeRune } from './universe.ts';
import { allowVersion } from './version.ts';

export function rangeStmt(check: Checker, inner: number, s: ForStmt, clause: RangeClause): void {
  const lhs = clause.lhs?.kind === 'ListExpr' ? clause.lhs.elemList : clause.lhs ? [clause.lhs] : [];
  const sKey = lhs[0] ?? null;
  const sValue = lhs[1] ?? null;
  const x = new Operand();
  check.env.hasCallOrRecv = false;
  expr(check, null, x, clause.x);
  const onlyLength = !sValue && !check.env.hasCallOrRecv && check.conf.evaluatesRangedArrays !== true;
  if (x.mode !== 'invalid' && onlyLength) recordArrayLength(check, x, clause.x);

  const types = keyAndValue(check, x, sKey, sValue, lhs[2] ?? null);
  openScope(check, s, 'range');
  const rangeOverInt = x.typ !== null && isInteger(x.typ);
  if (clause.def) defineVars(check, s, x, [sKey, sValue], types, rangeOverInt);
  else if (sKey) assignVars(check, x, [sKey, sValue], types, rangeOverInt);
  else if (rangeOverInt) assignment(check, x, null, 'range clause'); // for range 10: an untyped number gets its type
  stmt(check, inner, s.body);
}

/** An array of which only the length counts is not evaluated: gc records it as that constant. */
function recordArrayLength(check: Checker, x: Operand, e: Expr): void {
  const t = arrayPtrDeref(under(x.typ!));
  if (t.kind !== 'Array') return;
  while (e.kind === 'ParenExpr') e = e.x;
  const before = check.info.types.get(e);
  if (before) check.info.rangeArrays.set(e, before);
  const len = new Operand();
  len.mode = 'constant';
  len.expr = e;
  len.typ = Typ[BasicKind.Int]!;
  len.val = makeInt64(t.len);
  record(check, len);
}

type Pair<T> = readonly [T | null, T | null];

/** Types of the iteration values; reports what cannot be ranged over, and variables that are too many. */
function keyAndValue(
  check: Checker,
  x: Operand,
  sKey: Expr | null,
  sValue: Expr | null,
  sExtra: Expr | null,
): Pair<Type> {
  if (x.mode === 'invalid') return [null, null];
  const { key, val, cause, ok } = rangeKeyVal(check, x.typ!);
  if (!ok) {
    if (cause === '') softErrorf(check, x, 'InvalidRangeExpr', texts.cannotRange, x);
    else softErrorf(check, x, 'InvalidRangeExpr', texts.cannotRangeCause, x, cause);
  } else if (!key && sKey) {
    softErrorf(check, sKey, 'InvalidIterVar', texts.rangeNoVars, x);
  } else if (!val && sValue) {
    softErrorf(check, sValue, 'InvalidIterVar', texts.rangeOneVar, x);
  } else if (sExtra) {
    softErrorf(check, sExtra, 'InvalidIterVar', texts.rangeTwoVars);
  }
  return [key, val];
}

function defineVars(
  check: Checker,
  s: ForStmt,
  x: Operand,
  lhs: Pair<Expr>,
  types: Pair<Type>,
  rangeOverInt: boolean,
): void {
  const vars: Var[] = [];
  for (let i = 0; i < 2; i++) {
    const e = lhs[i];
    if (!e) continue;
    let obj: Var;
    if (e.kind === 'Name') {
      obj = new Var('local', e.pos, check.pkg, e.value, null);
      recordDef(check, e, obj);
      if (e.value !== '_') vars.push(obj);
    } else {
      errorf(check, e, 'InvalidSyntaxTree', texts.cannotDeclare, e);
      obj = new Var('local', e.pos, check.pkg, '_', null);
    }
    const typ = types[i];
    if (!typ || !isValid(typ)) {
      obj.typ = Typ[BasicKind.Invalid]!;
      obj.used = true;
    } else if (rangeOverInt) {
      initVar(check, obj, x, 'range clause');
    } else {
      // There is no expression for the value: messages name the variable.
      initVar(check, obj, valueOperand(e, typ), 'assignment');
    }
  }
  if (vars.length === 0) {
    errorf(check, s, 'NoNewVar', texts.noNewVariables);
    return;
  }
  for (const obj of vars) declare(check, check.env.scope, null, obj, s.body.pos);
}

function assignVars(check: Checker, x: Operand, lhs: Pair<Expr>, types: Pair<Type>, rangeOverInt: boolean): void {
  for (let i = 0; i < 2; i++) {
    const e = lhs[i];
    const typ = types[i];
    if (!e || !typ || !isValid(typ)) continue;
    if (!rangeOverInt) {
      assignVar(check, e, null, valueOperand(e, typ), 'assignment');
      continue;
    }
    assignVar(check, e, null, x, 'range clause');
    // The variable's type becomes that of an untyped number: it must be able to count.
    if (x.mode !== 'invalid' && !isInteger(x.typ!)) {
      softErrorf(check, e, 'InvalidRangeExpr', texts.iterVarType, x.typ);
    }
  }
}

interface RangeTypes {
  readonly key: Type | null;
  readonly val: Type | null;
  readonly cause: string;
  readonly ok: boolean;
}

function bad(cause: string): RangeTypes {
  return { key: Typ[BasicKind.Invalid]!, val: Typ[BasicKind.Invalid]!, cause, ok: false };
}

function good(key: Type | null, val: Type | null): RangeTypes {
  return { key, val, cause: '', ok: true };
}

/** The types of the values that ranging over `orig` brings, null where there is none. */
function rangeKeyVal(check: Checker, orig: Type): RangeTypes {
  const [u, cause] = commonUnder(orig, (t, u) =>
    u?.kind === 'Chan' && u.dir === 'send' ? typeErrorf(texts.rangeSendOnly, t) : null,
  );
  if (!u) return bad(formatCause(check, cause));
  const t = arrayPtrDeref(u);
  switch (t.kind) {
    case 'Basic':
      if (isString(t)) return good(Typ[BasicKind.Int]!, universeRune);
      if (!isInteger(t)) break;
      return allowVersion(check, 'go1.22') ? good(orig, null) : bad(texts.rangeInt);
    case 'Array':
    case 'Slice':
      return good(Typ[BasicKind.Int]!, t.elem);
    case 'Map':
      return good(t.key, t.elem);
    case 'Chan':
      return good(t.elem, null);
    case 'Signature':
      return allowVersion(check, 'go1.23') ? rangeFunc(check, t) : bad(texts.rangeFunc);
    default:
      break;
  }
  return { key: null, val: null, cause: '', ok: false };
}

/** func(yield func(K, V) bool) */
function rangeFunc(check: Checker, t: Signature): RangeTypes {
  if (t.params.vars.length !== 1) return bad(texts.rangeArgCount);
  if (t.results.vars.length !== 0) return bad(texts.rangeResults);
  const [cb, cause] = commonUnder(t.params.vars[0]!.typ!, null);
  if (!cb) return bad(sprintf(check, texts.rangeYieldType, [formatCause(check, cause)]));
  if (cb.kind !== 'Signature') return bad(texts.rangeNotFunc);
  const params = cb.params.vars;
  if (params.length > 2) return bad(texts.rangeYieldParams);
  const results = cb.results.vars;
  if (results.length !== 1 || !identical(results[0]!.typ!, universeBool)) {
    return bad(results.length === 1 && isBoolean(results[0]!.typ!) ? texts.rangeYieldBool : texts.rangeYieldResult);
  }
  return good(params[0]?.typ ?? null, params[1]?.typ ?? null);
}
