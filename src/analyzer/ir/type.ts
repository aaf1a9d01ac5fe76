/**
 * The types and constants that IR nodes carry (the type checker's own) and gc's questions about them.
 *
 * Types in the IR contain no aliases and no type parameters: noder/types.ts replaces both. A shape type is a
 * Named in package go.shape whose name is the link string of its underlying type.
 */

import { unalias } from '../types/alias.ts';
import type { ArrayType, Chan, Interface, MapType, Named, Signature, Struct, Type } from '../types/type.ts';
import {
  BasicKind,
  IsBoolean,
  IsComplex,
  IsFloat,
  IsInteger,
  IsString,
  IsUntyped,
  Pointer,
  Slice,
} from '../types/type.ts';
import { typeSetOf } from '../types/typeset.ts';
import { under } from '../types/under.ts';
import { universeAnyInterface } from '../types/universe.ts';

export type { Value as ConstValue } from '../types/constant.ts';
export type { Type } from '../types/type.ts';

export function isInterface(t: Type): boolean {
  return under(t).kind === 'Interface';
}
export function isPtr(t: Type): boolean {
  return under(t).kind === 'Pointer';
}
export function isSlice(t: Type): boolean {
  return under(t).kind === 'Slice';
}
export function isArray(t: Type): boolean {
  return under(t).kind === 'Array';
}
export function isMap(t: Type): boolean {
  return under(t).kind === 'Map';
}
export function isChan(t: Type): boolean {
  return under(t).kind === 'Chan';
}
function basicInfo(t: Type): number {
  const u = under(t);
  return u.kind === 'Basic' ? u.info : 0;
}
export function isString(t: Type): boolean {
  return (basicInfo(t) & IsString) !== 0;
}
export function isBoolean(t: Type): boolean {
  return (basicInfo(t) & IsBoolean) !== 0;
}
export function isInteger(t: Type): boolean {
  return (basicInfo(t) & IsInteger) !== 0;
}
export function isFloat(t: Type): boolean {
  return (basicInfo(t) & IsFloat) !== 0;
}
export function isComplex(t: Type): boolean {
  return (basicInfo(t) & IsComplex) !== 0;
}
export function isUntyped(t: Type): boolean {
  return (basicInfo(t) & IsUntyped) !== 0;
}

export function basicKind(t: Type): BasicKind | -1 {
  const u = under(t);
  return u.kind === 'Basic' ? u.basic : -1;
}
export function isUnsafePtr(t: Type): boolean {
  return basicKind(t) === BasicKind.UnsafePointer;
}
export function isUintptr(t: Type): boolean {
  return basicKind(t) === BasicKind.Uintptr;
}

/** The element of a pointer, slice, array, channel or map (its value). */
export function elemOf(t: Type): Type {
  const u = under(t) as Pointer | Slice | ArrayType | Chan | MapType;
  return u.kind === 'Pointer' ? u.base : u.elem;
}

export function structOf(t: Type): Struct {
  return under(t) as Struct;
}
export function arrayOf(t: Type): ArrayType {
  return under(t) as ArrayType;
}
export function mapOf(t: Type): MapType {
  return under(t) as MapType;
}
export function interfaceOf(t: Type): Interface {
  return under(t) as Interface;
}
export function signatureOf(t: Type): Signature {
  return under(t) as Signature;
}
export function newPointer(base: Type): Pointer {
  return new Pointer(base);
}
export function newSlice(elem: Type): Slice {
  return new Slice(elem);
}

export function unaliased(t: Type): Type {
  return unalias(t);
}

/** The defined type that t is, or null; gc's `t.Sym() != nil` for types other than the predeclared. */
export function namedOf(t: Type): Named | null {
  const u = unalias(t);
  return u.kind === 'Named' ? u : null;
}

/** Whether gc gives the type a symbol: defined and predeclared types, and `any`. */
export function hasSym(t: Type): boolean {
  return t.kind === 'Named' || t.kind === 'Basic' || t === universeAnyInterface;
}

export function isEmptyInterface(t: Type): boolean {
  const u = under(t);
  return u.kind === 'Interface' && typeSetOf(u).methods.length === 0;
}

export function isShape(t: Type): boolean {
  return t.kind === 'Named' && t.obj.pkg !== null && t.obj.pkg.path === 'go.shape';
}

/** Whether a shape type occurs in t. */
export function hasShape(t: Type): boolean {
  switch (t.kind) {
    case 'Named':
      return isShape(t) || t.inst?.targs.some(hasShape) === true;
    case 'Pointer':
      return hasShape(t.base);
    case 'Slice':
    case 'Array':
    case 'Chan':
      return hasShape(t.elem);
    case 'Map':
      return hasShape(t.key) || hasShape(t.elem);
    case 'Signature':
      return t.params.vars.some((v) => hasShape(v.typ!)) || t.results.vars.some((v) => hasShape(v.typ!));
    case 'Struct':
      return t.fields.some((f) => hasShape(f.typ!));
    case 'Tuple':
      return t.vars.some((v) => hasShape(v.typ!));
    case 'Interface':
      return t.methods.some((m) => hasShape(m.typ!)) || t.embeddeds.some(hasShape);
    default:
      return false;
  }
}
