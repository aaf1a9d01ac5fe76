/**
 * Variables of each iteration: a loop variable that may outlive its iteration gets a copy there.
 * Follows cmd/compile/internal/loopvar (Go 1.26).
 *
 * Only variables whose address is taken or that a closure captures are concerned, unless that happens in a return
 * statement of the loop. A range variable is assigned from a temporary at the start of the body; a three-clause loop
 * runs on an outer variable that is copied in and out.
 */
import { makeBool } from '../types/constant.ts';
import { BasicKind } from '../types/type.ts';
import { Typ } from '../types/universe.ts';
import type { Expr } from './expr.ts';
import { newBasicLit, newUnary } from './expr.ts';
import type { Func } from './func.ts';
import type { Name } from './name.ts';
import { canonical, isBlank } from './name.ts';
import type { Node } from './node.ts';
import { newTemp } from './noder/reader.ts';
import type { AssignStmt, BranchStmt, ForStmt, RangeStmt } from './stmt.ts';
import * as st from './stmt.ts';
import type { Pkg } from './sym.ts';
import { anyChild, outerValue } from './visit.ts';

/** Rewrites the loops of fn; returns whether there was anything to do. */
export function forCapture(fn: Func, local: Pkg): boolean {
  if (!fn.hasIterationVars) return false;
  const pass = new ForCapture(fn, local);
  pass.scan(fn);
  if (!pass.transformed) return false;
  pass.moveDecls(fn);
  return true;
}

class ForCapture {
  readonly fn: Func;
  readonly local: Pkg;
  transformed = false;
  /** Loop variables in scope so far, with whether one must be copied. */
  private readonly leaked = new Map<Name, boolean>();
  /** The assignment that takes over a variable's declaration. */
  private readonly dclFixups = new Map<Name, AssignStmt>();
  private loopDepth = 0;
  private returnInLoopDepth = 0;
  private seq = 1;

  constructor(fn: Func, local: Pkg) {
    this.fn = fn;
    this.local = local;
  }

  /** Always false: the shape that anyChild wants. */
  readonly scan = (n: Node): boolean => {
    switch (n.op) {
      case 'OCLOSURE':
        if (this.returnInLoopDepth < this.loopDepth) for (const cv of n.func.closureVars) this.mark(canonical(cv));
        break;
      case 'OADDR':
      case 'OPTRLIT':
        if (this.returnInLoopDepth < this.loopDepth) this.markExpr(outerValue(n.x));
        break;
      case 'ORETURN': {
        const saved = this.returnInLoopDepth;
        this.returnInLoopDepth = this.loopDepth;
        anyChild(n, this.scan);
        this.returnInLoopDepth = saved;
        return false;
      }
      case 'ORANGE':
        if (n.def && n.distinctVars) this.rangeLoop(n);
        else anyChild(n, this.scan);
        n.distinctVars = false;
        return false;
      case 'OFOR':
        if (!n.distinctVars) break;
        this.forLoop(n);
        n.distinctVars = false;
        return false;
      default:
        break;
    }
    anyChild(n, this.scan);
    return false;
  };

  private mark(name: Name): void {
    if (this.leaked.has(name)) this.leaked.set(name, true);
  }

  private markExpr(x: Expr): void {
    if (x.op === 'ONAME' && x.class !== 'PEXTERN' && x.class !== 'PFUNC') this.mark(x);
  }

  private noteMayLeak(x: Expr | null): void {
    if (x?.op === 'ONAME' && !isBlank(x)) this.leaked.set(x, false);
  }

  private inLoop(n: Node): void {
    this.loopDepth++;
    anyChild(n, this.scan);
    this.loopDepth--;
  }

  private rangeLoop(n: RangeStmt): void {
    this.noteMayLeak(n.key);
    this.noteMayLeak(n.value);
    this.inLoop(n);
    n.key = this.replaceVar(n.key, n);
    n.value = this.replaceVar(n.value, n);
  }

  private replaceVar(x: Expr | null, n: RangeStmt): Expr | null {
    if (x?.op !== 'ONAME' || this.leaked.get(x) !== true) return x;
    this.transformed = true;
    const tmp = newTemp(this.fn, this.fn.pos, x.type, this.local);
    const as = st.newAssign(n.pos, x, tmp, true);
    n.body.unshift(as);
    this.dclFixups.set(x, as);
    return tmp;
  }

  private forLoop(n: ForStmt): void {
    for (const { get } of definedInInit(n)) this.noteMayLeak(get());
    this.inLoop(n);
    const leaked: Name[] = [];
    for (const { get } of definedInInit(n)) {
      const x = get();
      if (x.op === 'ONAME' && this.leaked.get(x) === true) leaked.push(x);
    }
    if (leaked.length > 0) this.rewriteFor(n, leaked);
  }

