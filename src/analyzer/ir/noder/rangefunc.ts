/**
 * range over functions: the loop body becomes a function literal that is passed to the iterator.
 * Follows cmd/compile/internal/rangefunc/rewrite.go (Go 1.26).
 *
 * NOT-GO: gc edits the syntax tree. Here the rewritten statements lie in side tables that the reader asks: what stands
 * in for a loop, a break, a return; types and objects of the names made up for it.
 *
 * In the rewritten function
 * - `#stateN` is the loop's state, checked whenever the body is called or the iterator returns;
 * - `#next` tells why the body stopped: -1 for return, other negative numbers for labels, 2·depth for break,
 *   2·depth-1 for continue of an outer loop;
 * - `#defers` is the token that makes defer statements in the body belong to the whole function.
 */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import type { Info, TypeAndValue } from '../../types/info.ts';
import type { Obj } from '../../types/object.ts';
import { Var } from '../../types/object.ts';
import type { Package } from '../../types/package.ts';
import { BasicKind, Signature, Tuple, type Type } from '../../types/type.ts';
import { Typ, universeAnyType, universeBool } from '../../types/universe.ts';
import { coreType, unpackList } from './expr.ts';
import { hasRangeFunc, isRangeFunc, Loop } from './rangefuncloops.ts';
import { SyntaxMaker } from './rangefuncsyntax.ts';
import { walkStmts } from './walksyntax.ts';

/** internal/abi's RF_State. */
const RF = { done: 0, ready: 1, panic: 2, exhausted: 3, missingPanic: 4 } as const;

const perLoopStep = 2;

/** What the reader has to know of a function with range-over-func loops. */
export interface RangeFuncs {
  readonly types: ReadonlyMap<syntax.Expr, TypeAndValue>;
  readonly uses: ReadonlyMap<syntax.Name, Obj>;
  readonly defs: ReadonlyMap<syntax.Name, Obj>;
  readonly replaced: ReadonlyMap<syntax.Stmt, syntax.Stmt>;
  readonly bodyClosures: ReadonlySet<syntax.FuncLit>;
  readonly deferAt: ReadonlyMap<syntax.CallStmt, syntax.Expr>;
  /** Names that returned-through results get. */
  readonly resultNames: ReadonlyMap<Var, string>;
  /** Names that call functions of package runtime. */
  readonly helpers: ReadonlyMap<syntax.Name, RuntimeHelper>;
}

export type RuntimeHelper = 'panicrangestate' | 'deferrangefunc';

/** The rewrite of a function body and the literals in it; null when it has no range-over-func loop. */
export function rewriteRangeFuncs(
  pkg: Package,
  info: Info,
  file: syntax.File,
  body: syntax.BlockStmt | null,
  sig: Signature,
): RangeFuncs | null {
  if (body === null || !hasRangeFunc(info, body)) return null;
  const tables = new SyntaxMaker(pkg);
  new Rewriter(tables, info, file, body, sig).run();
  return tables;
}

const int: Type = Typ[BasicKind.Int]!;

class Rewriter {
  readonly t: SyntaxMaker;
  readonly info: Info;
  readonly file: syntax.File;
  readonly body: syntax.BlockStmt;
  readonly sig: Signature;
  readonly loops: Loop[] = [];
  private outerDecls: syntax.VarDecl[] = [];
  private nextVar: Var | null = null;
  private defers: Var | null = null;
  private stateCount = 0;
  private bodyCount = 0;
  private labelLoop: Map<string, syntax.ForStmt | null> | null = null;
  private readonly labelNext = new Map<string, number>();

  constructor(t: SyntaxMaker, info: Info, file: syntax.File, body: syntax.BlockStmt, sig: Signature) {
    this.t = t;
    this.info = info;
    this.file = file;
    this.body = body;
    this.sig = sig;
  }

  run(): void {
    this.visit(this.body.list);
  }

  private visit(list: readonly syntax.Stmt[]): void {
    walkStmts(list, {
      stmt: (s) => this.stmt(s),
      funcLit: (lit) => this.literal(lit),
    });
  }

