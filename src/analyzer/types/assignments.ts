/** Initialization and assignment. Follows types2/assignments.go of Go 1.26. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import { exprString } from '../syntax/printer.ts';
import type { Expr, Stmt } from '../syntax/tree.ts';
import { assignableTo } from './assignable.ts';
import { assignError, returnError } from './assignerrors.ts';
import { exprList } from './call.ts';
import type { Checker } from './checker.ts';
import { declare } from './decl.ts';
import { processDelayed } from './environment.ts';
import { type Cause, errorf, softErrorf } from './errors.ts';
import { expr, multiExpr, newTarget, singleValue } from './expr.ts';
import { sprintf } from './format.ts';
import { isNewer } from './newer.ts';
import { type Const, Var } from './object.ts';
import { Operand } from './operand.ts';
import { defaultType, isNonTypeParamInterface, isUntyped, isValid } from './predicates.ts';
import { recordCommaOkTypes, recordDef, recordUse } from './recording.ts';
import { BasicKind, type Type } from './type.ts';
import { under } from './under.ts';
import { universeInvalid } from './universe.ts';
import { adopt, implicitTypeAndValue } from './untyped.ts';
import { localVar, use, useLHS } from './use.ts';
import { unparen } from './util.ts';

/**
 * Checks that x can go to a place of type T and gives untyped x its type; T null stands for a place that takes any
 * type. `context` says in messages what kind of place it is.
 */
export function assignment(check: Checker, x: Operand, T: Type | null, context: string): void {
  singleValue(check, x);
  switch (x.mode) {
    case 'invalid':
      return;
    case 'novalue':
    case 'builtin':
    case 'typexpr':
      errorf(check, x, 'IncompatibleAssign', texts.cannotAssignIn, x, T, context);
      x.mode = 'invalid';
      return;
    default:
      break;
  }
  if (isUntyped(x.typ!) && !assignUntyped(check, x, T, context)) return;

  const sig = x.typ!.kind === 'Basic' ? null : under(x.typ!);
  if (sig?.kind === 'Signature' && sig.tparams.length > 0) {
    errorf(check, x, 'WrongTypeArgCount', texts.genericFuncInContext, x, context);
    x.mode = 'invalid';
    return;
  }
  if (!T || x.typ === T) return;
  const cause: Cause = { text: '' };
  const res = assignableTo(check, x, T, cause);
  if (res.ok) return;
  if (cause.text === '') errorf(check, x, res.code, texts.cannotUse, x, T, context);
  else errorf(check, x, res.code, texts.cannotUseCause, x, T, context, cause.text);
  x.mode = 'invalid';
}

function assignUntyped(check: Checker, x: Operand, T: Type | null, context: string): boolean {
  let target = T;
  if (x.mode === 'nilvalue') {
    if (!T) {
      errorf(check, x, 'UntypedNilUse', texts.untypedNil, context);
      x.mode = 'invalid';
      return false;
    }
  } else if (!T || isNonTypeParamInterface(T)) {
    target = defaultType(x.typ!);
  }
  const res = implicitTypeAndValue(check, x, target!);
  if (res.code === '') {
    adopt(check, x, res);
    return true;
  }
  let msg = sprintf(check, texts.cannotUse, [x, target, context]);
  let code = 'IncompatibleAssign';
  if (res.code === 'TruncatedFloat' || res.code === 'NumericOverflow') {
    code = res.code;
    msg += code === 'TruncatedFloat' ? ' (truncated)' : ' (overflows)';
  }
  errorf(check, x, code, '%s', msg);
  x.mode = 'invalid';
  return false;
}

export function initConst(check: Checker, lhs: Const, x: Operand): void {
  if (x.mode === 'invalid' || !isValid(x.typ!) || (lhs.typ && !isValid(lhs.typ))) {
    lhs.typ ??= universeInvalid;
    return;
  }
  if (x.mode !== 'constant') {
    errorf(check, x, 'InvalidConstInit', texts.notConstant, x);
    lhs.typ ??= universeInvalid;
    return;
  }
  lhs.typ ??= x.typ;
  assignment(check, x, lhs.typ, 'constant declaration');
  if ((x.mode as string) !== 'invalid') lhs.val = x.val;
}

