/** Runs the lines of tools/constants.go through our constants; what differs comes back as text. */

import * as constant from '../../../src/analyzer/types/constant.ts';
import { constantString, exactString } from '../../../src/analyzer/types/constantfmt.ts';
import { type LitKind, makeFromLiteral } from '../../../src/analyzer/types/constantlit.ts';

interface Line {
  readonly expr: readonly string[];
  readonly exact: string;
  readonly short: string;
  readonly kind: string;
  readonly f32?: string;
  readonly f64?: string;
  readonly int?: string;
  readonly bitLen?: number;
}

export function differences(text: string): { readonly count: number; readonly different: readonly string[] } {
  const lines = text.split('\n').filter((line) => line !== '');
  const different: string[] = [];
  for (const text of lines) {
    const line = JSON.parse(text) as Line;
    const got = describe(evaluate(line.expr));
    for (const key of Object.keys(got) as (keyof typeof got)[]) {
      const want = line[key];
      if (want !== undefined && String(want) !== String(got[key])) {
        different.push(`${line.expr.join(' ; ')}: ${key} is ${got[key]}, want ${want}`);
      }
    }
  }
  return { count: lines.length, different };
}

function describe(v: constant.Value) {
  const number = v.kind === 'Int' || v.kind === 'Float';
  return {
    exact: exactString(v),
    short: constantString(v),
    kind: v.kind,
    f32: number ? bits32(constant.float32Val(v)) : undefined,
    f64: number ? bits64(constant.float64Val(v)) : undefined,
    int: number ? exactString(constant.toInt(v)) : undefined,
    bitLen: v.kind === 'Int' ? constant.bitLen(v) : undefined,
  };
}

function bits32(x: number): string {
  return new Uint32Array(Float32Array.of(x).buffer)[0]!.toString(16);
}

function bits64(x: number): string {
  return new BigUint64Array(Float64Array.of(x).buffer)[0]!.toString(16);
}

function evaluate(code: readonly string[]): constant.Value {
  const stack: constant.Value[] = [];
  const pop = () => stack.pop()!;
  for (const item of code) {
    const at = item.indexOf(' ');
    const word = at < 0 ? item : item.slice(0, at);
    const arg = at < 0 ? '' : item.slice(at + 1);
    const [op, n] = arg.split(' ') as [constant.ConstantOp, string];
    switch (word) {
      case 'shift':
        stack.push(constant.shift(constant.toInt(pop()), op as '<<', Number(n)));
        break;
      case 'unary':
        stack.push(constant.unaryOp(op, pop(), Number(n)));
        break;
      case 'binary': {
        const y = pop();
        stack.push(constant.binaryOp(pop(), op, y));
        break;
      }
      case 'compare': {
        const y = pop();
        stack.push(constant.makeBool(constant.compare(pop(), op, y)));
        break;
      }
      case 'toInt':
        stack.push(constant.toInt(pop()));
        break;
      case 'toFloat':
        stack.push(constant.toFloat(pop()));
        break;
      case 'real':
        stack.push(constant.real(pop()));
        break;
      case 'imag':
        stack.push(constant.imag(pop()));
        break;
      default:
        stack.push(makeFromLiteral(arg, word as LitKind));
    }
  }
  return pop();
}
