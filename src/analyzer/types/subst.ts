/**
 * Putting types in the place of type parameters. Follows types2/subst.go of Go 1.26.
 *
 * Invariants: a type without any of the type parameters comes back as itself, so sameness tells whether something
 * changed. Defined types are not entered: their instances are found or made, and expand on demand. Receivers are left
 * alone; whoever owns the method replaces them.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { newAliasInstance } from './alias.ts';
import type { Checker } from './checker.ts';
import type { Context } from './context.ts';
import { instance } from './instantiate.ts';
import { namedOrigin, typeArgsOf, typeParamsOf } from './named.ts';
import { Func, originOf, Var } from './object.ts';
import {
  type Alias,
  ArrayType,
  Chan,
  Interface,
  MapType,
  type Named,
  Pointer,
  Signature,
  Slice,
  Struct,
  Term,
  Tuple,
  type Type,
  type TypeParam,
  Union,
} from './type.ts';
import { computeInterfaceTypeSet } from './typeset.ts';
import { Typ } from './universe.ts';

export type SubstMap = Map<TypeParam, Type>;

/** Pairs type parameters with type arguments; a missing argument leaves its parameter alone. */
export function makeSubstMap(tpars: readonly TypeParam[], targs: readonly (Type | null)[]): SubstMap {
  const proj: SubstMap = new Map();
  for (let i = 0; i < tpars.length; i++) {
    const targ = targs[i];
    if (targ) proj.set(tpars[i]!, targ);
  }
  return proj;
}

/** Pairs type parameters with the type parameters that they become. */
export function makeRenameMap(from: readonly TypeParam[], to: readonly TypeParam[]): SubstMap {
  return makeSubstMap(from, to);
}

/**
 * `typ` with the map's types in place of its type parameters. `expanding` is the instance that is being expanded, if
 * any; new instances enter its context, or `ctxt`.
 */
export function subst(
  check: Checker | null,
  pos: Pos,
  typ: Type,
  smap: SubstMap,
  expanding: Named | null,
  ctxt: Context | null,
): Type {
  if (smap.size === 0 || typ.kind === 'Basic') return typ;
  if (typ.kind === 'TypeParam') return smap.get(typ) ?? typ;
  return substType(new Subster(check, pos, smap, expanding, ctxt), typ);
}

class Subster {
  readonly check: Checker | null;
  readonly pos: Pos;
  readonly smap: SubstMap;
  readonly expanding: Named | null;
  readonly ctxt: Context | null;
  /** Instances that were met: a type may mention one many times at each level. */
  known: Map<Named, Type> | null = null;
  constructor(check: Checker | null, pos: Pos, smap: SubstMap, expanding: Named | null, ctxt: Context | null) {
    this.check = check;
    this.pos = pos;
    this.smap = smap;
    this.expanding = expanding;
    this.ctxt = ctxt;
  }
}

function substType(s: Subster, typ: Type): Type {
  switch (typ.kind) {
    case 'Basic':
      return typ;
    case 'TypeParam':
      return s.smap.get(typ) ?? typ;
    case 'Alias':
      return substAlias(s, typ);
    case 'Array': {
      const elem = substType(s, typ.elem);
      return elem === typ.elem ? typ : new ArrayType(elem, typ.len);
    }
    case 'Slice': {
      const elem = substType(s, typ.elem);
      return elem === typ.elem ? typ : new Slice(elem);
    }
    case 'Struct': {
      const fields = substList(s, typ.fields, substVar);
      return fields === typ.fields ? typ : new Struct(fields, typ.tags);
    }
    case 'Pointer': {
      const base = substType(s, typ.base);
      return base === typ.base ? typ : new Pointer(base);
    }
    case 'Tuple':
      return substTuple(s, typ);
    case 'Signature':
      return substSignature(s, typ);
    case 'Union': {
      const terms = substList(s, typ.terms, substTerm);
      return terms === typ.terms ? typ : new Union(terms as Term[]);
    }
    case 'Interface':
      return substInterface(s, typ);
    case 'Map': {
      const key = substType(s, typ.key);
      const elem = substType(s, typ.elem);
      return key === typ.key && elem === typ.elem ? typ : new MapType(key, elem);
    }
    case 'Chan': {
      const elem = substType(s, typ.elem);
      return elem === typ.elem ? typ : new Chan(typ.dir, elem);
    }
    case 'Named':
      return substNamed(s, typ);
  }
}

