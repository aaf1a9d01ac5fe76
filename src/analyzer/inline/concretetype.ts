/**
 * The one concrete type that an interface value can have, found from all assignments to the variables on the way.
 *
 * A local interface variable whose address is not taken holds what is assigned to it; if all of that has one concrete
 * type (nil and itself aside), calls of its methods are calls of that type's methods. Parameters, results and
 * package-level variables are not followed. Follows concreteType and State in
 * cmd/compile/internal/devirtualize/devirtualize.go (Go 1.26); before 1.26 only a conversion reached through
 * never-reassigned variables counts (staticConcreteType).
 */
import type { CallExpr, Expr, InlinedCallExpr } from '../ir/expr.ts';
import type { Func } from '../ir/func.ts';
import { canonical, isBlank, type Name } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import { staticValue } from '../ir/staticvalue.ts';
import type { AssignListStmt, RangeStmt, SwitchStmt } from '../ir/stmt.ts';
import type { Type } from '../ir/type.ts';
import {
  arrayOf,
  elemOf,
  isArray,
  isChan,
  isInterface,
  isMap,
  isPtr,
  isSlice,
  mapOf,
  signatureOf,
} from '../ir/type.ts';
import { anyChild, outerValue } from '../ir/visit.ts';
import { identical } from '../types/predicates.ts';

/** What a variable was once assigned: an expression to look into, a concrete type, or something unknown (null). */
type Assignment = { readonly expr: Expr } | { readonly type: Type } | null;

/** A call whose interface result was assigned: inlining it tells what that is. */
interface CallAssignment {
  readonly name: Name;
  readonly index: number;
  readonly result: number;
}

/** Statically nil, or assigned only from itself: says nothing about the type. */
const noType = Symbol('no type');

export class ConcreteTypes {
  private readonly assignments = new Map<Name, Assignment[]>();
  private readonly callAssigns = new Map<CallExpr, CallAssignment[]>();
  private readonly analyzed = new Set<Func>();

  /** The concrete type of `n`, or null. */
  of(n: Expr): Type | null {
    const type = this.find(n, new Set());
    return type === noType ? null : type;
  }

  /** Takes note of what an inlined call brings: its own assignments, and what its results are. */
  inlinedCall(fn: Func, original: CallExpr, inlined: InlinedCallExpr): void {
    if (!this.analyzed.has(fn)) return;
    this.analyzeList(inlined.init);
    this.analyzeList(inlined.body);
    const refs = this.callAssigns.get(original);
    if (refs === undefined) return;
    this.callAssigns.delete(original);
    for (const ref of refs) {
      this.assignments.get(ref.name)![ref.index] = { expr: inlined.returnVars[ref.result]! };
    }
  }

  private find(start: Expr, seen: Set<Name>): Type | null | typeof noType {
    const n = throughConversions(start);
    if (!isInterface(n.type)) return n.type;
    if (n.op !== 'ONAME') return null;
    const name = canonical(n);
    if (name.class !== 'PAUTO' || name.addrtaken || name.curfn === null) return null;
    if (seen.has(name)) return noType;
    seen.add(name);

    let found: Type | null = null;
    for (const assignment of this.assignmentsOf(name)) {
      if (assignment === null) return null;
      const type = 'type' in assignment ? assignment.type : this.find(assignment.expr, seen);
      if (type === noType) continue;
      if (type === null || (found !== null && !sameType(found, type))) return null;
      found = type;
    }
    return found ?? noType;
  }

  private assignmentsOf(name: Name): readonly Assignment[] {
    const fn = name.curfn!;
    if (!this.analyzed.has(fn)) {
      this.analyzed.add(fn);
      this.analyzeList(fn.init);
      this.analyzeList(fn.body);
    }
    return this.assignments.get(name) ?? [];
  }

  private analyzeList(list: readonly Node[]): void {
    for (const n of list) this.analyze(n);
  }

  private readonly analyze = (n: Node): boolean => {
    this.look(n);
    return anyChild(n, this.analyze);
  };

  private look(n: Node): void {
    switch (n.op) {
      case 'OAS':
        if (n.y !== null) this.assignFrom(n.x, n.y);
        return;
      case 'OAS2':
        for (let i = 0; i < n.lhs.length; i++) if (n.rhs[i]) this.assign(n.lhs[i]!, { expr: n.rhs[i]! });
        return;
      case 'OAS2DOTTYPE':
        this.assign(n.lhs[0]!, { expr: n.rhs[0]! });
        return;
      case 'OAS2MAPR':
      case 'OAS2RECV':
      case 'OSELRECV2':
        this.assign(n.lhs[0]!, { type: n.rhs[0]!.type });
        return;
      case 'OAS2FUNC':
        this.assignResults(n);
        return;
      case 'ORANGE':
        this.range(n);
        return;
      case 'OSWITCH':
        this.typeSwitch(n);
        return;
      case 'OCLOSURE':
        if (!this.analyzed.has(n.func)) {
          this.analyzed.add(n.func);
          this.analyze(n.func);
        }
        return;
      default:
        return;
    }
  }

