/** Constant values of facts: the exact text that tools/stdfacts wrote, read back. */
import { roundFloat } from '../types/bigfloat.ts';
import {
  makeBool,
  makeComplex,
  makeFloat,
  makeInt,
  makeInt64,
  makeRat,
  makeString,
  ratVal,
  type Value,
} from '../types/constant.ts';
import type { Reader, RecordReader } from './reader.ts';
import { valueKind } from './schema.ts';

/** A value of a flow body. `strings` are bytes, one per UTF-16 unit. */
export function flowValue(r: Reader, strings: readonly string[]): Value {
  const kind = r.num();
  return kind === valueKind.bytes ? makeString(r.text(r.num())) : valueOfKind(kind, r, strings);
}

/** A declared constant's value. */
export function recordValue(r: RecordReader, strings: readonly string[]): Value {
  return valueOfKind(r.num(), r, strings);
}

function valueOfKind(kind: number, r: Reader | RecordReader, strings: readonly string[]): Value {
  switch (kind) {
    case valueKind.false:
      return makeBool(false);
    case valueKind.true:
      return makeBool(true);
    case valueKind.int:
      return makeInt64(r.signed());
    case valueKind.bigInt:
      return makeInt(BigInt(strings[r.num()]!));
    case valueKind.string:
      return makeString(strings[r.num()]!);
    case valueKind.float:
      return exactFloat(strings[r.num()]!);
    case valueKind.complex:
      return makeComplex(exactFloat(strings[r.num()]!), exactFloat(strings[r.num()]!));
    default:
      throw new Error(`facts: constant of kind ${kind}`);
  }
}

/** `3`, `1/3`, or `0x.8p+1024` (a mantissa below one, for values too long to be a fraction). */
function exactFloat(text: string): Value {
  const slash = text.indexOf('/');
  if (slash >= 0) return makeRat(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
  const exponent = text.indexOf('p');
  if (exponent < 0) return ratVal(BigInt(text), 1n);
  const negative = text.startsWith('-');
  const digits = text.slice(text.indexOf('.') + 1, exponent);
  const mantissa = BigInt(`0x${digits}`);
  return makeFloat(roundFloat(negative ? -mantissa : mantissa, Number(text.slice(exponent + 1)) - 4 * digits.length));
}
