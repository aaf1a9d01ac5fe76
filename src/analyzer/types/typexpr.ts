/**
 * Type expressions and identifiers. Follows types2/typexpr.go of Go 1.26.
 *
 * Invariant: whatever is written as a type is recorded with mode typexpr, also where it is invalid. A type that is
 * being declared is passed down as `def`, so that an interface's methods get it as receiver.
 */
import { texts } from '../base/texts/types.ts';
import type { ArrayType as ArrayTypeExpr, ChanType, Expr, MapType as MapTypeExpr, Name } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { representableConst } from './const.ts';
import { int64Val, toInt } from './constant.ts';
import { objDecl } from './decl.ts';
import { addDeclDep, later, lookup, lookupScope } from './environment.ts';
import { type Cause, errorf, softErrorf, verifyVersionf } from './errors.ts';
import { expr } from './expr.ts';
import { objectKind, sprintf } from './format.ts';
import { instance, validateTArgLen, verify } from './instantiate.ts';
import { interfaceType } from './interface.ts';
import { recordInstance as recordMono } from './mono.ts';
import { contextOf, typeParamsOf } from './named.ts';
import type { Obj, TypeName } from './object.ts';
import { Operand } from './operand.ts';
import { comparable, isGeneric, isInteger, isTypeParam, isUntyped, isValid, isValidName } from './predicates.ts';
import { recordInstance, recordTypeAndValue, recordUse } from './recording.ts';
import { selector } from './selector.ts';
import { funcType } from './signature.ts';
import { structType } from './struct.ts';
import {
  type Alias,
  ArrayType,
  BasicKind,
  Chan,
  emptyTuple,
  Interface,
  MapType,
  type Named,
  Pointer,
  Signature,
  Slice,
  Struct,
  type Type,
} from './type.ts';
import { computeInterfaceTypeSet } from './typeset.ts';
import { typeSetIsMethodSet } from './typesetdata.ts';
import { under } from './under.ts';
import { Typ, Universe, universeComparable, universeInvalid, universeIota } from './universe.ts';
import { use } from './use.ts';
import { startPos, unpackListExpr } from './util.ts';

/** Checks an identifier as expression or type. */
export function ident(check: Checker, x: Operand, e: Name, wantType: boolean): void {
  x.mode = 'invalid';
  x.expr = e;
  const obj = lookup(check, e.value);
  if (!obj) {
    if (e.value === '_') errorf(check, e, 'InvalidBlank', texts.blankValue);
    else if (isValidName(e.value)) errorf(check, e, 'UndeclaredName', texts.undefined, e.value);
    return;
  }
  if (obj.parent === Universe && (obj.typ === universeComparable || obj.name === 'any')) {
    if (!verifyVersionf(check, e, 'go1.18', texts.v_predeclared, e.value)) return;
  }
  recordUse(check, e, obj);

  const gotType = obj.kind === 'TypeName';
  if (!gotType && wantType) {
    errorf(check, e, 'NotAType', texts.notATypeObj, obj.name, objectKind(obj));
    if (obj.kind === 'Var' && obj.pkg === check.pkg) obj.used = true;
    return;
  }
  // A type of this package may be on the path of declarations: objDecl looks for cycles.
  if (!obj.typ || (gotType && wantType && obj.pkg === check.pkg)) objDecl(check, obj);
  if (check.dotImportMap.size > 0) markDotImport(check, obj);
  identObject(check, x, e, obj);
}

function markDotImport(check: Checker, obj: Obj): void {
  const scope = lookupScope(check, obj.name);
  const pkgName = scope && check.dotImportMap.get(scope)?.get(obj.name);
  if (pkgName) pkgName.used = true;
}

function identObject(check: Checker, x: Operand, e: Name, obj: Obj): void {
  const typ = obj.typ!;
  switch (obj.kind) {
    case 'PkgName':
      errorf(check, e, 'InvalidPkgUse', texts.packageNotInSelector, obj.name);
      return;
    case 'Const':
      addDeclDep(check, obj);
      if (!isValid(typ)) return;
      if (obj === universeIota) {
        if (!check.env.iota) {
          errorf(check, e, 'InvalidIota', texts.iotaOutside);
          return;
        }
        x.val = check.env.iota;
      } else {
        x.val = obj.val;
      }
      x.mode = 'constant';
      break;
    case 'TypeName':
      x.mode = 'typexpr';
      break;
    case 'Var':
      if (obj.pkg === check.pkg) obj.used = true;
      addDeclDep(check, obj);
      if (!isValid(typ)) return;
      x.mode = 'variable';
      break;
    case 'Func':
      addDeclDep(check, obj);
      x.mode = 'value';
      break;
    case 'Builtin':
      x.id = obj.id;
      x.mode = 'builtin';
      break;
    case 'Nil':
      x.mode = 'nilvalue';
      break;
    case 'Label':
      return;
  }
  x.typ = typ;
}

