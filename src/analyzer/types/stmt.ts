/**
 * Statements and function bodies. Follows types2/stmt.go of Go 1.26.
 *
 * A body is checked after the declarations around it. `ctxt` says which branch statements are allowed where we are.
 * What a statement postpones runs at its end, so that its types are complete then.
 */
import { texts } from '../base/texts/types.ts';
import type {
  AssignStmt,
  BlockStmt,
  BranchStmt,
  CallStmt,
  CommClause,
  Expr,
  ExprStmt,
  ForStmt,
  IfStmt,
  ReturnStmt,
  SelectStmt,
  SendStmt,
  SimpleStmt,
  Stmt,
} from '../syntax/tree.ts';
import { assignment, assignVar, assignVars, initVars, shortVarDecl } from './assignments.ts';
import { type Checker, type DeclInfo, Environment } from './checker.ts';
import type { Value } from './constant.ts';
import { closeScope, lookup, openScope, processDelayed } from './environment.ts';
import { errorf, newError, positionString, softErrorf } from './errors.ts';
import { expr, rawExpr } from './expr.ts';
import { labels } from './labels.ts';
import { declStmt } from './localdecl.ts';
import type { Var } from './object.ts';
import { Operand } from './operand.ts';
import { binary, chanElem } from './operation.ts';
import { allBoolean, allNumeric } from './predicates.ts';
import { rangeStmt } from './range.ts';
import { isTerminating } from './return.ts';
import type { Scope } from './scope.ts';
import { switchStmt } from './switch.ts';
import type { Signature } from './type.ts';
import { use } from './use.ts';
import { unpackListExpr, unparen } from './util.ts';

export function funcBody(
  check: Checker,
  decl: DeclInfo | null,
  sig: Signature,
  body: BlockStmt,
  iota: Value | null,
): void {
  const saved = check.env;
  const env = new Environment(sig.scope!, saved.version);
  env.decl = decl;
  env.iota = iota;
  env.sig = sig;
  check.env = env;
  stmtList(check, 0, body.list);
  if (env.hasLabel && !check.conf.ignoreBranchErrors) labels(check, body);
  if (sig.results.vars.length > 0 && !isTerminating(check, body, '')) {
    errorf(check, body.rbrace, 'MissingReturn', texts.missingReturn);
  }
  usage(check, sig.scope!);
  check.env = saved;
}

/** Reports unused variables of a function, those of its function literals excepted. */
function usage(check: Checker, scope: Scope): void {
  if (scope.elems) {
    let unused: Var[] | null = null;
    for (const v of scope.elems.values()) {
      if (v.kind === 'Var' && v.varKind === 'local' && !v.used) (unused ??= []).push(v);
    }
    if (unused) {
      unused.sort((a, b) => a.pos - b.pos);
      for (const v of unused) softErrorf(check, v.pos, 'UnusedVar', texts.unusedVariable, v.name);
    }
  }
  for (const child of scope.children) if (!child.isFunc) usage(check, child);
}

// ---- statement contexts, as bits
const breakOk = 1;
const continueOk = 2;
export const fallthroughOk = 4;
export const finalSwitchCase = 8;
export const inTypeSwitch = 16;

function simpleStmt(check: Checker, s: SimpleStmt | null): void {
  if (s) stmt(check, 0, s);
}

export function stmtList(check: Checker, ctxt: number, list: readonly Stmt[]): void {
  const inner = ctxt & ~fallthroughOk;
  // Empty statements at the end do not count: fallthrough may stand before them.
  let n = list.length;
  while (n > 0 && list[n - 1]!.kind === 'EmptyStmt') n--;
  for (let i = 0; i < n; i++) {
    stmt(check, (ctxt & fallthroughOk) !== 0 && i + 1 === n ? inner | fallthroughOk : inner, list[i]!);
  }
}

export function stmt(check: Checker, ctxt: number, s: Stmt): void {
  const top = check.delayed.length;
  const { scope } = check.env;
  stmt1(check, ctxt, s);
  check.env.scope = scope;
  processDelayed(check, top);
}

