/** Conversions T(x). Follows types2/conversions.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import { unalias } from './alias.ts';
import { addCause, assignableTo } from './assignable.ts';
import type { Checker } from './checker.ts';
import { type Rounded, representableConst } from './const.ts';
import { makeString, uint64Val } from './constant.ts';
import { utf8Bytes } from './constantlit.ts';
import { type Cause, errorf } from './errors.ts';
import { sprintf } from './format.ts';
import { cloneOperand, type Operand } from './operand.ts';
import {
  allString,
  defaultType,
  identical,
  identicalIgnoreTags,
  isComplex,
  isConstType,
  isInteger,
  isIntegerOrFloat,
  isNonTypeParamInterface,
  isString,
  isTypeParam,
  isUntyped,
} from './predicates.ts';
import { BasicKind, type Type } from './type.ts';
import { typeParamIs } from './typeparam.ts';
import { type Underlying, under, underIs } from './under.ts';
import { updateExprType } from './untyped.ts';
import { allowVersion } from './version.ts';

/** Converts x to T; reports it and makes x invalid if there is no such conversion. */
export function conversion(check: Checker, x: Operand, T: Type): void {
  const constArg = x.mode === 'constant';
  const cause: Cause = { text: '' };
  let ok = false;
  if (constArg && isConstType(T)) {
    const rounded: Rounded = { val: x.val! };
    ok = constConvertibleTo(check, x, under(T), rounded);
    // As gc has it, the value is the rounded one even where the conversion fails: messages show it.
    x.val = rounded.val;
    if (!ok && isInteger(x.typ!) && isInteger(T)) {
      errorf(check, x, 'InvalidConversion', texts.constantOverflows, x.val, T);
      x.mode = 'invalid';
      return;
    }
  } else if (constArg && isTypeParam(T)) {
    ok = underIs(T, (u) => constToTypeParam(check, x, T, u, cause));
    x.mode = 'value'; // a type parameter is no constant type
  } else if (convertibleTo(check, x, T, cause)) {
    ok = true;
    x.mode = 'value';
  }
  if (!ok) {
    if (cause.text === '') errorf(check, x, 'InvalidConversion', texts.cannotConvertTo, x, T);
    else errorf(check, x, 'InvalidConversion', texts.cannotConvertCause, x, T, cause.text);
    x.mode = 'invalid';
    return;
  }
  // The conversion is typed now; its untyped argument gets the type that it has at run time.
  if (isUntyped(x.typ!)) updateExprType(check, x.expr!, finalType(x, T, constArg), true);
  x.typ = T;
}

function finalType(x: Operand, T: Type, constArg: boolean): Type {
  const t = x.typ!;
  if (t.kind === 'Basic' && t.basic === BasicKind.UntypedNil) return T;
  if (isNonTypeParamInterface(T) || (constArg && !isConstType(T))) return defaultType(t);
  if (x.mode === 'constant' && isInteger(t) && allString(T)) return t;
  return T;
}

function constConvertibleTo(check: Checker, x: Operand, u: Underlying, rounded: Rounded | null): boolean {
  if (u.kind !== 'Basic') return false;
  if (representableConst(check, x.val!, u, rounded)) return true;
  if (!isInteger(x.typ!) || !isString(u)) return false;
  const n = uint64Val(x.val!);
  const valid = n !== undefined && n <= 0x10ffffn && !(n >= 0xd800n && n < 0xe000n);
  if (rounded) rounded.val = makeString(utf8Bytes(valid ? String.fromCodePoint(Number(n)) : '\uFFFD'));
  return true;
}

function constToTypeParam(check: Checker, x: Operand, T: Type, u: Underlying | null, cause: Cause): boolean {
  if (!u) {
    cause.text = sprintf(check, texts.noSpecificTypes, [T]);
    return false;
  }
  if (isString(x.typ!) && isBytesOrRunes(u)) return true;
  if (constConvertibleTo(check, x, u, null)) return true;
  cause.text =
    isInteger(x.typ!) && isInteger(u)
      ? sprintf(check, texts.constantOverflowsIn, [x.val, u, T])
      : sprintf(check, texts.cannotConvertIn, [x, u, T]);
  return false;
}

