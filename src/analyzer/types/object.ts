/**
 * The named things of a package: what an identifier can denote. Follows types2/object.go of Go 1.26.
 *
 * Invariants: all objects begin with the same fields in the same order, so that reading `name`, `typ` or `parent` of any
 * object is monomorphic. An object of an imported package is never changed by a check, except for the lazily set `typ`.
 */
import { noPos, type Pos } from '../base/pos.ts';
import type { Value } from './constant.ts';
import type { Package } from './package.ts';
import type { Scope } from './scope.ts';
import type { Type } from './type.ts';

/** Any object; go/types' `Object` interface under a name that does not hide JavaScript's. */
export type Obj = PkgName | Const | TypeName | Var | Func | Label | Builtin | Nil;

abstract class ObjectBase {
  readonly name: string;
  readonly pos: Pos;
  readonly pkg: Package | null;
  /** null until the object's declaration is checked. */
  typ: Type | null;
  /** Scope of the declaration; null for methods and struct fields. */
  parent: Scope | null = null;
  /** Order of declaration in the package, from 1; 0 where order means nothing. */
  order = 0;
  /** Where the object's scope begins inside a function. */
  scopePos: Pos = noPos;
  constructor(pos: Pos, pkg: Package | null, name: string, typ: Type | null) {
    this.name = name;
    this.pos = pos;
    this.pkg = pkg;
    this.typ = typ;
  }
}

export class PkgName extends ObjectBase {
  readonly kind = 'PkgName';
  readonly imported: Package;
  used = false;
  constructor(pos: Pos, pkg: Package | null, name: string, typ: Type, imported: Package) {
    super(pos, pkg, name, typ);
    this.imported = imported;
  }
}

export class Const extends ObjectBase {
  readonly kind = 'Const';
  /** null until the declaration is checked. */
  val: Value | null;
  constructor(pos: Pos, pkg: Package | null, name: string, typ: Type | null, val: Value | null) {
    super(pos, pkg, name, typ);
    this.val = val;
  }
}

export class TypeName extends ObjectBase {
  readonly kind = 'TypeName';
}

export type VarKind = 'package' | 'local' | 'recv' | 'param' | 'result' | 'field';

export class Var extends ObjectBase {
  readonly kind = 'Var';
  varKind: VarKind;
  /** Embedded field: the name is that of its type. */
  readonly embedded: boolean;
  used = false;
  /** The variable of the generic declaration that this one was instantiated from; null if it is none. */
  origin: Var | null = null;
  constructor(varKind: VarKind, pos: Pos, pkg: Package | null, name: string, typ: Type | null, embedded = false) {
    super(pos, pkg, name, typ);
    this.varKind = varKind;
    this.embedded = embedded;
  }
}

export class Func extends ObjectBase {
  readonly kind = 'Func';
  /** Only meaningful for a method without a type yet; read through `hasPtrRecv` (lookup.ts). */
  ptrRecv = false;
  origin: Func | null = null;
  /** Gives the type of a function of an imported package, asked once on first need. */
  loader: (() => Type) | null = null;
}

export class Label extends ObjectBase {
  readonly kind = 'Label';
  used = false;
}

export class Builtin extends ObjectBase {
  readonly kind = 'Builtin';
  readonly id: BuiltinId;
  constructor(name: string, typ: Type, id: BuiltinId, pkg: Package | null) {
    super(noPos, pkg, name, typ);
    this.id = id;
  }
}

export class Nil extends ObjectBase {
  readonly kind = 'Nil';
}

/** Predeclared functions; the names of package unsafe keep their capitals. */
export type BuiltinId =
  | 'append'
  | 'cap'
  | 'clear'
  | 'close'
  | 'complex'
  | 'copy'
  | 'delete'
  | 'imag'
  | 'len'
  | 'make'
  | 'max'
  | 'min'
  | 'new'
  | 'panic'
  | 'print'
  | 'println'
  | 'real'
  | 'recover'
  | 'Add'
  | 'Alignof'
  | 'Offsetof'
  | 'Sizeof'
  | 'Slice'
  | 'SliceData'
  | 'String'
  | 'StringData'
  | 'assert'
  | 'trace';

/** An object that initialization may depend on. */
export type Dependency = Const | Var | Func;

export function isDependency(obj: Obj): obj is Dependency {
  return obj.kind === 'Const' || obj.kind === 'Var' || obj.kind === 'Func';
}

/** Reports whether `name` starts with an upper-case letter (Unicode class Lu). */
export function isExported(name: string): boolean {
  const code = name.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(name);
}

/** The name that tells objects of different packages apart: exported names stand for themselves. */
export function idOf(pkg: Package | null, name: string): string {
  if (isExported(name)) return name;
  return `${pkg && pkg.path !== '' ? pkg.path : '_'}.${name}`;
}

/** Two packages are the same if their paths are; methods of imported packages may come through different importers. */
export function samePkg(a: Package | null, b: Package | null): boolean {
  return a === b || (a !== null && b !== null && a.path === b.path);
}

/** Reports whether `obj` is what `name`, written in `pkg`, selects. */
export function sameId(obj: Obj, pkg: Package | null, name: string, foldCase: boolean): boolean {
  if (foldCase && equalFold(obj.name, name)) return true;
  if (obj.name !== name) return false;
  return isExported(name) || samePkg(obj.pkg, pkg);
}

export function equalFold(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

/** The declaration that an instantiated method or field stands for; the object itself otherwise. */
export function originOf<T extends Var | Func>(obj: T): T {
  return (obj.origin as T | null) ?? obj;
}

/** Order of objects for printing and sorting: exported first, then by name, then by package path. */
export function compareObjects(a: Obj, b: Obj): number {
  if (a === b) return 0;
  const exported = isExported(a.name);
  if (exported !== isExported(b.name)) return exported ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  if (exported) return 0;
  const pa = a.pkg?.path ?? '';
  const pb = b.pkg?.path ?? '';
  return pa < pb ? -1 : pa > pb ? 1 : 0;
}
