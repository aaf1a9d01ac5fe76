/**
 * Package-level initialisers that need no code: constants, addresses, literals of such become data, and only the rest
 * stays in the generated init function. Follows cmd/compile/internal/staticinit/sched.go (Go 1.26).
 *
 * What becomes data is never seen by escape analysis, so -m says nothing about it.
 * Left out: inlined calls as initialisers (gc looks through very simple ones).
 */
import { int64Val } from '../types/constant.ts';
import { gcSizes, isDirectIface, layoutOf } from '../types/sizes.ts';
import type { Struct, Type } from '../types/type.ts';
import { under } from '../types/under.ts';
import type { AddrExpr, BasicLit, CompLitExpr, ConvExpr, Expr } from './expr.ts';
import { newLinksymOffset } from './expr.ts';
import { isClosure } from './func.ts';
import type { Name } from './name.ts';
import { isBlank } from './name.ts';
import type { Node } from './node.ts';
import { identicalTypes } from './noder/identical.ts';
import { isSideEffect, isStaticLoc, isZero, mayModifyPkgVar } from './sideeffects.ts';
import * as st from './stmt.ts';
import type { Pkg } from './sym.ts';
import * as ty from './type.ts';
import { anyOf } from './visit.ts';

/** The statements of the init function that remain. */
export function scheduleStaticInit(body: readonly Node[], local: Pkg): Node[] {
  const s = new Schedule(local);
  for (const n of body) if (!s.tryStaticInit(n)) s.out.push(n);
  return s.out;
}

/** A part of a literal that is not zero, and where in the literal it lies. */
interface Entry {
  readonly offset: number;
  readonly expr: Expr;
}

/** Memory that is filled: a package variable, or data made for a literal, from some byte on. */
interface Place {
  /** null for data without a variable. */
  readonly name: Name | null;
  readonly symbol: string;
  readonly offset: number;
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
    return this.assign(placeOf(name), rhs, name.type, n.pos);
  }

  /** Whether r can be put at l as data; parts that cannot are appended as assignments. */
  private assign(l: Place, r0: Expr, type: Type, pos: number): boolean {
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
        return (l.name === null || l.name.class === 'PEXTERN') && r.x.op === 'OLITERAL';
      case 'OSLICELIT':
        this.temps.add(r);
        return this.elements(this.data(), r, pos);
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
    this.assignOrAppend(this.data(), r.x, pos);
    return true;
  }

  private elements(l: Place, r: CompLitExpr, pos: number): boolean {
    for (const { expr, offset } of this.plan(r)) {
      if (expr.op !== 'OLITERAL' && expr.op !== 'ONIL')
        this.assignOrAppend(within(l, offset), expr, expr.op === 'ONAME' ? pos : expr.pos);
    }
    return true;
  }

  private assignOrAppend(l: Place, v: Expr, pos: number): void {
    if (this.assign(l, v, v.type, pos)) return;
    this.out.push(st.newAssign(pos, l.name !== null && isBlank(l.name) ? l.name : this.at(l, v.type), v));
  }

  /** New data for a literal. */
  private data(): Place {
    return { name: null, symbol: `.stmp_${this.statics++}`, offset: 0 };
  }

  private at({ symbol, offset }: Place, type: Type): Expr {
    return newLinksymOffset(0, type, `${this.local.path}.${symbol}`, offset);
  }

  private iface(l: Place, r: ConvExpr, pos: number): boolean {
    let val: Expr = r;
    while (val.op === 'OCONVIFACE') val = val.x;
    if (ty.isInterface(val.type)) return val.op === 'ONIL';
    if (ty.hasShape(val.type)) return false;
    const direct = isDirectIface(gcSizes, val.type);
    if (direct && val.op === 'ONIL') return true;
    const place = direct ? within(l, gcSizes.wordSize) : this.data();
    this.assignOrAppend(place, val, val.op === 'ONAME' ? pos : val.pos);
    return true;
  }

  /** The initial value of another package variable, if it is known by then. */
  private copy(l: Place, rn: Name, type: Type, pos: number): boolean {
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
        if (!this.copy(l, r, type, pos)) this.out.push(st.newAssign(pos, this.whole(l, type), r));
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

  /** The variable by its name where that is enough. */
  private whole(l: Place, type: Type): Expr {
    return l.name !== null && l.offset === 0 && identicalTypes(l.name.type, type) ? l.name : this.at(l, type);
  }

  private copyElements(l: Place, orig: Name, r: CompLitExpr, pos: number): boolean {
    for (const { expr: x, offset } of this.plan(r)) {
      if (x.op === 'OLITERAL' || x.op === 'ONIL' || x.op === 'OMETHEXPR') continue;
      const to = within(l, offset);
      if (x.op === 'ONAME' && this.copy(to, x, x.type, pos)) continue;
      this.out.push(st.newAssign(pos, this.at(to, x.type), this.at(within(placeOf(orig), offset), x.type)));
    }
    return true;
  }

  /** The parts of a literal that are not zero; literals of arrays and structs inside count as their parts. */
  private plan(lit: CompLitExpr): Entry[] {
    let plan = this.plans.get(lit);
    if (plan !== undefined) return plan;
    plan = [];
    this.plans.set(lit, plan);
    for (const { value, offset } of partsOf(lit)) {
      if (isZero(value)) continue;
      if (value.op === 'OARRAYLIT' || value.op === 'OSTRUCTLIT')
        plan.push(...this.plan(value).map((part) => ({ ...part, offset: offset + part.offset })));
      else plan.push({ expr: value, offset });
    }
    return plan;
  }
}

function placeOf(name: Name): Place {
  return { name, symbol: name.sym.name, offset: 0 };
}

function within(place: Place, offset: number): Place {
  return { ...place, offset: place.offset + offset };
}

/** The elements or fields that a literal gives values to, with their offsets. */
function partsOf(lit: CompLitExpr): { readonly value: Expr; readonly offset: number }[] {
  const parts: { value: Expr; offset: number }[] = [];
  if (lit.op === 'OSTRUCTLIT') {
    const struct = under(lit.type) as Struct;
    const { offsets } = layoutOf(gcSizes, struct);
    for (const elem of lit.list) {
      if (elem.op !== 'OSTRUCTKEY' || elem.field.sym.name === '_') continue;
      parts.push({
        value: elem.value,
        offset: offsets[struct.fields.findIndex((f) => f.name === elem.field.sym.name)]!,
      });
    }
    return parts;
  }
  const size = gcSizes.sizeof(ty.elemOf(lit.type));
  let index = 0;
  for (const elem of lit.list) {
    if (elem.op === 'OKEY') index = Number(int64Val((elem.key as BasicLit).val));
    parts.push({ value: elem.op === 'OKEY' ? elem.value : elem, offset: size * index++ });
  }
  return parts;
}