function convertibleTo(check: Checker, x: Operand, target: Type, cause: Cause | null): boolean {
  if (assignableTo(check, x, target, cause).ok) return true;
  const V = unalias(x.typ!);
  const T = unalias(target);
  const Vu = under(V);
  const Tu = under(T);
  const Vp = V.kind === 'TypeParam' ? V : null;
  const Tp = T.kind === 'TypeParam' ? T : null;

  if (!Vp && !Tp && identicalIgnoreTags(Vu, Tu)) return true;
  if (V.kind === 'Pointer' && T.kind === 'Pointer') {
    const params = isTypeParam(V.base) || isTypeParam(T.base);
    if (!params && identicalIgnoreTags(under(V.base), under(T.base))) return true;
  }
  if (isIntegerOrFloat(Vu) && isIntegerOrFloat(Tu)) return true;
  if (isComplex(Vu) && isComplex(Tu)) return true;
  if ((isInteger(Vu) || isBytesOrRunes(Vu)) && isString(Tu)) return true;
  if (isString(Vu) && isBytesOrRunes(Tu)) return true;
  if ((isPointer(Vu) || isUintptr(Vu)) && isUnsafePointer(Tu)) return true;
  if (isUnsafePointer(Vu) && (isPointer(Tu) || isUintptr(Tu))) return true;
  if (Vu.kind === 'Slice') {
    const res = sliceToArray(check, Vu.elem, Tu, cause);
    if (res !== undefined) return res;
  }
  if (!Vp && !Tp) return false;
  return eachTermConvertible(check, x, T, target, cause);
}

/** A slice converts to an array, or a pointer to one, of its elements; undefined if that is not the question. */
function sliceToArray(check: Checker, elem: Type, Tu: Underlying, cause: Cause | null): boolean | undefined {
  if (Tu.kind === 'Array' && identical(elem, Tu.elem)) {
    if (allowVersion(check, 'go1.20')) return true;
    if (cause) cause.text = texts.sliceToArray;
    return false;
  }
  if (Tu.kind === 'Pointer') {
    const a = under(Tu.base);
    if (a.kind === 'Array' && identical(elem, a.elem)) {
      if (allowVersion(check, 'go1.17')) return true;
      if (cause) cause.text = texts.sliceToArrayPointer;
      return false;
    }
  }
  return undefined;
}

/** Type parameters convert if each type of their sets does. */
function eachTermConvertible(check: Checker, x: Operand, T: Type, target: Type, cause: Cause | null): boolean {
  const Vp = unalias(x.typ!);
  const y = cloneOperand(x);
  if (Vp.kind !== 'TypeParam') {
    return (
      T.kind === 'TypeParam' &&
      typeParamIs(T, (t) => {
        if (!t) return false;
        if (convertibleTo(check, x, t.typ!, cause)) return true;
        addCause(check, cause, texts.cannotConvertIn, [x.typ, t.typ, T]);
        return false;
      })
    );
  }
  return typeParamIs(Vp, (v) => {
    if (!v) return false;
    y.typ = v.typ;
    if (T.kind !== 'TypeParam') {
      if (convertibleTo(check, y, T, cause)) return true;
      addCause(check, cause, texts.cannotConvertFromIn, [v.typ, Vp, target]);
      return false;
    }
    return typeParamIs(T, (t) => {
      if (!t) return false;
      if (convertibleTo(check, y, t.typ!, cause)) return true;
      addCause(check, cause, texts.cannotConvertInIn, [v.typ, Vp, t.typ, T]);
      return false;
    });
  });
}

function isUintptr(t: Type): boolean {
  const u = under(t);
  return u.kind === 'Basic' && u.basic === BasicKind.Uintptr;
}

function isUnsafePointer(t: Type): boolean {
  const u = under(t);
  return u.kind === 'Basic' && u.basic === BasicKind.UnsafePointer;
}

export function isPointer(t: Type): boolean {
  return under(t).kind === 'Pointer';
}

function isBytesOrRunes(t: Type): boolean {
  const u = under(t);
  if (u.kind !== 'Slice') return false;
  const e = under(u.elem);
  return e.kind === 'Basic' && (e.basic === BasicKind.Uint8 || e.basic === BasicKind.Int32);
}
