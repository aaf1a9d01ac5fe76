/**
 * Unification: whether two types can be made identical by finding types for type parameters, and which ones. Follows
 * types2/unify.go of Go 1.26.
 *
 * Every type parameter that is solved for has a handle that holds its inferred type; joined type parameters share one
 * handle. Inexact unification lets a defined type match a type literal with that underlying type, ignores channel
 * directions, and lets an interface match a type that has its methods; `assign` allows this at the top only.
 *
 * NOT-GO: a recursion that gets too deep fails; gc crashes.
 */
import { asNamed, unalias } from './alias.ts';
import { IfacePair, pairIsUnderWay, sameInterfaces } from './ifacepair.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { idOf, sameId } from './object.ts';
import { identical, identicalOrigin, isInterface, isTypeLit, isTypeParam, tagOf } from './predicates.ts';
import type { Interface, Named, Struct, Tuple, Type, TypeParam } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { termsEqual } from './typeterm.ts';
import { commonUnder, under } from './under.ts';

/** Unifying deeper than this means that it would not end. */
const unificationDepthLimit = 50;

/** Modes, as bits. */
export const assign = 1;
export const exact = 2;

interface Handle {
  type: Type | null;
}

export class Unifier {
  readonly handles = new Map<TypeParam, Handle>();
  /** Interfaces unify by the methods that they share (since Go 1.21). */
  readonly enableInterfaceInference: boolean;
  depth = 0;

  constructor(tparams: readonly TypeParam[], targs: readonly (Type | null)[], enableInterfaceInference: boolean) {
    for (let i = 0; i < tparams.length; i++) this.handles.set(tparams[i]!, { type: targs[i] ?? null });
    this.enableInterfaceInference = enableInterfaceInference;
  }

  /** The inferred type of x, or null. */
  at(x: TypeParam): Type | null {
    return this.handles.get(x)!.type;
  }

  set(x: TypeParam, t: Type): void {
    this.handles.get(x)!.type = t;
  }

  /** Number of type parameters without a type. */
  unknowns(): number {
    let n = 0;
    for (const h of this.handles.values()) if (!h.type) n++;
    return n;
  }

  inferred(tparams: readonly TypeParam[]): (Type | null)[] {
    return tparams.map((x) => this.at(x));
  }
}

export function unify(u: Unifier, x: Type, y: Type, mode: number): boolean {
  return nify(u, x, y, mode, null);
}

/** Makes x and y share their type; false if both have one. */
function join(u: Unifier, x: TypeParam, y: TypeParam): boolean {
  const hx = u.handles.get(x)!;
  const hy = u.handles.get(y)!;
  if (hx === hy) return true;
  if (hx.type && hy.type) return false;
  if (hx.type) replaceHandle(u, hy, hx);
  else replaceHandle(u, hx, hy);
  return true;
}

function replaceHandle(u: Unifier, old: Handle, h: Handle): void {
  for (const [y, hy] of u.handles) if (hy === old) u.handles.set(y, h);
}

/** x as a type parameter that is solved for, or null. */
function asBoundTypeParam(u: Unifier, x: Type): TypeParam | null {
  const p = x.kind === 'Alias' ? unalias(x) : x;
  return p.kind === 'TypeParam' && u.handles.has(p) ? p : null;
}

function asInterface(x: Type): Interface | null {
  if (isTypeParam(x)) return null;
  const i = under(x);
  return i.kind === 'Interface' ? i : null;
}

function nify(u: Unifier, x: Type, y: Type, mode: number, p: IfacePair | null): boolean {
  if (x === y || unalias(x) === unalias(y)) return true;
  if (u.depth >= unificationDepthLimit) return false;
  u.depth++;
  const ok = nify0(u, x, y, mode, p);
  u.depth--;
  return ok;
}

function nify0(u: Unifier, x: Type, y: Type, mode: number, p: IfacePair | null): boolean {
  // A defined type goes to y, a type parameter that is solved for to x.
  if (asNamed(x) || asBoundTypeParam(u, y)) [x, y] = [y, x];

  // Inexactly, a type literal matches a defined type's underlying type.
  const ny = asNamed(y);
  if ((mode & exact) === 0 && ny && isTypeLit(x) && !(u.enableInterfaceInference && isInterface(x))) {
    y = under(ny);
    if (x === y || unalias(x) === unalias(y)) return true;
  }

  const px = asBoundTypeParam(u, x);
  if (px) {
    const py = asBoundTypeParam(u, y);
    if (!py) return nifyTypeParam(u, px, y, mode, p);
    return join(u, px, py) || nify(u, u.at(px)!, u.at(py)!, mode, p);
  }

  if (u.enableInterfaceInference && (mode & exact) === 0) {
    const xi = asInterface(x);
    const yi = asInterface(y);
    if (xi && yi) return nifyInterfacesByMethods(u, xi, yi, p);
    if (xi) return nifyMethods(u, xi, y, p);
    if (yi) return nifyMethods(u, yi, x, p);
  }
  if (isTypeParam(y)) [x, y] = [y, x];
  return nifyStructure(u, x, y, mode, p);
}