/** Initializes a variable, which takes the type of x if it has none. Makes x invalid after an error. */
export function initVar(check: Checker, lhs: Var, x: Operand, context: string): void {
  if (x.mode === 'invalid' || !isValid(x.typ!) || (lhs.typ && !isValid(lhs.typ))) {
    lhs.typ ??= universeInvalid;
    x.mode = 'invalid';
    return;
  }
  if (!lhs.typ) {
    let typ = x.typ!;
    if (isUntyped(typ)) {
      if (typ.kind === 'Basic' && typ.basic === BasicKind.UntypedNil) {
        errorf(check, x, 'UntypedNilUse', texts.untypedNil, context);
        lhs.typ = universeInvalid;
        x.mode = 'invalid';
        return;
      }
      typ = defaultType(typ);
    }
    lhs.typ = typ;
  }
  assignment(check, x, lhs.typ, context);
}

/** The type of a left-hand side: null for the blank identifier, invalid after an error. */
function lhsVar(check: Checker, lhs: Expr): Type | null {
  const e = unparen(lhs);
  const ident = e.kind === 'Name' ? e : null;
  if (ident?.value === '_') {
    recordDef(check, ident, null);
    return null;
  }
  // An assignment is no use of the variable.
  const v = ident ? localVar(check, ident.value) : null;
  const used = v?.used ?? false;
  const x = new Operand();
  expr(check, null, x, lhs);
  if (v) v.used = used;
  if (x.mode === 'invalid' || !isValid(x.typ!)) return universeInvalid;
  if (x.mode === 'variable' || x.mode === 'mapindex') return x.typ;

  if (x.expr!.kind === 'SelectorExpr') {
    const op = new Operand();
    expr(check, null, op, x.expr!.x);
    if (op.mode === 'mapindex') {
      errorf(check, x, 'UnaddressableFieldAssign', texts.assignStructFieldInMap, exprString(x.expr!));
      return universeInvalid;
    }
  }
  errorf(check, x, 'UnassignableOperand', texts.notAssignable, x.expr);
  return universeInvalid;
}

/** `lhs = rhs`; the value may be given as checked operand x instead of rhs. */
export function assignVar(check: Checker, lhs: Expr, rhs: Expr | null, x: Operand | null, context: string): void {
  const T = lhsVar(check, lhs);
  if (T && !isValid(T)) {
    if (x) x.mode = 'invalid';
    else use(check, [rhs]);
    return;
  }
  if (!x) {
    x = new Operand();
    const target = T && under(T).kind === 'Signature' ? newTarget(T, exprString(lhs)) : null;
    expr(check, target, x, rhs!);
  }
  if (!T && context === 'assignment') context = 'assignment to _ identifier';
  assignment(check, x, T, context);
}

function isCallExpr(e: Expr): boolean {
  return unparen(e).kind === 'CallExpr';
}

function invalidateUntyped(lhs: readonly Var[]): void {
  for (const v of lhs) v.typ ??= universeInvalid;
}

/** Initializes variables, or the results of a function if `returnStmt` is given. */
export function initVars(check: Checker, lhs: readonly Var[], origRhs: readonly Expr[], returnStmt: Stmt | null): void {
  const l = lhs.length;
  const context = returnStmt ? 'return statement' : assignmentContext(check, l);
  if (l === origRhs.length && !(l === 1 && isCallExpr(origRhs[0]!))) {
    const x = new Operand();
    for (let i = 0; i < l; i++) {
      const v = lhs[i]!;
      const desc = returnStmt && v.name === '' ? 'result variable' : v.name;
      expr(check, newTarget(v.typ, desc), x, origRhs[i]!);
      initVar(check, v, x, context);
    }
    return;
  }
  // Several values that do not match in number: say so only if they are all valid.
  if (origRhs.length !== 1) {
    if (use(check, origRhs)) {
      if (returnStmt) returnError(check, returnStmt, lhs, exprList(check, origRhs));
      else assignError(check, origRhs, l, origRhs.length);
    }
    invalidateUntyped(lhs);
    return;
  }
  const rhs0 = origRhs[0]!;
  const { list: rhs, commaOk } = multiExpr(check, rhs0, l === 2 && !returnStmt);
  if (l === rhs.length) {
    for (let i = 0; i < l; i++) initVar(check, lhs[i]!, rhs[i]!, context);
    recordCommaOk(check, rhs0, rhs, commaOk);
    return;
  }
  if (rhs[0]!.mode !== 'invalid') {
    if (returnStmt) returnError(check, returnStmt, lhs, rhs);
    else assignError(check, origRhs, l, rhs.length);
  }
  invalidateUntyped(lhs);
}

