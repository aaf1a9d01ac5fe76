/** append and copy. Follows types2/builtins.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { CallExpr } from '../syntax/tree.ts';
import { checkArguments } from './arguments.ts';
import { assignableTo } from './assignable.ts';
import { makeSig } from './builtins.ts';
import type { Checker } from './checker.ts';
import { errorf } from './errors.ts';
import type { Operand } from './operand.ts';
import { allString, identical, isString } from './predicates.ts';
import { recordBuiltinType } from './recording.ts';
import { BasicKind, type Signature, Slice, type Type } from './type.ts';
import { formatCause, TypeCause, typeErrorf, typeset } from './under.ts';
import { Typ, universeByte } from './universe.ts';

/** The element type that all slice types of x's set share, or why there is none. */
function sliceElem(x: Operand): Type | TypeCause {
  let elem: Type | null = null;
  for (const { under: u } of typeset(x.typ!)) {
    if (u?.kind !== 'Slice') {
      return x.mode === 'nilvalue' ? typeErrorf(texts.sliceUntypedNil) : typeErrorf(texts.sliceExpected, x);
    }
    if (!elem) elem = u.elem;
    else if (!identical(elem, u.elem)) return typeErrorf(texts.sliceElemsDiffer, elem, u.elem, x);
  }
  return elem!;
}

/** Whether all types of the set are byte slices or strings; and whether there is a string among them. */
function bytesOrStrings(t: Type): 'bytes' | 'strings' | null {
  let res: 'bytes' | 'strings' = 'bytes';
  for (const { under: u } of typeset(t)) {
    if (u && isString(u)) res = 'strings';
    else if (!(u?.kind === 'Slice' && identical(u.elem, universeByte))) return null;
  }
  return res;
}

export function appendBuiltin(check: Checker, x: Operand, call: CallExpr, args: readonly Operand[]): boolean {
  const elem = sliceElem(x);
  if (elem instanceof TypeCause) {
    errorf(check, x, 'InvalidAppend', texts.invalidAppend, formatCause(check, elem));
    return false;
  }
  const typ = x.typ!;
  let sig: Signature | null = null;
  // append([]byte, string...)
  if (args.length === 2 && call.hasDots && assignableTo(check, x, new Slice(universeByte), null).ok) {
    const y = args[1]!;
    if (bytesOrStrings(y.typ!) === 'strings') {
      sig = makeSig(typ, typ, y.typ!);
      sig.variadic = true;
    }
  }
  if (!sig) {
    sig = makeSig(typ, typ, new Slice(elem));
    sig.variadic = true;
    checkArguments(check, call, sig, [], [], args, []);
  }
  recordBuiltinType(check, call.fun, sig);
  x.mode = 'value';
  return true;
}

export function copyBuiltin(check: Checker, x: Operand, call: CallExpr, y: Operand): boolean {
  const special = assignableTo(check, x, new Slice(universeByte), null).ok && bytesOrStrings(y.typ!) !== null;
  if (!special) {
    const dst = sliceElem(x);
    if (dst instanceof TypeCause) {
      errorf(check, x, 'InvalidCopy', texts.invalidCopy, formatCause(check, dst));
      return false;
    }
    let src = sliceElem(y);
    if (src instanceof TypeCause) {
      if (!allString(y.typ!)) {
        errorf(check, y, 'InvalidCopy', texts.invalidCopy, formatCause(check, src));
        return false;
      }
      src = universeByte;
    }
    if (!identical(dst, src)) {
      errorf(check, x, 'InvalidCopy', texts.copyElems, x, y, dst, src);
      return false;
    }
  }
  recordBuiltinType(check, call.fun, makeSig(Typ[BasicKind.Int]!, x.typ!, y.typ!));
  x.mode = 'value';
  x.typ = Typ[BasicKind.Int]!;
  return true;
}
