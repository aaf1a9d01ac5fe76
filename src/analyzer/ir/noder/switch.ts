/** switch and type switch. Follows switchStmt of noder/writer.go and noder/reader.go (Go 1.26). */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { boolVal, compare, makeBool, type Value } from '../../types/constant.ts';
import type { Var } from '../../types/object.ts';
import { BasicKind, type Type } from '../../types/type.ts';
import { under } from '../../types/under.ts';
import { emptyInterface, Typ } from '../../types/universe.ts';
import type { Expr } from '../expr.ts';
import { newNil } from '../expr.ts';
import { newLocal } from '../name.ts';
import type { Node } from '../node.ts';
import * as st from '../stmt.ts';
import * as ty from '../type.ts';
import type { Checked } from './checked.ts';
import { implicitConvExpr, isAssignable } from './conv.ts';
import { exprType, rtype } from './dynamictype.ts';
import { expr, unpackList } from './expr.ts';
import { hasFallthrough } from './prune.ts';
import type { Reader } from './reader.ts';
import { block, stmtList, stmts } from './stmt.ts';

export function switchStmt(r: Reader, stmt: syntax.SwitchStmt, label: string | null): Node {
  const init = block(stmtList(r, stmt.init));
  const n = stmt.tag?.kind === 'TypeSwitchGuard' ? typeSwitch(r, stmt, stmt.tag, label) : valueSwitch(r, stmt, label);
  if (init !== null) n.init = [init];
  return n;
}

function typeSwitch(r: Reader, stmt: syntax.SwitchStmt, guard: syntax.TypeSwitchGuard, label: string | null): Node {
  const iface = r.rawType(guard.x);
  const x = expr(r, guard.x);
  const tag = st.newTypeSwitchGuard(guard.pos, guard.lhs?.value ?? null, x);
  const clauses = stmt.body.map((clause) => {
    const exprs = unpackList(clause.cases);
    const cases = exprs.map((e): Expr => {
      if (r.tv(e)?.mode === 'nilvalue') return newNil(0, Typ[BasicKind.UntypedNil]!);
      return exprType(r, iface, e);
    });
    const n = st.newCase(clause.pos, cases, []);
    const obj = r.info.implicits.get(clause);
    if (obj?.kind === 'Var') n.var = clauseVar(r, obj, tag, clause, exprs);
    n.body = stmts(r, clause.body);
    return n;
  });
  return st.newSwitch(stmt.pos, tag, clauses, label);
}

function clauseVar(
  r: Reader,
  obj: Var,
  tag: st.TypeSwitchGuard,
  clause: syntax.CaseClause,
  exprs: readonly syntax.Expr[],
) {
  const last = exprs[exprs.length - 1];
  const pos = last === undefined ? clause.pos : typeExprEndPos(last);
  const name = newLocal(r.fn, pos, { pkg: obj.pkg ?? r.noder.local, name: obj.name }, r.typ(obj.typ!));
  r.addLocal(obj, name);
  name.defn = tag;
  return name;
}

/** Where gc thinks that a type expression ends: at the last name or bracket word in it. */
function typeExprEndPos(e0: syntax.Expr): Pos {
  let e = e0;
  for (;;) {
    switch (e.kind) {
      case 'SelectorExpr':
        return e.x.pos;
      case 'ParenExpr':
      case 'Operation':
        e = e.x;
        break;
      case 'ArrayType':
      case 'SliceType':
      case 'ChanType':
      case 'DotsType':
        e = e.elem;
        break;
      case 'MapType':
        e = e.value;
        break;
      case 'InterfaceType': {
        const last = e.methodList[e.methodList.length - 1];
        if (last === undefined) return e.pos;
        e = last.type;
        break;
      }
      case 'FuncType': {
        const last = e.resultList[e.resultList.length - 1] ?? e.paramList[e.paramList.length - 1];
        if (last === undefined) return e.pos;
        e = last.type;
        break;
      }
      case 'IndexExpr': {
        const targs = unpackList(e.index);
        e = targs[targs.length - 1]!;
        break;
      }
      default:
        return e.pos;
    }
  }
}

function valueSwitch(r: Reader, stmt: syntax.SwitchStmt, label: string | null): Node {
  const fixed = constantSwitch(r, stmt);
  const tag = fixed === null ? stmt.tag : null;
  const body: readonly Clause[] = fixed ?? stmt.body.map((clause) => ({ clause, cases: unpackList(clause.cases) }));
  const rawTag = tag === null ? Typ[BasicKind.Bool]! : r.rawType(tag);
  const isChan = under(rawTag).kind === 'Chan';
  const common = isChan ? rawTag : commonCaseType(r, rawTag, body);
  const x = tag === null ? null : implicitConvExpr(r, common, tag);
  const clauses = body.map(({ clause, cases }) => {
    const list = cases.map((e) => implicitConvExpr(r, isChan ? null : common, e));
    const n = st.newCase(clause.pos, list, stmts(r, clause.body));
    if (tag === null && common === emptyInterface) {
      n.rtypes = list.map((x) => rtype(r, x.pos, Typ[BasicKind.Bool]!));
    }
    return n;
  });
  return st.newSwitch(stmt.pos, x, clauses, label);
}

export interface Clause {
  readonly clause: syntax.CaseClause;
  readonly cases: readonly syntax.Expr[];
}

/** All comparisons have one type: the tag's, or `interface {}` when some case does not fit it. */
export function commonCaseType(c: Checked, tag: Type, body: readonly Clause[]): Type {
  for (const { cases } of body) {
    for (const e of cases) {
      const type = c.rawType(e);
      if (!isAssignable(type, tag) && (ty.isInterface(type) || ty.isInterface(tag))) return emptyInterface;
    }
  }
  return tag;
}

/** A switch on a constant with constant cases: the one clause that runs, as default; null when it is not that simple. */
export function constantSwitch(c: Checked, stmt: syntax.SwitchStmt): readonly Clause[] | null {
  const value: Value | null = stmt.tag === null ? makeBool(true) : (c.tv(stmt.tag)?.value ?? null);
  if (value === null) return null;
  let target: syntax.CaseClause | null = null;
  search: for (const clause of stmt.body) {
    if (clause.cases === null) target = clause;
    for (const e of unpackList(clause.cases)) {
      const other = c.tv(e)?.value ?? null;
      if (other === null) return null;
      if (equal(value, other)) {
        target = clause;
        break search;
      }
    }
  }
  if (target === null) return [];
  return hasFallthrough(target.body) ? null : [{ clause: target, cases: [] }];
}

function equal(x: Value, y: Value): boolean {
  return x.kind === 'Bool' && y.kind === 'Bool' ? boolVal(x) === boolVal(y) : compare(x, '==', y);
}
