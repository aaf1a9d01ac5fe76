/**
 * Which value a local variable has everywhere: the right-hand side of its definition, when nothing else assigns it.
 * Follows cmd/compile/internal/ir/reassignment.go (Go 1.26).
 *
 * The oracle walks a function once; after a pass has edited the function it must be made anew.
 */
import { under } from '../types/under.ts';
import type { Expr } from './expr.ts';
import type { Func } from './func.ts';
import type { Name } from './name.ts';
import { canonical, isBlank } from './name.ts';
import type { Node } from './node.ts';
import { anyChild, outerValue } from './visit.ts';

export class ReassignOracle {
  /** Candidates with their one definition: an assignment, or for parameters the function. */
  private readonly singleDef = new Map<Name, Node>();
  /** What is assigned to variables that hold functions, as long as nothing but plain assignments is seen; nil does not count. */
  private readonly assignedFuncs: Map<Name, Expr[]> | null;

  /** `followsFuncs`: also of which functions a variable may be one. */
  constructor(fn: Func, followsFuncs = false) {
    this.assignedFuncs = followsFuncs ? new Map() : null;
    for (const name of fn.dcl) {
      if (name.class !== 'PPARAM') break;
      if (!isBlank(name)) this.singleDef.set(name, fn);
    }
    const locals = (n: Node): boolean => {
      if (n.op === 'ONAME') this.addLocal(n);
      else if (n.op === 'OCLOSURE') locals(n.func);
      return anyChild(n, locals);
    };
    locals(fn);
    const assigns = (n: Node): boolean => {
      this.pruneAssigned(n);
      if (n.op === 'OCLOSURE') assigns(n.func);
      return anyChild(n, assigns);
    };
    assigns(fn);
  }

  private addLocal(name: Name): void {
    if (name.addrtaken || name.class !== 'PAUTO') return;
    if (name.defn !== null) this.singleDef.set(name, name.defn);
    const plain = name.defn === null || name.defn.op === 'OAS';
    if (this.assignedFuncs !== null && plain && under(name.type).kind === 'Signature') this.assignedFuncs.set(name, []);
  }

  private pruneAssigned(n: Node): void {
    switch (n.op) {
      case 'OAS':
      case 'OASOP':
        this.prune(n.x, n);
        return;
      case 'OAS2':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2DOTTYPE':
      case 'OAS2RECV':
      case 'OSELRECV2':
        for (const x of n.lhs) this.prune(x, n);
        return;
      case 'ORANGE':
        this.prune(n.key, n);
        this.prune(n.value, n);
        return;
      default:
        return;
    }
  }

  private prune(x: Expr | null, assignment: Node): void {
    if (x === null) return;
    const outer = outerValue(x);
    if (outer.op !== 'ONAME') return;
    const name = canonical(outer);
    this.noteFunc(name, assignment);
    const def = this.singleDef.get(name);
    if (def === undefined) return;
    if (name.class === 'PPARAM' || (name.class === 'PAUTO' && assignment !== def)) this.singleDef.delete(name);
  }

  private noteFunc(name: Name, assignment: Node): void {
    const assigned = this.assignedFuncs?.get(name);
    if (assigned === undefined) return;
    if (assignment.op !== 'OAS') this.assignedFuncs!.delete(name);
    else if (assignment.y !== null && !isNil(assignment.y)) assigned.push(assignment.y);
  }

  /** The functions that calling a variable may run, when all that is assigned to it is plain; else none. */
  assignedCallees(n: Expr): readonly Name[] {
    if (n.op !== 'ONAME') return [];
    const callees: Name[] = [];
    for (const x of this.assignedFuncs?.get(canonical(n)) ?? []) {
      const callee = staticCalleeName(x);
      if (callee === null || (callee.func !== null && mayTakeUintptrs(callee.func))) return [];
      callees.push(callee);
    }
    return callees;
  }

  /** Whether name may be assigned after its definition. */
  reassigned(name: Name): boolean {
    return !this.singleDef.has(name);
  }

  /** The expression whose value n always has; n itself when nothing more is known. */
  staticValue(n: Expr): Expr {
    for (;;) {
      if (n.op === 'OCONVNOP' || n.op === 'OPAREN') n = n.x;
      else if (n.op === 'OINLCALL') n = n.returnVars[0]!;
      else {
        const value = this.definingValue(n);
        if (value === null) return n;
        n = value;
      }
    }
  }

  private definingValue(n: Expr): Expr | null {
    const rhs = definition(n);
    return rhs !== null && this.singleDef.has(canonical(n as Name)) ? rhs : null;
  }
}

function isNil(n: Expr): boolean {
  let x = n;
  while (x.op === 'OCONVNOP') x = x.x;
  return x.op === 'ONIL';
}

function mayTakeUintptrs(fn: Func): boolean {
  return !fn.hasBody || fn.pragmas.some((p) => p === 'go:uintptrkeepalive' || p === 'go:uintptrescapes');
}

/** The right-hand side of the statement that defines the local variable n, or null. */
function definition(n: Expr): Expr | null {
  if (n.op !== 'ONAME') return null;
  const name = canonical(n);
  if (name.class !== 'PAUTO' || name.defn === null) return null;
  if (name.defn.op === 'OAS') return name.defn.y;
  if (name.defn.op === 'OAS2') return name.defn.rhs[name.defn.lhs.indexOf(name)] ?? null;
  return null;
}

/** As the oracle's question, for one variable and without a walk kept: whether name may be assigned after its definition. */
export function reassigned(name: Name): boolean {
  if (name.curfn === null || name.addrtaken) return true;
  const isName = (x: Expr | null): boolean => {
    if (x === null) return false;
    const outer = outerValue(x);
    return outer.op === 'ONAME' && canonical(outer) === name;
  };
  const look = (n: Node): boolean => assigns(n, name, isName) || anyChild(n, look);
  const assigns = (n: Node, of: Name, is: (x: Expr | null) => boolean): boolean => {
    switch (n.op) {
      case 'OAS':
        return is(n.x) && n !== of.defn;
      case 'OAS2':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2DOTTYPE':
      case 'OAS2RECV':
      case 'OSELRECV2':
        return n !== of.defn && n.lhs.some(is);
      case 'OASOP':
        return is(n.x);
      case 'ORANGE':
        return is(n.key) || is(n.value);
      case 'OCLOSURE':
        return look(n.func);
      default:
        return false;
    }
  };
  return look(name.curfn);
}

/** ir.StaticValue: walks the function for each variable on the way. */
export function staticValue(n: Expr): Expr {
  for (;;) {
    if (n.op === 'OCONVNOP' || n.op === 'OPAREN') n = n.x;
    else if (n.op === 'OINLCALL') n = n.returnVars[0]!;
    else {
      const rhs = definition(n);
      if (rhs === null || reassigned(canonical(n as Name))) return n;
      n = rhs;
    }
  }
}

/** The function that calling n runs, when it is plain from the expression. */
export function staticCalleeName(n: Expr): Name | null {
  switch (n.op) {
    case 'OMETHEXPR':
      return n.selection.nname;
    case 'ONAME':
      return n.class === 'PFUNC' ? n : null;
    case 'OCLOSURE':
      return n.func.nname;
    default:
      return null;
  }
}
