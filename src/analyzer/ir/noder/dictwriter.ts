/**
 * Lays out the dictionary of a generic function or type: walks the bodies in the order in which gc writes them and notes
 * what has to be looked up at run time. Follows noder/writer.go (Go 1.26).
 *
 * What a word is for shows nowhere; how many there are and where they stand does, in the printed form of calls:
 * `f[go.shape.int]((*[4]uintptr)(.dict[1]), x)`.
 */
import type * as syntax from '../../syntax/tree.ts';
import { unalias } from '../../types/alias.ts';
import type { Selection } from '../../types/info.ts';
import type { Func as FuncObj, Var } from '../../types/object.ts';
import { originOf } from '../../types/object.ts';
import { defaultType, identical } from '../../types/predicates.ts';
import type { Signature, Type, TypeParam } from '../../types/type.ts';
import * as ty from '../type.ts';
import { Checked } from './checked.ts';
import { isDerived } from './derived.ts';
import { expr } from './dictexpr.ts';
import { DictLayout } from './dictionary.ts';
import { walkBody } from './dictwalk.ts';
import type { FuncSource, Noder } from './noder.ts';
import { rewriteRangeFuncs } from './rangefunc.ts';
import { derefType } from './selection.ts';

/** The layout for generic functions that share a dictionary: one function, or the methods of a type in their order. */
export function layoutDict(noder: Noder, funcs: readonly { obj: FuncObj; source: FuncSource }[]): DictLayout {
  const layout = new DictLayout();
  for (const { obj, source } of funcs) {
    const sig = obj.typ as Signature;
    const ranges = rewriteRangeFuncs(noder.pkg, source.info, source.file, source.decl.body, sig);
    const tparams = sig.recv === null ? sig.tparams : sig.rparams;
    layout.begin(tparams);
    new DictWriter(layout, new Checked(source.info, ranges), tparams).func(sig, source.decl.body);
  }
  layout.finish();
  return layout;
}

export class DictWriter {
  readonly c: Checked;
  private readonly layout: DictLayout;
  private readonly declared: { readonly tparams: readonly TypeParam[] };

  constructor(layout: DictLayout, c: Checked, tparams: readonly TypeParam[]) {
    this.layout = layout;
    this.c = c;
    this.declared = { tparams };
  }

  func(sig: Signature, body: syntax.BlockStmt | null): void {
    if (sig.recv !== null) this.local(sig.recv);
    for (const v of sig.params.vars) this.local(v);
    for (const v of sig.results.vars) this.local(v);
    if (body !== null) walkBody(this, sig, body);
  }

  private derived(t: Type): boolean {
    return isDerived(t, this.declared);
  }

  local(v: Var): void {
    this.rtypeOf(v.typ!);
  }

  rtype(t: Type): void {
    this.rtypeOf(defaultType(t));
  }

  private rtypeOf(t: Type): void {
    if (this.derived(t)) this.layout.rtype(t);
  }

  /** A value of type src becomes one of type dst. */
  convRTTI(src: Type, dst: Type): void {
    const t = defaultType(src);
    const iface = defaultType(dst);
    this.rtypeOf(t);
    this.rtypeOf(iface);
    if (this.derived(t) || this.derived(iface)) this.layout.itab(t, iface);
  }

  /** The type e, asserted of an iface; null where none is asserted. */
  exprType(iface: Type | null, e: syntax.Expr): void {
    const t = this.c.tv(e)!.type;
    if (iface !== null && !ty.isEmptyInterface(iface)) this.convRTTI(t, iface);
    else this.rtype(t);
  }

  funcInst(obj: FuncObj, targs: readonly Type[]): void {
    if (targs.some((t) => this.derived(t))) this.layout.subdict(obj, targs);
  }

  methodExpr(recv: Type, sel: Selection): void {
    const of = unalias(recv);
    if (of.kind === 'TypeParam') {
      this.layout.methodExpr(of.index, originOf(sel.obj as FuncObj));
      return;
    }
    if (ty.isInterface(recv)) return;
    const named = unalias(derefType(recv));
    if (named.kind === 'Named' && named.inst && this.derived(named)) {
      this.layout.subdict(named.inst.orig, named.inst.targs);
    }
  }

  /** e where a dst is wanted; null wants nothing in particular. */
  convert(dst: Type | null, e: syntax.Expr, implicit = true): void {
    if (dst !== null) {
      const src = this.c.rawType(e);
      if (!implicit || !identical(src, dst)) this.convRTTI(src, dst);
    }
    expr(this, e);
  }

  /** Expressions of which the i-th becomes a dstType(i). */
  multi(dstType: (i: number) => Type | null, exprs: readonly syntax.Expr[]): void {
    const tuple = exprs.length === 1 ? this.c.rawType(exprs[0]!) : null;
    if (tuple?.kind !== 'Tuple') {
      exprs.forEach((e, i) => {
        this.convert(dstType(i), e);
      });
      return;
    }
    expr(this, exprs[0]!);
    tuple.vars.forEach((v, i) => {
      const dst = dstType(i);
      if (dst !== null && !identical(v.typ!, dst)) this.convRTTI(v.typ!, dst);
    });
  }
}
