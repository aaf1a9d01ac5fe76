/** Switch statements over values and over types. Follows types2/stmt.go of Go 1.26. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { CaseClause, Expr, SwitchStmt, TypeSwitchGuard } from '../syntax/tree.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { comparison } from './comparison.ts';
import { float64Val, int64Val, makeBool, uint64Val, type Value } from './constant.ts';
import { declare } from './decl.ts';
import { closeScope, lookup, openScope } from './environment.ts';
import { errorf, newError, softErrorf } from './errors.ts';
import { expr, typeAssertion } from './expr.ts';
import { sprintf } from './format.ts';
import { Var } from './object.ts';
import { cloneOperand, Operand } from './operand.ts';
import { comparable, hasNil, identical, isInterface, isTypeParam, isValid } from './predicates.ts';
import { recordDef, recordImplicit } from './recording.ts';
import { fallthroughOk, finalSwitchCase, inTypeSwitch, multipleDefaults, stmtList } from './stmt.ts';
import { BasicKind, type Type } from './type.ts';
import { varType } from './typexpr.ts';
import { Typ } from './universe.ts';
import { convertUntyped } from './untyped.ts';
import { makeName, unpackListExpr, unparen } from './util.ts';

export function switchStmt(check: Checker, inner: number, s: SwitchStmt): void {
  if (s.tag?.kind === 'TypeSwitchGuard') typeSwitchStmt(check, inner | inTypeSwitch, s, s.tag);
  else exprSwitchStmt(check, inner, s);
}

/** Values seen in earlier cases, by what they have in common with equal ones. */
type ValueMap = Map<string, { readonly pos: Pos; readonly typ: Type }[]>;

function exprSwitchStmt(check: Checker, inner: number, s: SwitchStmt): void {
  const x = new Operand();
  if (s.tag) {
    expr(check, null, x, s.tag);
    // Gives an untyped tag its type; a bare nil is reported.
    assignment(check, x, null, 'switch expression');
    if (x.mode !== 'invalid' && !comparable(x.typ!) && !hasNil(x.typ!)) {
      errorf(check, x, 'InvalidExprSwitch', texts.cannotSwitch, x, x.typ);
      x.mode = 'invalid';
    }
  } else {
    x.mode = 'constant';
    x.typ = Typ[BasicKind.Bool]!;
    x.val = makeBool(true);
    x.expr = makeName(s.body[0]?.pos ?? s.rbrace, 'true');
  }
  multipleDefaults(check, s.body, (i) => s.body[i]!.cases === null);
  const seen: ValueMap = new Map();
  for (let i = 0; i < s.body.length; i++) {
    const clause = s.body[i]!;
    const ctxt = inner | (i + 1 < s.body.length ? fallthroughOk : finalSwitchCase);
    caseValues(check, x, unpackListExpr(clause.cases), seen);
    openScope(check, clause, 'case');
    stmtList(check, ctxt, clause.body);
    closeScope(check);
  }
}

function caseValues(check: Checker, x: Operand, values: readonly Expr[], seen: ValueMap): void {
  for (const e of values) {
    const v = new Operand();
    expr(check, null, v, e);
    if (x.mode === 'invalid' || v.mode === 'invalid') continue;
    convertUntyped(check, v, x.typ!);
    if ((v.mode as string) === 'invalid') continue;
    // The order matters for the message: case value first.
    const res = cloneOperand(v);
    comparison(check, res, x, '==', true);
    if (res.mode === 'invalid' || v.mode !== 'constant') continue;
    checkDuplicate(check, v, seen);
  }
}

function checkDuplicate(check: Checker, v: Operand, seen: ValueMap): void {
  const key = goVal(v.val!);
  if (key === '') return;
  const list = seen.get(key) ?? [];
  for (const vt of list) {
    if (!identical(v.typ!, vt.typ)) continue;
    const err = newError(check, 'DuplicateCase');
    err.addf(v, texts.duplicateCase, v);
    err.addf(vt.pos, texts.previousCase);
    err.report();
    return;
  }
  list.push({ pos: v.expr!.pos, typ: v.typ! });
  seen.set(key, list);
}