  private rewriteFor(n: ForStmt, leaked: readonly Name[]): void {
    this.transformed = true;
    const { pos } = n;
    const before: Node[] = [];
    const after: Node[] = [];
    const outerOf = new Map<Name, Name>();
    for (const z of leaked) {
      const outer = newTemp(this.fn, this.fn.pos, z.type, this.local);
      outerOf.set(z, outer);
      const copyIn = st.newAssign(pos, z, outer, true);
      z.defn = copyIn;
      before.push(copyIn);
      this.dclFixups.set(z, copyIn);
      after.push(st.newAssign(pos, outer, z));
    }
    const label = `.3clNext_${this.seq++}`;
    editContinues(n, label);
    for (const { get, set } of definedInInit(n)) {
      const x = get();
      const outer = x.op === 'ONAME' ? outerOf.get(x) : undefined;
      if (outer !== undefined) set(outer);
    }
    if (n.post !== null) this.runPostFirst(n, n.post, before);
    if (n.cond !== null) {
      const not = newUnary(n.cond.pos, 'ONOT', n.cond.type, n.cond);
      before.push(st.newIf(pos, not, [st.newBranch(pos, 'OBREAK', null)], []));
    }
    n.body = [...before, ...n.body, st.newLabel(pos, label), ...after];
    n.cond = null;
    n.post = null;
  }

  /** The post statement moves to the start of every iteration but the first. */
  private runPostFirst(n: ForStmt, post: Node, before: Node[]): void {
    const { pos } = n;
    const bool = Typ[BasicKind.Bool]!;
    const first = newTemp(this.fn, this.fn.pos, bool, this.local);
    const setTo = (b: boolean): AssignStmt => {
      const as = st.newAssign(pos, first, newBasicLit(this.fn.pos, bool, makeBool(b)));
      first.defn = as;
      return as;
    };
    const init = setTo(true);
    const test = st.newIf(pos, first, [setTo(false)], [post]);
    test.init = [st.newDecl(this.fn.pos, first)];
    before.push(test);
    n.init = [...n.init, init];
  }

  /** Declarations go to the assignments that now define their variables. */
  readonly moveDecls = (n: Node): boolean => {
    const edit = (list: Node[]): Node[] => {
      if (!list.some((x) => x.op === 'ODCL' && this.dclFixups.has(x.x))) return list;
      return list.filter((x) => {
        const as = x.op === 'ODCL' ? this.dclFixups.get(x.x) : undefined;
        if (x.op !== 'ODCL' || as === undefined) return true;
        as.init = [x, ...as.init];
        this.dclFixups.delete(x.x);
        return false;
      });
    };
    if (n.init.length > 0) n.init = edit(n.init);
    switch (n.op) {
      case 'ODCLFUNC':
      case 'OINLCALL':
      case 'OCASE':
      case 'OCOMMCASE':
      case 'OFOR':
      case 'ORANGE':
        n.body = edit(n.body);
        break;
      case 'OBLOCK':
        n.list = edit(n.list);
        break;
      case 'OIF':
        n.body = edit(n.body);
        n.else = edit(n.else);
        break;
      default:
        break;
    }
    anyChild(n, this.moveDecls);
    return false;
  };
}

interface Slot {
  readonly get: () => Expr;
  readonly set: (x: Expr) => void;
}

/** The variables that a three-clause loop defines. */
function definedInInit(n: ForStmt): Slot[] {
  const slots: Slot[] = [];
  for (const s of n.init) {
    if (s.op === 'OAS' && s.def) slots.push({ get: () => s.x, set: (x) => (s.x = x) });
    else if (isAssignList(s) && s.def)
      for (let i = 0; i < s.lhs.length; i++) slots.push({ get: () => s.lhs[i]!, set: (x) => (s.lhs[i] = x) });
  }
  return slots;
}

function isAssignList(s: Node): s is st.AssignListStmt {
  return 'lhs' in s;
}

/** Continues of this loop jump to the end of the body, where the variables are copied out. */
function editContinues(loop: ForStmt, label: string): void {
  let depth = 0;
  const edit = (x: Node): boolean => {
    if (
      x.op === 'OCONTINUE' &&
      ((depth === 0 && x.label === null) || (loop.label !== null && x.label === loop.label))
    ) {
      const branch = x as { -readonly [K in keyof BranchStmt]: BranchStmt[K] };
      branch.op = 'OGOTO';
      branch.label = label;
    }
    const nested = x.op === 'OFOR' || x.op === 'ORANGE';
    if (nested) depth++;
    anyChild(x, edit);
    if (nested) depth--;
    return false;
  };
  for (const x of loop.body) edit(x);
}