export function typ(check: Checker, e: Expr): Type {
  return declaredType(check, e, null);
}

/** A type that variables may have: no constraint interface. */
export function varType(check: Checker, e: Expr): Type {
  const t = declaredType(check, e, null);
  validVarType(check, e, t);
  return t;
}

/** Reports a constraint interface where a variable's type is wanted. */
export function validVarType(check: Checker, e: Expr, t: Type): void {
  // Most types cannot be or become an interface: no need to postpone the question.
  if (t.kind === 'TypeParam' || t.kind === 'Basic' || t.kind === 'Slice' || t.kind === 'Pointer') return;
  if (isTypeParam(t)) return;
  later(check, () => {
    const u = under(t);
    if (u.kind !== 'Interface') return;
    const pos = startPos(e);
    const tset = computeInterfaceTypeSet(check, pos, u);
    if (typeSetIsMethodSet(tset)) return;
    softErrorf(
      check,
      pos,
      'MisplacedConstraintIface',
      tset.comparable ? texts.constraintComparable : texts.constraintTerms,
      t,
    );
  });
}

/** A complete type; `def` is the name that is declared with it, if any. */
export function declaredType(check: Checker, e: Expr, def: TypeName | null): Type {
  let t = typInternal(check, e, def);
  if (isGeneric(t)) {
    errorf(check, e, 'WrongTypeArgCount', texts.genericTypeUninstantiated, t);
    t = universeInvalid;
  }
  recordTypeAndValue(check, e, 'typexpr', t, null);
  return t;
}

/** A type that is to be instantiated; `cause` says why it cannot be. */
export function genericType(check: Checker, e: Expr, cause: Cause | null): Type {
  let t = typInternal(check, e, null);
  if (isValid(t) && !isGeneric(t)) {
    if (cause) cause.text = sprintf(check, texts.notGenericType, [t]);
    t = universeInvalid;
  }
  recordTypeAndValue(check, e, 'typexpr', t, null);
  return t;
}

function typInternal(check: Checker, e: Expr, def: TypeName | null): Type {
  switch (e.kind) {
    case 'BadExpr':
      return universeInvalid;
    case 'Name': {
      const x = new Operand();
      ident(check, x, e, true);
      return typeOfOperand(check, x);
    }
    case 'SelectorExpr': {
      const x = new Operand();
      selector(check, x, e, true);
      return typeOfOperand(check, x);
    }
    case 'IndexExpr':
      verifyVersionf(check, e, 'go1.18', texts.v_typeInst);
      return instantiatedType(check, e.x, unpackListExpr(e.index));
    case 'ParenExpr':
      return declaredType(check, e.x, def);
    case 'ArrayType':
      return arrayType(check, e);
    case 'SliceType': {
      const t = new Slice(universeInvalid);
      t.elem = varType(check, e.elem);
      return t;
    }
    case 'DotsType':
      errorf(check, e, 'InvalidSyntaxTree', texts.dots);
      return universeInvalid;
    case 'StructType': {
      const t = new Struct([], []);
      structType(check, t, e);
      return t;
    }
    case 'Operation': {
      if (e.op !== '*' || e.y) return notAType(check, e);
      const t = new Pointer(universeInvalid);
      t.base = varType(check, e.x);
      return isValid(t.base) ? t : universeInvalid;
    }
    case 'FuncType': {
      const t = new Signature(null, emptyTuple, emptyTuple, false);
      funcType(check, t, null, [], e);
      return t;
    }
    case 'InterfaceType': {
      const t = new Interface(check, [], []);
      check.cleaners.push(t);
      interfaceType(check, t, e, def);
      return t;
    }
    case 'MapType':
      return mapType(check, e);
    case 'ChanType':
      return chanType(check, e);
    default:
      return notAType(check, e);
  }
}

function typeOfOperand(check: Checker, x: Operand): Type {
  switch (x.mode) {
    case 'typexpr':
      return x.typ!;
    case 'invalid':
      return universeInvalid;
    case 'novalue':
      errorf(check, x, 'NotAType', texts.usedAsType, x);
      return universeInvalid;
    default:
      errorf(check, x, 'NotAType', texts.notAType, x);
      return universeInvalid;
  }
}

