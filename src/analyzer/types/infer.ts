/**
 * Type arguments from the types of a call's arguments and from constraints. Follows types2/infer.go of Go 1.26.
 *
 * Three sources in turn: typed arguments, constraints with a core type and methods (until nothing new comes), the default
 * types of untyped constants. What is found may mention other type parameters; these are replaced until none is left.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { type Cause, type ErrorReport, positionString } from './errors.ts';
import { hasAllMethods } from './lookup.ts';
import { contextOf, typeArgsOf } from './named.ts';
import { TypeName, type Var } from './object.ts';
import type { Operand } from './operand.ts';
import { defaultType, isTyped, maxType } from './predicates.ts';
import { makeRenameMap, makeSubstMap, subst } from './subst.ts';
import { noTypeParams, Term, type Tuple, type Type, TypeParam } from './type.ts';
import { typeParamIface } from './typeparam.ts';
import { typeSetIs, typeSetOf } from './typeset.ts';
import { commonUnder } from './under.ts';
import { assign, exact, Unifier, unify } from './unify.ts';
import { allowVersion } from './version.ts';

/**
 * The type arguments for `tparams`, given some (`targs`), and parameters with their arguments. Null if they cannot be
 * found; the reason is added to `err`. `reverse` turns messages around, for a function value that is assigned.
 */
export function infer(
  check: Checker,
  pos: Pos,
  tparams: readonly TypeParam[],
  targs: readonly (Type | null)[],
  params: Tuple,
  args: readonly Operand[],
  reverse: boolean,
  err: ErrorReport,
): Type[] | null {
  const n = tparams.length;
  if (targs.length === n && targs.every((t) => t !== null)) return targs.slice() as Type[];
  for (const arg of args) if (arg.mode === 'invalid') return null;

  const given: (Type | null)[] = tparams.map((_, i) => targs[i] ?? null);
  if (params.vars.length > 0)
    params = subst(check, noPos, params, makeSubstMap(tparams, given), null, contextOf(check)) as Tuple;

  const u = new Unifier(tparams, given, allowVersion(check, 'go1.21'));
  const inference = new Inference(check, pos, tparams, params, args, reverse, err, u);
  const untyped = unifyArguments(inference);
  if (!untyped || !unifyConstraints(inference) || !useUntyped(inference, untyped)) return null;
  return simplify(inference, given);
}

class Inference {
  readonly check: Checker;
  readonly pos: Pos;
  readonly tparams: readonly TypeParam[];
  readonly params: Tuple;
  readonly args: readonly Operand[];
  readonly reverse: boolean;
  readonly err: ErrorReport;
  readonly u: Unifier;
  constructor(
    check: Checker,
    pos: Pos,
    tparams: readonly TypeParam[],
    params: Tuple,
    args: readonly Operand[],
    reverse: boolean,
    err: ErrorReport,
    u: Unifier,
  ) {
    this.check = check;
    this.pos = pos;
    this.tparams = tparams;
    this.params = params;
    this.args = args;
    this.reverse = reverse;
    this.err = err;
    this.u = u;
  }
}

/** Indices of arguments that are untyped constants for a type parameter; null if some typed argument does not match. */
function unifyArguments(inf: Inference): number[] | null {
  const { tparams, u } = inf;
  const untyped: number[] = [];
  for (let i = 0; i < inf.args.length; i++) {
    const arg = inf.args[i]!;
    const par = inf.params.vars[i]!;
    if (!isParameterized(tparams, par.typ!) && !isParameterized(tparams, arg.typ!)) continue;
    if (isTyped(arg.typ!)) {
      if (!unify(u, par.typ!, arg.typ!, assign)) {
        mismatch(inf, par.typ!, arg);
        return null;
      }
    } else if (par.typ!.kind === 'TypeParam' && arg.mode !== 'nilvalue') {
      untyped.push(i);
    }
  }
  return untyped;
}

function mismatch(inf: Inference, tpar: Type, arg: Operand): void {
  const { check, err, tparams, u } = inf;
  const targs = u.inferred(tparams);
  const targ = arg.typ!;
  if (targs.every((t) => t === null)) {
    err.addf(arg, texts.inferNone, targ, arg.expr, tpar, typeParamsString(tparams));
    return;
  }
  const inferred = subst(check, noPos, tpar, makeSubstMap(tparams, targs), null, contextOf(check));
  if (inferred === tpar) err.addf(arg, texts.inferNoMatch, targ, arg.expr, tpar);
  else if (inf.reverse) err.addf(arg, texts.inferMismatchReverse, inferred, tpar, targ, arg.expr);
  else err.addf(arg, texts.inferMismatch, targ, arg.expr, inferred, tpar);
}