/** A text that equal values share; '' for values that are not looked at (booleans, for instance, may repeat). */
function goVal(val: Value): string {
  switch (val.kind) {
    case 'Int': {
      const n = int64Val(val) ?? uint64Val(val);
      return n === undefined ? '' : `i${n}`;
    }
    case 'Float':
      return `f${float64Val(val)}`;
    case 'String':
      return `s${val.val}`;
    default:
      return '';
  }
}

function typeSwitchStmt(check: Checker, inner: number, s: SwitchStmt, guard: TypeSwitchGuard): void {
  let { lhs } = guard;
  if (lhs) {
    if (lhs.value === '_') {
      softErrorf(check, lhs, 'NoNewVar', texts.noNewVariable);
      lhs = null;
    } else {
      recordDef(check, lhs, null); // each clause declares a variable of its own
    }
  }
  const sx = typeSwitchOperand(check, guard.x);
  multipleDefaults(check, s.body, (i) => s.body[i]!.cases === null);
  const lhsVars: Var[] = [];
  const seen: SeenType[] = [];
  for (const clause of s.body) {
    const T = caseTypes(check, sx, unpackListExpr(clause.cases), seen);
    openScope(check, clause, 'case');
    if (lhs) lhsVars.push(declareCaseVar(check, clause, lhs.pos, lhs.value, T));
    stmtList(check, inner, clause.body);
    closeScope(check);
  }
  if (!lhs) return;
  const used = lhsVars.some((v) => v.used);
  for (const v of lhsVars) v.used = true; // one message for all of them, here
  if (!used) softErrorf(check, lhs, 'UnusedVar', texts.unusedSwitchVariable, lhs.value);
}

function declareCaseVar(check: Checker, clause: CaseClause, pos: Pos, name: string, T: Type): Var {
  const obj = new Var('local', pos, check.pkg, name, T);
  declare(check, check.env.scope, null, obj, clause.colon);
  recordImplicit(check, clause, obj);
  return obj;
}

/** The value whose dynamic type is switched on, or null after an error. */
function typeSwitchOperand(check: Checker, e: Expr): Operand | null {
  const x = new Operand();
  expr(check, null, x, e);
  if (x.mode === 'invalid') return null;
  if (isTypeParam(x.typ!)) {
    errorf(check, x, 'InvalidTypeSwitch', texts.switchTypeParam, x);
    return null;
  }
  if (isInterface(x.typ!)) return x;
  errorf(check, x, 'InvalidTypeSwitch', texts.notAnInterface, x);
  return null;
}

/** A type of an earlier case; null stands for nil. */
interface SeenType {
  readonly typ: Type | null;
  readonly expr: Expr;
}

/** Checks the types of a case; returns that of the clause's variable. */
function caseTypes(check: Checker, x: Operand | null, types: readonly Expr[], seen: SeenType[]): Type {
  let T: Type | null = null;
  for (const e of types) {
    if (isNilName(check, e)) {
      T = null;
      expr(check, null, new Operand(), e); // for the record
    } else {
      T = varType(check, e);
      if (!isValid(T)) continue;
    }
    if (isDuplicateType(check, e, T, seen)) continue;
    seen.push({ typ: T, expr: e });
    if (x && T) typeAssertion(check, e, x, T, true);
  }
  // Only a clause with exactly one type gives the variable that type.
  if (types.length === 1 && T) return T;
  return x ? x.typ! : Typ[BasicKind.Invalid]!;
}

function isDuplicateType(check: Checker, e: Expr, T: Type | null, seen: readonly SeenType[]): boolean {
  for (const other of seen) {
    const same = T && other.typ ? identical(T, other.typ) : !T && !other.typ;
    if (!same) continue;
    const err = newError(check, 'DuplicateCase');
    err.addf(e, texts.duplicateTypeCase, T ? sprintf(check, '%s', [T]) : 'nil');
    err.addf(other.expr, texts.previousCase);
    err.report();
    return true;
  }
  return false;
}

/** Reports whether e is the predeclared nil. */
function isNilName(check: Checker, e: Expr): boolean {
  const name = unparen(e);
  return name.kind === 'Name' && lookup(check, name.value)?.kind === 'Nil';
}
