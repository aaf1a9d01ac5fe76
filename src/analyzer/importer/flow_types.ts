/** Types of a flow body. Type parameters are the function's own; types that the body declares are made anew. */
import { noPos, type Pos } from '../base/pos.ts';
import { Unsupported } from '../base/unsupported.ts';
import { newAliasInstance } from '../types/alias.ts';
import { Context } from '../types/context.ts';
import { newNamedInstance, newNamedLazy } from '../types/named.ts';
import { Func, type Obj, TypeName, Var } from '../types/object.ts';
import type { Package } from '../types/package.ts';
import {
  ArrayType,
  Chan,
  emptyTuple,
  Interface,
  MapType,
  type Named,
  Pointer,
  Signature,
  Slice,
  Struct,
  Term,
  Tuple,
  type Type,
  type TypeParam,
  Union,
} from '../types/type.ts';
import type { FlowSiblings } from './flow.ts';
import { flowType } from './flow_schema.ts';
import type { Reader } from './reader.ts';
import { ref, typeKind } from './schema.ts';
import { chanDirs, predeclaredType } from './types.ts';

export class TypeReader {
  private readonly r: Reader;
  private readonly strings: readonly string[];
  private readonly pkg: Package;
  private readonly func: Func;
  private readonly siblings: FlowSiblings;
  private readonly tparams: readonly TypeParam[];
  private readonly localTypes: Named[] = [];
  private readonly table: Type[] = [];

  constructor(r: Reader, strings: readonly string[], pkg: Package, func: Func, siblings: FlowSiblings) {
    this.r = r;
    this.strings = strings;
    this.pkg = pkg;
    this.func = func;
    this.siblings = siblings;
    const sig = func.typ as Signature;
    this.tparams = [...sig.rparams, ...sig.tparams];
  }

  /** Reads the types that the body declares, and the table. */
  read(pos: Pos): void {
    const { r } = this;
    const rhs: number[] = [];
    for (let n = r.num(); n > 0; n--) {
      const k = rhs.length;
      const obj = new TypeName(pos, this.pkg, this.strings[r.num()]!, null);
      rhs.push(r.num());
      this.localTypes.push(newNamedLazy(obj, () => ({ tparams: [], rhs: this.at(rhs[k]!), methods: [] })));
    }
    for (let n = r.num(); n > 0; n--) this.table.push(this.readType());
  }

  local(i: number): Named {
    return this.localTypes[i]!;
  }

  private at(id: number): Type {
    return id < ref.firstType ? predeclaredType(id) : this.table[id - ref.firstType]!;
  }

  /** The type whose number comes next. */
  next(): Type {
    return this.at(this.r.num());
  }

  list(): Type[] {
    const list: Type[] = [];
    for (let n = this.r.num(); n > 0; n--) list.push(this.next());
    return list;
  }

  private readType(): Type {
    const { r } = this;
    const kind = r.num();
    switch (kind) {
      case typeKind.external:
        return this.global().typ!;
      case flowType.localNamed:
        return this.localTypes[r.num()]!;
      case typeKind.typeParam:
        return this.tparams[r.num()]!;
      case typeKind.pointer:
        return new Pointer(this.next());
      case typeKind.slice:
        return new Slice(this.next());
      case typeKind.array: {
        const elem = this.next();
        return new ArrayType(elem, r.num());
      }
      case typeKind.map: {
        const key = this.next();
        return new MapType(key, this.next());
      }
      case typeKind.chan: {
        const dir = chanDirs[r.num()]!;
        return new Chan(dir, this.next());
      }
      case flowType.tuple:
        return this.tuple('result');
      case typeKind.signature: {
        const variadic = r.num() === 1;
        const params = this.tuple('param');
        return new Signature(null, params, this.tuple('result'), variadic);
      }
      case typeKind.struct: {
        const pkg = this.siblings.packageOf(this.strings[this.r.num()]!);
        const fields: Var[] = [];
        for (let n = r.num(); n > 0; n--) {
          const name = this.strings[this.r.num()]!;
          const embedded = r.num() === 1;
          fields.push(new Var('field', noPos, pkg, name, this.next(), embedded));
        }
        return new Struct(fields, []);
      }
      case typeKind.interface:
        return this.interfaceType();
      case typeKind.union: {
        const terms: Term[] = [];
        for (let n = r.num(); n > 0; n--) {
          const tilde = r.num() === 1;
          terms.push(new Term(tilde, this.next()));
        }
        return new Union(terms);
      }
      case typeKind.instance: {
        const generic = this.next();
        const args = this.list();
        if (generic.kind === 'Named') return newNamedInstance(null, noPos, generic, args, null);
        if (generic.kind === 'Alias') return newAliasInstance(null, noPos, generic, args, null, new Context());
        throw new Error(`flow body of ${this.func.name}: instance of ${generic.kind}`);
      }
      default:
        throw new Error(`flow body of ${this.func.name}: type of kind ${kind}`);
    }
  }

  private tuple(kind: 'param' | 'result'): Tuple {
    const n = this.r.num();
    if (n === 0) return emptyTuple;
    const vars: Var[] = [];
    for (let i = 0; i < n; i++) {
      const name = this.strings[this.r.num()]!;
      vars.push(new Var(kind, noPos, this.pkg, name, this.next()));
    }
    return new Tuple(vars);
  }

  private interfaceType(): Interface {
    const { r } = this;
    const implicit = r.num() === 1;
    const pkg = this.siblings.packageOf(this.strings[this.r.num()]!);
    const methods: Func[] = [];
    const embeddeds: Type[] = [];
    const type = new Interface(null, methods, embeddeds);
    for (let n = r.num(); n > 0; n--) {
      const method = new Func(noPos, pkg, this.strings[this.r.num()]!, null);
      const sig = this.next() as Signature;
      method.typ = new Signature(new Var('recv', noPos, pkg, '', type), sig.params, sig.results, sig.variadic);
      methods.push(method);
    }
    embeddeds.push(...this.list());
    type.implicit = implicit;
    type.complete = true;
    return type;
  }

  /** What a package declares, by path and name. */
  global(): Obj {
    const path = this.strings[this.r.num()]!;
    const name = this.strings[this.r.num()]!;
    const found = this.siblings.packageOf(path).scope.lookup(name);
    if (!found) throw new Unsupported(noPos, `body of ${this.pkg.name}.${this.func.name}, which uses ${path}.${name}`);
    return found;
  }
}