/** Unifies type parameters with their constraints as long as that says something new. */
function unifyConstraints(inf: Inference): boolean {
  const { tparams, u } = inf;
  for (;;) {
    const before = u.unknowns();
    for (const tpar of tparams) if (!unifyConstraint(inf, tpar)) return false;
    if (u.unknowns() === before) return true;
  }
}

function unifyConstraint(inf: Inference, tpar: TypeParam): boolean {
  const { u, err, pos } = inf;
  const tx = u.at(tpar);
  const core = coreTerm(tpar);
  if (core) {
    if (tx) {
      if (!unify(u, tx, core.term.typ!, 0)) {
        err.addf(pos, texts.inferUnsatisfied, tpar, tx, tpar.bound);
        return false;
      }
    } else if (core.single && !core.term.tilde) {
      u.set(tpar, core.term.typ!);
    }
  }
  // The methods of a type that still has open type parameters are not final.
  if (!tx || isParameterized(inf.tparams, tx)) return true;
  const constraint = typeParamIface(tpar);
  const cause: Cause = { text: '' };
  if (hasAllMethods(inf.check, tx, constraint, true, (x, y) => unify(u, x, y, exact), cause)) return true;
  err.addf(pos, texts.inferUnsatisfiedCause, tpar, tx, tpar.bound, cause.text);
  return false;
}

/** Type parameters without a type take the default type of their untyped arguments, the largest of several. */
function useUntyped(inf: Inference, untyped: readonly number[]): boolean {
  const { u } = inf;
  const max = new Map<TypeParam, Type>();
  for (const index of untyped) {
    const tpar = inf.params.vars[index]!.typ as TypeParam;
    if (u.at(tpar)) continue;
    const arg = inf.args[index]!;
    const known = max.get(tpar);
    const m = known ? maxType(known, arg.typ!) : arg.typ!;
    if (!m) {
      inf.err.addf(arg, texts.inferUntyped, known!, arg.typ!, tpar);
      return false;
    }
    max.set(tpar, m);
  }
  for (const [tpar, typ] of max) u.set(tpar, defaultType(typ));
  return true;
}

/** Replaces type parameters in the inferred types by what was inferred for them; null if some cannot be known. */
function simplify(inf: Inference, given: readonly (Type | null)[]): Type[] | null {
  const { check, tparams } = inf;
  const inferred = inf.u.inferred(tparams);
  killCycles(tparams, inferred);
  let dirty = inferred.map((_, i) => i).filter((i) => inferred[i] && !given[i]);
  while (dirty.length > 0) {
    const smap = makeSubstMap(tparams, inferred);
    const again: number[] = [];
    for (const i of dirty) {
      const t0 = inferred[i]!;
      const t1 = subst(check, noPos, t0, smap, null, contextOf(check));
      if (t1 === t0) continue;
      // A generic function that was an argument is not generic any more once its type parameters are known.
      if (t1.kind === 'Signature' && t1.tparams.length > 0 && !isParameterized(tparams, t1)) t1.tparams = noTypeParams;
      inferred[i] = t1;
      again.push(i);
    }
    dirty = again;
  }
  for (let i = 0; i < inferred.length; i++) {
    const typ = inferred[i];
    if (typ && !isParameterized(tparams, typ)) continue;
    const { obj } = tparams[i]!;
    inf.err.addf(inf.pos, texts.cannotInfer, obj.name, positionString(check, obj.pos));
    return null;
  }
  return inferred as Type[];
}

/** New type parameters in the place of `tparams`, so that a recursive call does not confuse those with its own. */
export function renameTParams(
  check: Checker,
  pos: Pos,
  tparams: readonly TypeParam[],
  typ: Type,
): { readonly tparams: readonly TypeParam[]; readonly typ: Type } {
  if (tparams.length === 0) return { tparams, typ };
  const renamed = tparams.map((t) => {
    const obj = new TypeName(t.obj.pos, t.obj.pkg, t.obj.name, null);
    const copy = new TypeParam(null, ++check.nextID, obj, t.bound);
    obj.typ = copy;
    copy.index = t.index;
    return copy;
  });
  const renameMap = makeRenameMap(tparams, renamed);
  const ctxt = contextOf(check);
  for (const t of renamed) t.bound = subst(check, pos, t.bound, renameMap, null, ctxt);
  return { tparams: renamed, typ: subst(check, pos, typ, renameMap, null, ctxt) };
}