  private assignFrom(x: Expr, y: Expr): void {
    const rhs = withoutParens(y);
    if ((rhs.op === 'OCALLFUNC' || rhs.op === 'OCALLINTER') && rhs.fun !== null) this.assignResult(x, rhs, 0);
    else this.assign(x, { expr: rhs });
  }

  private assignResults(n: AssignListStmt): void {
    const rhs = withoutParens(n.rhs[0]!);
    for (let i = 0; i < n.lhs.length; i++) {
      if (rhs.op === 'OCALLFUNC' || rhs.op === 'OCALLINTER') this.assignResult(n.lhs[i]!, rhs, i);
      else if (rhs.op === 'OINLCALL') this.assign(n.lhs[i]!, { expr: rhs.returnVars[i]! });
    }
  }

  private assignResult(x: Expr, call: CallExpr, result: number): void {
    const type = signatureOf(call.fun!.type).results.vars[result]!.typ!;
    const name = this.assign(x, { type });
    if (name === null || !isInterface(type)) return;
    const list = this.callAssigns.get(call) ?? [];
    list.push({ name, index: this.assignments.get(name)!.length - 1, result });
    this.callAssigns.set(call, list);
  }

  private range(n: RangeStmt): void {
    const t = isPtr(n.x.type) && isArray(elemOf(n.x.type)) ? elemOf(n.x.type) : n.x.type;
    if (isArray(t)) this.assign(n.value, { type: arrayOf(t).elem });
    else if (isSlice(t)) this.assign(n.value, { type: elemOf(t) });
    else if (isChan(t)) this.assign(n.key, { type: elemOf(t) });
    else if (isMap(t)) {
      this.assign(n.key, { type: mapOf(t).key });
      this.assign(n.value, { type: mapOf(t).elem });
    }
  }

  private typeSwitch(n: SwitchStmt): void {
    const { tag } = n;
    if (tag === null || tag.op !== 'OTYPESW') return;
    for (const clause of n.cases) this.assign(clause.var, { expr: tag.x });
  }

  /** Records an assignment to a local interface variable; returns the variable. */
  private assign(x: Expr | null, assignment: NonNullable<Assignment>): Name | null {
    if (x === null || x.op !== 'ONAME' || isBlank(x)) return null;
    const outer = outerValue(x);
    if (outer.op !== 'ONAME' || outer.curfn === null || !isInterface(outer.type)) return null;
    const name = canonical(outer);
    if (name.class !== 'PAUTO') return null;
    if ('expr' in assignment && assignment.expr.op === 'ONIL') return null;
    const known: Assignment = 'type' in assignment && isInterface(assignment.type) ? null : assignment;
    const list = this.assignments.get(name);
    if (list === undefined) this.assignments.set(name, [known]);
    else list.push(known);
    return name;
  }
}

/** gc compares by identity: defined types and pointers to them are unique, type literals at two places are two types. */
function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === 'Pointer' && b.kind === 'Pointer') return sameType(a.base, b.base);
  return a.kind === 'Named' && b.kind === 'Named' && identical(a, b);
}

function throughConversions(start: Expr): Expr {
  let n = start;
  while (isInterface(n.type)) {
    switch (n.op) {
      case 'OCONVNOP':
      case 'OCONVIFACE':
      case 'OPAREN':
      case 'ODOTTYPE':
      case 'ODOTTYPE2':
        n = n.x;
        continue;
      case 'OINLCALL':
        if (n.returnVars.length !== 1) return n;
        n = n.returnVars[0]!;
        continue;
      default:
        return n;
    }
  }
  return n;
}

function withoutParens(n: Expr): Expr {
  let x = n;
  while (x.op === 'OPAREN') x = x.x;
  return x;
}

/** Before Go 1.26: the type that a conversion to interface converts from, seen through never-reassigned variables. */
export function staticConcreteType(n: Expr): Type | null {
  const value = staticValue(n);
  return value.op === 'OCONVIFACE' && !isInterface(value.x.type) ? value.x.type : null;
}