function stmt1(check: Checker, ctxt: number, s: Stmt): void {
  const inner = ctxt & ~(fallthroughOk | finalSwitchCase | inTypeSwitch);
  switch (s.kind) {
    case 'EmptyStmt':
      return;
    case 'DeclStmt':
      declStmt(check, s);
      return;
    case 'LabeledStmt':
      check.env.hasLabel = true;
      stmt(check, ctxt, s.stmt);
      return;
    case 'ExprStmt':
      exprStmt(check, s);
      return;
    case 'SendStmt':
      sendStmt(check, s);
      return;
    case 'AssignStmt':
      assignStmt(check, s);
      return;
    case 'CallStmt':
      suspendedCall(check, s);
      return;
    case 'ReturnStmt':
      returnStmt(check, s);
      return;
    case 'BranchStmt':
      branchStmt(check, ctxt, s);
      return;
    case 'BlockStmt':
      openScope(check, s, 'block');
      stmtList(check, inner, s.list);
      return;
    case 'IfStmt':
      ifStmt(check, inner, s);
      return;
    case 'SwitchStmt':
      openScope(check, s, 'switch');
      simpleStmt(check, s.init);
      switchStmt(check, inner | breakOk, s);
      return;
    case 'SelectStmt':
      selectStmt(check, inner | breakOk, s);
      return;
    case 'ForStmt':
      forStmt(check, inner | breakOk | continueOk, s);
      return;
    default:
      errorf(check, s, 'InvalidSyntaxTree', 'invalid statement');
  }
}

function exprStmt(check: Checker, s: ExprStmt): void {
  const x = new Operand();
  const kind = rawExpr(check, null, x, s.x, null, false);
  switch (x.mode) {
    case 'builtin':
      errorf(check, x, 'UncalledBuiltin', texts.mustBeCalled, x);
      return;
    case 'typexpr':
      errorf(check, x, 'NotAnExpr', texts.notAnExpression, x);
      return;
    default:
      if (kind !== 'statement') errorf(check, x, 'UnusedExpr', texts.statementNotUsed, x);
  }
}

function sendStmt(check: Checker, s: SendStmt): void {
  const ch = new Operand();
  const val = new Operand();
  expr(check, null, ch, s.chan);
  expr(check, null, val, s.value);
  if (ch.mode === 'invalid' || val.mode === 'invalid') return;
  const elem = chanElem(check, s, ch, false);
  if (elem) assignment(check, val, elem, 'send');
}

function assignStmt(check: Checker, s: AssignStmt): void {
  if (!s.rhs) {
    incDecStmt(check, s);
    return;
  }
  const lhs = unpackListExpr(s.lhs);
  const rhs = unpackListExpr(s.rhs);
  if (s.op === '') {
    assignVars(check, lhs, rhs);
    return;
  }
  if (s.op === ':') {
    shortVarDecl(check, s.pos, lhs, rhs);
    return;
  }
  if (lhs.length !== 1 || rhs.length !== 1) {
    errorf(check, s, 'MultiValAssignOp', texts.assignOpSingle, s.op);
    return;
  }
  const x = new Operand();
  binary(check, x, null, lhs[0]!, rhs[0]!, s.op);
  assignVar(check, lhs[0]!, null, x, 'assignment');
}

/** `x++`, `x--` */
function incDecStmt(check: Checker, s: AssignStmt): void {
  const x = new Operand();
  expr(check, null, x, s.lhs);
  if (x.mode === 'invalid') return;
  if (!allNumeric(x.typ!)) {
    errorf(check, s.lhs, 'NonNumericIncDec', texts.nonNumericIncDec, s.lhs, s.op, s.op, x.typ);
    return;
  }
  assignVar(check, s.lhs, null, x, 'assignment');
}

/** `go f()`, `defer f()` */
function suspendedCall(check: Checker, s: CallStmt): void {
  const { tok, call } = s;
  const code = tok === 'go' ? 'InvalidGo' : 'InvalidDefer';
  if (call.kind !== 'CallExpr') {
    errorf(check, call, code, texts.mustBeCall, tok);
    use(check, [call]);
    return;
  }
  const x = new Operand();
  const kind = rawExpr(check, null, x, call, null, false);
  if (kind === 'conversion') errorf(check, x, code, texts.suspendedCall, tok, texts.callNotConversion, x);
  else if (kind === 'expression') errorf(check, x, 'UnusedResults', texts.suspendedCall, tok, texts.discardsResult, x);
}

