/**
 * What the dictionary of an instance holds is read when the dictionary is first named: types, and the dictionaries of
 * the generic code that is used. So instances of generic types come to be, whose methods are compiled.
 * Follows dictNameOf of noder/reader.go (Go 1.26).
 */
import type { Func as FuncObj } from '../../types/object.ts';
import type { Named, Type, TypeParam } from '../../types/type.ts';
import { dictKey } from './dictionary.ts';
import { layoutFor } from './instance.ts';
import type { Noder } from './noder.ts';
import { Dict } from './types.ts';

/** A generic function, or a generic type whose methods share a dictionary. */
export type Generic = FuncObj | Named;

/** One word of a dictionary, in terms of the type parameters of the function that it was found in. */
export interface DictEntry {
  readonly tparams: readonly TypeParam[];
  /** The generic function or type whose dictionary it is; null for runtime types. */
  readonly generic: Generic | null;
  readonly types: readonly Type[];
}

/** The dictionary of generic for the type arguments targs, which are no shapes. */
export function readDictionary(noder: Noder, generic: Generic, targs: readonly Type[]): void {
  const key = dictKey(generic, targs, noder);
  if (noder.readDictionaries.has(key)) return;
  noder.readDictionaries.add(key);
  for (const { tparams, generic: used, types } of layoutFor(noder, generic).entries()) {
    const dict = new Dict(noder.types, tparams, targs, false);
    const own = types.map((t) => dict.typ(t));
    for (const t of own) noder.reading.typ(t);
    if (used !== null) readDictionary(noder, used, own);
  }
}
