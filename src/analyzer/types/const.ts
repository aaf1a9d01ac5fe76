/** Constant values and the types that can hold them. Follows types2/const.go of Go 1.26. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Expr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import {
  binaryOp,
  bitLen,
  float32Val,
  float64Val,
  imag,
  makeFloat64,
  makeImag,
  makeUnknown,
  real,
  toComplex,
  toFloat,
  toInt,
  type Value,
} from './constant.ts';
import { errorf } from './errors.ts';
import type { Operand } from './operand.ts';
import { isInteger, isNumeric, isTyped } from './predicates.ts';
import { type Basic, BasicKind, IsBoolean, IsComplex, IsFloat, IsInteger, IsString, type Type } from './type.ts';
import { under } from './under.ts';
import { startPos } from './util.ts';

/** Where an overflow of an operation is reported: at its operator. */
export function opPos(x: Expr | null): Pos {
  if (!x) return 0;
  return x.kind === 'Operation' ? x.pos : startPos(x);
}

function opName(x: Expr | null): string {
  if (x?.kind !== 'Operation') return '';
  if (!x.y) return x.op === '^' ? 'bitwise complement ' : '';
  switch (x.op) {
    case '+':
      return 'addition ';
    case '-':
      return 'subtraction ';
    case '^':
      return 'bitwise XOR ';
    case '*':
      return 'multiplication ';
    case '<<':
      return 'shift ';
    default:
      return '';
  }
}

/** Untyped integers have at most this many bits. */
const constantPrecision = 512;

/** Reports a constant that its type cannot hold, or that is too large for any. */
export function overflow(check: Checker, x: Operand, at: Pos): void {
  if (x.val!.kind === 'Unknown') {
    errorf(check, at, 'InvalidConstVal', texts.notRepresentable);
    return;
  }
  if (isTyped(x.typ!)) {
    representable(check, x, under(x.typ!) as Basic);
    return;
  }
  if (x.val!.kind === 'Int' && bitLen(x.val!) > constantPrecision) {
    errorf(check, at, 'InvalidConstVal', texts.constantOverflow, opName(x.expr));
    x.val = makeUnknown();
  }
}

/** Smallest and largest value of the integer types, by kind; null for untyped integers. */
const integerRange: readonly (readonly [bigint, bigint] | null)[] = (() => {
  const signed = (bits: bigint) => [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] as const;
  const unsigned = (bits: bigint) => [0n, (1n << bits) - 1n] as const;
  const list: (readonly [bigint, bigint] | null)[] = new Array(26).fill(null);
  list[BasicKind.Int] = signed(64n);
  list[BasicKind.Int8] = signed(8n);
  list[BasicKind.Int16] = signed(16n);
  list[BasicKind.Int32] = signed(32n);
  list[BasicKind.Int64] = signed(64n);
  list[BasicKind.Uint] = unsigned(64n);
  list[BasicKind.Uint8] = unsigned(8n);
  list[BasicKind.Uint16] = unsigned(16n);
  list[BasicKind.Uint32] = unsigned(32n);
  list[BasicKind.Uint64] = unsigned(64n);
  list[BasicKind.Uintptr] = unsigned(64n);
  return list;
})();

/** Receives the value rounded to the type. */
export interface Rounded {
  val: Value;
}

/**
 * Reports whether a value of type `typ` can be x; floats are rounded. int and uint have 64 bits: the sizes of
 * linux/amd64, the only ones modelled.
 */
export function representableConst(_check: Checker | null, x: Value, typ: Basic, rounded: Rounded | null): boolean {
  if (x.kind === 'Unknown') return true; // an error was reported
  if ((typ.info & IsInteger) !== 0) return representableInt(x, typ, rounded);
  if ((typ.info & IsFloat) !== 0) return representableFloat(x, typ, rounded);
  if ((typ.info & IsComplex) !== 0) return representableComplex(x, typ, rounded);
  if ((typ.info & IsString) !== 0) return x.kind === 'String';
  if ((typ.info & IsBoolean) !== 0) return x.kind === 'Bool';
  return false;
}

function representableInt(value: Value, typ: Basic, rounded: Rounded | null): boolean {
  const x = toInt(value);
  if (x.kind !== 'Int') return false;
  if (rounded) rounded.val = x;
  const range = integerRange[typ.basic];
  return !range || (range[0] <= x.val && x.val <= range[1]);
}

function representableFloat(value: Value, typ: Basic, rounded: Rounded | null): boolean {
  const x = toFloat(value);
  if (x.kind !== 'Float') return false;
  const r = roundTo(x, typ.basic === BasicKind.Float32 ? 32 : typ.basic === BasicKind.Float64 ? 64 : 0);
  if (!r) return false;
  if (rounded && typ.basic !== BasicKind.UntypedFloat) rounded.val = r;
  return true;
}

function representableComplex(value: Value, typ: Basic, rounded: Rounded | null): boolean {
  const x = toComplex(value);
  if (x.kind !== 'Complex') return false;
  const bits = typ.basic === BasicKind.Complex64 ? 32 : typ.basic === BasicKind.Complex128 ? 64 : 0;
  if (bits === 0) return true;
  const re = roundTo(real(x), bits);
  const im = roundTo(imag(x), bits);
  if (!re || !im) return false;
  if (rounded) rounded.val = binaryOp(re, '+', makeImag(im));
  return true;
}

/** x rounded to a float of so many bits, 0 meaning exactly; null if it is too large. */
function roundTo(x: Value, bits: 0 | 32 | 64): Value | null {
  if (bits === 0) return x;
  const f = bits === 32 ? float32Val(x) : float64Val(x);
  return Number.isFinite(f) ? makeFloat64(f) : null;
}

/** Rounds constant x to `typ`; reports it and makes x invalid if that cannot hold it. */
export function representable(check: Checker, x: Operand, typ: Basic): void {
  const v = representation(check, x, typ);
  if (typeof v === 'string') {
    invalidConversion(check, v, x, typ);
    x.mode = 'invalid';
    return;
  }
  x.val = v;
}

/** The value of constant x in type `typ`, or the code of the error if there is none. */
export function representation(check: Checker, x: Operand, typ: Basic): Value | string {
  const rounded: Rounded = { val: x.val! };
  if (representableConst(check, x.val!, typ, rounded)) return rounded.val;
  if (isNumeric(x.typ!) && isNumeric(typ)) {
    return !isInteger(x.typ!) && isInteger(typ) ? 'TruncatedFloat' : 'NumericOverflow';
  }
  return 'InvalidConstVal';
}

export function invalidConversion(check: Checker, code: string, x: Operand, target: Type): void {
  const text =
    code === 'TruncatedFloat' ? texts.truncated : code === 'NumericOverflow' ? texts.overflows : texts.cannotConvertTo;
  errorf(check, x, code, text, x, target);
}
