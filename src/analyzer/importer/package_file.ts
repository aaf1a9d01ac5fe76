/**
 * One package of facts, decoded on demand: its scope makes an object when the name is looked up, a defined type brings
 * its right-hand side and methods when they are needed. The objects and types are those of src/analyzer/types.
 *
 * Invariants: an object or type id is decoded once, so that references meet the same object; decoding never looks
 * outside of the package except for the type names of other packages, which are made without their declarations.
 * Follows what the compiler's importer gives (cmd/compile/internal/importer, Go 1.26). Left out: positions.
 */
import { noPos } from '../base/pos.ts';
import { newAlias } from '../types/alias.ts';
import { newNamedInstance, newNamedLazy } from '../types/named.ts';
import { Const, Func, type Obj, TypeName, Var } from '../types/object.ts';
import { Package } from '../types/package.ts';
import type { ScopeLoader } from '../types/scope.ts';
import {
  emptyTuple,
  type LoadedNamed,
  type Named,
  noTypeParams,
  Pointer,
  Signature,
  Struct,
  type Type,
  type TypeParam,
} from '../types/type.ts';
import { bindTParams, newTypeParam } from '../types/typeparam.ts';
import { Universe, universeAnyType } from '../types/universe.ts';
import { type FunctionTable, readFunctions } from './functions.ts';
import type { Declarations } from './packing.ts';
import { decodeUtf8, isAscii, RecordReader } from './reader.ts';
import { methodFlag, objectKind, ref } from './schema.ts';
import { predeclaredType, readSignature, readType } from './types.ts';
import { recordValue } from './values.ts';

/** Stands for what a program cannot get at: facts keep only the names of types that unexported fields point to. */
const opaqueType = new Struct([], []);

/** What a package needs of the others. */
export interface Siblings {
  /** The file of a package that facts refer to. */
  file(path: string): PackageFile;
  /** Type parameters are numbered across all packages. */
  nextTypeParam(): number;
}

/** A function's place in its file: its object, and the method's number + 1 for a method. */
export interface FunctionPlace {
  readonly object: number;
  readonly method: number;
}

export class PackageFile implements ScopeLoader {
  readonly pkg: Package;
  readonly siblings: Siblings;
  readonly names: readonly string[];
  private readonly declarations: Declarations;
  private readonly objects: (Obj | undefined)[];
  private readonly types: (Type | undefined)[];
  /** Key: 4096 times the object's number, and the method's number + 1 for those of a receiver. */
  private readonly typeParams = new Map<number, readonly TypeParam[]>();
  private readonly places = new Map<Func, FunctionPlace>();
  private readonly nameOnly = new Set<Obj>();
  private functions: FunctionTable | null = null;

  constructor(declarations: Declarations, siblings: Siblings) {
    this.siblings = siblings;
    this.declarations = declarations;
    this.names = declarations.names.map(decodeName);
    this.pkg = new Package(declarations.path, declarations.name, Universe);
    this.pkg.complete = true;
    this.pkg.scope.loader = this;
    this.objects = new Array<Obj | undefined>(this.names.length).fill(undefined);
    this.types = new Array<Type | undefined>(declarations.tables.types.length).fill(undefined);
  }

  /** A string's bytes, one per UTF-16 unit: what a constant holds. */
  str(id: number): string {
    return this.declarations.tables.strings[id]!;
  }

  /** A name: a string that may hold other letters than ASCII's. */
  name(id: number): string {
    return decodeName(this.str(id));
  }

  /** The package whose path is a string of this file. */
  packageAt(path: number): PackageFile {
    const text = this.str(path);
    return text === this.pkg.path ? this : this.siblings.file(text);
  }

  load(name: string): Obj | undefined {
    const i = this.find(name);
    return i < 0 ? undefined : this.object(i);
  }

