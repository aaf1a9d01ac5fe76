/**
 * The instances that exist: one object for each list of identical type arguments. Follows types2/context.go of Go 1.26.
 *
 * Invariant: a hash finds candidates, identity decides; a weak hash costs time, never truth.
 */
import { identical, identicalInstance } from './predicates.ts';
import type { Type } from './type.ts';
import { instanceHashString } from './typestring.ts';

interface ContextEntry {
  readonly orig: Type;
  readonly targs: readonly Type[];
  readonly instance: Type;
}

export class Context {
  private readonly typeMap = new Map<string, ContextEntry[]>();
  private readonly ids = new Map<object, number>();

  instanceHash(orig: Type, targs: readonly Type[]): string {
    return instanceHashString(this, orig, targs);
  }

  /** The instance of `orig` with `targs`, or null. */
  lookup(h: string, orig: Type, targs: readonly Type[]): Type | null {
    const entries = this.typeMap.get(h);
    if (!entries) return null;
    for (const e of entries) if (identicalInstance(orig, targs, e.orig, e.targs)) return e.instance;
    return null;
  }

  /** Enters `inst`, unless an identical type is there, which is returned then. */
  update(h: string, orig: Type, targs: readonly Type[], inst: Type): Type {
    const entries = this.typeMap.get(h);
    if (!entries) {
      this.typeMap.set(h, [{ orig, targs, instance: inst }]);
      return inst;
    }
    for (const e of entries) if (identical(inst, e.instance)) return e.instance;
    entries.push({ orig, targs, instance: inst });
    return inst;
  }

  /** A number for `t` that no other object has in this context. */
  getID(t: object): number {
    let id = this.ids.get(t);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(t, id);
    }
    return id;
  }
}
