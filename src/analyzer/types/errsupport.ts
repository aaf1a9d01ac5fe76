/** Messages about fields and methods that are not there. Follows types2/errsupport.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Checker } from './checker.ts';
import { sprintf } from './format.ts';
import { isExported, type Obj } from './object.ts';
import type { Type } from './type.ts';

/** How the name found without regard to case differs from the one written. */
type Difference = 'missing' | 'misspelled' | 'unexported' | 'inaccessible';

/** Why `typ` has no `sel`; `obj` is what a search without regard to case found. */
export function lookupError(check: Checker, typ: Type, sel: string, obj: Obj | null, structLit: boolean): string {
  const alt = obj?.name ?? '';
  const what = obj?.kind === 'Var' ? 'field' : obj?.kind === 'Func' ? 'method' : 'object';
  const difference = compareNames(check, sel, obj);
  if (structLit) {
    switch (difference) {
      case 'missing':
        return sprintf(check, texts.unknownField, [sel, typ]);
      case 'misspelled':
        return sprintf(check, texts.unknownFieldHave, [sel, typ, alt]);
      case 'unexported':
        return sprintf(check, texts.unknownFieldUnexported, [sel, typ, alt]);
      case 'inaccessible':
        return sprintf(check, texts.unexportedField, [alt, typ]);
    }
  }
  switch (difference) {
    case 'missing':
      return sprintf(check, texts.noFieldOrMethod, [typ, sel]);
    case 'misspelled':
      return sprintf(check, texts.noFieldOrMethodHave, [typ, sel, what, alt]);
    case 'unexported':
      return sprintf(check, texts.noFieldOrMethodUnexported, [typ, sel, what, alt]);
    case 'inaccessible':
      return sprintf(check, texts.unexportedSelector, [what, alt]);
  }
}

function compareNames(check: Checker, sel: string, obj: Obj | null): Difference {
  if (!obj) return 'missing';
  const alt = obj.name;
  if (obj.pkg === check.pkg) return 'misspelled';
  if (isExported(sel)) {
    if (isExported(alt)) return 'misspelled';
    return tail(sel) === tail(alt) ? 'unexported' : 'missing';
  }
  if (isExported(alt)) return tail(sel) === tail(alt) ? 'misspelled' : 'missing';
  return sel === alt ? 'inaccessible' : 'missing';
}

/** The name without its first letter. */
function tail(s: string): string {
  return s.slice(s.codePointAt(0)! > 0xffff ? 2 : 1);
}
