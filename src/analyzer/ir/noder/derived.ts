/** Which types depend on the type parameters of the function being read. */
import { namedObj } from '../../types/named.ts';
import type { Named, Type, TypeParam } from '../../types/type.ts';
import { isLocalType } from './types.ts';

/** What declares type parameters. */
interface Declared {
  readonly tparams: readonly TypeParam[];
}

/** Whether the checker's type t mentions a type parameter, or is declared in the generic function of dict. */
export function isDerived(t: Type, dict: Declared | null): boolean {
  switch (t.kind) {
    case 'Basic':
    case 'Union':
      return false;
    case 'TypeParam':
      return true;
    case 'Alias':
      return t.fromRHS !== null && isDerived(t.actual ?? t.fromRHS, dict);
    case 'Named':
      if (t.inst?.targs.some((a) => isDerived(a, dict))) return true;
      return dict !== null && dict.tparams.length > 0 && isLocalType(t) && declaredUnder(t, dict);
    case 'Pointer':
      return isDerived(t.base, dict);
    case 'Slice':
    case 'Array':
    case 'Chan':
      return isDerived(t.elem, dict);
    case 'Map':
      return isDerived(t.key, dict) || isDerived(t.elem, dict);
    case 'Struct':
      return t.fields.some((f) => isDerived(f.typ!, dict));
    case 'Tuple':
      return t.vars.some((v) => isDerived(v.typ!, dict));
    case 'Signature':
      return isDerived(t.params, dict) || isDerived(t.results, dict);
    case 'Interface':
      return t.methods.some((m) => isDerived(m.typ!, dict)) || t.embeddeds.some((e) => isDerived(e, dict));
  }
}

function declaredUnder(t: Named, dict: Declared): boolean {
  const scope = dict.tparams[0]!.obj.parent;
  for (let s = namedObj(t).parent; s !== null; s = s.parent) if (s === scope) return true;
  return false;
}