function notAType(check: Checker, e: Expr): Type {
  errorf(check, e, 'NotAType', texts.notAType, e);
  use(check, [e]);
  return universeInvalid;
}

function arrayType(check: Checker, e: ArrayTypeExpr): Type {
  const t = new ArrayType(universeInvalid, -1);
  if (e.len) t.len = arrayLength(check, e.len);
  else errorf(check, e, 'BadDotDotDotSyntax', texts.dotsArray);
  t.elem = varType(check, e.elem);
  return t.len >= 0 ? t : universeInvalid;
}

function mapType(check: Checker, e: MapTypeExpr): Type {
  const t = new MapType(universeInvalid, universeInvalid);
  t.key = varType(check, e.key);
  t.elem = varType(check, e.value);
  // Whether the key is comparable may depend on types that are still being declared.
  if (t.key.kind === 'Basic' && t.key.info !== 0) return t;
  later(check, () => {
    if (comparable(t.key)) return;
    const why = isTypeParam(t.key) ? texts.missingComparable : '';
    errorf(check, e.key, 'IncomparableMapKey', texts.invalidMapKey, t.key, why);
  });
  return t;
}

function chanType(check: Checker, e: ChanType): Type {
  const dir = e.dir === '' ? 'both' : e.dir === 'SendOnly' ? 'send' : 'recv';
  const t = new Chan(dir, universeInvalid);
  t.elem = varType(check, e.elem);
  return t;
}

function instantiatedType(check: Checker, x: Expr, xlist: readonly Expr[]): Type {
  const cause: Cause = { text: '' };
  const generic = genericType(check, x, cause);
  if (cause.text !== '') errorf(check, x, 'NotAGenericType', texts.notGenericTypeInst, x, xlist, cause.text);
  if (!isValid(generic)) return generic;
  const targs = typeList(check, xlist);
  if (!targs) return universeInvalid;
  const gtyp = generic as Named | Alias;
  const inst = instance(check, x.pos, gtyp, targs, null, contextOf(check));
  if (inst.kind !== 'Named' && inst.kind !== 'Alias') return universeInvalid;

  // Constraints may be incomplete now.
  later(check, () => {
    recordInstance(check, x, targs, inst);
    const tparams = inst.kind === 'Named' ? typeParamsOf(inst) : inst.tparams;
    if (!validateTArgLen(check, x.pos, inst.obj.name, tparams.length, targs.length)) return;
    const bad = verify(check, x.pos, tparams, targs, contextOf(check));
    if (bad) {
      const at = xlist[bad.index];
      softErrorf(check, at ? startPos(at) : x.pos, 'InvalidTypeArg', '%s', bad.cause);
    } else {
      recordMono(check, x.pos, tparams, targs, xlist);
    }
  });
  return inst;
}

/** The length of an array type, or -1 after an error. */
function arrayLength(check: Checker, e: Expr): number {
  if (e.kind === 'Name') {
    const obj = lookup(check, e.value);
    if (!obj) {
      errorf(check, e, 'InvalidArrayLen', texts.undefinedArrayLen, e.value);
      return -1;
    }
    if (obj.kind !== 'Const') {
      errorf(check, e, 'InvalidArrayLen', texts.invalidArrayLen, e.value);
      return -1;
    }
  }
  const x = new Operand();
  expr(check, null, x, e);
  if (x.mode !== 'constant') {
    if (x.mode !== 'invalid') errorf(check, x, 'InvalidArrayLen', texts.arrayLenNotConst, x);
    return -1;
  }
  if (isUntyped(x.typ!) || isInteger(x.typ!)) {
    const val = toInt(x.val!);
    if (val.kind === 'Int' && representableConst(check, val, Typ[BasicKind.Int]!, null)) {
      const n = int64Val(val);
      if (n !== undefined && n >= 0n) return Number(n);
    }
  }
  errorf(check, x, 'InvalidArrayLen', isInteger(x.typ!) ? texts.invalidArrayLen : texts.arrayLenNotInt, x);
  return -1;
}

/** Type arguments, or null if one of them is invalid. */
export function typeList(check: Checker, list: readonly Expr[]): Type[] | null {
  let res: Type[] | null = [];
  for (const x of list) {
    const t = varType(check, x);
    if (!isValid(t)) res = null;
    res?.push(t);
  }
  return res;
}
