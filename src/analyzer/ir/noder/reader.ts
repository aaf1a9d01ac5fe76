/**
 * State of reading one function body: its variables, what it captures, the type arguments it is read with.
 * Follows the `reader` of noder/reader.go and the `writer` of noder/writer.go (Go 1.26), which do in two steps what is
 * one here.
 */
import type { Pos } from '../../base/pos.ts';
import { Unsupported } from '../../base/unsupported.ts';
import type * as syntax from '../../syntax/tree.ts';
import type { Info, TypeAndValue } from '../../types/info.ts';
import type { Obj, Var } from '../../types/object.ts';
import type { Signature, Type } from '../../types/type.ts';
import type { Expr } from '../expr.ts';
import type { Func } from '../func.ts';
import type { Name } from '../name.ts';
import { newClosureVar, newLocal } from '../name.ts';
import type { Node } from '../node.ts';
import { newAssign, newDecl } from '../stmt.ts';
import type { DictLayout } from './dictionary.ts';
import type { Generic } from './genericuses.ts';
import type { Noder } from './noder.ts';
import type { RangeFuncs } from './rangefunc.ts';
import type { Dict } from './types.ts';

export class Reader {
  readonly noder: Noder;
  readonly info: Info;
  readonly file: syntax.File;
  readonly fn: Func;
  /** The function around a literal. */
  readonly outer: Reader | null;
  readonly dict: Dict | null;
  /** Type of the function being read, with the checker's variables. */
  readonly sig: Signature;
  readonly rangeFuncs: RangeFuncs | null;
  readonly locals = new Map<Var, Name>();
  readonly captured = new Map<Var, Name>();
  /** Conditions without the operands that cannot matter (prune.ts). */
  private simplified: Map<syntax.Expr, TypeAndValue> | null = null;
  /** The parameter (or captured parameter) that holds the dictionary. */
  dictParam: Name | null = null;
  /** Set in the reader of the instance itself. */
  layout: DictLayout | null = null;
  /** The generic function, or the type of the method, that is being read on shapes. */
  generic: Generic | null;
  /** Where gc's global "current position" stands; nodes without a better place get it. */
  basePos: Pos;

  constructor(
    noder: Noder,
    info: Info,
    file: syntax.File,
    fn: Func,
    sig: Signature,
    outer: Reader | null,
    dict: Dict | null,
    rangeFuncs: RangeFuncs | null,
  ) {
    this.noder = noder;
    this.info = info;
    this.file = file;
    this.fn = fn;
    this.sig = sig;
    this.outer = outer;
    this.dict = dict;
    this.rangeFuncs = rangeFuncs;
    this.generic = outer === null ? null : outer.generic;
    this.basePos = fn.pos;
  }

  /** The IR's type for one of the checker's. */
  typ(t: Type): Type {
    return this.dict ? this.dict.typ(t) : this.noder.types.plain(t);
  }

  /** Code for the checker's type t needs it at run time. */
  needType(t: Type): void {
    if (this.generic !== null) this.noder.genericUses.noteType(this.generic, this.dict!, t);
  }

  tv(e: syntax.Expr): TypeAndValue | undefined {
    return this.info.types.get(e) ?? this.rangeFuncs?.types.get(e) ?? this.simplified?.get(e);
  }

  /** Gives `copy`, which stands for e from now on, e's type. */
  replace(e: syntax.Expr, copy: syntax.Expr): syntax.Expr {
    this.simplified ??= new Map();
    const tv = this.tv(e);
    if (tv !== undefined) this.simplified.set(copy, tv);
    return copy;
  }

  /** The checker's type of a value, for deciding about conversions. */
  rawType(e: syntax.Expr): Type {
    if (e.kind === 'Name') {
      const inst = this.info.instances.get(e);
      if (inst) return inst.type;
    }
    const tv = this.tv(e);
    if (tv) return tv.type;
    const obj = e.kind === 'Name' ? this.use(e) : undefined;
    if (obj?.typ) return obj.typ;
    throw new Unsupported(e.pos, 'expression without type');
  }

  typeOf(e: syntax.Expr): Type {
    return this.typ(this.rawType(e));
  }

  use(name: syntax.Name): Obj | undefined {
    return this.rangeFuncs?.uses.get(name) ?? this.info.uses.get(name);
  }

  def(name: syntax.Name): Obj | null | undefined {
    return this.rangeFuncs?.defs.get(name) ?? this.info.defs.get(name);
  }

  addLocal(obj: Var, name: Name): void {
    this.locals.set(obj, name);
    if (this.generic !== null) this.needType(obj.typ!);
  }

  /** The name for a variable of this function or of one around it. */
  useLocal(pos: Pos, obj: Var): Name {
    const own = this.locals.get(obj) ?? this.captured.get(obj);
    if (own !== undefined) return own;
    if (this.outer === null) throw new Unsupported(pos, `variable ${obj.name} without declaration`);
    const name = newClosureVar(pos, this.fn, this.outer.useLocal(pos, obj));
    this.captured.set(obj, name);
    return name;
  }

  temp(pos: Pos, type: Type): Name {
    return newTemp(this.fn, pos, type, this.noder.local);
  }

  /** A temporary that holds expr; its declaration and assignment go to init. */
  tempCopy(pos: Pos, expr: Expr, init: Node[]): Name {
    const tmp = this.temp(pos, expr.type);
    init.push(newDecl(pos, tmp), newAssign(pos, tmp, expr));
    // As in gc, the definition is not the statement that runs: such temporaries count as reassigned.
    const defn = newAssign(pos, tmp, expr, true);
    tmp.defn = defn;
    return tmp;
  }

  unsupported(pos: Pos, what: string): never {
    throw new Unsupported(pos, what);
  }
}

/** gc's typecheck.TempAt: numbered by the declarations so far. */
export function newTemp(fn: Func, pos: Pos, type: Type, local: Name['sym']['pkg']): Name {
  const tmp = newLocal(fn, pos, { pkg: local, name: `.autotmp_${fn.dcl.length}` }, type);
  tmp.autoTemp = true;
  return tmp;
}
