/**
 * Which types the dictionary of a generic function or type holds: reading its body notes them with their type
 * parameters, and every concrete instance then has them with its type arguments put in. Instances of generic types that
 * appear so get their methods compiled. Follows dictNameOf of noder/reader.go (Go 1.26).
 */
import type { Func as FuncObj } from '../../types/object.ts';
import type { Named, Type, TypeParam } from '../../types/type.ts';
import { isDerived } from './derived.ts';
import { Dict, type TypeTable } from './types.ts';

/** A generic function, or a generic type whose methods share a dictionary. */
export type Generic = FuncObj | Named;

interface Use {
  readonly tparams: readonly TypeParam[];
  readonly type: Type;
}

/** A generic function or type that the body uses with type arguments of its own. */
interface Subdict {
  readonly tparams: readonly TypeParam[];
  readonly generic: Generic;
  readonly targs: readonly Type[];
}

class Uses {
  readonly types: Use[] = [];
  readonly subdicts: Subdict[] = [];
  readonly seen = new Set<Type>();
}

/** A dictionary that exists at run time, with how far its entries have been looked at. */
interface Concrete {
  readonly uses: Uses;
  readonly targs: readonly Type[];
  types: number;
  subdicts: number;
}

export class GenericUses {
  private readonly table: TypeTable;
  private readonly uses = new Map<Generic, Uses>();
  private readonly concrete: Concrete[] = [];
  private readonly known = new Set<string>();

  constructor(table: TypeTable) {
    this.table = table;
  }

  private of(generic: Generic): Uses {
    let uses = this.uses.get(generic);
    if (uses === undefined) this.uses.set(generic, (uses = new Uses()));
    return uses;
  }

  /** The body of generic, read with dict, needs t at run time. */
  noteType(generic: Generic, dict: Dict, t: Type): void {
    const uses = this.of(generic);
    if (uses.seen.has(t) || !isDerived(t, dict)) return;
    uses.seen.add(t);
    uses.types.push({ tparams: dict.tparams, type: t });
  }

  /** The body of generic, read with dict, passes the dictionary of `used` with the type arguments targs. */
  noteSubdict(generic: Generic, dict: Dict, used: Generic, targs: readonly Type[]): void {
    this.of(generic).subdicts.push({ tparams: dict.tparams, generic: used, targs });
  }

  /** There is a dictionary of generic for these type arguments; key tells it from others. */
  addDictionary(key: string, generic: Generic, targs: readonly Type[]): void {
    if (this.known.has(key)) return;
    this.known.add(key);
    this.concrete.push({ uses: this.of(generic), targs, types: 0, subdicts: 0 });
  }

  /** Fills dictionaries as far as bodies are read; keyOf names the dictionary of an instance. */
  fill(keyOf: (generic: Generic, targs: readonly Type[]) => string): void {
    for (const c of this.concrete) {
      for (; c.types < c.uses.types.length; c.types++) {
        const { tparams, type } = c.uses.types[c.types]!;
        new Dict(this.table, tparams, c.targs, false).typ(type);
      }
      for (; c.subdicts < c.uses.subdicts.length; c.subdicts++) {
        const { tparams, generic, targs } = c.uses.subdicts[c.subdicts]!;
        const dict = new Dict(this.table, tparams, c.targs, false);
        const own = targs.map((t) => dict.typ(t));
        this.addDictionary(keyOf(generic, own), generic, own);
      }
    }
  }
}
