/**
 * Package-level initialisers that need no code: constants, addresses, literals of such become data, and only the rest
 * stays in the generated init function. Follows cmd/compile/internal/staticinit/sched.go (Go 1.26).
 *
 * What becomes data is never seen by escape analysis, so -m says nothing about it.
 * Left out: inlined calls as initialisers (gc looks through very simple ones).
 */
import { sign, stringVal } from '../types/constant.ts';
import { gcSizes, isDirectIface } from '../types/sizes.ts';
import type { Type } from '../types/type.ts';
import type { AddrExpr, CompLitExpr, ConvExpr, Expr } from './expr.ts';
import { newLinksymOffset } from './expr.ts';
import { isClosure } from './func.ts';
import type { Name } from './name.ts';
import { isBlank } from './name.ts';
import type { Node, Op } from './node.ts';
import { identicalTypes } from './noder/identical.ts';
import * as st from './stmt.ts';
import type { Pkg } from './sym.ts';
import * as ty from './type.ts';
import { anyOf, outerValue } from './visit.ts';

/** The statements of the init function that remain. */
export function scheduleStaticInit(body: readonly Node[], local: Pkg): Node[] {
  const s = new Schedule(local);
  for (const n of body) if (!s.tryStaticInit(n)) s.out.push(n);
  return s.out;
}

/** A part of a literal that is not zero. */
interface Entry {
  readonly expr: Expr;
}

class Schedule {
  readonly out: Node[] = [];
  private readonly local: Pkg;
  /** Something before may have changed package variables: their initial values cannot be copied any more. */
  private seenMutation = false;
  private readonly plans = new Map<CompLitExpr, Entry[]>();
  /** Literals that have a place in memory of their own. */
  private readonly temps = new Set<Expr>();
  private statics = 0;

  constructor(local: Pkg) {
    this.local = local;
  }

  tryStaticInit(n: Node): boolean {
    switch (n.op) {
      case 'OAS':
        return this.init(n, [n.x], n.y);
      case 'OAS2DOTTYPE':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2RECV':
        return this.init(n, n.lhs, n.rhs[0]!);
      default:
        return false;
    }
  }

  private init(n: Node, lhs: readonly Expr[], rhs: Expr | null): boolean {
    if (rhs === null) return true;
    this.seenMutation ||= mayModifyPkgVar(rhs, this.local);
    if (lhs.every(isBlank) && !anyOf(rhs, isSideEffect)) return true;
    if (lhs.length > 1) return false;
    const name = lhs[0] as Name;
    return this.assign(name, rhs, name.type, n.pos);
  }

  /** Whether r can be put into (a part of) l as data; parts that cannot are appended as assignments. */
  private assign(l: Name | null, r0: Expr, type: Type, pos: number): boolean {
    let r = r0;
    while (r.op === 'OCONVNOP') r = r.x;
    switch (r.op) {
      case 'ONAME':
        return this.copy(l, r, type, pos);
      case 'OMETHEXPR':
      case 'ONIL':
      case 'OLITERAL':
        return true;
      case 'OADDR':
        return isStaticLoc(r.x);
      case 'OPTRLIT':
        return this.pointer(r, pos);
      case 'OSTR2BYTES':
        return (l === null || l.class === 'PEXTERN') && r.x.op === 'OLITERAL';
      case 'OSLICELIT':
        this.temps.add(r);
        return this.elements(null, r, pos);
      case 'OARRAYLIT':
      case 'OSTRUCTLIT':
        return this.elements(l, r, pos);
      case 'OCLOSURE':
        return !isClosure(r.func);
      case 'OCONVIFACE':
        return this.iface(l, r, pos);
      default:
        return false;
    }
  }

  private pointer(r: AddrExpr, pos: number): boolean {
    this.temps.add(r);
    this.assignOrAppend(null, r.x, pos);
    return true;
  }

  private elements(l: Name | null, r: CompLitExpr, _pos: number): boolean {
    for (const { expr } of this.plan(r)) {
      if (expr.op !== 'OLITERAL' && expr.op !== 'ONIL')
        this.assignOrAppend(l, expr, expr.op === 'ONAME' ? _pos : expr.pos);
    }
    return true;
  }

  private assignOrAppend(l: Name | null, v: Expr, pos: number): void {
    if (this.assign(l, v, v.type, pos)) return;
    this.out.push(st.newAssign(pos, l !== null && isBlank(l) ? l : this.place(l, v.type), v));
  }

  /** A part of a variable, or of the memory of a literal. */
  private place(l: Name | null, type: Type): Expr {
    if (l !== null && identicalTypes(l.type, type)) return l;
    const symbol = l === null ? `..stmp_${this.statics++}` : l.sym.name;
    return newLinksymOffset(0, type, `${this.local.name}.${symbol}`, 0);
  }

  private iface(l: Name | null, r: ConvExpr, pos: number): boolean {
    let val: Expr = r;
    while (val.op === 'OCONVIFACE') val = val.x;
    if (ty.isInterface(val.type)) return val.op === 'ONIL';
    if (ty.hasShape(val.type)) return false;
    if (val.op === 'ONIL') return true;
    const place = isDirectIface(gcSizes, val.type) ? l : null;
    this.assignOrAppend(place, val, val.op === 'ONAME' ? pos : val.pos);
    return true;
  }

