/** When a value may be assigned to a type. Follows operand.assignableTo of types2/operand.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import type { Cause } from './errors.ts';
import { type Arg, sprintf } from './format.ts';
import { implements_ } from './instantiate.ts';
import { isInterfacePtr } from './lookup.ts';
import { cloneOperand, type Operand } from './operand.ts';
import { hasName, identical, isUntyped, isValid } from './predicates.ts';
import type { Type, TypeParam } from './type.ts';
import { typeParamIs } from './typeparam.ts';
import { under } from './under.ts';
import { implicitTypeAndValue } from './untyped.ts';

/** Whether it is assignable; if not, the code of the error. */
interface Assignable {
  readonly ok: boolean;
  readonly code: string;
}

const yes: Assignable = { ok: true, code: '' };
const incompatible: Assignable = { ok: false, code: 'IncompatibleAssign' };
const notImplemented: Assignable = { ok: false, code: 'InvalidIfaceAssign' };
const wrongChan: Assignable = { ok: false, code: 'InvalidChanAssign' };

export function assignableTo(check: Checker, x: Operand, target: Type, cause: Cause | null): Assignable {
  if (x.mode === 'invalid' || !isValid(target)) return yes; // reported before
  const V = unalias(x.typ!);
  const T = unalias(target);
  if (V === T || identical(V, T)) return yes;
  const Vu = under(V);
  const Tu = under(T);
  const Vp = V.kind === 'TypeParam' ? V : null;
  const Tp = T.kind === 'TypeParam' ? T : null;

  if (isUntyped(Vu)) {
    const ok = Tp
      ? typeParamIs(Tp, (t) => t !== null && implicitTypeAndValue(check, x, t.typ!).typ !== null)
      : implicitTypeAndValue(check, x, T).typ !== null;
    return ok ? yes : incompatible;
  }
  // Types of one structure, at least one of them without a name. Asked in this order, since it completes interfaces.
  if (identical(Vu, Tu) && (!hasName(V) || !hasName(T)) && !Vp && !Tp) return yes;

  if ((Tu.kind === 'Interface' && !Tp) || isInterfacePtr(Tu)) {
    if (implements_(check, V, T, false, cause)) return yes;
    if (!Vp) return notImplemented;
    if (cause) cause.text = '';
  }
  // The other way round an assertion would help.
  if (Vu.kind === 'Interface' && !Vp && implements_(check, T, V, false, null)) {
    if (cause) cause.text = texts.needTypeAssertion;
    return incompatible;
  }
  if (Vu.kind === 'Chan' && Vu.dir === 'both' && Tu.kind === 'Chan' && identical(Vu.elem, Tu.elem)) {
    return !hasName(V) || !hasName(T) ? yes : wrongChan;
  }
  if (Tp && !hasName(V)) return toEachTerm(check, x, Tp, cause);
  if (Vp && !hasName(T)) return fromEachTerm(check, x, Vp, T, target, cause);
  return incompatible;
}

/** A value of an unnamed type goes to a type parameter if it goes to each type of its set. */
function toEachTerm(check: Checker, x: Operand, Tp: TypeParam, cause: Cause | null): Assignable {
  let res = incompatible;
  typeParamIs(Tp, (t) => {
    if (!t) return false;
    res = assignableTo(check, x, t.typ!, cause);
    if (!res.ok) addCause(check, cause, texts.assignIn, [x.typ, t.typ, Tp]);
    return res.ok;
  });
  return res;
}

/** A value of a type parameter goes to an unnamed type if each type of its set does. */
function fromEachTerm(
  check: Checker,
  x: Operand,
  Vp: TypeParam,
  T: Type,
  target: Type,
  cause: Cause | null,
): Assignable {
  let res = incompatible;
  const y = cloneOperand(x);
  typeParamIs(Vp, (v) => {
    if (!v) return false;
    y.typ = v.typ;
    res = assignableTo(check, y, T, cause);
    if (!res.ok) addCause(check, cause, texts.assignFromIn, [v.typ, Vp, target]);
    return res.ok;
  });
  return res;
}

/** Puts a line before the cause that was found deeper. */
export function addCause(check: Checker, cause: Cause | null, text: string, args: readonly Arg[]): void {
  if (!cause) return;
  const line = sprintf(check, text, args);
  cause.text = cause.text === '' ? line : `${line}\n\t${cause.text}`;
}