/** Matches px's type with y; y becomes its type if there is none, or if y says more. */
function nifyTypeParam(u: Unifier, px: TypeParam, y: Type, mode: number, p: IfacePair | null): boolean {
  const x = u.at(px);
  if (!x) {
    u.set(px, y);
    return true;
  }
  if (!nify(u, x, y, mode, p)) return false;
  const xi = asInterface(x);
  const yi = asInterface(y);
  const xn = asNamed(x) !== null;
  const yn = asNamed(y) !== null;
  if (xi && yi) {
    if (xn && yn) return identical(x, y);
    if (typeSetOf(xi).methods.length !== typeSetOf(yi).methods.length) return false;
  } else if (xi || yi) {
    // Either could be meant: choosing would depend on the order of arguments.
    return false;
  }
  // A defined type wins over a literal, a channel with a direction over one without.
  if ((mode & exact) === 0 && !xn) {
    if (yn) u.set(px, y);
    else {
      const yc = under(y);
      if (yc.kind === 'Chan' && yc.dir !== 'both') u.set(px, y);
    }
  }
  return true;
}

/** Two interfaces of which one has all methods of the other. */
function nifyInterfacesByMethods(u: Unifier, xi: Interface, yi: Interface, p: IfacePair | null): boolean {
  const xset = typeSetOf(xi);
  const yset = typeSetOf(yi);
  if (xset.comparable !== yset.comparable || !termsEqual(xset.terms, yset.terms)) return false;
  if (pairIsUnderWay(p, xi, yi)) return true;
  const q = new IfacePair(xi, yi, p);
  let few = xset.methods;
  let many = yset.methods;
  if (few.length > many.length) [few, many] = [many, few];
  for (const m of few) {
    const id = idOf(m.pkg, m.name);
    const other = many.find((o) => o.name === m.name && idOf(o.pkg, o.name) === id);
    if (!other || !nify(u, m.typ!, other.typ!, exact, q)) return false;
  }
  return true;
}

/** An interface and a type that must have its methods. */
function nifyMethods(u: Unifier, xi: Interface, y: Type, p: IfacePair | null): boolean {
  for (const xm of typeSetOf(xi).methods) {
    const { obj } = lookupFieldOrMethod(y, false, xm.pkg, xm.name, false);
    if (obj?.kind !== 'Func' || !nify(u, xm.typ!, obj.typ!, exact, p)) return false;
  }
  return true;
}

/** Types that are no type parameters to solve for match if their structures do. */
function nifyStructure(u: Unifier, xorig: Type, yorig: Type, mode: number, p: IfacePair | null): boolean {
  // Elements must match exactly where values are assigned.
  const emode = (mode & assign) !== 0 ? mode | exact : mode;
  const x = unalias(xorig);
  const y = unalias(yorig);
  switch (x.kind) {
    case 'Basic':
      return y.kind === 'Basic' && x.basic === y.basic;
    case 'Array':
      if (y.kind !== 'Array') return false;
      return (x.len < 0 || y.len < 0 || x.len === y.len) && nify(u, x.elem, y.elem, emode, p);
    case 'Slice':
      return y.kind === 'Slice' && nify(u, x.elem, y.elem, emode, p);
    case 'Struct':
      return y.kind === 'Struct' && nifyStructs(u, x, y, emode, p);
    case 'Pointer':
      return y.kind === 'Pointer' && nify(u, x.base, y.base, emode, p);
    case 'Tuple':
      return y.kind === 'Tuple' && nifyTuples(u, x, y, mode, p);
    case 'Signature':
      if (y.kind !== 'Signature' || x.variadic !== y.variadic) return false;
      return nify(u, x.params, y.params, emode, p) && nify(u, x.results, y.results, emode, p);
    case 'Interface':
      return y.kind === 'Interface' && nifyInterfaces(u, x, y, p);
    case 'Map':
      return y.kind === 'Map' && nify(u, x.key, y.key, emode, p) && nify(u, x.elem, y.elem, emode, p);
    case 'Chan':
      if (y.kind !== 'Chan') return false;
      return ((mode & exact) === 0 || x.dir === y.dir) && nify(u, x.elem, y.elem, emode, p);
    case 'Named':
      return y.kind === 'Named' && nifyNamed(u, x, y, mode, p);
    case 'TypeParam': {
      // Not solved for: what all its types have in common stands for it.
      const [cx] = commonUnder(x, null);
      return cx !== null && nify(u, cx, yorig, assign, p);
    }
    default:
      return false;
  }
}

function nifyStructs(u: Unifier, x: Struct, y: Struct, emode: number, p: IfacePair | null): boolean {
  if (x.fields.length !== y.fields.length) return false;
  for (let i = 0; i < x.fields.length; i++) {
    const f = x.fields[i]!;
    const g = y.fields[i]!;
    if (f.embedded !== g.embedded || tagOf(x, i) !== tagOf(y, i) || !sameId(f, g.pkg, g.name, false)) return false;
    if (!nify(u, f.typ!, g.typ!, emode, p)) return false;
  }
  return true;
}

function nifyTuples(u: Unifier, x: Tuple, y: Tuple, mode: number, p: IfacePair | null): boolean {
  if (x.vars.length !== y.vars.length) return false;
  for (let i = 0; i < x.vars.length; i++) {
    if (!nify(u, x.vars[i]!.typ!, y.vars[i]!.typ!, mode, p)) return false;
  }
  return true;
}

/** Interfaces that must have the same methods. */
function nifyInterfaces(u: Unifier, x: Interface, y: Interface, p: IfacePair | null): boolean {
  return sameInterfaces(x, y, p, (f, g, q) => nify(u, f, g, exact, q));
}

/** Type arguments unify first, so that they are known even if the types do not match. */
function nifyNamed(u: Unifier, x: Named, y: Named, mode: number, p: IfacePair | null): boolean {
  const xargs = x.inst?.targs ?? [];
  const yargs = y.inst?.targs ?? [];
  if (xargs.length !== yargs.length) return false;
  for (let i = 0; i < xargs.length; i++) if (!nify(u, xargs[i]!, yargs[i]!, mode, p)) return false;
  return identicalOrigin(x, y);
}
