/** complex, real and imag. Follows types2/builtins.go of Go 1.26. */
import { noPos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { CallExpr } from '../syntax/tree.ts';
import { unalias } from './alias.ts';
import { makeSig } from './builtins.ts';
import type { Checker } from './checker.ts';
import { binaryOp, imag, makeImag, real, sign, toFloat } from './constant.ts';
import { errorf, softErrorf } from './errors.ts';
import { type BuiltinId, TypeName } from './object.ts';
import type { Operand } from './operand.ts';
import { identical, isNumeric, isUntyped } from './predicates.ts';
import { recordBuiltinType } from './recording.ts';
import { BasicKind, Interface, Term, type Type, Union } from './type.ts';
import { newTypeParam, typeParamIs } from './typeparam.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';
import { convertUntyped } from './untyped.ts';

export function complexBuiltin(check: Checker, x: Operand, call: CallExpr, y: Operand): boolean {
  matchComplexArgs(check, x, y);
  if (x.mode === 'invalid' || y.mode === 'invalid') return false;
  const xt = x.typ!;
  if (!identical(xt, y.typ!)) {
    errorf(check, x, 'InvalidComplex', texts.complexMismatch, call, xt, y.typ);
    return false;
  }
  const resTyp = applyTypeFunc(check, complexOf, x, 'complex');
  if (!resTyp) {
    errorf(check, x, 'InvalidComplex', texts.complexArgs, xt);
    return false;
  }
  if (x.mode === 'constant' && y.mode === 'constant') {
    x.val = binaryOp(toFloat(x.val!), '+', makeImag(toFloat(y.val!)));
  } else {
    x.mode = 'value';
    recordBuiltinType(check, call.fun, makeSig(resTyp, xt, xt));
  }
  x.typ = resTyp;
  return true;
}

/** Gives untyped arguments the type of the other one, or of floats if both are untyped. */
function matchComplexArgs(check: Checker, x: Operand, y: Operand): void {
  const ux = isUntyped(x.typ!);
  const uy = isUntyped(y.typ!);
  if (ux && uy) {
    if (x.mode === 'constant' && y.mode === 'constant') {
      asFloat(x);
      asFloat(y);
    } else {
      convertUntyped(check, x, Typ[BasicKind.Float64]!);
      convertUntyped(check, y, Typ[BasicKind.Float64]!);
    }
  } else if (ux) {
    convertUntyped(check, x, y.typ!);
  } else if (uy) {
    convertUntyped(check, y, x.typ!);
  }
}

function asFloat(x: Operand): void {
  if (isNumeric(x.typ!) && sign(imag(x.val!)) === 0) x.typ = Typ[BasicKind.UntypedFloat]!;
}

export function realImagBuiltin(check: Checker, x: Operand, call: CallExpr, id: 'real' | 'imag'): boolean {
  if (isUntyped(x.typ!)) {
    if (x.mode === 'constant') {
      if (isNumeric(x.typ!)) x.typ = Typ[BasicKind.UntypedComplex]!;
    } else {
      convertUntyped(check, x, Typ[BasicKind.Complex128]!);
      if (x.mode === 'invalid') return false;
    }
  }
  const xt = x.typ!;
  const resTyp = applyTypeFunc(check, floatOf, x, id);
  if (!resTyp) {
    errorf(check, x, id === 'real' ? 'InvalidReal' : 'InvalidImag', texts.complexExpected, xt);
    return false;
  }
  if (x.mode === 'constant') {
    x.val = id === 'real' ? real(x.val!) : imag(x.val!);
  } else {
    x.mode = 'value';
    recordBuiltinType(check, call.fun, makeSig(resTyp, xt));
  }
  x.typ = resTyp;
  return true;
}

/** The complex type whose parts have type t. */
function complexOf(t: Type): Type | null {
  const u = under(t);
  if (u.kind !== 'Basic') return null;
  switch (u.basic) {
    case BasicKind.Float32:
      return Typ[BasicKind.Complex64]!;
    case BasicKind.Float64:
      return Typ[BasicKind.Complex128]!;
    case BasicKind.UntypedFloat:
      return Typ[BasicKind.UntypedComplex]!;
    default:
      return null;
  }
}

/** The type of the parts of complex type t. */
function floatOf(t: Type): Type | null {
  const u = under(t);
  if (u.kind !== 'Basic') return null;
  switch (u.basic) {
    case BasicKind.Complex64:
      return Typ[BasicKind.Float32]!;
    case BasicKind.Complex128:
      return Typ[BasicKind.Float64]!;
    case BasicKind.UntypedComplex:
      return Typ[BasicKind.UntypedFloat]!;
    default:
      return null;
  }
}

const codes: Partial<Record<BuiltinId, string>> = {
  real: 'InvalidReal',
  imag: 'InvalidImag',
  complex: 'InvalidComplex',
};

/** f of x's type; for a type parameter, one made up of f of each type of its set, which gc then refuses. */
function applyTypeFunc(
  check: Checker,
  f: (t: Type) => Type | null,
  x: Operand,
  id: 'real' | 'imag' | 'complex',
): Type | null {
  const tp = unalias(x.typ!);
  if (tp.kind !== 'TypeParam') return f(x.typ!);
  const terms: Term[] = [];
  const ok = typeParamIs(tp, (t) => {
    const r = t ? f(t.typ!) : null;
    if (r) terms.push(new Term(t!.tilde, r));
    return r !== null;
  });
  if (!ok) return null;
  softErrorf(check, x, codes[id]!, texts.typeParamBuiltin, x, id);
  const tname = new TypeName(noPos, check.pkg, tp.obj.name, null);
  const bound = new Interface(null, [], [new Union(terms)]);
  bound.complete = true;
  const ptyp = newTypeParam(check, tname, bound);
  ptyp.index = tp.index;
  return ptyp;
}
