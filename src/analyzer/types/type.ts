/**
 * The types of Go as data: one class a kind of type, as go/types has them (Go 1.26, types2/{basic,array,…}.go).
 *
 * Invariants: every class has one shape from birth (all fields set in the constructor). A type is compared by
 * `identical`, never by `===`, except where both sides are known to be canonical. `Named` is lazy: a type that comes
 * from facts carries a `loader`, and its right-hand side and methods appear on first need (see named.ts). Only the
 * checker that makes a type sets its fields, and only until that type is complete.
 *
 * Left out: everything that computes (underlying types, type sets, printing); those are functions in files of their own.
 */
import type { Pos } from '../base/pos.ts';
import type { Checker } from './checker.ts';
import type { Context } from './context.ts';
import type { Func, TypeName, Var } from './object.ts';
import type { Scope } from './scope.ts';
import type { TypeSet } from './typeset.ts';

export type Type =
  | Basic
  | ArrayType
  | Slice
  | Struct
  | Pointer
  | Tuple
  | Signature
  | Union
  | Interface
  | MapType
  | Chan
  | Named
  | TypeParam
  | Alias;

/** Kinds of basic types, in go/types' order: typed ones by size, then the untyped ones by rank. */
export const BasicKind = {
  Invalid: 0,
  Bool: 1,
  Int: 2,
  Int8: 3,
  Int16: 4,
  Int32: 5,
  Int64: 6,
  Uint: 7,
  Uint8: 8,
  Uint16: 9,
  Uint32: 10,
  Uint64: 11,
  Uintptr: 12,
  Float32: 13,
  Float64: 14,
  Complex64: 15,
  Complex128: 16,
  String: 17,
  UnsafePointer: 18,
  UntypedBool: 19,
  UntypedInt: 20,
  UntypedRune: 21,
  UntypedFloat: 22,
  UntypedComplex: 23,
  UntypedString: 24,
  UntypedNil: 25,
} as const;
export type BasicKind = (typeof BasicKind)[keyof typeof BasicKind];

/** Properties of basic types, as bits. */
export const IsBoolean = 1;
export const IsInteger = 2;
export const IsUnsigned = 4;
export const IsFloat = 8;
export const IsComplex = 16;
export const IsString = 32;
export const IsUntyped = 64;
export const IsOrdered = IsInteger | IsFloat | IsString;
export const IsNumeric = IsInteger | IsFloat | IsComplex;
export const IsConstType = IsBoolean | IsNumeric | IsString;

export class Basic {
  readonly kind = 'Basic';
  readonly basic: BasicKind;
  readonly info: number;
  readonly name: string;
  constructor(basic: BasicKind, info: number, name: string) {
    this.basic = basic;
    this.info = info;
    this.name = name;
  }
}

export class ArrayType {
  readonly kind = 'Array';
  /** Number of elements; -1 while unknown or invalid. */
  len: number;
  elem: Type;
  constructor(elem: Type, len: number) {
    this.elem = elem;
    this.len = len;
  }
}

export class Slice {
  readonly kind = 'Slice';
  elem: Type;
  constructor(elem: Type) {
    this.elem = elem;
  }
}

export class Struct {
  readonly kind = 'Struct';
  fields: readonly Var[];
  /** Tag of field i, or ''; shorter than `fields` when the rest have none. */
  tags: readonly string[];
  constructor(fields: readonly Var[], tags: readonly string[]) {
    this.fields = fields;
    this.tags = tags;
  }
}

export class Pointer {
  readonly kind = 'Pointer';
  base: Type;
  constructor(base: Type) {
    this.base = base;
  }
}

/** A list of variables: parameters, results, the values of a call. Never null here; Go's nil tuple is the empty one. */
export class Tuple {
  readonly kind = 'Tuple';
  readonly vars: readonly Var[];
  constructor(vars: readonly Var[]) {
    this.vars = vars;
  }
}

export const emptyTuple = new Tuple([]);
export const noTypeParams: readonly TypeParam[] = [];
export const noTypes: readonly Type[] = [];

export class Signature {
  readonly kind = 'Signature';
  /** Type parameters of the receiver, left to right. */
  rparams: readonly TypeParam[] = noTypeParams;
  tparams: readonly TypeParam[] = noTypeParams;
  /** Scope of the function's body; null for instances and imported signatures. */
  scope: Scope | null = null;
  recv: Var | null;
  params: Tuple;
  results: Tuple;
  variadic: boolean;
  constructor(recv: Var | null, params: Tuple, results: Tuple, variadic: boolean) {
    this.recv = recv;
    this.params = params;
    this.results = results;
    this.variadic = variadic;
  }
}

