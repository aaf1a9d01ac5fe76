/** Types of a flow body: a table of records, each after those that it refers to. */
import { flowType } from '../../src/analyzer/importer/flow_schema.ts';
import { ref, typeKind } from '../../src/analyzer/importer/schema.ts';
import { namedOrigin, namedUnder, typeArgsOf } from '../../src/analyzer/types/named.ts';
import type { Func, Obj, TypeName } from '../../src/analyzer/types/object.ts';
import type { Package } from '../../src/analyzer/types/package.ts';
import type { Named, Signature, Tuple, Type } from '../../src/analyzer/types/type.ts';
import {
  universeAnyType,
  universeByte,
  universeComparable,
  universeError,
  universeRune,
} from '../../src/analyzer/types/universe.ts';
import { num, type Strings } from './bytes.ts';

const predeclared = new Map<Type, number>([
  [universeAnyType, ref.any],
  [universeError, ref.error],
  [universeComparable, ref.comparable],
  [universeByte, ref.byte],
  [universeRune, ref.rune],
]);

export class TypeWriter {
  private readonly strings: Strings;
  private readonly pkg: Package;
  private readonly func: Func;
  private readonly types: number[][] = [];
  private readonly typeIds = new Map<Type, number>();
  private readonly typeKeys = new Map<string, number>();
  private readonly locals: TypeName[] = [];

  constructor(strings: Strings, pkg: Package, func: Func) {
    this.strings = strings;
    this.pkg = pkg;
    this.func = func;
  }

  /** Types that the body declares, then the table. */
  bytes(): number[] {
    const out: number[] = [];
    const rhs = this.locals.map((local) => this.type(namedUnder(local.typ as Named)));
    num(out, this.locals.length);
    for (const [i, local] of this.locals.entries()) {
      num(out, this.strings.id(local.name));
      num(out, rhs[i]!);
    }
    num(out, this.types.length);
    return [...out, ...this.types.flat()];
  }

  /** Something that a package declares, by path and name. */
  global(out: number[], obj: Obj): void {
    if (obj.parent !== obj.pkg!.scope) throw new Error(`${this.func.name}: ${obj.name} is not declared in a package`);
    this.strings.packages.add(obj.pkg!.path);
    num(out, this.strings.id(obj.pkg!.path));
    num(out, this.strings.id(obj.name));
  }

  /** The number of a type that the body declares. */
  local(obj: TypeName): number {
    let i = this.locals.indexOf(obj);
    if (i < 0) i = this.locals.push(obj) - 1;
    return i;
  }

  /** The number of a type. */
  type(t: Type): number {
    const id = predeclared.get(t) ?? (t.kind === 'Basic' ? t.basic : this.typeIds.get(t));
    if (id !== undefined) return id;
    const record = this.describe(t);
    const key = record.join(' ');
    let made = this.typeKeys.get(key);
    if (made === undefined) {
      made = ref.firstType + this.types.push(record) - 1;
      this.typeKeys.set(key, made);
    }
    this.typeIds.set(t, made);
    return made;
  }

  private describe(t: Type): number[] {
    const out: number[] = [];
    const put = (...numbers: number[]): number[] => {
      for (const n of numbers) num(out, n);
      return out;
    };
    switch (t.kind) {
      case 'Named': {
        const args = typeArgsOf(t);
        if (args.length > 0) {
          const generic = this.type(namedOrigin(t));
          return put(typeKind.instance, generic, args.length, ...args.map((arg) => this.type(arg)));
        }
        if (t.obj.pkg !== null && t.obj.parent !== t.obj.pkg.scope) return put(flowType.localNamed, this.local(t.obj));
        num(out, typeKind.external);
        this.global(out, t.obj);
        return out;
      }
      case 'Alias': {
        if (t.targs.length > 0)
          return put(typeKind.instance, this.type(t.orig), t.targs.length, ...t.targs.map((arg) => this.type(arg)));
        if (t.obj.pkg !== null && t.obj.parent !== t.obj.pkg.scope) throw new Error(`${this.func.name}: a local alias`);
        num(out, typeKind.external);
        this.global(out, t.obj);
        return out;
      }
      case 'TypeParam': {
        const sig = this.func.typ as Signature;
        const index = [...sig.rparams, ...sig.tparams].indexOf(t);
        if (index < 0) throw new Error(`${this.func.name}: type parameter ${t.obj.name} of something else`);
        return put(typeKind.typeParam, index);
      }
      case 'Pointer':
        return put(typeKind.pointer, this.type(t.base));
      case 'Slice':
        return put(typeKind.slice, this.type(t.elem));
      case 'Array':
        return put(typeKind.array, this.type(t.elem), t.len);
      case 'Map':
        return put(typeKind.map, this.type(t.key), this.type(t.elem));
      case 'Chan':
        return put(typeKind.chan, ['both', 'send', 'recv'].indexOf(t.dir), this.type(t.elem));
      case 'Tuple':
        return put(flowType.tuple, ...this.tuple(t));
      case 'Signature':
        return put(typeKind.signature, t.variadic ? 1 : 0, ...this.tuple(t.params), ...this.tuple(t.results));
      case 'Struct': {
        const pkg = t.fields.find((f) => f.pkg !== null)?.pkg ?? this.pkg;
        return put(
          typeKind.struct,
          this.strings.id(pkg.path),
          t.fields.length,
          ...t.fields.flatMap((f) => [this.strings.id(f.name), f.embedded ? 1 : 0, this.type(f.typ!)]),
        );
      }
      case 'Interface': {
        const pkg = t.methods.find((m) => m.pkg !== null)?.pkg ?? this.pkg;
        const methods = t.methods.flatMap((m) => [this.strings.id(m.name), this.type(m.typ!)]);
        return put(
          typeKind.interface,
          t.implicit ? 1 : 0,
          this.strings.id(pkg.path),
          t.methods.length,
          ...methods,
          t.embeddeds.length,
          ...t.embeddeds.map((embedded) => this.type(embedded)),
        );
      }
      case 'Union':
        return put(
          typeKind.union,
          t.terms.length,
          ...t.terms.flatMap((term) => [term.tilde ? 1 : 0, this.type(term.typ!)]),
        );
      case 'Basic':
        throw new Error('basic types are predeclared');
    }
  }

  private tuple(t: Tuple): number[] {
    return [t.vars.length, ...t.vars.flatMap((v) => [this.strings.id(v.name), this.type(v.typ!)])];
  }
}
