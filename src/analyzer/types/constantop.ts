/**
 * Operations on constant values: unary, binary, shifts, comparisons, with operands of different kinds matched first.
 * Follows UnaryOp, BinaryOp, Shift and Compare of go/constant of Go 1.26. The checker has made sure that the operation
 * is defined and that no divisor is zero.
 */
import { addFloat, type BigFloat, cmpFloat, mulFloat, negFloat, quoFloat } from './bigfloat.ts';
import {
  bigOf,
  fractionOf,
  imag,
  isReal,
  makeBool,
  makeComplex,
  makeFloat,
  makeInt,
  makeRat,
  makeString,
  makeUnknown,
  type RealVal,
  ratVal,
  real,
  sign,
  signOf,
  toComplex,
  type Value,
} from './constant.ts';

export type ConstantOp =
  | '+'
  | '-'
  | '*'
  | '/'
  | '/='
  | '%'
  | '&'
  | '|'
  | '^'
  | '&^'
  | '&&'
  | '||'
  | '!'
  | '<<'
  | '>>'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>=';

/** `op y`; `precision` > 0 limits `^` to that many bits (an unsigned type's). */
export function unaryOp(op: ConstantOp, y: Value, precision: number): Value {
  if (y.kind === 'Unknown') return y;
  switch (op) {
    case '+':
      return y;
    case '-':
      return negate(y);
    case '^': {
      if (y.kind !== 'Int') break;
      return makeInt(precision > 0 ? BigInt.asUintN(precision, ~y.val) : ~y.val);
    }
    case '!':
      if (y.kind === 'Bool') return makeBool(!y.val);
  }
  throw new Error(`invalid unary operation ${op} on ${y.kind}`);
}

function negate(y: Value): Value {
  switch (y.kind) {
    case 'Int':
      return makeInt(-y.val);
    case 'Float':
      return y.rat ? ratVal(-y.num, y.den) : makeFloat(negFloat(y.val));
    case 'Complex':
      return makeComplex(negate(y.re), negate(y.im));
    default:
      return y;
  }
}

/** `x op y` for operands of one kind after matching; `/=` is the division of integers. The divisor is not zero. */
export function binaryOp(x: Value, op: ConstantOp, y: Value): Value {
  if (x.kind === 'Int' && y.kind === 'Int') return intOp(x.val, op, y.val);
  if (x.kind === 'Unknown' || y.kind === 'Unknown') return makeUnknown();
  if (x.kind === 'Bool' && y.kind === 'Bool') {
    if (op === '&&') return makeBool(x.val && y.val);
    if (op === '||') return makeBool(x.val || y.val);
  } else if (x.kind === 'String' && y.kind === 'String') {
    if (op === '+') return makeString(x.val + y.val);
  } else if (x.kind === 'Complex' || y.kind === 'Complex') {
    return complexOp(toComplex(x), op, toComplex(y));
  } else if (isReal(x) && isReal(y)) {
    return floatOp(x, op, y);
  }
  throw new Error(`invalid binary operation ${x.kind} ${op} ${y.kind}`);
}

function intOp(a: bigint, op: ConstantOp, b: bigint): Value {
  switch (op) {
    case '+':
      return makeInt(a + b);
    case '-':
      return makeInt(a - b);
    case '*':
      return makeInt(a * b);
    case '/':
      return makeRat(a, b);
    case '/=':
      return makeInt(a / b);
    case '%':
      return makeInt(a % b);
    case '&':
      return makeInt(a & b);
    case '|':
      return makeInt(a | b);
    case '^':
      return makeInt(a ^ b);
    case '&^':
      return makeInt(a & ~b);
    default:
      throw new Error(`invalid binary operation Int ${op} Int`);
  }
}

