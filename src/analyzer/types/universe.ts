/**
 * What is declared before any program: the universe scope and package unsafe. Follows types2/universe.go of Go 1.26.
 *
 * Invariants: everything here is complete when the module has loaded and never changes, so checks may share it. `any` is
 * an alias whose interface is one known object, by which messages recognise it. This file imports only files of plain
 * data.
 */
import { noPos } from '../base/pos.ts';
import { makeBool, makeInt64 } from './constant.ts';
import { Builtin, type BuiltinId, Const, Func, isExported, Nil, type Obj, TypeName, Var } from './object.ts';
import { Package } from './package.ts';
import { Scope } from './scope.ts';
import {
  Alias,
  Basic,
  BasicKind,
  emptyTuple,
  hasMethods,
  hasUnder,
  Interface,
  IsBoolean,
  IsComplex,
  IsFloat,
  IsInteger,
  IsString,
  IsUnsigned,
  IsUntyped,
  lazyLoaded,
  Named,
  Signature,
  Tuple,
  type Type,
  unpacked,
} from './type.ts';
import { allTermlist, TypeSet, topTypeSet } from './typesetdata.ts';

/** The basic types, indexed by kind. */
export const Typ: readonly Basic[] = [
  new Basic(BasicKind.Invalid, 0, 'invalid type'),
  new Basic(BasicKind.Bool, IsBoolean, 'bool'),
  new Basic(BasicKind.Int, IsInteger, 'int'),
  new Basic(BasicKind.Int8, IsInteger, 'int8'),
  new Basic(BasicKind.Int16, IsInteger, 'int16'),
  new Basic(BasicKind.Int32, IsInteger, 'int32'),
  new Basic(BasicKind.Int64, IsInteger, 'int64'),
  new Basic(BasicKind.Uint, IsInteger | IsUnsigned, 'uint'),
  new Basic(BasicKind.Uint8, IsInteger | IsUnsigned, 'uint8'),
  new Basic(BasicKind.Uint16, IsInteger | IsUnsigned, 'uint16'),
  new Basic(BasicKind.Uint32, IsInteger | IsUnsigned, 'uint32'),
  new Basic(BasicKind.Uint64, IsInteger | IsUnsigned, 'uint64'),
  new Basic(BasicKind.Uintptr, IsInteger | IsUnsigned, 'uintptr'),
  new Basic(BasicKind.Float32, IsFloat, 'float32'),
  new Basic(BasicKind.Float64, IsFloat, 'float64'),
  new Basic(BasicKind.Complex64, IsComplex, 'complex64'),
  new Basic(BasicKind.Complex128, IsComplex, 'complex128'),
  new Basic(BasicKind.String, IsString, 'string'),
  new Basic(BasicKind.UnsafePointer, 0, 'Pointer'),
  new Basic(BasicKind.UntypedBool, IsBoolean | IsUntyped, 'untyped bool'),
  new Basic(BasicKind.UntypedInt, IsInteger | IsUntyped, 'untyped int'),
  new Basic(BasicKind.UntypedRune, IsInteger | IsUntyped, 'untyped rune'),
  new Basic(BasicKind.UntypedFloat, IsFloat | IsUntyped, 'untyped float'),
  new Basic(BasicKind.UntypedComplex, IsComplex | IsUntyped, 'untyped complex'),
  new Basic(BasicKind.UntypedString, IsString | IsUntyped, 'untyped string'),
  new Basic(BasicKind.UntypedNil, IsUntyped, 'untyped nil'),
];

export const Universe = new Scope(null, noPos, noPos, 'universe');
/** The universe with the functions `assert` and `trace` of Go's own tests. */
export const testUniverse = new Scope(null, noPos, noPos, 'universe');
export const unsafePackage = new Package('unsafe', 'unsafe', Universe);
unsafePackage.complete = true;

export const universeInvalid: Basic = Typ[BasicKind.Invalid]!;
export const universeBool: Basic = Typ[BasicKind.Bool]!;
/** uint8 and int32 under the names that messages keep. */
export const universeByte = new Basic(BasicKind.Uint8, IsInteger | IsUnsigned, 'byte');
export const universeRune = new Basic(BasicKind.Int32, IsInteger, 'rune');
/** The type of `any`: not just an empty interface but the one that prints as `any`. */
export const universeAnyInterface = completeInterface([], topTypeSet);
export const emptyInterface = completeInterface([], topTypeSet);

function completeInterface(methods: Func[], tset: TypeSet): Interface {
  const t = new Interface(null, methods, []);
  t.complete = true;
  t.tset = tset;
  return t;
}

function def<T extends Obj>(obj: T): T {
  const inUnsafe = isExported(obj.name);
  (inUnsafe ? unsafePackage.scope : Universe).insert(obj);
  if (!inUnsafe) testUniverse.insert(obj);
  return obj;
}

function defType(name: string, typ: Type | null): TypeName {
  return def(new TypeName(noPos, isExported(name) ? unsafePackage : null, name, typ));
}

