/** Functions of package unsafe, and those that only Go's own tests have. Follows types2/builtins.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { CallExpr } from '../syntax/tree.ts';
import { asNamed } from './alias.ts';
import { assignment } from './assignments.ts';
import { makeSig } from './builtins.ts';
import type { Checker } from './checker.ts';
import { boolVal, makeInt64 } from './constant.ts';
import { errorf, verifyVersionf } from './errors.ts';
import { expr, rawExpr } from './expr.ts';
import { isValidIndex } from './indexexpr.ts';
import { derefStructPtr, lookupFieldOrMethod } from './lookup.ts';
import type { BuiltinId } from './object.ts';
import { Operand } from './operand.ts';
import { isBoolean, isTypeParam } from './predicates.ts';
import { record, recordBuiltinType, recordSelection } from './recording.ts';
import { alignof, offsetof, sizeof } from './sizes.ts';
import { BasicKind, type Named, Pointer, Slice, type Type } from './type.ts';
import { commonUnder, under } from './under.ts';
import { Typ, universeByte } from './universe.ts';
import { use } from './use.ts';
import { unparen } from './util.ts';

export function unsafeBuiltin(
  check: Checker,
  x: Operand,
  call: CallExpr,
  id: BuiltinId,
  args: readonly Operand[],
): boolean {
  switch (id) {
    case 'Add':
      return addBuiltin(check, x, call, args[1]!);
    case 'Alignof':
    case 'Sizeof':
      return sizeBuiltin(check, x, call, id);
    case 'Offsetof':
      return offsetBuiltin(check, x, call);
    case 'Slice':
      return sliceBuiltin(check, x, call, args[1]!);
    case 'SliceData':
      return sliceDataBuiltin(check, x, call);
    case 'String':
      return stringBuiltin(check, x, call, args[1]!);
    case 'StringData':
      return stringDataBuiltin(check, x, call);
    case 'assert':
      return assertBuiltin(check, x, call);
    default:
      return traceBuiltin(check, x, call);
  }
}

/** The value of the call: not constant. */
function result(check: Checker, x: Operand, call: CallExpr, typ: Type, ...args: Type[]): true {
  x.mode = 'value';
  x.typ = typ;
  recordBuiltinType(check, call.fun, makeSig(typ, ...args));
  return true;
}

function addBuiltin(check: Checker, x: Operand, call: CallExpr, y: Operand): boolean {
  verifyVersionf(check, call.fun, 'go1.17', texts.v_unsafe, 'Add');
  const ptr = Typ[BasicKind.UnsafePointer]!;
  assignment(check, x, ptr, 'argument to unsafe.Add');
  if (x.mode === 'invalid' || !isValidIndex(check, y, 'InvalidUnsafeAdd', 'length', true)) return false;
  return result(check, x, call, ptr, ptr, y.typ!);
}

function sizeBuiltin(check: Checker, x: Operand, call: CallExpr, id: 'Alignof' | 'Sizeof'): boolean {
  assignment(check, x, null, `argument to unsafe.${id}`);
  if (x.mode === 'invalid') return false;
  const uintptr = Typ[BasicKind.Uintptr]!;
  const t = x.typ!;
  if (hasVarSize(t, null)) return result(check, x, call, uintptr, t);
  const size = id === 'Sizeof' ? sizeof(check.sizes, t) : alignof(check.conf.sizes, t);
  if (size < 0) {
    errorf(check, x, 'TypeTooLarge', texts.tooLarge, x);
    return false;
  }
  x.mode = 'constant';
  x.val = makeInt64(size);
  x.typ = uintptr;
  return true;
}

function offsetBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  const arg0 = call.argList[0]!;
  const selx = unparen(arg0);
  if (selx.kind !== 'SelectorExpr') {
    errorf(check, arg0, 'BadOffsetofSyntax', texts.notASelector, arg0);
    use(check, [arg0]);
    return false;
  }
  expr(check, null, x, selx.x);
  if (x.mode === 'invalid') return false;
  const base = derefStructPtr(x.typ!);
  const sel = selx.sel.value;
  const { obj, index, indirect } = lookupFieldOrMethod(base, false, check.pkg, sel, false);
  if (!obj) {
    errorf(check, x, 'MissingFieldOrMethod', texts.noSingleField, base, sel);
    return false;
  }
  if (obj.kind === 'Func') {
    errorf(check, arg0, 'InvalidOffsetof', texts.isMethodValue, arg0);
    return false;
  }
  if (indirect) {
    errorf(check, x, 'InvalidOffsetof', texts.embeddedViaPointer, sel, base);
    return false;
  }
  recordSelection(check, selx, 'FieldVal', base, obj, index!, false);
  const field = new Operand();
  field.mode = x.mode === 'variable' ? 'variable' : 'value';
  field.expr = selx;
  field.typ = obj.typ;
  record(check, field);

  const uintptr = Typ[BasicKind.Uintptr]!;
  if (hasVarSize(base, null)) return result(check, x, call, uintptr, obj.typ!);
  const offs = offsetof(check.sizes, base, index!);
  if (offs < 0) {
    errorf(check, x, 'TypeTooLarge', texts.tooLarge, x);
    return false;
  }
  x.mode = 'constant';
  x.val = makeInt64(offs);
  x.typ = uintptr;
  return true;
}

function sliceBuiltin(check: Checker, x: Operand, call: CallExpr, y: Operand): boolean {
  verifyVersionf(check, call.fun, 'go1.17', texts.v_unsafe, 'Slice');
  const ptr = commonUnder(x.typ!, null)[0];
  if (ptr?.kind !== 'Pointer') {
    errorf(check, x, 'InvalidUnsafeSlice', texts.notAPointer, x);
    return false;
  }
  if (!isValidIndex(check, y, 'InvalidUnsafeSlice', 'length', false)) return false;
  return result(check, x, call, new Slice(ptr.base), ptr, y.typ!);
}

function sliceDataBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  verifyVersionf(check, call.fun, 'go1.20', texts.v_unsafe, 'SliceData');
  const slice = commonUnder(x.typ!, null)[0];
  if (slice?.kind !== 'Slice') {
    errorf(check, x, 'InvalidUnsafeSliceData', texts.notASlice, x);
    return false;
  }
  return result(check, x, call, new Pointer(slice.elem), slice);
}

function stringBuiltin(check: Checker, x: Operand, call: CallExpr, y: Operand): boolean {
  verifyVersionf(check, call.fun, 'go1.20', texts.v_unsafe, 'String');
  const ptr = new Pointer(universeByte);
  assignment(check, x, ptr, 'argument to unsafe.String');
  if (x.mode === 'invalid' || !isValidIndex(check, y, 'InvalidUnsafeString', 'length', false)) return false;
  return result(check, x, call, Typ[BasicKind.String]!, ptr, y.typ!);
}

function stringDataBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  verifyVersionf(check, call.fun, 'go1.20', texts.v_unsafe, 'StringData');
  assignment(check, x, Typ[BasicKind.String]!, 'argument to unsafe.StringData');
  if (x.mode === 'invalid') return false;
  return result(check, x, call, new Pointer(universeByte), Typ[BasicKind.String]!);
}

function assertBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  if (x.mode !== 'constant' || !isBoolean(x.typ!) || x.val!.kind !== 'Bool') {
    errorf(check, x, 'Test', texts.notABoolConst, x);
    return false;
  }
  if (!boolVal(x.val!)) errorf(check, call, 'Test', texts.assertFailed, call);
  return true;
}

/** In Go's tests it prints its arguments; here it is just its first one. */
function traceBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  if (call.argList.length === 0) {
    x.mode = 'novalue';
    return true;
  }
  let y = x;
  for (const arg of call.argList) {
    rawExpr(check, null, y, arg, null, false);
    y = new Operand();
  }
  return x.mode !== 'invalid';
}

/** Reports whether the size of t depends on type parameters. */
function hasVarSize(t: Type, seen: Map<Named, boolean> | null): boolean {
  const named = asNamed(t);
  if (!named) return varSize(t, seen);
  const known = seen?.get(named);
  if (known !== undefined) return known;
  const map = seen ?? new Map<Named, boolean>();
  map.set(named, true); // a type that contains itself was reported
  const res = varSize(t, map);
  map.set(named, res);
  return res;
}

function varSize(t: Type, seen: Map<Named, boolean> | null): boolean {
  const u = under(t);
  switch (u.kind) {
    case 'Array':
      return hasVarSize(u.elem, seen);
    case 'Struct':
      for (const f of u.fields) if (hasVarSize(f.typ!, seen)) return true;
      return false;
    case 'Interface':
      return isTypeParam(t);
    default:
      return false;
  }
}