function substAlias(s: Subster, t: Alias): Type {
  const n = t.orig.tparams.length;
  if (n === 0) return t;
  if (t.targs.length !== n) return Typ[0]!;
  const targs = substList(s, t.targs, substType);
  return targs === t.targs ? t : newAliasInstance(s.check, s.pos, t.orig, targs, s.expanding, s.ctxt as Context);
}

function substNamed(s: Subster, t: Named): Type {
  const args = typeArgsOf(t);
  // Asking t itself for its type parameters could expand it.
  const orig = namedOrigin(t);
  const n = typeParamsOf(orig).length;
  if (n === 0) return t;
  if (args.length !== n) return Typ[0]!;
  const known = s.known?.get(t);
  if (known) return known;
  const targs = substList(s, args, substType);
  const res = targs === args ? t : instance(s.check, s.pos, orig, targs, s.expanding, s.ctxt);
  s.known ??= new Map();
  s.known.set(t, res);
  return res;
}

function substSignature(s: Subster, t: Signature): Type {
  const params = substTuple(s, t.params);
  const results = substTuple(s, t.results);
  if (params === t.params && results === t.results) return t;
  const sig = new Signature(t.recv, params, results, t.variadic);
  sig.rparams = t.rparams;
  sig.tparams = t.tparams;
  return sig;
}

function substInterface(s: Subster, t: Interface): Type {
  const methods = substList(s, t.methods, substFunc);
  const embeddeds = substList(s, t.embeddeds, substType);
  if (methods === t.methods && embeddeds === t.embeddeds) return t;
  const iface = new Interface(s.check, [], embeddeds as Type[]);
  if (s.check) s.check.cleaners.push(iface);
  iface.embedPos = t.embedPos;
  iface.implicit = t.implicit;
  iface.complete = t.complete;
  // Methods whose receiver is the old interface get the new one.
  iface.methods = replaceRecvType(methods as Func[], t, iface).out;
  if (!s.check) computeInterfaceTypeSet(null, noPos, iface);
  return iface;
}

function substTuple(s: Subster, t: Tuple): Tuple {
  const vars = substList(s, t.vars, substVar);
  return vars === t.vars ? t : new Tuple(vars);
}

function substVar(s: Subster, v: Var): Var {
  const typ = substType(s, v.typ!);
  return typ === v.typ ? v : cloneVar(v, typ);
}

function substFunc(s: Subster, f: Func): Func {
  const typ = substType(s, f.typ!);
  return typ === f.typ ? f : cloneFunc(f, typ);
}

function substTerm(s: Subster, t: Term): Term {
  const typ = substType(s, t.typ!);
  return typ === t.typ ? t : new Term(t.tilde, typ);
}

/** The list with each element replaced; the same list if nothing changed. */
function substList<T>(s: Subster, list: readonly T[], f: (s: Subster, x: T) => T): readonly T[] {
  let out: T[] | null = null;
  for (let i = 0; i < list.length; i++) {
    const x = list[i]!;
    const y = f(s, x);
    if (y === x) continue;
    out ??= list.slice();
    out[i] = y;
  }
  return out ?? list;
}

export function cloneVar(v: Var, typ: Type): Var {
  const copy = new Var(v.varKind, v.pos, v.pkg, v.name, typ, v.embedded);
  copy.parent = v.parent;
  copy.order = v.order;
  copy.scopePos = v.scopePos;
  copy.used = v.used;
  copy.origin = originOf(v);
  return copy;
}

export function cloneFunc(f: Func, typ: Type): Func {
  const copy = new Func(f.pos, f.pkg, f.name, typ);
  copy.parent = f.parent;
  copy.order = f.order;
  copy.scopePos = f.scopePos;
  copy.ptrRecv = f.ptrRecv;
  copy.origin = originOf(f);
  return copy;
}

/** Methods whose receiver has type `old` are replaced by copies whose receiver has type `typ`. */
export function replaceRecvType(
  list: Func[],
  old: Type,
  typ: Type,
): { readonly out: Func[]; readonly copied: boolean } {
  let out = list;
  for (let i = 0; i < list.length; i++) {
    const sig = list[i]!.typ as Signature;
    if (sig.recv === null || sig.recv.typ !== old) continue;
    if (out === list) out = list.slice();
    const copy = new Signature(cloneVar(sig.recv, typ), sig.params, sig.results, sig.variadic);
    copy.rparams = sig.rparams;
    copy.tparams = sig.tparams;
    copy.scope = sig.scope;
    out[i] = cloneFunc(list[i]!, copy);
  }
  return { out, copied: out !== list };
}
