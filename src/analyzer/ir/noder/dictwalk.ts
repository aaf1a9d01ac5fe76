/**
 * Statements for dictwriter.ts, in the order of noder/writer.go (Go 1.26).
 * What can never run is left out, as it is from the IR.
 */
import type * as syntax from '../../syntax/tree.ts';
import { BasicKind, type Signature, type Type } from '../../types/type.ts';
import { under } from '../../types/under.ts';
import { Typ, universeRune } from '../../types/universe.ts';
import * as ty from '../type.ts';
import { expr } from './dictexpr.ts';
import type { DictWriter } from './dictwriter.ts';
import { coreType, unpackList, unparen } from './expr.ts';
import { staticBool, terminates } from './prune.ts';
import { assigneeType } from './stmt.ts';
import { commonCaseType, constantSwitch } from './switch.ts';

export function walkBody(w: DictWriter, sig: Signature, body: syntax.BlockStmt): void {
  new Walk(w, sig).stmts(body.list);
}

class Walk {
  private readonly w: DictWriter;
  private readonly sig: Signature;

  constructor(w: DictWriter, sig: Signature) {
    this.w = w;
    this.sig = sig;
  }

  stmts(list: readonly syntax.Stmt[]): void {
    const { c } = this.w;
    const lastLabel = list.findLastIndex((stmt) => stmt.kind === 'LabeledStmt');
    let dead = false;
    list.forEach((stmt0, i) => {
      const stmt = c.rewritten(stmt0);
      if (dead && i > lastLabel && stmt.kind !== 'LabeledStmt') return;
      this.stmt(stmt);
      dead = terminates(c, stmt);
    });
  }

  private opt(stmt: syntax.Stmt | null): void {
    if (stmt !== null) this.stmts([stmt]);
  }

  private stmt(stmt: syntax.Stmt): void {
    const { w } = this;
    switch (stmt.kind) {
      case 'EmptyStmt':
      case 'BranchStmt':
      case 'RangeClause':
        return;
      case 'AssignStmt':
        this.assignStmt(stmt);
        return;
      case 'BlockStmt':
        this.stmts(stmt.list);
        return;
      case 'CallStmt':
        this.callStmt(stmt);
        return;
      case 'DeclStmt':
        for (const decl of stmt.declList) {
          if (decl.kind === 'VarDecl') this.assign(decl.nameList, unpackList(decl.values));
        }
        return;
      case 'ExprStmt':
        expr(w, stmt.x);
        return;
      case 'ForStmt':
        this.forStmt(stmt);
        return;
      case 'IfStmt':
        this.ifStmt(stmt);
        return;
      case 'LabeledStmt':
        this.stmt(w.c.rewritten(stmt.stmt));
        return;
      case 'ReturnStmt':
        w.multi((i) => this.sig.results.vars[i]!.typ!, unpackList(stmt.results));
        return;
      case 'SelectStmt':
        this.selectStmt(stmt);
        return;
      case 'SendStmt':
        this.sendStmt(stmt);
        return;
      case 'SwitchStmt':
        this.switchStmt(stmt);
        return;
    }
  }

  private assignStmt(stmt: syntax.AssignStmt): void {
    const { w } = this;
    if (stmt.rhs !== null && (stmt.op === '' || stmt.op === ':')) {
      this.assign(unpackList(stmt.lhs), unpackList(stmt.rhs));
      return;
    }
    expr(w, stmt.lhs);
    const shift = stmt.op === '<<' || stmt.op === '>>';
    if (stmt.rhs !== null) w.convert(shift ? null : w.c.rawType(stmt.lhs), stmt.rhs);
  }

  private assign(lhs: readonly syntax.Expr[], rhs: readonly syntax.Expr[]): void {
    for (const e of lhs) this.assignee(e);
    this.w.multi((i) => assigneeType(this.w.c, lhs[i]!), rhs);
  }

  private assignee(e0: syntax.Expr): void {
    const { w } = this;
    const e = unparen(e0);
    if (e.kind === 'Name') {
      if (e.value === '_') return;
      const obj = w.c.def(e);
      if (obj?.kind === 'Var') {
        w.local(obj);
        return;
      }
    }
    expr(w, e);
  }

