/**
 * Statements. Follows noder/writer.go and noder/reader.go (stmt1) with typecheck/stmt.go (Go 1.26).
 *
 * Plain blocks dissolve into the list around them; what cannot run is left out (prune.ts).
 */
import type * as syntax from '../../syntax/tree.ts';
import { makeInt64, toComplex, toFloat } from '../../types/constant.ts';
import type { Var } from '../../types/object.ts';
import type { Chan, Type } from '../../types/type.ts';
import { BasicKind } from '../../types/type.ts';
import { Typ } from '../../types/universe.ts';
import type { Expr } from '../expr.ts';
import { newBasicLit } from '../expr.ts';
import type { Name } from '../name.ts';
import { newLocal, newName } from '../name.ts';
import type { Node } from '../node.ts';
import type { AssignOp, BranchOp } from '../op.ts';
import * as st from '../stmt.ts';
import * as ty from '../type.ts';
import { multiExpr } from './call.ts';
import type { Checked } from './checked.ts';
import { implicitConvExpr } from './conv.ts';
import { binaryOps, coreType, expr, unpackList, unparen } from './expr.ts';
import { goDeferStmt } from './godefer.ts';
import { forStmt } from './loop.ts';
import { staticBool, terminates } from './prune.ts';
import type { Reader } from './reader.ts';
import { selectStmt } from './select.ts';
import { switchStmt } from './switch.ts';

export function stmts(r: Reader, list: readonly syntax.Stmt[]): Node[] {
  const out: Node[] = [];
  let lastLabel = -1;
  for (let i = list.length - 1; i >= 0 && lastLabel < 0; i--) if (list[i]!.kind === 'LabeledStmt') lastLabel = i;
  let dead = false;
  list.forEach((stmt0, i) => {
    const stmt = r.rewritten(stmt0);
    if (dead && i > lastLabel && stmt.kind !== 'LabeledStmt') return;
    stmt1(r, stmt, out);
    dead = terminates(r, stmt);
  });
  return out;
}

/** At most one statement, as a list of what it becomes. */
export function stmtList(r: Reader, stmt: syntax.Stmt | null): Node[] {
  return stmt === null ? [] : stmts(r, [stmt]);
}

/** One node for a list of statements; null for none. */
export function block(list: Node[]): Node | null {
  if (list.length === 0) return null;
  return list.length === 1 ? list[0]! : st.newBlock(list[0]!.pos, list);
}

const branchOps: Record<syntax.BranchStmt['tok'], BranchOp> = {
  break: 'OBREAK',
  continue: 'OCONTINUE',
  fallthrough: 'OFALL',
  goto: 'OGOTO',
};

function stmt1(r: Reader, stmt: syntax.Stmt, out: Node[]): void {
  switch (stmt.kind) {
    case 'EmptyStmt':
      return;
    case 'AssignStmt':
      assignStmt(r, stmt, out);
      return;
    case 'BlockStmt':
      out.push(...stmts(r, stmt.list));
      return;
    case 'BranchStmt':
      if (stmt.tok === 'goto') r.fn.hasGoto = true;
      out.push(st.newBranch(stmt.pos, branchOps[stmt.tok], stmt.label?.value ?? null));
      return;
    case 'CallStmt':
      out.push(goDeferStmt(r, stmt));
      return;
    case 'DeclStmt':
      for (const decl of stmt.declList) {
        if (decl.kind === 'VarDecl') assign(r, decl.pos, decl.nameList, unpackList(decl.values), out);
      }
      return;
    case 'ExprStmt':
      out.push(expr(r, stmt.x));
      return;
    case 'ForStmt':
      pushOpt(out, forStmt(r, stmt, labelBefore(out)));
      return;
    case 'IfStmt':
      pushOpt(out, ifStmt(r, stmt));
      return;
    case 'LabeledStmt':
      labeledStmt(r, stmt, out);
      return;
    case 'ReturnStmt':
      returnStmt(r, stmt, out);
      return;
    case 'SelectStmt':
      out.push(selectStmt(r, stmt, labelBefore(out)));
      return;
    case 'SendStmt':
      out.push(sendStmt(r, stmt));
      return;
    case 'SwitchStmt':
      out.push(switchStmt(r, stmt, labelBefore(out)));
      return;
    case 'RangeClause':
      r.unsupported(stmt.pos, 'range clause outside a for statement');
  }
}

function pushOpt(out: Node[], n: Node | null): void {
  if (n !== null) out.push(n);
}

function labelBefore(out: readonly Node[]): string | null {
  const last = out[out.length - 1];
  return last?.op === 'OLABEL' ? last.label : null;
}

function labeledStmt(r: Reader, stmt: syntax.LabeledStmt, out: Node[]): void {
  if (stmt.label.value === '_') out.push(st.newBlock(stmt.pos, []));
  else out.push(st.newLabel(stmt.pos, stmt.label.value));
  stmt1(r, r.rewritten(stmt.stmt), out);
}

