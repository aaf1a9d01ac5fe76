/**
 * Defined types: loading, instances, underlying types, methods. Follows types2/named.go of Go 1.26.
 *
 * A Named comes from a declaration (its right-hand side is set by decl.ts), from facts (its `loader` is asked once), or
 * from instantiation (its right-hand side is the origin's with type arguments put in, on first need; methods one by
 * one). `unpack` brings a type to where `fromRHS`, `tparams` and the number of methods are known.
 *
 * Invariant: all reading from outside goes through the functions here.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { Context } from './context.ts';
import { objDecl } from './decl.ts';
import { deref, hasPtrRecv } from './lookup.ts';
import { equalFold, type Func, isExported, samePkg, TypeName } from './object.ts';
import type { Package } from './package.ts';
import { cloneFunc, cloneVar, makeSubstMap, replaceRecvType, subst } from './subst.ts';
import {
  hasMethods,
  hasUnder,
  Interface,
  lazyLoaded,
  Named,
  NamedInstance,
  noTypes,
  Pointer,
  Signature,
  type Type,
  type TypeParam,
  unpacked,
} from './type.ts';
import { computeInterfaceTypeSet } from './typeset.ts';
import { universeInvalid } from './universe.ts';

export function newNamed(check: Checker | null, obj: TypeName, fromRHS: Type | null, methods: Func[]): Named {
  const typ = new Named(check, obj, null, fromRHS, methods);
  obj.typ ??= typ;
  if (check) check.cleaners.push(typ);
  return typ;
}

/** A type of an imported package whose parts are loaded on first need. */
export function newNamedLazy(obj: TypeName, loader: NonNullable<Named['loader']>): Named {
  const typ = newNamed(null, obj, null, []);
  typ.loader = loader;
  return typ;
}

export function newNamedInstance(
  check: Checker | null,
  pos: Pos,
  orig: Named,
  targs: readonly Type[],
  expanding: Named | null,
): Named {
  const obj = new TypeName(pos, orig.obj.pkg, orig.obj.name, null);
  const inst = new NamedInstance(orig, targs);
  // Instances met while an instance expands share its context: that ends infinite expansion.
  if (expanding?.inst && namedObj(expanding).pkg === obj.pkg) inst.ctxt = expanding.inst.ctxt;
  const typ = new Named(check, obj, inst, null, []);
  obj.typ = typ;
  if (check) check.cleaners.push(typ);
  return typ;
}

/** Makes right-hand side, type parameters and methods available. */
export function unpack(n: Named): Named {
  if ((n.state & (lazyLoaded | unpacked)) !== 0) return n;
  if (n.inst) unpackInstance(n, n.inst);
  else if (n.loader) load(n, n.loader);
  else n.state |= lazyLoaded | unpacked | hasMethods;
  return n;
}

function unpackInstance(n: Named, inst: NamedInstance): void {
  const orig = unpack(inst.orig);
  n.fromRHS = expandRHS(n, inst);
  n.tparams = orig.tparams;
  n.state |= lazyLoaded | unpacked;
  if (orig.methods.length === 0) {
    n.state |= hasMethods;
    inst.ctxt = null;
  }
}

function load(n: Named, loader: NonNullable<Named['loader']>): void {
  n.loader = null;
  const loaded = loader(n);
  n.tparams = loaded.tparams;
  n.fromRHS = loaded.rhs;
  n.methods = loaded.methods;
  n.state |= lazyLoaded;
  loaded.later?.();
  n.state |= unpacked | hasMethods;
}

/** The declared object; that of the origin for an instance. */
export function namedObj(n: Named): TypeName {
  return n.inst ? n.inst.orig.obj : n.obj;
}

export function namedOrigin(n: Named): Named {
  return n.inst ? n.inst.orig : n;
}

export function typeParamsOf(n: Named): readonly TypeParam[] {
  return unpack(n).tparams;
}

export function typeArgsOf(n: Named): readonly Type[] {
  return n.inst ? n.inst.targs : noTypes;
}

export function numMethods(n: Named): number {
  return unpack(namedOrigin(n)).methods.length;
}

/** The method of that index, with type arguments put in for an instance. */
export function methodAt(n: Named, i: number): Func {
  unpack(n);
  if ((n.state & hasMethods) !== 0) return n.methods[i]!;
  const inst = n.inst!;
  const count = inst.orig.methods.length;
  if (n.methods.length !== count) n.methods = new Array<Func | undefined>(count).fill(undefined);
  let m = n.methods[i];
  if (m) return m;
  m = expandMethod(n, inst, i);
  n.methods[i] = m;
  inst.expandedMethods++;
  if (inst.expandedMethods === count) {
    n.state |= hasMethods;
    inst.ctxt = null;
  }
  return m;
}