function returnStmt(check: Checker, s: ReturnStmt): void {
  const res = check.env.sig!.results.vars;
  const results = unpackListExpr(s.results);
  if (results.length > 0 || res.length === 0 || res[0]!.name === '') {
    if (results.length > 0 || res.length > 0) initVars(check, res, results, s);
    return;
  }
  // Named results must mean here what they mean at the top.
  for (const obj of res) {
    const alt = lookup(check, obj.name);
    if (!alt || alt === obj) continue;
    const err = newError(check, 'OutOfScopeResult');
    err.addf(s, texts.resultNotInScope, obj.name);
    err.addf(alt, texts.innerDeclaration, obj);
    err.report();
  }
}

function branchStmt(check: Checker, ctxt: number, s: BranchStmt): void {
  if (s.label) {
    check.env.hasLabel = true; // checked by labels.ts
    return;
  }
  if (check.conf.ignoreBranchErrors) return;
  switch (s.tok) {
    case 'break':
      if ((ctxt & breakOk) === 0) errorf(check, s, 'MisplacedBreak', texts.breakOutside);
      return;
    case 'continue':
      if ((ctxt & continueOk) === 0) errorf(check, s, 'MisplacedContinue', texts.continueOutside);
      return;
    case 'fallthrough':
      if ((ctxt & fallthroughOk) === 0) {
        const text =
          (ctxt & finalSwitchCase) !== 0
            ? texts.fallthroughFinal
            : (ctxt & inTypeSwitch) !== 0
              ? texts.fallthroughTypeSwitch
              : texts.fallthroughMisplaced;
        errorf(check, s, 'MisplacedFallthrough', text);
      }
      return;
    default:
      errorf(check, s, 'InvalidSyntaxTree', texts.branchStatement, s.tok);
  }
}

function condition(check: Checker, cond: Expr, text: string): void {
  const x = new Operand();
  expr(check, null, x, cond);
  if (x.mode !== 'invalid' && !allBoolean(x.typ!)) errorf(check, cond, 'InvalidCond', text);
}

function ifStmt(check: Checker, inner: number, s: IfStmt): void {
  openScope(check, s, 'if');
  simpleStmt(check, s.init);
  condition(check, s.cond, texts.nonBooleanIf);
  stmt(check, inner, s.then);
  if (s.else) stmt(check, inner, s.else);
}

function forStmt(check: Checker, inner: number, s: ForStmt): void {
  if (s.init?.kind === 'RangeClause') {
    rangeStmt(check, inner, s, s.init);
    return;
  }
  openScope(check, s, 'for');
  simpleStmt(check, s.init);
  if (s.cond) condition(check, s.cond, texts.nonBooleanFor);
  simpleStmt(check, s.post);
  // A declaration there was a syntax error; its variables should not be reported as unused too.
  if (s.post?.kind === 'AssignStmt' && s.post.op === ':') use(check, [s.post.lhs]);
  stmt(check, inner, s.body);
}

/** Reports a second default clause. */
export function multipleDefaults(
  check: Checker,
  list: readonly { readonly pos: number }[],
  isDefault: (i: number) => boolean,
): void {
  let first: { readonly pos: number } | null = null;
  for (let i = 0; i < list.length; i++) {
    if (!isDefault(i)) continue;
    const c = list[i]!;
    if (first) errorf(check, c.pos, 'DuplicateDefault', texts.multipleDefaults, positionString(check, first.pos));
    else first = c;
  }
}

function selectStmt(check: Checker, inner: number, s: SelectStmt): void {
  multipleDefaults(check, s.body, (i) => s.body[i]!.comm === null);
  for (const clause of s.body) {
    if (clause.comm && !isCommunication(clause)) {
      errorf(check, clause.comm, 'InvalidSelectCase', texts.selectCase);
      continue;
    }
    openScope(check, clause, 'case');
    if (clause.comm) stmt(check, inner, clause.comm);
    stmtList(check, inner, clause.body);
    closeScope(check);
  }
}

/** A send, or a receive whose value may be assigned. */
function isCommunication(clause: CommClause): boolean {
  const s = clause.comm!;
  let rhs: Expr | null = null;
  if (s.kind === 'SendStmt') return true;
  if (s.kind === 'AssignStmt') rhs = s.rhs;
  else if (s.kind === 'ExprStmt') rhs = s.x;
  if (!rhs || rhs.kind === 'ListExpr') return false;
  const x = unparen(rhs);
  return x.kind === 'Operation' && x.op === '<-' && !x.y;
}