function sendStmt(r: Reader, stmt: syntax.SendStmt): Node {
  const chan = expr(r, stmt.chan);
  const elem = (coreType(r.rawType(stmt.chan)) as Chan).elem;
  return st.newSend(stmt.pos, chan, implicitConvExpr(r, elem, stmt.value));
}

function returnStmt(r: Reader, stmt: syntax.ReturnStmt, out: Node[]): void {
  const { vars } = r.sig.results;
  out.push(
    st.newReturn(
      stmt.pos,
      multiExpr(r, stmt.pos, (i) => vars[i]!.typ!, unpackList(stmt.results)),
    ),
  );
}

function ifStmt(r: Reader, stmt: syntax.IfStmt): Node | null {
  const { value, cond: condition } = staticBool(r, stmt.cond);
  const init = stmtList(r, stmt.init);
  const cond = expr(r, condition);
  const then = value >= 0 ? stmts(r, stmt.then.list) : [];
  const els = value <= 0 ? stmtList(r, stmt.else) : [];
  if (value === 0) {
    const n = st.newIf(stmt.pos, cond, then, els);
    if (init.length > 0) n.init = init;
    return n;
  }
  if (cond.op !== 'OLITERAL') init.push(st.newAssign(stmt.pos, blankName(r), cond));
  return block([...init, ...then, ...els]);
}

/** The left side `_`. */
export function blankName(r: Reader): Name {
  return newName(0, { pkg: r.noder.local, name: '_' }, Typ[BasicKind.Invalid]!, 'PEXTERN');
}

function assignStmt(r: Reader, stmt: syntax.AssignStmt, out: Node[]): void {
  if (stmt.rhs !== null && (stmt.op === '' || stmt.op === ':')) {
    assign(r, stmt.pos, unpackList(stmt.lhs), unpackList(stmt.rhs), out);
    return;
  }
  const op = binaryOps[stmt.op as syntax.Operator] as AssignOp;
  const x = markAssigned(expr(r, stmt.lhs));
  if (stmt.rhs === null) {
    out.push(st.newAssignOp(stmt.pos, op, x, one(stmt.pos, x.type), true));
    return;
  }
  const dst = op === 'OLSH' || op === 'ORSH' ? null : r.rawType(stmt.lhs);
  out.push(st.newAssignOp(stmt.pos, op, x, implicitConvExpr(r, dst, stmt.rhs), false));
}

function one(pos: number, type: Type): Expr {
  const int = makeInt64(1);
  const val = ty.isFloat(type) ? toFloat(int) : ty.isComplex(type) ? toComplex(int) : int;
  return newBasicLit(pos, type, val);
}

/** A place that is written to. */
export function markAssigned(x: Expr): Expr {
  if (x.op === 'OINDEXMAP') x.assigned = true;
  return x;
}

/** One left side of an assignment; variables that it declares enter `names`. */
function assignee(r: Reader, e0: syntax.Expr, names: Name[]): Expr {
  const e = unparen(e0);
  if (e.kind === 'Name') {
    if (e.value === '_') return blankName(r);
    const obj = r.def(e);
    if (obj?.kind === 'Var') {
      const name = declareLocal(r, obj);
      names.push(name);
      return name;
    }
  }
  return markAssigned(expr(r, e));
}

export function declareLocal(r: Reader, obj: Var): Name {
  r.basePos = obj.pos;
  const name = newLocal(r.fn, obj.pos, { pkg: obj.pkg ?? r.noder.local, name: obj.name }, r.typ(obj.typ!));
  r.addLocal(obj, name);
  return name;
}

export function assignees(r: Reader, lhs: readonly syntax.Expr[]): { places: Expr[]; names: Name[] } {
  const names: Name[] = [];
  return { places: lhs.map((e) => assignee(r, e, names)), names };
}

/** The checker's type of a left side; null where any type will do. */
export function assigneeType(c: Checked, e0: syntax.Expr): Type | null {
  const e = unparen(e0);
  if (e.kind !== 'Name') return c.rawType(e);
  if (e.value === '_') return null;
  const obj = c.def(e) ?? c.use(e);
  return obj?.typ ?? null;
}

function assign(r: Reader, pos: number, lhs: readonly syntax.Expr[], rhs: readonly syntax.Expr[], out: Node[]): void {
  const { places, names } = assignees(r, lhs);
  const values = multiExpr(r, pos, (i) => assigneeType(r, lhs[i]!), rhs);
  if (values.length === 0) {
    for (const name of names) {
      const as = st.newAssign(pos, name, null);
      as.init = [st.newDecl(pos, name)];
      out.push(as);
    }
    return;
  }
  const as =
    places.length === 1 && values.length === 1
      ? st.newAssign(pos, places[0]!, values[0]!)
      : st.newAssignList(pos, 'OAS2', places, values);
  as.def = initDefn(as, names);
  out.push(as);
}

/** Makes n the definition of the names that it declares. */
export function initDefn(n: Node, names: readonly Name[]): boolean {
  if (names.length === 0) return false;
  n.init = names.map((name) => {
    name.defn = n;
    return st.newDecl(name.pos, name);
  });
  return true;
}
