/**
 * The order in which a package's declarations are coded, for both directions: the encoder gives the declarations, the
 * decoder makes them. Beside each thing stand the contexts that foretell it best: the name that it belongs to, the first
 * word of a declaration's name, what came in its place the last time.
 */
import { type Coder, hash } from './coder.ts';
import { type Field, field } from './fields.ts';
import { methodFlag, objectKind, ref, typeKind, valueKind } from './schema.ts';
import type { Tables } from './tables.ts';
import { hashKind, Tokens } from './tokens.ts';

/** A package's declarations. In records, strings and types are numbers of the tables; schema.ts tells their order. */
export interface Declarations {
  readonly path: string;
  readonly name: string;
  readonly tables: Tables;
  /** Names of the objects, sorted as Go sorts strings; bytes, one per UTF-16 unit. */
  readonly names: readonly string[];
  readonly kinds: readonly number[];
  readonly objects: readonly (readonly number[])[];
  /** For each function and method, in the order of objects: flags, cost + 1, notes (a string; see functions.ts). */
  readonly functions: readonly (readonly number[])[];
}

/** A name begins with a word that its type goes with: `ErrClosed`, `SYS_READ`, `StatusOK`. */
const firstWord = /^(?:[A-Z]+(?=[A-Z][a-z0-9])|[A-Z_a-z][a-z0-9]*|[A-Z0-9]+)/;

export class Packing extends Tokens {
  private readonly source: Declarations | null;
  /** The source's types have the same numbers up to here. */
  private readonly sharedTypes: number;
  /** The numbers here of its other types. */
  private readonly typeIds = new Map<number, number>();
  private names: readonly string[] = [];
  /** Of the functions and methods; 0 for those that are only a name. */
  private readonly signatures: number[] = [];
  /** The number of the object that is coded. */
  private current = 0;

  /** `tables` hold what is known; what the package adds goes there. Those of the source begin with the same. */
  constructor(coder: Coder, tables: Tables, source: Declarations | null) {
    super(coder, tables, source?.tables.strings ?? []);
    this.sharedTypes = ref.firstType + tables.types.length;
    this.source = source;
  }

  run(): Declarations {
    const { source } = this;
    const stringIn = (text: string | undefined): number => (text === undefined ? 0 : source!.tables.stringId(text)!);
    const [path, name] = this.record([stringIn(source?.path), stringIn(source?.name)], () => {
      this.string(field.name, this.string(field.path));
    }) as [number, number];
    const kinds = this.objectNames();
    const objects = kinds.map((kind, i) => {
      this.current = i;
      return this.record(source?.objects[i] ?? [], () => this.object(kind));
    });
    const functions = this.signatures.map((signature, i) =>
      this.record(source?.functions[i] ?? [], () => this.functionFacts(signature)),
    );
    const { strings } = this.tables;
    return {
      path: strings[path]!,
      name: strings[name]!,
      tables: this.tables,
      names: this.names,
      kinds,
      objects,
      functions,
    };
  }

  /** Objects' names and kinds; each name in the light of the one above. */
  private objectNames(): readonly number[] {
    const { source } = this;
    const names: string[] = [];
    const kinds: number[] = [];
    const count = this.plainNumber(field.count, source?.names.length ?? 0, 0, 0);
    for (let i = 0; i < count; i++) {
      const kind = this.plainNumber(field.kind, source?.kinds[i] ?? 0, kinds[i - 1] ?? 0, 0);
      kinds.push(kind);
      const name = this.text(field.objectName, source?.names[i] ?? '', names[i - 1] ?? '', kind);
      names.push(name);
      this.tables.addString(name);
      this.follow(kind);
    }
    this.names = names;
    return kinds;
  }

  /** A type of the tables. */
  private type(f: Field, x = 0, y = 0): number {
    const [from, known] = this.nextType();
    return this.typeReference(f, from, known, x, y, () => {
      const id = this.met(f, known, ref.firstType + this.tables.types.length);
      return id < 0 ? this.define(from, () => this.typeBody(f)) : id;
    });
  }

  /** A signature is written out unless it is foreseen: few functions share one. */
  private signature(x: number): number {
    const [from, known] = this.nextType();
    return this.typeReference(field.signature, from, known, x, 0, () =>
      this.define(from, () => {
        this.next();
        this.out.push(typeKind.signature);
        this.signatureBody(x);
      }),
    );
  }

  /** The source's number of the next type, and its number here; -1 if it is new. */
  private nextType(): readonly [from: number, known: number] {
    const from = this.next();
    return [from, from < this.sharedTypes ? from : (this.typeIds.get(from) ?? -1)];
  }

  private typeReference(f: Field, from: number, known: number, x: number, y: number, tell: () => number): number {
    const id = this.reference(f, known, x, y, hashKind.type, tell);
    if (this.source) this.typeIds.set(from, id);
    return id;
  }

  private define(from: number, body: () => void): number {
    const record = this.record(this.source?.tables.types[from - ref.firstType] ?? [], body);
    const unique = record[0] === typeKind.interface && record[1] === 1;
    return unique ? this.tables.addUnique(record) : this.tables.addType(record);
  }