function defNamed(name: string, rhs: (named: Named) => Interface): Named {
  const obj = new TypeName(noPos, null, name, null);
  const named = new Named(null, obj, null, null, []);
  obj.typ = named;
  const t = rhs(named);
  named.fromRHS = t;
  named.underlying = t;
  named.state = lazyLoaded | unpacked | hasMethods | hasUnder;
  named.finite = 1;
  def(obj);
  return named;
}

for (const t of Typ) if (!t.name.includes(' ')) defType(t.name, t);
defType('byte', universeByte);
defType('rune', universeRune);

export const universeAny: TypeName = defType('any', null);
const anyAlias = new Alias(universeAny, universeAnyInterface);
anyAlias.actual = universeAnyInterface;
universeAny.typ = anyAlias;
export const universeAnyType: Alias = anyAlias;

/** `type error interface{ Error() string }` */
export const universeError: Named = defNamed('error', (named) => {
  const recv = new Var('recv', noPos, null, '', named);
  const result = new Var('result', noPos, null, '', Typ[BasicKind.String]!);
  const method = new Func(noPos, null, 'Error', new Signature(recv, emptyTuple, new Tuple([result]), false));
  return completeInterface([method], new TypeSet([method], allTermlist, false));
});

/** `type comparable interface{}`, marked as comparable. */
export const universeComparable: Named = defNamed('comparable', () =>
  completeInterface([], new TypeSet([], allTermlist, true)),
);

def(new Const(noPos, null, 'true', Typ[BasicKind.UntypedBool]!, makeBool(true)));
def(new Const(noPos, null, 'false', Typ[BasicKind.UntypedBool]!, makeBool(false)));
export const universeIota: Const = def(new Const(noPos, null, 'iota', Typ[BasicKind.UntypedInt]!, makeInt64(0)));
def(new Nil(noPos, null, 'nil', Typ[BasicKind.UntypedNil]!));

/** How a call of a predeclared function may stand: as an expression only, or also as a statement. */
export type BuiltinUse = 'expression' | 'statement';

export interface BuiltinInfo {
  readonly name: BuiltinId;
  /** Number of arguments; the least number if variadic. */
  readonly nargs: number;
  readonly variadic: boolean;
  readonly use: BuiltinUse;
}

export const predeclaredFuncs: Readonly<Record<BuiltinId, BuiltinInfo>> = {
  append: { name: 'append', nargs: 1, variadic: true, use: 'expression' },
  cap: { name: 'cap', nargs: 1, variadic: false, use: 'expression' },
  clear: { name: 'clear', nargs: 1, variadic: false, use: 'statement' },
  close: { name: 'close', nargs: 1, variadic: false, use: 'statement' },
  complex: { name: 'complex', nargs: 2, variadic: false, use: 'expression' },
  copy: { name: 'copy', nargs: 2, variadic: false, use: 'statement' },
  delete: { name: 'delete', nargs: 2, variadic: false, use: 'statement' },
  imag: { name: 'imag', nargs: 1, variadic: false, use: 'expression' },
  len: { name: 'len', nargs: 1, variadic: false, use: 'expression' },
  make: { name: 'make', nargs: 1, variadic: true, use: 'expression' },
  max: { name: 'max', nargs: 1, variadic: true, use: 'expression' },
  min: { name: 'min', nargs: 1, variadic: true, use: 'expression' },
  new: { name: 'new', nargs: 1, variadic: false, use: 'expression' },
  panic: { name: 'panic', nargs: 1, variadic: false, use: 'statement' },
  print: { name: 'print', nargs: 0, variadic: true, use: 'statement' },
  println: { name: 'println', nargs: 0, variadic: true, use: 'statement' },
  real: { name: 'real', nargs: 1, variadic: false, use: 'expression' },
  recover: { name: 'recover', nargs: 0, variadic: false, use: 'statement' },
  Add: { name: 'Add', nargs: 2, variadic: false, use: 'expression' },
  Alignof: { name: 'Alignof', nargs: 1, variadic: false, use: 'expression' },
  Offsetof: { name: 'Offsetof', nargs: 1, variadic: false, use: 'expression' },
  Sizeof: { name: 'Sizeof', nargs: 1, variadic: false, use: 'expression' },
  Slice: { name: 'Slice', nargs: 2, variadic: false, use: 'expression' },
  SliceData: { name: 'SliceData', nargs: 1, variadic: false, use: 'expression' },
  String: { name: 'String', nargs: 2, variadic: false, use: 'expression' },
  StringData: { name: 'StringData', nargs: 1, variadic: false, use: 'expression' },
  assert: { name: 'assert', nargs: 1, variadic: false, use: 'statement' },
  trace: { name: 'trace', nargs: 0, variadic: true, use: 'expression' },
};

for (const { name } of Object.values(predeclaredFuncs)) {
  if (name === 'assert' || name === 'trace') testUniverse.insert(new Builtin(name, universeInvalid, name, null));
  else def(new Builtin(name, universeInvalid, name, isExported(name) ? unsafePackage : null));
}