  /** The initial value of another package variable, if it is known by then. */
  private copy(l: Name | null, rn: Name, type: Type, pos: number): boolean {
    if (rn.class === 'PFUNC') return true;
    if (rn.class !== 'PEXTERN' || rn.sym.pkg !== this.local || rn.defn?.op !== 'OAS') return false;
    if (ty.isString(rn.type) || this.seenMutation || rn.defn.y === null) return false;
    let r = rn.defn.y;
    while (r.op === 'OCONVNOP' && !identicalTypes(r.type, type)) r = r.x;
    switch (r.op) {
      case 'OMETHEXPR':
      case 'ONIL':
      case 'OLITERAL':
        return true;
      case 'ONAME':
        if (!this.copy(l, r, type, pos)) this.out.push(st.newAssign(pos, this.place(l, type), r));
        return true;
      case 'OADDR':
        return r.x.op === 'ONAME' && r.x.class === 'PEXTERN';
      case 'OPTRLIT':
      case 'OSLICELIT':
        return this.temps.has(r);
      case 'OARRAYLIT':
      case 'OSTRUCTLIT':
        return this.copyElements(l, rn, r, pos);
      default:
        return false;
    }
  }

  private copyElements(l: Name | null, orig: Name, r: CompLitExpr, pos: number): boolean {
    for (const { expr: x } of this.plan(r)) {
      if (x.op === 'OLITERAL' || x.op === 'ONIL' || x.op === 'OMETHEXPR') continue;
      if (x.op === 'ONAME' && this.copy(l, x, x.type, pos)) continue;
      this.out.push(st.newAssign(pos, this.place(l, x.type), this.place(orig, x.type)));
    }
    return true;
  }

  /** The parts of a literal that are not zero; literals of arrays and structs inside count as their parts. */
  private plan(lit: CompLitExpr): Entry[] {
    let plan = this.plans.get(lit);
    if (plan !== undefined) return plan;
    plan = [];
    this.plans.set(lit, plan);
    for (const elem of lit.list) {
      if (elem.op === 'OSTRUCTKEY' && elem.field.sym.name === '_') continue;
      const value = elem.op === 'OKEY' || elem.op === 'OSTRUCTKEY' ? elem.value : elem;
      if (isZero(value)) continue;
      if (value.op === 'OARRAYLIT' || value.op === 'OSTRUCTLIT') plan.push(...this.plan(value));
      else plan.push({ expr: value });
    }
    return plan;
  }
}

/** Whether n is the zero value. */
export function isZero(n: Expr): boolean {
  switch (n.op) {
    case 'ONIL':
      return true;
    case 'OLITERAL':
      if (n.val.kind === 'String') return stringVal(n.val) === '';
      return n.val.kind === 'Bool' ? !n.val.val : sign(n.val) === 0;
    case 'OARRAYLIT':
    case 'OSTRUCTLIT':
      return n.list.every((e) => isZero(e.op === 'OKEY' || e.op === 'OSTRUCTKEY' ? e.value : e));
    default:
      return false;
  }
}

/** Whether n lies at a fixed place of a package variable. */
function isStaticLoc(n: Expr): boolean {
  switch (n.op) {
    case 'ONAME':
      return n.class === 'PEXTERN';
    case 'ODOT':
      return isStaticLoc(n.x);
    case 'OINDEX':
      return !ty.isSlice(n.x.type) && n.index.op === 'OLITERAL' && isStaticLoc(n.x);
    default:
      return false;
  }
}

const noSideEffect = new Set<Op>([
  'ONAME',
  'OTYPE',
  'OLITERAL',
  'ONIL',
  'OADD',
  'OSUB',
  'OOR',
  'OXOR',
  'OADDSTR',
  'OADDR',
  'OANDAND',
  'OBYTES2STR',
  'ORUNES2STR',
  'OSTR2BYTES',
  'OSTR2RUNES',
  'OCAP',
  'OMAPLIT',
  'OSTRUCTLIT',
  'OARRAYLIT',
  'OSLICELIT',
  'OPTRLIT',
  'OCONV',
  'OCONVIFACE',
  'OCONVNOP',
  'ODOT',
  'OEQ',
  'ONE',
  'OLT',
  'OLE',
  'OGT',
  'OGE',
  'OKEY',
  'OSTRUCTKEY',
  'OLEN',
  'OMUL',
  'OLSH',
  'ORSH',
  'OAND',
  'OANDNOT',
  'ONEW',
  'ONOT',
  'OBITNOT',
  'OPLUS',
  'ONEG',
  'OOROR',
  'OPAREN',
  'ORUNESTR',
  'OREAL',
  'OIMAG',
  'OCOMPLEX',
]);

export function isSideEffect(n: Node): boolean {
  if (noSideEffect.has(n.op)) return false;
  switch (n.op) {
    case 'ODIV':
    case 'OMOD':
      return n.y.op !== 'OLITERAL' || sign(n.y.val) === 0;
    case 'OMAKECHAN':
    case 'OMAKEMAP':
      return n.len?.op !== 'OLITERAL' || sign(n.len.val) !== 0;
    default:
      return true;
  }
}

function mayModifyPkgVar(n: Node, local: Pkg): boolean {
  const safe = (x: Expr): boolean => {
    let outer = outerValue(x);
    while (outer.op === 'ODEREF') outer = outer.x;
    return outer.op === 'ONAME' && !(outer.class === 'PEXTERN' && outer.sym.pkg === local);
  };
  return anyOf(n, (x) => {
    switch (x.op) {
      case 'OCALLFUNC':
      case 'OCALLINTER':
      case 'OAPPEND':
      case 'OCLEAR':
      case 'OCOPY':
        return true;
      case 'OASOP':
      case 'OAS':
        return !safe(x.x);
      case 'OAS2':
      case 'OAS2DOTTYPE':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2RECV':
        return !x.lhs.every(safe);
      default:
        return false;
    }
  });
}