  private typeBody(f: Field): void {
    const kind = this.number(field.typeKind, f);
    switch (kind) {
      case typeKind.external:
        this.external();
        return;
      case typeKind.pointer:
      case typeKind.slice:
        this.type(field.elem, kind);
        return;
      case typeKind.array:
        this.type(field.elem, kind);
        this.number(field.length);
        return;
      case typeKind.map:
        this.type(field.key);
        this.type(field.value);
        return;
      case typeKind.chan:
        this.number(field.direction);
        this.type(field.elem, kind);
        return;
      case typeKind.signature:
        this.signatureBody(0);
        return;
      case typeKind.struct:
        this.struct();
        return;
      case typeKind.interface:
        this.interface();
        return;
      case typeKind.union:
        for (let n = this.number(field.termCount); n > 0; n--) {
          this.number(field.tilde);
          this.type(field.term);
        }
        return;
      case typeKind.instance:
        this.type(field.generic);
        for (let n = this.number(field.argCount); n > 0; n--) this.type(field.arg);
        return;
      case typeKind.typeParam:
        this.owner();
        this.number(field.ownerMethod);
        this.number(field.ownerIndex);
        return;
      default:
        throw new Error(`facts: a type of kind ${kind}`);
    }
  }

  /** Mostly the declaration itself. */
  private owner(): void {
    const distance = this.next() - this.current;
    const coded = this.plainNumber(field.owner, distance < 0 ? -2 * distance - 1 : 2 * distance, 0, 0);
    this.out.push(this.current + (coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2));
  }

  private external(): void {
    const path = this.string(field.externalPath);
    this.string(field.externalName, path);
  }

  private struct(): void {
    this.string(field.structPath);
    for (let n = this.number(field.fieldCount); n > 0; n--) {
      const name = this.string(field.field, this.current);
      const embedded = this.number(field.embedded, name);
      this.type(field.fieldType, name, embedded);
      this.string(field.tag, name);
    }
  }

  private interface(): void {
    this.number(field.implicit);
    this.string(field.interfacePath);
    for (let n = this.number(field.interfaceMethods); n > 0; n--) {
      const name = this.string(field.interfaceMethod);
      this.signature(name);
    }
    for (let n = this.number(field.embeddedCount); n > 0; n--) this.type(field.embeddedType);
  }

  private signatureBody(x: number): void {
    const variadic = this.number(field.variadic, x);
    const params = this.number(field.inCount, x, variadic);
    this.follow(x);
    for (let left = params; left > 0; left--) {
      const name = this.string(field.in, x, params - left);
      this.type(field.inType, name, left === 1 ? variadic + 2 : 0);
    }
    this.follow(hash(x, 9));
    for (let left = this.number(field.outCount, x); left > 0; left--) {
      const name = this.string(field.out, left, this.h2);
      this.type(field.outType, name, hash(left, x));
    }
  }

  private typeParams(): number {
    const count = this.number(field.paramCount);
    for (let n = count; n > 0; n--) this.type(field.bound, this.string(field.param));
    return count;
  }

  private object(kind: number): void {
    const word = hashText(firstWord.exec(this.names[this.current]!)?.[0] ?? '');
    switch (kind) {
      case objectKind.const:
        this.constant(word);
        return;
      case objectKind.var:
        this.follow(word);
        this.type(field.varType, word);
        return;
      case objectKind.opaque:
        this.typeParams();
        return;
      case objectKind.named:
        this.named();
        return;
      case objectKind.func:
        this.typeParams();
        this.follow(word);
        this.signatures.push(this.signature(hash(word, 7)));
        return;
      default:
        this.typeParams();
        this.type(field.aliasType);
    }
  }

  private constant(word: number): void {
    this.follow(word);
    const type = this.type(field.constType, word);
    const kind = this.number(field.constant, type);
    switch (kind) {
      case valueKind.false:
      case valueKind.true:
        return;
      case valueKind.int:
        this.number(field.integer, type, word);
        return;
      case valueKind.complex:
        this.string(field.text, type);
        this.string(field.text, type);
        return;
      default:
        this.string(field.text, type);
    }
  }

  private named(): void {
    const params = this.typeParams();
    this.follow(0);
    this.type(field.underlying);
    let receiver = 0;
    let flags = 0;
    for (let n = this.number(field.methodCount); n > 0; n--) {
      const method = this.string(field.method);
      flags = this.number(field.methodFlags, flags, method);
      if ((flags & methodFlag.noSignature) !== 0) {
        this.signatures.push(0);
        continue;
      }
      this.follow(method);
      this.signatures.push(this.signature(method));
      receiver = this.string(field.receiver, receiver);
      for (let k = params; k > 0; k--) this.string(field.receiverParam, k);
      if ((flags & methodFlag.ownTypeParams) !== 0) this.typeParams();
    }
  }

  private functionFacts(signature: number): void {
    if (signature === 0) {
      this.out.push(0, 0, 0);
      return;
    }
    const flags = this.number(field.flags);
    const cost = this.number(field.cost, flags, signature);
    this.follow(hash(this.tables.types[signature - ref.firstType]!.length, flags));
    this.string(field.notes, signature, cost === 0 ? 0 : 1);
  }
}

function hashText(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = hash(h, text.charCodeAt(i));
  return h;
}