  private callStmt(stmt: syntax.CallStmt): void {
    const { w } = this;
    expr(w, stmt.call);
    const at = stmt.tok === 'defer' ? w.c.rangeFuncs?.deferAt.get(stmt) : undefined;
    if (at !== undefined) expr(w, at);
  }

  private forStmt(stmt: syntax.ForStmt): void {
    const { w } = this;
    if (stmt.init?.kind === 'RangeClause') {
      this.rangeClause(stmt.init);
      this.stmts(stmt.body.list);
      return;
    }
    const always = stmt.cond === null ? null : staticBool(w.c, stmt.cond);
    this.opt(stmt.init);
    if (always !== null) expr(w, always.cond);
    if (always !== null && always.value < 0) return;
    this.opt(stmt.post);
    this.stmts(stmt.body.list);
  }

  private rangeClause(clause: syntax.RangeClause): void {
    const { w } = this;
    const lhs = unpackList(clause.lhs);
    for (const e of lhs) this.assignee(e);
    expr(w, clause.x);
    const x = w.c.rawType(clause.x);
    if (coreType(x)?.kind === 'Map') w.rtype(x);
    rangeTypes(x).forEach((src, i) => {
      const dst = i < lhs.length ? assigneeType(w.c, lhs[i]!) : null;
      if (dst !== null) w.convRTTI(src, dst);
    });
  }

  private ifStmt(stmt: syntax.IfStmt): void {
    const { value, cond } = staticBool(this.w.c, stmt.cond);
    this.opt(stmt.init);
    expr(this.w, cond);
    if (value >= 0) this.stmts(stmt.then.list);
    if (value <= 0) this.opt(stmt.else);
  }

  private selectStmt(stmt: syntax.SelectStmt): void {
    for (const clause of stmt.body) {
      this.opt(clause.comm);
      this.stmts(clause.body);
    }
  }

  private sendStmt(stmt: syntax.SendStmt): void {
    const chan = coreType(this.w.c.rawType(stmt.chan));
    expr(this.w, stmt.chan);
    this.w.convert(chan?.kind === 'Chan' ? chan.elem : null, stmt.value);
  }

  private switchStmt(stmt: syntax.SwitchStmt): void {
    this.opt(stmt.init);
    if (stmt.tag?.kind === 'TypeSwitchGuard') this.typeSwitch(stmt, stmt.tag);
    else this.valueSwitch(stmt);
  }

  private typeSwitch(stmt: syntax.SwitchStmt, guard: syntax.TypeSwitchGuard): void {
    const { w } = this;
    const iface = w.c.rawType(guard.x);
    expr(w, guard.x);
    for (const clause of stmt.body) {
      for (const e of unpackList(clause.cases)) if (w.c.tv(e)?.mode !== 'nilvalue') w.exprType(iface, e);
      const obj = w.c.info.implicits.get(clause);
      if (obj?.kind === 'Var') w.local(obj);
      this.stmts(clause.body);
    }
  }

  private valueSwitch(stmt: syntax.SwitchStmt): void {
    const { w } = this;
    const fixed = constantSwitch(w.c, stmt);
    const tag = fixed === null ? stmt.tag : null;
    const body = fixed ?? stmt.body.map((clause) => ({ clause, cases: unpackList(clause.cases) }));
    const tagType = tag === null ? Typ[BasicKind.Bool]! : w.c.rawType(tag);
    const isChan = under(tagType).kind === 'Chan';
    const common = isChan ? tagType : commonCaseType(w.c, tagType, body);
    if (tag !== null) w.convert(common, tag);
    for (const { clause, cases } of body) {
      for (const e of cases) w.convert(isChan ? null : common, e);
      this.stmts(clause.body);
    }
  }
}

/** Types of what ranging over an x brings. */
function rangeTypes(x: Type): Type[] {
  const core = coreType(x)!;
  const u = core.kind === 'Pointer' ? under(core.base) : core;
  switch (u.kind) {
    case 'Basic':
      return ty.isString(u) ? [Typ[BasicKind.Int]!, universeRune] : [x];
    case 'Array':
    case 'Slice':
      return [Typ[BasicKind.Int]!, u.elem];
    case 'Map':
      return [u.key, u.elem];
    case 'Chan':
      return [u.elem];
    case 'Signature':
      return (coreType(u.params.vars[0]!.typ!) as Signature).params.vars.map((v) => v.typ!);
    default:
      return [];
  }
}