  /** The number of the object called `name`, or -1. */
  private find(name: string): number {
    const { names } = this;
    let low = 0;
    let high = names.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = names[middle]!;
      if (found === name) return middle;
      if (found < name) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  object(i: number): Obj {
    return this.objects[i] ?? this.readObject(i);
  }

  /** The type that an id stands for: predeclared, or of this file's table. */
  type(id: number): Type {
    if (id < ref.firstType) return predeclaredType(id);
    const i = id - ref.firstType;
    const known = this.types[i];
    if (known) return known;
    const type = readType(this, this.typeRecord(id));
    return (this.types[i] ??= type);
  }

  /** A reader at the record of a type of the table. */
  typeRecord(id: number): RecordReader {
    return new RecordReader(this.declarations.tables.types[id - ref.firstType]!);
  }

  private readObject(i: number): Obj {
    const name = this.names[i]!;
    const r = new RecordReader(this.declarations.objects[i]!);
    switch (this.declarations.kinds[i]!) {
      case objectKind.const:
        return this.keep(
          i,
          new Const(noPos, this.pkg, name, this.type(r.num()), recordValue(r, this.declarations.tables.strings)),
        );
      case objectKind.var:
        return this.keep(i, new Var('package', noPos, this.pkg, name, this.type(r.num())));
      case objectKind.func:
        return this.readFunc(i, name, r);
      case objectKind.alias:
        return this.readAlias(i, name, r);
      case objectKind.named: {
        const obj = this.keep(i, new TypeName(noPos, this.pkg, name, null));
        const named = newNamedLazy(obj, (type) => this.loadNamed(i, type));
        // A type says at once whether it is generic; its first number tells.
        if (r.peek() !== 0) named.tparams = this.ownTypeParams(i, 0, r);
        return obj;
      }
      case objectKind.opaque: {
        const obj = this.keep(i, new TypeName(noPos, this.pkg, name, null));
        this.nameOnly.add(obj);
        const named: Named = newNamedLazy(obj, () => ({ tparams: named.tparams, rhs: opaqueType, methods: [] }));
        if (r.peek() !== 0) named.tparams = this.ownTypeParams(i, 0, r);
        return obj;
      }
      default:
        throw new Error(`facts of ${this.pkg.path}: ${name} is of no known kind`);
    }
  }

  private keep<T extends Obj>(i: number, obj: T): T {
    obj.parent = this.pkg.scope;
    this.objects[i] = obj;
    return obj;
  }

  private readFunc(i: number, name: string, r: RecordReader): Func {
    const func = this.keep(i, new Func(noPos, this.pkg, name, null));
    this.places.set(func, { object: i, method: 0 });
    const tparams = this.ownTypeParams(i, 0, r);
    const sig = readSignature(this, r.num(), null);
    sig.tparams = tparams;
    func.typ = sig;
    return func;
  }

  private readAlias(i: number, name: string, r: RecordReader): TypeName {
    const obj = this.keep(i, new TypeName(noPos, this.pkg, name, null));
    const alias = newAlias(null, obj, null);
    alias.tparams = this.ownTypeParams(i, 0, r);
    alias.fromRHS = this.type(r.num());
    return obj;
  }

  private loadNamed(i: number, named: Named): LoadedNamed {
    const r = new RecordReader(this.declarations.objects[i]!);
    const tparams = this.ownTypeParams(i, 0, r);
    const rhs = this.type(r.num());
    const methods: Func[] = [];
    for (let n = r.num(), m = 1; m <= n; m++) methods.push(this.readMethod(i, m, named, tparams, r));
    return { tparams, rhs, methods };
  }

  private readMethod(i: number, m: number, named: Named, tparams: readonly TypeParam[], r: RecordReader): Func {
    const func = new Func(noPos, this.pkg, this.name(r.num()), null);
    const flags = r.num();
    func.ptrRecv = (flags & methodFlag.pointer) !== 0;
    this.places.set(func, { object: i, method: m });
    if ((flags & methodFlag.noSignature) !== 0) {
      const recv = new Var('recv', noPos, this.pkg, '', func.ptrRecv ? new Pointer(named) : named);
      this.nameOnly.add(func);
      func.typ = new Signature(recv, emptyTuple, emptyTuple, false);
      return func;
    }
    const signature = r.num();
    let rparams: readonly TypeParam[] = tparams;
    let recvType: Type = named;
    const recvName = this.name(r.num());
    if (tparams.length > 0) {
      rparams = this.receiverTypeParams(i, m, tparams, r);
      recvType = newNamedInstance(null, noPos, named, rparams, null);
    }
    const own = (flags & methodFlag.ownTypeParams) !== 0 ? this.methodTypeParams(i, m, r) : noTypeParams;
    const recv = new Var('recv', noPos, this.pkg, recvName, func.ptrRecv ? new Pointer(recvType) : recvType);
    const sig = readSignature(this, signature, recv);
    if (tparams.length > 0) sig.rparams = rparams;
    sig.tparams = own;
    func.typ = sig;
    return func;
  }

  /** Reads the type parameters that a record begins with; they exist before their constraints, which may name them. */
  private ownTypeParams(i: number, method: number, r: RecordReader): readonly TypeParam[] {
    const n = r.num();
    const known = this.typeParams.get(i * 4096 + method);
    const list: TypeParam[] = [];
    const bounds = new Int32Array(n);
    for (let k = 0; k < n; k++) {
      const name = this.str(r.num());
      bounds[k] = r.num();
      if (!known) list.push(this.newParam(name));
    }
    if (known) return known;
    if (n === 0) return list;
    this.typeParams.set(i * 4096 + method, bindTParams(list));
    for (let k = 0; k < n; k++) list[k]!.bound = this.type(bounds[k]!);
    return list;
  }

  /** A method has type parameters of its own for its receiver; their constraints are those of the type. */
  private receiverTypeParams(
    i: number,
    m: number,
    tparams: readonly TypeParam[],
    r: RecordReader,
  ): readonly TypeParam[] {
    const list: TypeParam[] = [];
    for (const tparam of tparams) {
      const param = this.newParam(this.str(r.num()));
      param.bound = tparam.bound;
      list.push(param);
    }
    this.typeParams.set(i * 4096 + m, bindTParams(list));
    return list;
  }

  /** Since Go 1.27 a method can have type parameters besides those of its receiver; in the file they count after them. */
  private methodTypeParams(i: number, m: number, r: RecordReader): readonly TypeParam[] {
    const list: TypeParam[] = [];
    const bounds: number[] = [];
    for (let n = r.num(); n > 0; n--) {
      list.push(this.newParam(this.str(r.num())));
      bounds.push(r.num());
    }
    const key = i * 4096 + m;
    this.typeParams.set(key, [...(this.typeParams.get(key) ?? []), ...bindTParams(list)]);
    for (let k = 0; k < list.length; k++) list[k]!.bound = this.type(bounds[k]!);
    return list;
  }

  private newParam(name: string): TypeParam {
    return newTypeParam(
      null,
      new TypeName(noPos, this.pkg, name, null),
      universeAnyType,
      this.siblings.nextTypeParam(),
    );
  }

  /** The type parameter of a declaration that is being decoded, or has been. */
  typeParam(object: number, method: number, index: number): TypeParam {
    return this.typeParams.get(object * 4096 + method)![index]!;
  }

  /** What the compiler found about a function or method of this package. */
  functionTable(): FunctionTable {
    this.functions ??= readFunctions(this.declarations);
    return this.functions;
  }

  /** An opaque type, or a method without its signature. */
  isNameOnly(obj: Obj): boolean {
    return this.nameOnly.has(obj);
  }

  /** `F` or `T.M`. */
  keyOf(func: Func): string | undefined {
    const place = this.places.get(func);
    if (!place) return undefined;
    const name = this.names[place.object]!;
    return place.method === 0 ? name : `${name}.${func.name}`;
  }

  placeOf(func: Func): FunctionPlace | undefined {
    return this.places.get(func);
  }
}

function decodeName(bytes: string): string {
  return isAscii(bytes) ? bytes : decodeUtf8(bytes);
}
