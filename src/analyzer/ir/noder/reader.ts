/**
 * State of reading one function body: its variables, what it captures, the type arguments it is read with.
 * Follows the `reader` of noder/reader.go and the `writer` of noder/writer.go (Go 1.26), which do in two steps what is
 * one here.
 */
import type { Pos } from '../../base/pos.ts';
import { Unsupported } from '../../base/unsupported.ts';
import type * as syntax from '../../syntax/tree.ts';
import type { Info } from '../../types/info.ts';
import type { Var } from '../../types/object.ts';
import type { Signature, Type } from '../../types/type.ts';
import type { Expr } from '../expr.ts';
import type { Func } from '../func.ts';
import type { Name } from '../name.ts';
import { newClosureVar, newLocal } from '../name.ts';
import type { Node } from '../node.ts';
import { newAssign, newDecl } from '../stmt.ts';
import { Checked } from './checked.ts';
import type { DictLayout } from './dictionary.ts';
import type { Noder } from './noder.ts';
import type { RangeFuncs } from './rangefunc.ts';
import type { Dict } from './types.ts';

export class Reader extends Checked {
  readonly noder: Noder;
  readonly file: syntax.File;
  readonly fn: Func;
  /** The function around a literal. */
  readonly outer: Reader | null;
  readonly dict: Dict | null;
  /** Type of the function being read, with the checker's variables. */
  readonly sig: Signature;
  readonly locals = new Map<Var, Name>();
  readonly captured = new Map<Var, Name>();
  /** The parameter (or captured parameter) that holds the dictionary. */
  dictParam: Name | null = null;
  /** Set in the reader of the instance itself. */
  layout: DictLayout | null = null;
  /** What is read is part of an expression that has a type: not a statement, nor a call with no or several results. */
  inTypedExpr = false;
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
    super(info, rangeFuncs);
    this.noder = noder;
    this.file = file;
    this.fn = fn;
    this.sig = sig;
    this.outer = outer;
    this.dict = dict;
    this.basePos = fn.pos;
  }

  /** The IR's type for one of the checker's. */
  typ(t: Type): Type {
    const type = this.dict ? this.dict.typ(t) : this.noder.types.plain(t);
    this.noder.reading.typ(type);
    return type;
  }

  typeOf(e: syntax.Expr): Type {
    const t = this.rawType(e);
    return this.dict ? this.dict.typ(t) : this.noder.types.plain(t);
  }

  addLocal(obj: Var, name: Name): void {
    this.locals.set(obj, name);
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
    const defn = newAssign(pos, tmp, expr, true);
    // As in gc up to 1.26, the definition is not the statement that runs: such temporaries count as reassigned.
    const as = this.noder.options.copiesDefine === true ? defn : newAssign(pos, tmp, expr);
    init.push(newDecl(pos, tmp), as);
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
