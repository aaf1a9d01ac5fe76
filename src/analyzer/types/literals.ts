/** Literals: basic, function and composite. Follows types2/literals.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { BasicLit, CompositeLit, Expr, FuncLit, KeyValueExpr } from '../syntax/tree.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { opPos, overflow } from './const.ts';
import { float64Val, imag, int64Val, real, toFloat, toInt, uint64Val, type Value } from './constant.ts';
import { exactString } from './constantfmt.ts';
import { makeFromLiteral } from './constantlit.ts';
import { later } from './environment.ts';
import { errorf, versionErrorf } from './errors.ts';
import { lookupError } from './errsupport.ts';
import { expr, exprWithHint } from './expr.ts';
import { index } from './indexexpr.ts';
import { deref, fieldIndex, lookupFieldOrMethod } from './lookup.ts';
import { refuseNewer } from './newer.ts';
import { isExported } from './object.ts';
import { Operand } from './operand.ts';
import { identical, isNonTypeParamInterface, isValid } from './predicates.ts';
import { recordTypeAndValue, recordUse } from './recording.ts';
import { funcBody } from './stmt.ts';
import { ArrayType, BasicKind, type MapType, type Struct, type Type } from './type.ts';
import { typ as typOf, varType } from './typexpr.ts';
import { commonUnder, type Underlying } from './under.ts';
import { Typ, universeInvalid } from './universe.ts';
import { use } from './use.ts';
import { allowVersion } from './version.ts';

/** Literals longer than this are refused. */
const literalLimit = 10_000;

/** Reports forms of numbers that the language version does not have. */
function langCompat(check: Checker, lit: BasicLit): void {
  const s = lit.value;
  if (s.length <= 2 || allowVersion(check, 'go1.13')) return;
  if (s.includes('_')) {
    versionErrorf(check, lit, 'go1.13', texts.v_underscore);
    return;
  }
  if (s[0] !== '0') return;
  const radix = s[1]!.toLowerCase();
  if (radix === 'b') versionErrorf(check, lit, 'go1.13', texts.v_binary);
  else if (radix === 'o') versionErrorf(check, lit, 'go1.13', texts.v_octal);
  else if (lit.litKind !== 'IntLit' && radix === 'x') versionErrorf(check, lit, 'go1.13', texts.v_hexFloat);
}

const litTypes = {
  IntLit: BasicKind.UntypedInt,
  FloatLit: BasicKind.UntypedFloat,
  ImagLit: BasicKind.UntypedComplex,
  RuneLit: BasicKind.UntypedRune,
  StringLit: BasicKind.UntypedString,
} as const;

export function basicLit(check: Checker, x: Operand, e: BasicLit): void {
  if (e.litKind === 'IntLit' || e.litKind === 'FloatLit' || e.litKind === 'ImagLit') {
    langCompat(check, e);
    if (e.value.length > literalLimit) {
      errorf(check, e, 'InvalidConstVal', texts.longConstant, e.value.slice(0, 10), e.value.length);
      x.mode = 'invalid';
      return;
    }
  }
  const val = makeFromLiteral(e.value, e.litKind);
  if (val.kind === 'Unknown') {
    errorf(check, e, 'InvalidConstVal', texts.malformedConstant, e.value);
    x.mode = 'invalid';
    return;
  }
  x.mode = 'constant';
  x.typ = Typ[litTypes[e.litKind]]!;
  x.val = val;
  x.expr = e;
  overflow(check, x, opPos(e));
}

export function funcLit(check: Checker, x: Operand, e: FuncLit): void {
  const sig = typOf(check, e.type);
  if (sig.kind !== 'Signature') {
    errorf(check, e, 'InvalidSyntaxTree', texts.invalidFuncLit, e);
    x.mode = 'invalid';
    return;
  }
  if (!check.conf.ignoreFuncBodies) {
    // The body waits until the enclosing statement's types are known.
    const { decl, iota } = check.env;
    later(check, () => funcBody(check, decl, sig, e.body, iota));
  }
  x.mode = 'value';
  x.typ = sig;
}

