/** Index and slice expressions. Follows types2/index.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr, IndexExpr, SliceExpr } from '../syntax/tree.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { type Rounded, representableConst } from './const.ts';
import { int64Val, sign, stringVal } from './constant.ts';
import { errorf } from './errors.ts';
import { expr, exprOrType, nonGeneric } from './expr.ts';
import { Operand } from './operand.ts';
import { allInteger, identical, isString, isTypeParam, isUntyped, isValid } from './predicates.ts';
import { BasicKind, Slice, type Type } from './type.ts';
import { varType } from './typexpr.ts';
import { typeset, type Underlying, under, underIs } from './under.ts';
import { Typ, universeByte, universeInvalid } from './universe.ts';
import { convertUntyped } from './untyped.ts';
import { use } from './use.ts';

/** What indexing gives: map key type or null, element type, mode, known length or -1. */
interface Indexed {
  key: Type | null;
  elem: Type;
  mode: 'value' | 'variable' | 'mapindex';
  length: number;
}

/** Checks x[i]; true means that x is a generic function whose type arguments are still to be looked at. */
export function indexExpr(check: Checker, x: Operand, e: IndexExpr): boolean {
  exprOrType(check, x, e.x, true);
  switch (x.mode) {
    case 'invalid':
      use(check, [e.index]);
      return false;
    case 'typexpr':
      // A generic type with its arguments.
      x.mode = 'invalid';
      x.typ = varType(check, e);
      if (isValid(x.typ)) x.mode = 'typexpr';
      return false;
    case 'value': {
      const sig = under(x.typ!);
      if (sig.kind === 'Signature' && sig.tparams.length > 0) return true;
      break;
    }
    default:
      break;
  }
  nonGeneric(check, null, x);
  if ((x.mode as string) === 'invalid') return false;

  const res = indexed(check, x);
  if (!res) {
    errorf(check, e.pos, 'NonSliceableOperand', texts.cannotIndex, x);
    use(check, [e.index]);
    x.mode = 'invalid';
    return false;
  }
  const i = singleIndex(check, e);
  if (res.key) {
    const key = new Operand();
    expr(check, null, key, i);
    assignment(check, key, res.key, 'map index');
    x.expr = e;
  } else {
    index(check, i, res.length);
  }
  x.mode = res.mode;
  x.typ = res.elem;
  return false;
}

function indexed(check: Checker, x: Operand): Indexed | null {
  const u = under(x.typ!);
  if (u.kind === 'Interface') return isTypeParam(x.typ!) ? indexedTypeParam(check, x) : null;
  return indexedUnder(x, u);
}

function indexedUnder(x: Operand, u: Underlying): Indexed | null {
  switch (u.kind) {
    case 'Basic': {
      if (!isString(u)) return null;
      const length = x.mode === 'constant' ? stringVal(x.val!).length : -1;
      // A constant string's bytes are no constants.
      return { key: null, elem: universeByte, mode: 'value', length };
    }
    case 'Array':
      return { key: null, elem: u.elem, mode: x.mode === 'variable' ? 'variable' : 'value', length: u.len };
    case 'Pointer': {
      const a = under(u.base);
      return a.kind === 'Array' ? { key: null, elem: a.elem, mode: 'variable', length: a.len } : null;
    }
    case 'Slice':
      return { key: null, elem: u.elem, mode: 'variable', length: -1 };
    case 'Map':
      return { key: u.key, elem: u.elem, mode: 'mapindex', length: -1 };
    default:
      return null;
  }
}

/** All types of the set must be indexed alike: maps with maps, elements identical. */
function indexedTypeParam(_check: Checker, x: Operand): Indexed | null {
  let res: Indexed | null = null;
  const ok = underIs(x.typ!, (u) => {
    const one = u ? indexedUnder(x, u) : null;
    if (!one) return false;
    if (!res) {
      res = one;
      return true;
    }
    if ((res.key === null) !== (one.key === null)) return false;
    if (res.key && !identical(res.key, one.key!)) return false;
    if (!identical(res.elem, one.elem)) return false;
    if (one.mode === 'value') res.mode = 'value';
    if (one.length >= 0 && one.length < res.length) res.length = one.length;
    return true;
  });
  return ok ? res : null;
}

export function sliceExpr(check: Checker, x: Operand, e: SliceExpr): void {
  expr(check, null, x, e.x);
  if (x.mode === 'invalid') {
    use(check, e.index);
    return;
  }
  const u = commonSliced(check, x);
  if (!u) {
    x.mode = 'invalid';
    return;
  }
  const length = sliced(check, x, e, u);
  if (length === undefined) {
    x.mode = 'invalid';
    return;
  }
  x.mode = 'value';
  if (e.full && (!e.index[1] || !e.index[2])) {
    errorf(check, e, 'InvalidSyntaxTree', texts.sliceIndexRequired);
    x.mode = 'invalid';
    return;
  }
  checkSliceIndices(check, e, length);
}