/** One term of a union: `T` or `~T`. In term lists (typeterm.ts) a null type stands for the universe of types. */
export class Term {
  readonly tilde: boolean;
  readonly typ: Type | null;
  constructor(tilde: boolean, typ: Type | null) {
    this.tilde = tilde;
    this.typ = typ;
  }
}

export class Union {
  readonly kind = 'Union';
  terms: Term[];
  constructor(terms: Term[]) {
    this.terms = terms;
  }
}

export class Interface {
  readonly kind = 'Interface';
  /** The checker that reports errors of the type set; null once that set is known. */
  check: Checker | null;
  /** Explicitly declared methods, sorted by `Id` once collected. */
  methods: Func[];
  embeddeds: Type[];
  /** Positions of `embeddeds`, for messages; null when there are none. */
  embedPos: Pos[] | null = null;
  /** Wrapper around a non-interface constraint (`~int`, `A | B`). */
  implicit = false;
  /** All fields above are set up. */
  complete = false;
  tset: TypeSet | null = null;
  constructor(check: Checker | null, methods: Func[], embeddeds: Type[]) {
    this.check = check;
    this.methods = methods;
    this.embeddeds = embeddeds;
  }
}

export class MapType {
  readonly kind = 'Map';
  key: Type;
  elem: Type;
  constructor(key: Type, elem: Type) {
    this.key = key;
    this.elem = elem;
  }
}

export type ChanDir = 'both' | 'send' | 'recv';

export class Chan {
  readonly kind = 'Chan';
  dir: ChanDir;
  elem: Type;
  constructor(dir: ChanDir, elem: Type) {
    this.dir = dir;
    this.elem = elem;
  }
}

/** What a `loader` brings for a type of an imported package; `later` runs once the fields are in place. */
export interface LoadedNamed {
  readonly tparams: readonly TypeParam[];
  readonly rhs: Type;
  readonly methods: Func[];
  readonly later?: () => void;
}

/** States of a `Named`, as bits; they only get set. */
export const lazyLoaded = 1;
export const unpacked = 2;
export const hasMethods = 4;
export const hasUnder = 8;

/** What makes a `Named` an instance: its generic origin and type arguments. */
export class NamedInstance {
  readonly orig: Named;
  readonly targs: readonly Type[];
  expandedMethods = 0;
  /** Context that ends infinite expansion; null once the instance is fully expanded. */
  ctxt: Context | null = null;
  constructor(orig: Named, targs: readonly Type[]) {
    this.orig = orig;
    this.targs = targs;
  }
}

/** A defined type. Read `underlying`, `tparams` and `methods` through named.ts, which loads and expands on demand. */
export class Named {
  readonly kind = 'Named';
  /** The declared object; an instance has one of its own (go/types' `Obj()` is `namedObj` in named.ts). */
  readonly obj: TypeName;
  readonly inst: NamedInstance | null;
  check: Checker | null;
  state = 0;
  fromRHS: Type | null;
  tparams: readonly TypeParam[] = noTypeParams;
  underlying: Type | null = null;
  methods: (Func | undefined)[];
  loader: ((named: Named) => LoadedNamed) | null = null;
  /** Whether the size is finite: -1 unknown, 0 no, 1 yes. */
  finite = -1;
  constructor(check: Checker | null, obj: TypeName, inst: NamedInstance | null, fromRHS: Type | null, methods: Func[]) {
    this.check = check;
    this.obj = obj;
    this.inst = inst;
    this.fromRHS = fromRHS;
    this.methods = methods;
  }
}

export class TypeParam {
  readonly kind = 'TypeParam';
  check: Checker | null;
  /** Unique within the checker or importer that made it; order of creation. */
  readonly id: number;
  readonly obj: TypeName;
  /** Place in its list, -1 until it is bound to one. */
  index = -1;
  /** Any type, but its underlying type is eventually an interface (`typeParamIface` in typeparam.ts). */
  bound: Type;
  constructor(check: Checker | null, id: number, obj: TypeName, bound: Type) {
    this.check = check;
    this.id = id;
    this.obj = obj;
    this.bound = bound;
  }
}

export class Alias {
  readonly kind = 'Alias';
  readonly obj: TypeName;
  /** The generic alias that this is an instance of; itself if it is none. */
  orig: Alias;
  tparams: readonly TypeParam[] = noTypeParams;
  targs: readonly Type[] = noTypes;
  fromRHS: Type | null;
  /** The type denoted in the end, never an alias; null until asked for. */
  actual: Type | null = null;
  constructor(obj: TypeName, fromRHS: Type | null) {
    this.obj = obj;
    this.orig = this;
    this.fromRHS = fromRHS;
  }
}