export function compositeLit(check: Checker, x: Operand, e: CompositeLit, hint: Type | null): void {
  let typ: Type;
  let base: Type;
  let isElem = false;
  if (e.type) {
    if (e.type.kind === 'ArrayType' && !e.type.len) {
      // [...]T: the length follows from the elements.
      typ = new ArrayType(varType(check, e.type.elem), -1);
    } else {
      typ = typOf(check, e.type);
    }
    base = typ;
  } else if (hint) {
    typ = hint;
    base = typ;
    // &T may be left out too.
    const u = commonUnder(base, null)[0];
    if (u) {
      const [b, ok] = deref(u);
      if (ok) base = b;
    }
    isElem = true;
  } else {
    errorf(check, e, 'UntypedLit', texts.missingLitType);
    typ = universeInvalid;
    base = typ;
  }
  const u = commonUnder(base, null)[0];
  if (!literalElements(check, x, e, base, u)) {
    invalidLiteral(check, x, e, typ, u, isElem);
    if (x.mode === 'invalid') return;
  }
  x.mode = 'value';
  x.typ = typ;
}

/** Checks the elements by the kind of type; false if there are no literals of that kind. */
function literalElements(check: Checker, x: Operand, e: CompositeLit, base: Type, u: Underlying | null): boolean {
  switch (u?.kind) {
    case 'Struct':
      structLit(check, x, e, base, u);
      return true;
    case 'Array': {
      const n = indexedElts(check, e.elemList, u.elem, u.len);
      if (u.len < 0) {
        u.len = n;
        if (e.type) recordTypeAndValue(check, e.type, 'typexpr', u, null);
      }
      return true;
    }
    case 'Slice':
      indexedElts(check, e.elemList, u.elem, -1);
      return true;
    case 'Map':
      mapLit(check, x, e, u);
      return true;
    default:
      return false;
  }
}

function invalidLiteral(
  check: Checker,
  x: Operand,
  e: CompositeLit,
  typ: Type,
  u: Underlying | null,
  isElem: boolean,
): void {
  for (const el of e.elemList) use(check, [el.kind === 'KeyValueExpr' ? el.value : el]);
  x.mode = 'value';
  if (u && !isValid(u)) return; // reported before
  const cause = u ? '' : texts.noCommonUnderlying;
  errorf(check, e, 'InvalidLit', texts.invalidLitType, isElem ? ' element' : '', typ, cause);
  x.mode = 'invalid';
}

function structLit(check: Checker, x: Operand, e: CompositeLit, base: Type, utyp: Struct): void {
  const elems = e.elemList;
  if (elems.length === 0) return;
  if (elems[0]!.kind === 'KeyValueExpr') {
    const visited = new Set<number>();
    for (const el of elems) {
      if (el.kind === 'KeyValueExpr') keyedField(check, x, el, base, utyp, visited);
      else errorf(check, el, 'MixedStructLit', texts.mixedStructLit);
    }
    return;
  }
  const { fields } = utyp;
  for (let i = 0; i < elems.length; i++) {
    const el = elems[i]!;
    if (el.kind === 'KeyValueExpr') {
      errorf(check, el, 'MixedStructLit', texts.mixedStructLit);
      continue;
    }
    expr(check, null, x, el);
    const fld = fields[i];
    if (!fld) {
      errorf(check, x, 'InvalidStructLit', texts.tooManyValues, base);
      break;
    }
    if (!isExported(fld.name) && fld.pkg !== check.pkg) {
      errorf(check, x, 'UnexportedLitField', texts.implicitUnexported, fld.name, base);
      continue;
    }
    assignment(check, x, fld.typ, 'struct literal');
  }
  if (elems.length < fields.length) errorf(check, e.rbrace, 'InvalidStructLit', texts.tooFewValues, base);
}

