/** Types of facts: the records of the type table, made into the checker's types. */
import { noPos } from '../base/pos.ts';
import { newAliasInstance } from '../types/alias.ts';
import { Context } from '../types/context.ts';
import { newNamedInstance } from '../types/named.ts';
import { Func, type TypeName, Var } from '../types/object.ts';
import type { Package } from '../types/package.ts';
import {
  ArrayType,
  Chan,
  type ChanDir,
  emptyTuple,
  Interface,
  MapType,
  Pointer,
  Signature,
  Slice,
  Struct,
  Term,
  Tuple,
  type Type,
  Union,
} from '../types/type.ts';
import {
  Typ,
  universeAnyType,
  universeByte,
  universeComparable,
  universeError,
  universeRune,
} from '../types/universe.ts';
import type { PackageFile } from './package_file.ts';
import type { RecordReader } from './reader.ts';
import { ref, typeKind } from './schema.ts';

export const chanDirs: readonly ChanDir[] = ['both', 'send', 'recv'];

export function predeclaredType(id: number): Type {
  switch (id) {
    case ref.any:
      return universeAnyType;
    case ref.error:
      return universeError;
    case ref.comparable:
      return universeComparable;
    case ref.byte:
      return universeByte;
    case ref.rune:
      return universeRune;
    default:
      return Typ[id]!;
  }
}

export function readType(file: PackageFile, r: RecordReader): Type {
  const kind = r.num();
  switch (kind) {
    case typeKind.external: {
      const { pkg } = file.packageAt(r.num());
      return (pkg.scope.lookup(file.name(r.num())) as TypeName).typ!;
    }
    case typeKind.pointer:
      return new Pointer(file.type(r.num()));
    case typeKind.slice:
      return new Slice(file.type(r.num()));
    case typeKind.array: {
      const elem = file.type(r.num());
      return new ArrayType(elem, r.num());
    }
    case typeKind.map: {
      const key = file.type(r.num());
      return new MapType(key, file.type(r.num()));
    }
    case typeKind.chan: {
      const dir = chanDirs[r.num()]!;
      return new Chan(dir, file.type(r.num()));
    }
    case typeKind.signature:
      return signatureAt(file, r, null);
    case typeKind.struct:
      return readStruct(file, r);
    case typeKind.interface:
      return readInterface(file, r);
    case typeKind.union:
      return readUnion(file, r);
    case typeKind.instance:
      return readInstance(file, r);
    case typeKind.typeParam: {
      const object = r.num();
      const method = r.num();
      return file.typeParam(object, method, r.num());
    }
    default:
      throw new Error(`facts of ${file.pkg.path}: type of kind ${kind}`);
  }
}

/** A signature of its own for each function: the receiver is part of it. */
export function readSignature(file: PackageFile, id: number, recv: Var | null): Signature {
  const r = file.typeRecord(id);
  r.num();
  return signatureAt(file, r, recv);
}

function signatureAt(file: PackageFile, r: RecordReader, recv: Var | null): Signature {
  const variadic = r.num() === 1;
  const params = readTuple(file, r, 'param');
  const results = readTuple(file, r, 'result');
  return new Signature(recv, params, results, variadic);
}

function readTuple(file: PackageFile, r: RecordReader, kind: 'param' | 'result'): Tuple {
  const n = r.num();
  if (n === 0) return emptyTuple;
  const vars: Var[] = [];
  for (let i = 0; i < n; i++) {
    const name = file.name(r.num());
    vars.push(new Var(kind, noPos, file.pkg, name, file.type(r.num())));
  }
  return new Tuple(vars);
}

/** The package that unexported names belong to; any where there are none. */
function owningPackage(file: PackageFile, path: number): Package {
  return path === 0 ? file.pkg : file.packageAt(path).pkg;
}

function readStruct(file: PackageFile, r: RecordReader): Struct {
  const pkg = owningPackage(file, r.num());
  const fields: Var[] = [];
  const tags: string[] = [];
  for (let n = r.num(), i = 0; i < n; i++) {
    const name = file.name(r.num());
    const embedded = r.num() === 1;
    const type = file.type(r.num());
    const tag = r.num();
    fields.push(new Var('field', noPos, pkg, name, type, embedded));
    if (tag !== 0) {
      while (tags.length < i) tags.push('');
      tags.push(file.str(tag));
    }
  }
  return new Struct(fields, tags);
}

function readInterface(file: PackageFile, r: RecordReader): Interface {
  const implicit = r.num() === 1;
  const pkg = owningPackage(file, r.num());
  const methods: Func[] = [];
  const embeddeds: Type[] = [];
  const type = new Interface(null, methods, embeddeds);
  for (let n = r.num(); n > 0; n--) {
    const method = new Func(noPos, pkg, file.name(r.num()), null);
    method.typ = readSignature(file, r.num(), new Var('recv', noPos, pkg, '', type));
    methods.push(method);
  }
  for (let n = r.num(); n > 0; n--) embeddeds.push(file.type(r.num()));
  type.implicit = implicit;
  type.complete = true;
  return type;
}

function readUnion(file: PackageFile, r: RecordReader): Union {
  const terms: Term[] = [];
  for (let n = r.num(); n > 0; n--) {
    const tilde = r.num() === 1;
    terms.push(new Term(tilde, file.type(r.num())));
  }
  return new Union(terms);
}

function readInstance(file: PackageFile, r: RecordReader): Type {
  const generic = file.type(r.num());
  const args: Type[] = [];
  for (let n = r.num(); n > 0; n--) args.push(file.type(r.num()));
  if (generic.kind === 'Named') return newNamedInstance(null, noPos, generic, args, null);
  if (generic.kind === 'Alias') return newAliasInstance(null, noPos, generic, args, null, new Context());
  throw new Error(`facts of ${file.pkg.path}: instance of ${generic.kind}`);
}