function expandMethod(t: Named, inst: NamedInstance, i: number): Func {
  const origm = methodAt(inst.orig, i);
  const { check } = t;
  if (check) objDecl(check, origm);
  const origSig = origm.typ as Signature;
  const [rbase] = deref(origSig.recv!.typ!);
  // An instance by its own receiver type parameters is what the declaration itself talks about.
  if (rbase === t) return origm;

  let sig = origSig;
  // The counts differ only in a program with errors.
  if (origSig.rparams.length === inst.targs.length) {
    const smap = makeSubstMap(origSig.rparams, inst.targs);
    sig = subst(check, origm.pos, origSig, smap, t, contextOf(check)) as Signature;
  }
  if (sig === origSig) sig = copySignature(origSig);
  const rtyp = hasPtrRecv(origm) ? new Pointer(t) : t;
  sig.recv = cloneVar(origSig.recv!, rtyp);
  return cloneFunc(origm, sig);
}

export function copySignature(s: Signature): Signature {
  const copy = new Signature(s.recv, s.params, s.results, s.variadic);
  copy.rparams = s.rparams;
  copy.tparams = s.tparams;
  copy.scope = s.scope;
  return copy;
}

export function addMethod(t: Named, m: Func): void {
  unpack(t);
  if (methodIndexIn(t, m.name, false) < 0) t.methods.push(m);
}

function methodIndexIn(t: Named, name: string, foldCase: boolean): number {
  if (name === '_') return -1;
  const { methods } = t;
  for (let i = 0; i < methods.length; i++) {
    const m = methods[i]!;
    if (m.name === name || (foldCase && equalFold(m.name, name))) return i;
  }
  return -1;
}

/** Index of the method that `name`, written in `pkg`, means; -1 if there is none. */
export function lookupMethodIndex(n: Named, pkg: Package | null, name: string, foldCase: boolean): number {
  unpack(n);
  // One package declares a type and its methods: unexported names of another package cannot match.
  if (!samePkg(namedObj(n).pkg, pkg) && !isExported(name) && !foldCase) return -1;
  return methodIndexIn(unpack(namedOrigin(n)), name, foldCase);
}

/** The underlying type; the invalid type where a declaration in error has none. */
export function namedUnder(n: Named): Type {
  if ((n.state & hasUnder) !== 0) return n.underlying!;
  unpack(n);
  return (n.state & hasUnder) !== 0 ? n.underlying! : resolveUnderlying(n);
}

/**
 * Follows right-hand sides to a type literal or predeclared type. Cycles of names were broken before (cycles.ts); a type
 * whose declaration is being checked right now has no right-hand side yet and becomes invalid.
 */
function resolveUnderlying(n: Named): Type {
  const path: Named[] = [];
  const seen = new Set<Named>();
  let rhs: Type | null = n;
  let u: Type | null = null;
  while (!u) {
    if (!rhs) {
      u = universeInvalid;
    } else if (rhs.kind === 'Alias') {
      rhs = unalias(rhs);
    } else if (rhs.kind !== 'Named') {
      u = rhs;
    } else if ((rhs.state & hasUnder) !== 0) {
      u = rhs.underlying!;
    } else {
      if (seen.has(rhs)) {
        u = universeInvalid;
      } else {
        seen.add(rhs);
        path.push(rhs);
        rhs = unpack(rhs).fromRHS;
      }
    }
  }
  for (const t of path) {
    t.underlying = u;
    t.state |= hasUnder;
  }
  return u;
}

/** Sets the underlying type of a type made outside a check. */
export function setUnderlying(t: Named, u: Type): void {
  t.fromRHS = u;
  t.underlying = u;
  t.state |= lazyLoaded | unpacked | hasMethods | hasUnder;
}

export function contextOf(check: Checker | null): Context {
  if (!check) return new Context();
  check.ctxt ??= new Context();
  return check.ctxt;
}

/** The origin's right-hand side with the type arguments put in. */
function expandRHS(n: Named, inst: NamedInstance): Type {
  inst.ctxt ??= new Context();
  const { orig, targs } = inst;
  const { check } = n;
  if (targs.length !== orig.tparams.length || !orig.fromRHS) return universeInvalid;

  // Entering the instance first makes a recursive occurrence find it instead of expanding again.
  const h = inst.ctxt.instanceHash(orig, targs);
  inst.ctxt.update(h, orig, targs, n);
  const ctxt = check ? contextOf(check) : inst.ctxt;
  const rhs = subst(check, n.obj.pos, orig.fromRHS, makeSubstMap(orig.tparams, targs), n, ctxt);
  return rhs.kind === 'Interface' ? withReceiver(rhs, orig, n) : rhs;
}

/** An interface's methods name the defined type as their receiver: an instance needs its own. */
function withReceiver(iface: Interface, orig: Named, n: Named): Type {
  const { out: methods, copied } = replaceRecvType(iface.methods, orig, n);
  if (!copied) return iface;
  let res = iface;
  if (iface === orig.fromRHS) {
    res = new Interface(n.check, [], iface.embeddeds);
    res.complete = true;
    res.embedPos = iface.embedPos;
    if (n.check) n.check.cleaners.push(res);
  }
  res.methods = methods;
  res.tset = null;
  if (!n.check) computeInterfaceTypeSet(null, noPos, res);
  return res;
}