function keyedField(
  check: Checker,
  x: Operand,
  kv: KeyValueExpr,
  base: Type,
  utyp: Struct,
  visited: Set<number>,
): void {
  const { fields } = utyp;
  // The value is checked in any case, so that what it uses counts as used.
  expr(check, null, x, kv.value);
  if (kv.key.kind !== 'Name') {
    errorf(check, kv, 'InvalidLitField', texts.invalidFieldName, kv.key);
    return;
  }
  const name = kv.key.value;
  const i = fieldIndex(fields, check.pkg, name, false);
  if (i < 0) {
    const j = fieldIndex(fields, check.pkg, name, true);
    if (lookupFieldOrMethod(utyp, false, check.pkg, name, false).obj?.kind === 'Var')
      refuseNewer(check, kv.key.pos, 'promoted fields in struct literals');
    const msg = lookupError(check, base, name, j >= 0 ? fields[j]! : null, true);
    errorf(check, kv.key, 'MissingLitField', '%s', msg);
    return;
  }
  const fld = fields[i]!;
  recordUse(check, kv.key, fld);
  assignment(check, x, fld.typ, 'struct literal');
  if (visited.has(i)) errorf(check, kv, 'DuplicateLitField', texts.duplicateField, name);
  visited.add(i);
}

function mapLit(check: Checker, x: Operand, e: CompositeLit, utyp: MapType): void {
  // In a map with interface keys, equal values of different types are different keys.
  const keyIsInterface = isNonTypeParamInterface(utyp.key);
  const visited = new Map<string, Type[]>();
  for (const el of e.elemList) {
    if (el.kind !== 'KeyValueExpr') {
      errorf(check, el, 'MissingLitKey', texts.missingMapKey);
      continue;
    }
    exprWithHint(check, x, el.key, utyp.key);
    assignment(check, x, utyp.key, 'map literal');
    if (x.mode === 'invalid') continue;
    if (x.mode === 'constant') {
      const key = keyVal(x.val!);
      const types = visited.get(key);
      const duplicate = types !== undefined && (!keyIsInterface || types.some((t) => identical(t, x.typ!)));
      if (types) types.push(x.typ!);
      else visited.set(key, [x.typ!]);
      if (duplicate) {
        errorf(check, x, 'DuplicateLitKey', texts.duplicateMapKey, x.val);
        continue;
      }
    }
    exprWithHint(check, x, el.value, utyp.elem);
    assignment(check, x, utyp.elem, 'map literal');
  }
}

/** A text that equal constants share, whatever their kind of number. */
function keyVal(val: Value): string {
  let x = val;
  switch (x.kind) {
    case 'Bool':
      return `b${x.val}`;
    case 'String':
      return `s${x.val}`;
    case 'Complex': {
      const f = toFloat(x);
      if (f.kind !== 'Float') return `c${float64Val(real(x))},${float64Val(imag(x))}`;
      x = f;
      break;
    }
    default:
      break;
  }
  if (x.kind === 'Float') {
    const i = toInt(x);
    if (i.kind !== 'Int') return `f${float64Val(x)}`;
    x = i;
  }
  const n = int64Val(x) ?? uint64Val(x);
  return n === undefined ? `x${exactString(x)}` : `i${n}`;
}

/** Checks the elements of an array or slice literal; returns the length that they need. */
function indexedElts(check: Checker, elts: readonly Expr[], typ: Type, length: number): number {
  const visited = new Set<number>();
  let next = 0;
  let max = 0;
  const x = new Operand();
  for (const e of elts) {
    let valid = false;
    let value = e;
    if (e.kind === 'KeyValueExpr') {
      value = e.value;
      const i = index(check, e.key, length);
      if (isValid(i.typ)) {
        if (i.val >= 0) {
          next = i.val;
          valid = true;
        } else {
          errorf(check, e, 'InvalidLitIndex', texts.indexNotConst, e.key);
        }
      }
    } else if (length >= 0 && next >= length) {
      errorf(check, e, 'OversizeArrayLit', texts.indexBeyond, next, length);
    } else {
      valid = true;
    }
    if (valid) {
      if (visited.has(next)) errorf(check, e, 'DuplicateLitKey', texts.duplicateIndex, next);
      visited.add(next);
    }
    next++;
    if (next > max) max = next;
    exprWithHint(check, x, value, typ);
    assignment(check, x, typ, 'array or slice literal');
  }
  return max;
}