function recordCommaOk(check: Checker, e: Expr, list: readonly Operand[], commaOk: boolean): void {
  if (!commaOk) return;
  const [a, b] = list;
  if (a!.mode !== 'invalid' && b!.mode !== 'invalid') recordCommaOkTypes(check, e, a!.typ!, b!.typ!);
}

/** How messages call an assignment of so many values. */
function assignmentContext(check: Checker, count: number): string {
  return count > 1 && isNewer(check) ? 'multiple assignment' : 'assignment';
}

export function assignVars(check: Checker, lhs: readonly Expr[], origRhs: readonly Expr[]): void {
  const l = lhs.length;
  const context = assignmentContext(check, l);
  if (l === origRhs.length && !(l === 1 && isCallExpr(origRhs[0]!))) {
    for (let i = 0; i < l; i++) assignVar(check, lhs[i]!, origRhs[i]!, null, context);
    return;
  }
  if (origRhs.length !== 1) {
    const okLHS = useLHS(check, lhs);
    const okRHS = use(check, origRhs);
    if (okLHS && okRHS) assignError(check, origRhs, l, origRhs.length);
    return;
  }
  const rhs0 = origRhs[0]!;
  const { list: rhs, commaOk } = multiExpr(check, rhs0, l === 2);
  if (l === rhs.length) {
    for (let i = 0; i < l; i++) assignVar(check, lhs[i]!, null, rhs[i]!, context);
    recordCommaOk(check, rhs0, rhs, commaOk);
    return;
  }
  if (rhs[0]!.mode !== 'invalid') assignError(check, origRhs, l, rhs.length);
  useLHS(check, lhs);
}

/** `lhs := rhs` */
export function shortVarDecl(check: Checker, pos: Pos, lhs: readonly Expr[], rhs: readonly Expr[]): void {
  const top = check.delayed.length;
  const { scope } = check.env;
  const seen = new Set<string>();
  const lhsVars: Var[] = [];
  const newVars: Var[] = [];
  let hasErr = false;
  for (const e of lhs) {
    const v = defineVar(check, e, seen, newVars);
    if (!v) hasErr = true;
    // A made-up variable takes the value of a left-hand side in error.
    lhsVars.push(v ?? new Var('local', e.pos, check.pkg, '_', null));
  }
  initVars(check, lhsVars, rhs, null);
  // Function literals on the right do not see the new variables.
  processDelayed(check, top);
  if (newVars.length === 0 && !hasErr) {
    softErrorf(check, pos, 'NoNewVar', texts.noNewVariables);
    return;
  }
  const scopePos = rhs[rhs.length - 1]!.end;
  for (const obj of newVars) declare(check, scope, null, obj, scopePos);
}

/** The variable, new or old, that one name of a definition means; null after an error. */
function defineVar(check: Checker, e: Expr, seen: Set<string>, newVars: Var[]): Var | null {
  if (e.kind !== 'Name') {
    useLHS(check, [e]);
    errorf(check, e, 'BadDecl', texts.nonNameDefine, e);
    return null;
  }
  const name = e.value;
  if (name !== '_') {
    if (seen.has(name)) {
      errorf(check, e, 'RepeatedDecl', texts.repeatedDefine, e);
      return null;
    }
    seen.add(name);
  }
  const alt = check.env.scope.lookup(name);
  if (alt) {
    recordUse(check, e, alt);
    if (alt.kind === 'Var') return alt;
    errorf(check, e, 'UnassignableOperand', texts.cannotAssignTo, e);
    return null;
  }
  const obj = new Var('local', e.pos, check.pkg, name, null);
  if (name !== '_') newVars.push(obj);
  recordDef(check, e, obj);
  return obj;
}