/** The underlying type that all types of x's set share, strings and byte slices counting as one; null after an error. */
function commonSliced(check: Checker, x: Operand): Underlying | null {
  let ct: Type | null = null;
  let cu: Underlying | null = null;
  let hasString = false;
  for (const { type, under: u0 } of typeset(x.typ!)) {
    if (!u0) {
      errorf(check, x, 'NonSliceableOperand', texts.cannotSliceNoType, x, x.typ);
      return null;
    }
    let u: Underlying = u0;
    if (isString(u)) {
      u = new Slice(universeByte);
      hasString = true;
    }
    if (!cu) {
      ct = type;
      cu = u;
    } else if (!identical(cu, u)) {
      errorf(check, x, 'NonSliceableOperand', texts.cannotSliceDifferent, x, ct, type);
      return null;
    }
  }
  if (!hasString) return cu;
  // An untyped string stays untyped here.
  return isTypeParam(x.typ!) ? (Typ[BasicKind.String] as Underlying) : under(x.typ!);
}

/** Gives x the type of its slice; returns the length if it is known, -1 if not, undefined after an error. */
function sliced(check: Checker, x: Operand, e: SliceExpr, u: Underlying): number | undefined {
  switch (u.kind) {
    case 'Basic':
      if (!isString(u)) break;
      if (e.full) {
        errorf(check, e.index[2] ?? e, 'InvalidSliceExpr', texts.sliceString3);
        return undefined;
      }
      if (isUntyped(x.typ!)) x.typ = Typ[BasicKind.String]!;
      return x.mode === 'constant' ? stringVal(x.val!).length : -1;
    case 'Array':
      if (x.mode !== 'variable') {
        errorf(check, x, 'NonSliceableOperand', texts.sliceUnaddressable, x);
        return undefined;
      }
      x.typ = new Slice(u.elem);
      return u.len;
    case 'Pointer': {
      const a = under(u.base);
      if (a.kind !== 'Array') break;
      x.typ = new Slice(a.elem);
      return a.len;
    }
    case 'Slice':
      return -1;
    default:
      break;
  }
  errorf(check, x, 'NonSliceableOperand', texts.cannotSlice, x);
  return undefined;
}

/** Constant indices must lie within a known length and not decrease. */
function checkSliceIndices(check: Checker, e: SliceExpr, length: number): void {
  const ind: number[] = [];
  for (let i = 0; i < 3; i++) {
    const at = e.index[i];
    let x = -1;
    if (at) x = index(check, at, length >= 0 ? length + 1 : -1).val;
    else if (i === 0) x = 0;
    else if (length >= 0) x = length;
    ind.push(x);
  }
  for (let i = 0; i < 2; i++) {
    const x = ind[i]!;
    if (x <= 0) continue;
    for (let j = i + 1; j < 3; j++) {
      const y = ind[j]!;
      if (y < 0 || y >= x) continue;
      // An index that is left out is the length: that was checked already.
      errorf(check, e.index[j] ?? e, 'SwappedSliceIndices', texts.sliceIndicesSwapped, y, x);
      return;
    }
  }
}

/** The one index of e; more than one are reported. */
function singleIndex(check: Checker, e: IndexExpr): Expr {
  const i = e.index;
  if (i.kind !== 'ListExpr' || i.elemList.length === 0) return i;
  if (i.elemList.length > 1) errorf(check, i.elemList[1]!, 'InvalidIndex', texts.moreThanOneIndex);
  return i.elemList[0]!;
}

/** Checks an index below `max`, if that is not negative. The value is -1 if it is not constant. */
export function index(check: Checker, e: Expr, max: number): { typ: Type; val: number } {
  const invalid = { typ: universeInvalid, val: -1 };
  const x = new Operand();
  expr(check, null, x, e);
  if (!isValidIndex(check, x, 'InvalidIndex', 'index', false)) return invalid;
  if (x.mode !== 'constant') return { typ: x.typ!, val: -1 };
  if (x.val!.kind === 'Unknown') return invalid;
  const v = int64Val(x.val!)!;
  if (max >= 0 && v >= BigInt(max)) {
    errorf(check, x, 'InvalidIndex', texts.indexOutOfBounds, x.val, max);
    return invalid;
  }
  return { typ: x.typ!, val: Number(v) };
}

/** Reports whether x can be an index or a size; says so if not. */
export function isValidIndex(check: Checker, x: Operand, code: string, what: string, allowNegative: boolean): boolean {
  if (x.mode === 'invalid') return false;
  convertUntyped(check, x, Typ[BasicKind.Int]!);
  if ((x.mode as string) === 'invalid') return false;
  if (!allInteger(x.typ!)) {
    errorf(check, x, code, texts.mustBeInteger, what, x);
    return false;
  }
  if (x.mode !== 'constant') return true;
  if (!allowNegative && sign(x.val!) < 0) {
    errorf(check, x, code, texts.mustNotBeNegative, what, x);
    return false;
  }
  const rounded: Rounded = { val: x.val! };
  if (!representableConst(check, x.val!, Typ[BasicKind.Int]!, rounded)) {
    errorf(check, x, code, texts.overflowsInt, what, x);
    return false;
  }
  x.val = rounded.val;
  return true;
}