  private literal(lit: syntax.FuncLit): void {
    const sig = this.info.types.get(lit)!.type as Signature;
    new Rewriter(this.t, this.info, this.file, lit.body, sig).run();
  }

  /** Rewrites s; returns whether the walk shall go into it. */
  private stmt(s: syntax.Stmt): boolean {
    if (isRangeFunc(this.info, s)) {
      this.rangeLoop(s);
      return false;
    }
    if (this.loops.length === 0) return true;
    switch (s.kind) {
      case 'BranchStmt':
        this.branch(s);
        return true;
      case 'CallStmt':
        if (s.tok === 'defer') this.defer(s);
        return true;
      case 'ReturnStmt':
        this.visitExprs(s);
        this.returns(s);
        return false;
      default:
        return true;
    }
  }

  /** Function literals among a return's results are functions of their own. */
  private visitExprs(s: syntax.Stmt): void {
    walkStmts([s], {
      stmt: () => true,
      funcLit: (lit) => this.literal(lit),
    });
  }

  private rangeLoop(s: syntax.ForStmt): void {
    const pos = s.pos;
    const name = `#state${++this.stateCount}`;
    const stateVar = this.t.newVar(pos, name, int);
    const stateDecl = this.t.declStmt(pos, [this.t.varDecl(pos, stateVar, this.t.intConst(pos, RF.ready))]);
    const loop = new Loop(s, stateVar, stateDecl, this.loops.length + 1);
    this.loops.push(loop);
    const clause = s.init as syntax.RangeClause;
    walkStmts([{ ...s, body: { ...s.body, list: [] } }], {
      stmt: () => true,
      funcLit: (lit) => this.literal(lit),
    });
    this.visit(s.body.list);
    this.endLoop(loop, clause);
    this.loops.pop();
  }

  private endLoop(loop: Loop, clause: syntax.RangeClause): void {
    const { t } = this;
    const start = loop.stmt.pos;
    const end = loop.stmt.body.rbrace;
    const rfunc = coreType(this.info.types.get(clause.x)!.type) as Signature;
    const ftyp = coreType(rfunc.params.vars[0]!.typ!) as Signature;
    const count = ++this.bodyCount;
    const closure = this.bodyFunc(loop, clause, ftyp, start, end);
    const yieldVar = t.newVar(0, `#yield${count}`, t.types.get(closure)!.type);
    const yieldDecl = t.declStmt(start, [t.varDecl(start, yieldVar, closure)]);
    const call = t.exprStmt(start, t.call(start, clause.x, [t.use(start, yieldVar)], null));
    const checks = this.checks(loop, end);
    const list: syntax.Stmt[] = [];
    if (this.loops.length === 1 && this.outerDecls.length > 0) list.push(t.declStmt(start, this.outerDecls));
    list.push(loop.stateDecl, yieldDecl, call);
    const panicked = t.compare(end, '==', t.use(end, loop.stateVar), t.intConst(end, RF.panic));
    list.push(t.ifStmt(end, panicked, [this.callPanic(end, t.intConst(end, RF.missingPanic))]));
    list.push(this.setState(loop, RF.exhausted, end), ...checks);
    if (this.loops.length === 1) {
      this.outerDecls = [];
      this.nextVar = null;
      this.defers = null;
    }
    t.replaced.set(loop.stmt, t.block(start, end, list));
  }

  private bodyFunc(loop: Loop, clause: syntax.RangeClause, ftyp: Signature, start: Pos, end: Pos): syntax.FuncLit {
    const { t } = this;
    const lhs = unpackList(clause.lhs);
    const list: syntax.Stmt[] = [];
    const params = ftyp.params.vars.map((p, i) => {
      const x = lhs[i];
      if (x !== undefined && clause.def) {
        const declared = this.info.defs.get(x as syntax.Name);
        if (declared?.kind === 'Var') return declared;
      }
      const param = t.newVar(start, `#p${i + 1}`, p.typ!);
      if (x !== undefined) list.push(t.assign(x.pos, x, t.use(x.pos, param)));
      return param;
    });
    const result = new Var('result', start, null, '#r', universeBool);
    const type = new Signature(null, new Tuple(params), new Tuple([result]), false);
    const tmpState = t.newVar(0, '#tmpState', int);
    // gc forgets to place this declaration.
    list.push(t.declStmt(0, [t.varDecl(0, tmpState, t.use(0, loop.stateVar))]));
    list.push(this.setState(loop, RF.panic, start));
    const notReady = t.compare(start, '!=', t.use(start, tmpState), t.intConst(start, RF.ready));
    list.push(t.ifStmt(start, notReady, [this.callPanic(start, t.use(start, tmpState))]));
    list.push(...loop.stmt.body.list);
    list.push(this.setState(loop, RF.ready, end), t.returnStmt(end, t.bool(0, true)));
    return t.funcLit(start, type, t.block(start, end, list));
  }