/** `P`, `P and Q`, `P, Q, and R`. */
export function typeParamsString(list: readonly TypeParam[]): string {
  const names = list.map((t) => t.obj.name);
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** Reports whether `typ` mentions one of `tparams`. */
export function isParameterized(tparams: readonly TypeParam[], typ: Type): boolean {
  if (typ.kind === 'Basic') return false;
  if (typ.kind === 'TypeParam') return tparams.includes(typ);
  return mentionsTypeParam(tparams, typ, new Map());
}

function mentionsTypeParam(tparams: readonly TypeParam[], typ: Type, seen: Map<Type, boolean>): boolean {
  if (typ.kind === 'Basic') return false;
  if (typ.kind === 'TypeParam') return tparams.includes(typ);
  const known = seen.get(typ);
  if (known !== undefined) return known;
  seen.set(typ, false);
  const res = partsMentionTypeParam(tparams, typ, seen);
  seen.set(typ, res);
  return res;
}

function partsMentionTypeParam(tparams: readonly TypeParam[], t: Type, seen: Map<Type, boolean>): boolean {
  switch (t.kind) {
    case 'Alias':
      return mentionsTypeParam(tparams, unalias(t), seen);
    case 'Array':
    case 'Slice':
    case 'Chan':
      return mentionsTypeParam(tparams, t.elem, seen);
    case 'Pointer':
      return mentionsTypeParam(tparams, t.base, seen);
    case 'Struct':
      return varsMention(tparams, t.fields, seen);
    case 'Tuple':
      return varsMention(tparams, t.vars, seen);
    case 'Signature':
      // Its own type parameters, and the receiver's, are none of ours.
      return varsMention(tparams, t.params.vars, seen) || varsMention(tparams, t.results.vars, seen);
    case 'Interface': {
      const tset = typeSetOf(t);
      for (const m of tset.methods) if (mentionsTypeParam(tparams, m.typ!, seen)) return true;
      return typeSetIs(tset, (term) => term !== null && mentionsTypeParam(tparams, term.typ!, seen));
    }
    case 'Map':
      return mentionsTypeParam(tparams, t.key, seen) || mentionsTypeParam(tparams, t.elem, seen);
    case 'Named':
      for (const targ of typeArgsOf(t)) if (mentionsTypeParam(tparams, targ, seen)) return true;
      return false;
    default:
      return false;
  }
}

function varsMention(tparams: readonly TypeParam[], vars: readonly Var[], seen: Map<Type, boolean>): boolean {
  for (const v of vars) if (mentionsTypeParam(tparams, v.typ!, seen)) return true;
  return false;
}

/** The one term of tpar's constraint, or its core type as a term; null if there is neither. */
function coreTerm(tpar: TypeParam): { readonly term: Term; readonly single: boolean } | null {
  let n = 0;
  let single: Term | null = null;
  let tilde = false;
  typeSetIs(typeSetOf(typeParamIface(tpar)), (t) => {
    if (!t) return false;
    n++;
    single = t;
    if (t.tilde) tilde = true;
    return true;
  });
  if (n === 1) return { term: single!, single: true };
  if (n === 0) return null;
  const [typ] = commonUnder(tpar, null);
  return typ ? { term: new Term(tilde, typ), single: false } : null;
}

/** Takes away inferred types that contain the type parameter that they are for: replacing would never end. */
function killCycles(tparams: readonly TypeParam[], inferred: (Type | null)[]): void {
  const finder = new CycleFinder(tparams, inferred);
  for (const t of tparams) finder.typ(t);
}

class CycleFinder {
  readonly tparams: readonly TypeParam[];
  readonly inferred: (Type | null)[];
  readonly seen = new Set<Type>();
  constructor(tparams: readonly TypeParam[], inferred: (Type | null)[]) {
    this.tparams = tparams;
    this.inferred = inferred;
  }

  typ(typ: Type): void {
    const t = unalias(typ);
    if (t.kind === 'Basic') return;
    if (this.seen.has(t)) {
      const i = t.kind === 'TypeParam' ? this.tparams.indexOf(t) : -1;
      if (i >= 0) this.inferred[i] = null;
      return;
    }
    this.seen.add(t);
    this.parts(t);
    this.seen.delete(t);
  }

  private parts(t: Type): void {
    switch (t.kind) {
      case 'Array':
      case 'Slice':
      case 'Chan':
        this.typ(t.elem);
        return;
      case 'Pointer':
        this.typ(t.base);
        return;
      case 'Struct':
        this.vars(t.fields);
        return;
      case 'Signature':
        this.vars(t.params.vars);
        this.vars(t.results.vars);
        return;
      case 'Union':
        for (const term of t.terms) this.typ(term.typ!);
        return;
      case 'Interface':
        for (const m of t.methods) this.typ(m.typ!);
        for (const e of t.embeddeds) this.typ(e);
        return;
      case 'Map':
        this.typ(t.key);
        this.typ(t.elem);
        return;
      case 'Named':
        for (const targ of typeArgsOf(t)) this.typ(targ);
        return;
      case 'TypeParam': {
        const i = this.tparams.indexOf(t);
        const known = i >= 0 ? this.inferred[i] : null;
        if (known) this.typ(known);
      }
    }
  }

  private vars(vars: readonly Var[]): void {
    for (const v of vars) this.typ(v.typ!);
  }
}
