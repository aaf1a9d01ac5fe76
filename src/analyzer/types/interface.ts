/** Interface types as written. Follows types2/interface.go of Go 1.26; type sets are in typeset.ts. */
import { noPos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { InterfaceType } from '../syntax/tree.ts';
import { asNamed } from './alias.ts';
import type { Checker } from './checker.ts';
import { later } from './environment.ts';
import { atPos, errorf } from './errors.ts';
import { Func, type TypeName, Var } from './object.ts';
import { isValid } from './predicates.ts';
import { recordDef } from './recording.ts';
import type { Interface, Type } from './type.ts';
import { computeInterfaceTypeSet, sortMethods, topTypeSet } from './typeset.ts';
import { typ } from './typexpr.ts';
import { parseUnion } from './union.ts';

export function interfaceType(check: Checker, ityp: Interface, iface: InterfaceType, def: TypeName | null): void {
  if (iface.start !== noPos) check.info.interfaces.push(iface);
  for (const f of iface.methodList) {
    if (!f.name) {
      ityp.embeddeds.push(parseUnion(check, f.type));
      ityp.embedPos ??= [];
      ityp.embedPos.push(atPos(f.type));
      continue;
    }
    const name = f.name.value;
    if (name === '_') {
      errorf(check, f.name, 'BlankIfaceMethod', texts.blankMethod);
      continue;
    }
    const sig = typ(check, f.type);
    if (sig.kind !== 'Signature') {
      if (isValid(sig)) errorf(check, f.type, 'InvalidSyntaxTree', texts.notMethodSignature, sig);
      continue;
    }
    // The receiver is the defined type that is declared with this interface, if there is one.
    const recv: Type = (def?.typ && asNamed(def.typ)) || ityp;
    sig.recv = new Var('recv', f.name.pos, check.pkg, '', recv);
    const m = new Func(f.name.pos, check.pkg, name, sig);
    recordDef(check, f.name, m);
    ityp.methods.push(m);
  }
  ityp.complete = true;
  if (ityp.methods.length === 0 && ityp.embeddeds.length === 0) {
    ityp.tset = topTypeSet;
    return;
  }
  sortMethods(ityp.methods);
  later(check, () => computeInterfaceTypeSet(check, iface.pos, ityp));
}
