/**
 * `index bounds check elided`: the one line under -m that comes from a later pass (walk). An index into an array or a
 * constant string needs no check when its type or a mask keeps it below the length.
 * Follows walkIndex and bounded in cmd/compile/internal/walk/expr.go (Go 1.26). Functions are walked after all escape
 * lines, each followed by its closures.
 */
import type { Expr, IndexExpr } from '../ir/expr.ts';
import type { Func } from '../ir/func.ts';
import type { Node } from '../ir/node.ts';
import { arrayOf, elemOf, isArray, isInteger, isPtr, isString } from '../ir/type.ts';
import { anyChild } from '../ir/visit.ts';
import { BasicKind, IsUnsigned } from '../types/type.ts';
import { under } from '../types/under.ts';
import type { Recorder } from './facts.ts';
import type { TypeInfo } from './typeinfo.ts';
import { smallIntConst } from './utils.ts';

export function elidedBoundsChecks(funcs: readonly Func[], types: TypeInfo, recorder: Recorder): void {
  const walker = new Walker(types, recorder);
  for (const fn of funcs) {
    if (fn.closure !== null) continue;
    const todo = [fn];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next.hasArrayIndex) walker.walk(next);
      if (next.hasClosure) todo.push(...closuresIn(next));
    }
  }
}

class Walker {
  private readonly types: TypeInfo;
  private readonly recorder: Recorder;

  constructor(types: TypeInfo, recorder: Recorder) {
    this.types = types;
    this.recorder = recorder;
  }

  readonly walk = (n: Node): boolean => {
    switch (n.op) {
      case 'OAS2':
        // Pairs are assigned one after the other.
        for (const s of n.init) this.walk(s);
        for (let i = 0; i < n.lhs.length; i++) {
          this.walk(n.lhs[i]!);
          if (n.rhs[i] !== undefined) this.walk(n.rhs[i]!);
        }
        return false;
      case 'OAPPEND':
        for (const s of n.init) this.walk(s);
        for (const arg of n.args) this.safe(arg);
        return false;
      case 'OINDEX':
        anyChild(n, this.walk);
        this.index(n, true);
        return false;
      default:
        anyChild(n, this.walk);
        return false;
    }
  };

  /** The arguments of append are made safe to evaluate twice: a computed index goes to a temporary, only its type is left. */
  private safe(n: Expr): void {
    switch (n.op) {
      case 'OLEN':
      case 'OCAP':
      case 'ODOT':
      case 'ODOTPTR':
      case 'ODEREF':
        this.safe(n.x);
        return;
      case 'OINDEXMAP':
        this.safe(n.x);
        this.safe(n.index);
        return;
      case 'OINDEX':
        this.safe(n.x);
        this.safe(n.index);
        this.index(n, false);
        return;
      default:
        this.walk(n);
    }
  }

  private index(n: IndexExpr, computed: boolean): void {
    if (elided(n, this.types, computed)) this.recorder.record({ kind: 'bounds-elided', pos: n.pos });
  }
}

/** The literals directly in fn, in order. */
function closuresIn(fn: Func): Func[] {
  const found: Func[] = [];
  const look = (n: Node): boolean => {
    if (n.op === 'OCLOSURE') found.push(n.func);
    return anyChild(n, look);
  };
  look(fn);
  return found;
}

function elided(n: IndexExpr, types: TypeInfo, computed: boolean): boolean {
  if (n.index.op === 'OLITERAL') return false;
  const t = isPtr(n.x.type) ? elemOf(n.x.type) : n.x.type;
  if (isArray(t)) return bounded(n.index, arrayOf(t).len, types, computed);
  if (isString(t) && n.x.op === 'OLITERAL' && n.x.val.kind === 'String')
    return bounded(n.index, n.x.val.val.length, types, computed);
  return false;
}

/** Whether the value of `n` is always in [0, max), as far as one look at its operation tells. */
function bounded(n: Expr, max: number, types: TypeInfo, computed: boolean): boolean {
  if (!isInteger(n.type)) return false;
  const signed = !isUnsigned(n);
  let bits = 8 * types.size(n.type);
  const constant = smallIntConst(n);
  if (constant !== undefined) return constant >= 0 && constant < max;
  if (computed) {
    const narrowed = narrow(n, max, signed, bits);
    if (narrowed === 'bounded') return true;
    bits = narrowed;
  }
  return !signed && bits <= 62 && 2 ** bits <= max;
}

/** What the operation of an index says: that it is below max, or how many bits it has left. */
function narrow(n: Expr, max: number, signed: boolean, size: number): number | 'bounded' {
  let bits = size;
  switch (n.op) {
    case 'OAND':
    case 'OANDNOT': {
      const mask = maskOf(n.op, smallIntConst(n.x), smallIntConst(n.y), signed, bits);
      if (mask >= 0 && mask < max) return 'bounded';
      break;
    }
    case 'OMOD': {
      const by = smallIntConst(n.y);
      if (!signed && by !== undefined && by >= 0 && by <= max) return 'bounded';
      break;
    }
    case 'ODIV': {
      const by = smallIntConst(n.y);
      if (!signed && by !== undefined) for (let v = by; bits > 0 && v >= 2; v >>= 1) bits--;
      break;
    }
    case 'ORSH': {
      const by = smallIntConst(n.y);
      if (signed || by === undefined) break;
      if (by > bits) return 'bounded';
      bits -= by;
    }
  }
  return bits;
}

/** The largest value that `x & y` or `x &^ y` lets through, -1 when unknown. */
function maskOf(
  op: 'OAND' | 'OANDNOT',
  x: number | undefined,
  y: number | undefined,
  signed: boolean,
  bits: number,
): number {
  if (x !== undefined) return x;
  if (y === undefined) return -1;
  if (op === 'OAND') return y;
  const inverted = ~y;
  return signed || inverted >= 0 ? inverted : 2 ** Math.min(bits, 53) + inverted;
}

function isUnsigned(n: Expr): boolean {
  const u = under(n.type);
  return u.kind === 'Basic' && ((u.info & IsUnsigned) !== 0 || u.basic === BasicKind.Uintptr);
}