  private checks(loop: Loop, pos: Pos): syntax.Stmt[] {
    const { t } = this;
    const list: syntax.Stmt[] = [];
    const seen = new Set<number>();
    for (const { tok, label, next } of loop.checkBranch) {
      if (seen.has(next)) continue;
      seen.add(next);
      list.push(this.ifNext(pos, '==', next, true, [t.branch(pos, tok, label)]));
    }
    if (this.loops.length === 1) {
      if (loop.checkRet) list.push(this.ifNext(pos, '==', -1, false, [t.returnStmt(pos, null)]));
      return list;
    }
    const outer = this.loops[loop.depth - 2]!;
    const stop = (): syntax.Stmt[] => [this.setState(outer, RF.done, pos), t.returnStmt(pos, t.bool(pos, false))];
    if (loop.checkRet) list.push(this.ifNext(pos, '<', 0, false, stop()));
    const step = perLoopStep * (loop.depth - 1);
    list.push(this.ifNext(pos, '>', step, false, [this.callPanic(pos, t.intConst(pos, RF.done))]));
    if (loop.checkContinue) {
      const go = [this.setState(outer, RF.ready, pos), t.returnStmt(pos, t.bool(pos, true))];
      list.push(this.ifNext(pos, '==', step - 1, true, go));
    }
    if (loop.checkBreak) list.push(this.ifNext(pos, '==', step, true, stop()));
    if (loop.checkContinue || loop.checkBreak) list.push(this.ifNext(pos, '>', 0, false, stop()));
    return list;
  }

  private ifNext(pos: Pos, op: syntax.Operator, c: number, zero: boolean, then: syntax.Stmt[]): syntax.Stmt {
    const { t } = this;
    const list = zero ? [t.assign(pos, this.next(pos), t.intConst(pos, 0)), ...then] : then;
    return t.ifStmt(pos, t.compare(pos, op, this.next(pos), t.intConst(pos, c)), list);
  }

  private setState(loop: Loop, state: number, pos: Pos): syntax.Stmt {
    return this.t.assign(pos, this.t.use(pos, loop.stateVar), this.t.intConst(pos, state));
  }

  private callPanic(pos: Pos, arg: syntax.Expr): syntax.Stmt {
    return this.t.exprStmt(pos, this.t.helperCall(pos, 'panicrangestate', [arg], null));
  }

  private next(pos: Pos): syntax.Name {
    this.nextVar ??= this.outerVar('#next', int, null);
    return this.t.use(pos, this.nextVar);
  }

  /** A variable of the outermost loop's block. */
  private outerVar(name: string, type: Type, init: syntax.Expr | null): Var {
    const v = this.t.newVar(0, name, type);
    this.outerDecls.push(this.t.varDecl(this.loops[0]!.stmt.pos, v, init));
    return v;
  }

  private get innermost(): Loop {
    return this.loops[this.loops.length - 1]!;
  }

  private defer(s: syntax.CallStmt): void {
    const { t } = this;
    const pos = this.loops[0]!.stmt.pos;
    this.defers ??= this.outerVar('#defers', universeAnyType, t.helperCall(pos, 'deferrangefunc', [], universeAnyType));
    t.deferAt.set(s, t.use(s.pos, this.defers));
  }

