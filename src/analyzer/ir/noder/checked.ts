/** What the checker found in one function body, with what the range-over-func rewrite made up for it. */
import { Unsupported } from '../../base/unsupported.ts';
import type * as syntax from '../../syntax/tree.ts';
import type { Info, TypeAndValue } from '../../types/info.ts';
import type { Obj } from '../../types/object.ts';
import type { Type } from '../../types/type.ts';
import type { RangeFuncs } from './rangefunc.ts';

export class Checked {
  readonly info: Info;
  readonly rangeFuncs: RangeFuncs | null;
  /** Conditions without the operands that cannot matter (prune.ts). */
  private simplified: Map<syntax.Expr, TypeAndValue> | null = null;

  constructor(info: Info, rangeFuncs: RangeFuncs | null) {
    this.info = info;
    this.rangeFuncs = rangeFuncs;
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

  use(name: syntax.Name): Obj | undefined {
    return this.rangeFuncs?.uses.get(name) ?? this.info.uses.get(name);
  }

  def(name: syntax.Name): Obj | null | undefined {
    return this.rangeFuncs?.defs.get(name) ?? this.info.defs.get(name);
  }

  /** What stands for a statement after the rewrite. */
  rewritten(stmt: syntax.Stmt): syntax.Stmt {
    return this.rangeFuncs?.replaced.get(stmt) ?? stmt;
  }
}