function floatOp(x: RealVal, op: ConstantOp, y: RealVal): Value {
  if ((x.kind === 'Float' && !x.rat) || (y.kind === 'Float' && !y.rat)) return bigOp(bigOf(x), op, bigOf(y));
  const [a, b] = fractionOf(x);
  const [c, d] = fractionOf(y);
  switch (op) {
    case '+':
      return makeRat(a * d + c * b, b * d);
    case '-':
      return makeRat(a * d - c * b, b * d);
    case '*':
      return makeRat(a * c, b * d);
    case '/':
      return makeRat(a * d, b * c);
    default:
      throw new Error(`invalid binary operation Float ${op} Float`);
  }
}

function bigOp(a: BigFloat | undefined, op: ConstantOp, b: BigFloat | undefined): Value {
  if (!a || !b) return makeUnknown();
  switch (op) {
    case '+':
      return makeFloat(addFloat(a, b));
    case '-':
      return makeFloat(addFloat(a, negFloat(b)));
    case '*':
      return makeFloat(mulFloat(a, b));
    case '/':
      return makeFloat(quoFloat(a, b));
    default:
      throw new Error(`invalid binary operation Float ${op} Float`);
  }
}

function complexOp(x: Value, op: ConstantOp, y: Value): Value {
  if (x.kind !== 'Complex' || y.kind !== 'Complex') return makeUnknown();
  const { re: a, im: b } = x;
  const { re: c, im: d } = y;
  switch (op) {
    case '+':
    case '-':
      return makeComplex(binaryOp(a, op, c), binaryOp(b, op, d));
    case '*':
      return makeComplex(
        binaryOp(binaryOp(a, '*', c), '-', binaryOp(b, '*', d)),
        binaryOp(binaryOp(b, '*', c), '+', binaryOp(a, '*', d)),
      );
    case '/': {
      const s = binaryOp(binaryOp(c, '*', c), '+', binaryOp(d, '*', d));
      const re = binaryOp(binaryOp(a, '*', c), '+', binaryOp(b, '*', d));
      const im = binaryOp(binaryOp(b, '*', c), '-', binaryOp(a, '*', d));
      // The squares of tiny numbers may vanish; the quotient then has no value.
      return sign(s) === 0 ? makeUnknown() : makeComplex(binaryOp(re, '/', s), binaryOp(im, '/', s));
    }
    default:
      throw new Error(`invalid binary operation Complex ${op} Complex`);
  }
}

/** `x << s` or `x >> s` of an Int. */
export function shift(x: Value, op: '<<' | '>>', s: number): Value {
  if (x.kind === 'Unknown' || s === 0) return x;
  if (x.kind !== 'Int') throw new Error(`invalid shift of ${x.kind}`);
  return makeInt(op === '<<' ? x.val << BigInt(s) : x.val >> BigInt(s));
}

/** `x op y` for a comparison; false if either is unknown. */
export function compare(x: Value, op: ConstantOp, y: Value): boolean {
  if (x.kind === 'Unknown' || y.kind === 'Unknown') return false;
  if (x.kind === 'Int' && y.kind === 'Int') return holds(x.val < y.val ? -1 : x.val > y.val ? 1 : 0, op);
  if (x.kind === 'String' && y.kind === 'String') return holds(x.val < y.val ? -1 : x.val > y.val ? 1 : 0, op);
  if (x.kind === 'Bool' && y.kind === 'Bool') return holds(x.val === y.val ? 0 : 1, op);
  if (x.kind === 'Complex' || y.kind === 'Complex') {
    const same = compare(real(x), '==', real(y)) && compare(imag(x), '==', imag(y));
    return holds(same ? 0 : 1, op);
  }
  if (!isReal(x) || !isReal(y)) throw new Error(`invalid comparison ${x.kind} ${op} ${y.kind}`);
  if ((x.kind === 'Float' && !x.rat) || (y.kind === 'Float' && !y.rat)) {
    const a = bigOf(x);
    const b = bigOf(y);
    return a !== undefined && b !== undefined && holds(cmpFloat(a, b), op);
  }
  const [a, b] = fractionOf(x);
  const [c, d] = fractionOf(y);
  return holds(signOf(a * d - c * b), op);
}

function holds(order: number, op: ConstantOp): boolean {
  switch (op) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      throw new Error(`${op} is not a comparison`);
  }
}