  private returns(s: syntax.ReturnStmt): void {
    const { t } = this;
    const list: syntax.Stmt[] = [];
    if (s.results !== null) {
      const results = this.sig.results.vars;
      results.forEach((v, i) => {
        if (v.name === '' || v.name === '_') t.resultNames.set(v, `#rv${i + 1}`);
      });
      const places = results.map((v) => t.use(s.pos, v));
      list.push(t.assign(s.pos, t.list(s.pos, places), s.results));
    }
    for (const loop of this.loops) loop.checkRet = true;
    list.push(t.assign(s.pos, this.next(s.pos), t.intConst(s.pos, -1)));
    list.push(this.setState(this.innermost, RF.done, s.pos), t.returnStmt(s.pos, t.bool(s.pos, false)));
    t.replaced.set(s, t.block(s.pos, s.pos, list));
  }

  private branch(s: syntax.BranchStmt): void {
    if (s.tok === 'fallthrough') return;
    const target = this.file.branchTargets.get(s);
    const last = this.loops.length - 1;
    if (s.label === null && this.innermost.stmt !== target) return;
    let i = last;
    while (i >= 0 && this.loops[i]!.stmt !== target) i--;
    if (s.tok === 'goto' || i < 0) this.labelBranch(s);
    else if (i === last) this.leaveInnermost(s);
    else this.leaveOuter(s, i);
  }

  private leaveInnermost(s: syntax.BranchStmt): void {
    const { t } = this;
    const again = s.tok === 'continue';
    const list = [
      this.setState(this.innermost, again ? RF.ready : RF.done, s.pos),
      t.returnStmt(s.pos, t.bool(s.pos, again)),
    ];
    t.replaced.set(s, t.block(s.pos, s.pos, list));
  }

  /** break or continue of the i-th loop, from a loop inside it. */
  private leaveOuter(s: syntax.BranchStmt, i: number): void {
    let exitFrom = i + 1;
    if (s.tok === 'continue') this.loops[exitFrom]!.checkContinue = true;
    else {
      exitFrom = i;
      this.loops[exitFrom]!.checkBreak = true;
    }
    for (let j = exitFrom + 1; j < this.loops.length; j++) this.loops[j]!.checkBreak = true;
    this.stopWith(s, perLoopStep * (i + 1) - (s.tok === 'continue' ? 1 : 0));
  }

  /** goto, or break and continue of a loop that is no range-over-func loop. */
  private labelBranch(s: syntax.BranchStmt): void {
    const labelLoop = this.numberLabels();
    const label = s.label!.value;
    const target = labelLoop.get(label) ?? null;
    if (this.innermost.stmt === target) return;
    const base = this.labelNext.get(label)!;
    const next = s.tok === 'break' ? base : s.tok === 'continue' ? base + 1 : base + 2;
    let i = this.loops.length - 1;
    while (i >= 0 && this.loops[i]!.stmt !== target) i--;
    this.loops[i + 1]!.checkBranch.push({ tok: s.tok, label, next });
    for (let j = i + 2; j < this.loops.length; j++) this.loops[j]!.checkRet = true;
    this.stopWith(s, next);
  }

  private stopWith(s: syntax.BranchStmt, next: number): void {
    const { t } = this;
    const list = [
      t.assign(s.pos, this.next(s.pos), t.intConst(s.pos, next)),
      this.setState(this.innermost, RF.done, s.pos),
      t.returnStmt(s.pos, t.bool(s.pos, false)),
    ];
    t.replaced.set(s, t.block(s.pos, s.pos, list));
  }

  /** Three numbers for each label of the function, and the loop that it lies in. */
  private numberLabels(): Map<string, syntax.ForStmt | null> {
    if (this.labelLoop !== null) return this.labelLoop;
    const found = new Map<string, syntax.ForStmt | null>();
    this.labelLoop = found;
    let used = -1;
    const walk = (list: readonly syntax.Stmt[], around: syntax.ForStmt | null): void => {
      walkStmts(list, {
        stmt: (s) => {
          if (isRangeFunc(this.info, s)) {
            walk(s.body.list, s);
            return false;
          }
          if (s.kind === 'LabeledStmt') {
            used -= 3;
            this.labelNext.set(s.label.value, used);
            found.set(s.label.value, around);
          }
          return true;
        },
        funcLit: () => {},
      });
    };
    walk(this.body.list, null);
    return found;
  }
}
