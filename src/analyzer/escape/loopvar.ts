/**
 * One variable per iteration (Go 1.22): loops whose variables may outlive an iteration are rewritten so that the body
 * has a copy of its own. "May" is syntactic: the variable's address is taken in the loop or a closure captures it, not
 * counting what a return inside the loop takes with it. Other loops stay as they are, which nobody can tell.
 *
 *   for k, v := range x { body }   →  for k', v := range x { k := k'; body }
 *   for z := 0; cond; post { body }  →  first := true
 *                                       for z' := 0; ; { z := z'; if first {first = false} else {post}
 *                                         if !cond {break}; body with continue → goto next; next: z' = z }
 *
 * Follows cmd/compile/internal/loopvar (Go 1.26); edits the IR as gc does. Left out: the hash and debug switches.
 */
import { type Expr, newBasicLit, newUnary } from '../ir/expr.ts';
import type { Func } from '../ir/func.ts';
import { canonical, type Name, newLocal } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import {
  type AssignStmt,
  type BranchStmt,
  type ForStmt,
  newAssign,
  newBranch,
  newDecl,
  newIf,
  newLabel,
  type RangeStmt,
} from '../ir/stmt.ts';
import type { Type } from '../ir/type.ts';
import { anyChild, outerValue } from '../ir/visit.ts';
import { makeBool } from '../types/constant.ts';
import { BasicKind } from '../types/type.ts';
import { Typ } from '../types/universe.ts';

export function forCapture(fn: Func): void {
  new LoopVars(fn).run();
}

class LoopVars {
  private readonly fn: Func;
  /** Candidates, and whether something takes hold of them. */
  private readonly leaked = new Map<Name, boolean>();
  /** Where the declaration of a variable goes: into its new per-iteration assignment. */
  private readonly moved = new Map<Name, AssignStmt>();
  private loopDepth = 0;
  private returnInLoopDepth = 0;
  private seq = 1;

  constructor(fn: Func) {
    this.fn = fn;
  }

  run(): void {
    this.scan(this.fn);
    if (this.moved.size > 0) this.moveDecls(this.fn);
  }

  private readonly scan = (n: Node): boolean => {
    switch (n.op) {
      case 'OCLOSURE':
        if (this.returnInLoopDepth < this.loopDepth) for (const cv of n.func.closureVars) this.leak(canonical(cv));
        break;
      case 'OADDR':
      case 'OPTRLIT': {
        if (this.returnInLoopDepth >= this.loopDepth) break;
        const outer = outerValue(n.x);
        if (outer.op === 'ONAME' && outer.class !== 'PEXTERN' && outer.class !== 'PFUNC') this.leak(outer);
        break;
      }
      case 'ORETURN': {
        const saved = this.returnInLoopDepth;
        this.returnInLoopDepth = this.loopDepth;
        anyChild(n, this.scan);
        this.returnInLoopDepth = saved;
        return false;
      }
      case 'ORANGE':
        if (n.def && n.distinctVars) return this.range(n);
        n.distinctVars = false;
        break;
      case 'OFOR':
        if (n.distinctVars) return this.threeClause(n);
        break;
      default:
        break;
    }
    anyChild(n, this.scan);
    return false;
  };

  private leak(name: Name): void {
    if (this.leaked.has(name)) this.leaked.set(name, true);
  }

  private candidate(x: Expr | null): void {
    if (x !== null && x.op === 'ONAME' && x.sym.name !== '_') this.leaked.set(x, false);
  }

  private temp(type: Type): Name {
    const sym = { pkg: this.fn.nname.sym.pkg, name: `.autotmp_${this.fn.dcl.length}` };
    const name = newLocal(this.fn, this.fn.pos, sym, type);
    name.autoTemp = true;
    return name;
  }

  private range(n: RangeStmt): boolean {
    this.candidate(n.key);
    this.candidate(n.value);
    this.loopDepth++;
    anyChild(n, this.scan);
    this.loopDepth--;
    n.key = this.replaceRangeVar(n, n.key);
    n.value = this.replaceRangeVar(n, n.value);
    n.distinctVars = false;
    return false;
  }

  private replaceRangeVar(n: RangeStmt, x: Expr | null): Expr | null {
    if (x === null || x.op !== 'ONAME' || this.leaked.get(x) !== true) return x;
    const temp = this.temp(x.type);
    const assign = newAssign(n.pos, x, temp, true);
    n.body = [assign, ...n.body];
    this.moved.set(x, assign);
    return temp;
  }

  private threeClause(n: ForStmt): boolean {
    this.defined(n, (x) => {
      this.candidate(x);
      return x;
    });
    this.loopDepth++;
    anyChild(n, this.scan);
    this.loopDepth--;
    const leaked: Name[] = [];
    this.defined(n, (x) => {
      if (x.op === 'ONAME' && this.leaked.get(x) === true) leaked.push(x);
      return x;
    });
    if (leaked.length > 0) this.rewriteThreeClause(n, leaked);
    n.distinctVars = false;
    return false;
  }

  /** Calls f for each variable that the loop's init statements define, and puts in what it returns. */
  private defined(n: ForStmt, f: (x: Expr) => Expr): void {
    for (const s of n.init) {
      if (s.op === 'OAS' && s.def) s.x = f(s.x);
      else if (
        (s.op === 'OAS2' ||
          s.op === 'OAS2FUNC' ||
          s.op === 'OAS2MAPR' ||
          s.op === 'OAS2RECV' ||
          s.op === 'OAS2DOTTYPE') &&
        s.def
      ) {
        for (let i = 0; i < s.lhs.length; i++) s.lhs[i] = f(s.lhs[i]!);
      }
    }
  }

  private rewriteThreeClause(n: ForStmt, leaked: readonly Name[]): void {
    const { pos } = n;
    const carried = new Map<Expr, Name>();
    const body: Node[] = [];
    const post: Node[] = [];
    for (const z of leaked) {
      const carrier = this.temp(z.type);
      carried.set(z, carrier);
      const copyIn = newAssign(pos, z, carrier, true);
      z.defn = copyIn;
      body.push(copyIn);
      this.moved.set(z, copyIn);
      post.push(newAssign(pos, carrier, z));
    }
    const next = `.3clNext_${this.seq++}`;
    this.continueToGoto(n, next);
    this.defined(n, (x) => carried.get(x) ?? x);

    if (n.post !== null) {
      const bool = Typ[BasicKind.Bool]!;
      const first = this.temp(bool);
      const set = (value: boolean): Node => newAssign(pos, first, newBasicLit(pos, bool, makeBool(value)));
      const advance = newIf(pos, first, [set(false)], [n.post]);
      advance.init = [newDecl(pos, first)];
      body.push(advance);
      n.init = [...n.init, set(true)];
    }
    if (n.cond !== null) {
      const not = newUnary(n.cond.pos, 'ONOT', n.cond.type, n.cond);
      body.push(newIf(pos, not, [newBranch(pos, 'OBREAK', null)], []));
    }
    n.body = [...body, ...n.body, newLabel(pos, next), ...post];
    n.cond = null;
    n.post = null;
  }

  private continueToGoto(loop: ForStmt, label: string): void {
    let depth = 0;
    const edit = (n: Node): boolean => {
      if (n.op === 'OCONTINUE') {
        if (n.label === null ? depth === 0 : n.label === loop.label) {
          n.label = label;
          (n as { op: BranchStmt['op'] }).op = 'OGOTO';
        }
        return false;
      }
      const nested = n.op === 'ORANGE' || n.op === 'OFOR';
      if (nested) depth++;
      anyChild(n, edit);
      if (nested) depth--;
      return false;
    };
    for (const n of loop.body) edit(n);
  }

  /** Moves the declarations of rewritten variables to where they now get their value. */
  private readonly moveDecls = (n: Node): boolean => {
    if (n.init.length > 0) n.init = this.withoutMoved(n.init);
    switch (n.op) {
      case 'ODCLFUNC':
      case 'OINLCALL':
      case 'OCASE':
      case 'OCOMMCASE':
      case 'OFOR':
      case 'ORANGE':
        n.body = this.withoutMoved(n.body);
        break;
      case 'OBLOCK':
        n.list = this.withoutMoved(n.list);
        break;
      case 'OIF':
        n.body = this.withoutMoved(n.body);
        n.else = this.withoutMoved(n.else);
        break;
      default:
        break;
    }
    anyChild(n, this.moveDecls);
    return false;
  };

  private withoutMoved(list: Node[]): Node[] {
    if (!list.some((n) => n.op === 'ODCL' && this.moved.has(n.x))) return list;
    return list.filter((n) => {
      if (n.op !== 'ODCL') return true;
      const assign = this.moved.get(n.x);
      if (assign === undefined) return true;
      this.moved.delete(n.x);
      assign.init = [n, ...assign.init];
      return false;
    });
  }
}
