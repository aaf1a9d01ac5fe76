/** Reads the plain files that tools/stdfacts writes (tools/stdfacts/schema.go tells their order). */
import type { Declarations } from '../../src/analyzer/importer/packing.ts';
import { Reader } from '../../src/analyzer/importer/reader.ts';
import { methodFlag, objectKind, ref, typeKind, valueKind } from '../../src/analyzer/importer/schema.ts';
import type { Tables } from '../../src/analyzer/importer/tables.ts';

/** The plain schema's numbers that facts files do not have. */
const plainSchema = 1;
const local = 0;
const bytesValue = 7;

/** Enters the strings and types of a plain file into `tables`. */
export function readPlain(bytes: Uint8Array, tables: Tables): Declarations {
  return new PlainReader(bytes, tables).read();
}

class PlainReader {
  private readonly r: Reader;
  private readonly tables: Tables;
  private names: readonly string[] = [];
  private strings: readonly number[] = [];
  private packages: readonly number[] = [];
  private readonly starts: number[] = [];
  private readonly entered: number[] = [];

  constructor(bytes: Uint8Array, tables: Tables) {
    this.r = new Reader(bytes, 0);
    this.tables = tables;
  }

  read(): Declarations {
    const { r, tables } = this;
    if (r.num() !== plainSchema) throw new Error('a plain facts file of another schema');
    this.names = this.lines();
    this.strings = this.lines().map((text) => tables.addString(text));
    const names: number[] = [];
    this.packages = Array.from({ length: r.num() }, () => {
      const path = this.string();
      names.push(this.string());
      return path;
    });
    const kinds = this.names.map(() => r.num());
    const objectsAt = r.pos;
    for (const kind of kinds) this.object(kind, () => 0);
    for (let n = r.num(); n > 0; n--) {
      this.starts.push(r.pos);
      this.typeRecord(() => 0);
    }
    const functionsAt = r.pos;
    r.pos = objectsAt;
    const objects = kinds.map((kind) => this.object(kind, (id) => this.typeOf(id)));
    r.pos = functionsAt;
    const functions = this.functions(countFunctions(kinds, objects));
    const [path, name] = [this.packages[0]!, names[0]!].map((id) => tables.strings[id]!) as [string, string];
    return { path, name, tables, names: this.names, kinds, objects, functions };
  }

  private lines(): readonly string[] {
    const { r } = this;
    const count = r.num();
    const text = r.text(r.num());
    return count === 0 ? [] : text.split('\n');
  }

  private string(): number {
    return this.strings[this.r.num()]!;
  }

  /** The number in the tables of a type of the file. */
  private typeOf(id: number): number {
    if (id < ref.firstType) return id;
    const i = id - ref.firstType;
    const known = this.entered[i];
    if (known !== undefined) return known;
    const { pos } = this.r;
    this.r.pos = this.starts[i]!;
    const record = this.typeRecord((inner) => this.typeOf(inner));
    this.r.pos = pos;
    const unique = record[0] === typeKind.interface && record[1] === 1;
    return (this.entered[i] = unique ? this.tables.addUnique(record) : this.tables.addType(record));
  }

  private typeParams(out: number[], type: (id: number) => number): number {
    const count = this.r.num();
    out.push(count);
    for (let n = count; n > 0; n--) out.push(this.string(), type(this.r.num()));
    return count;
  }

  private object(kind: number, type: (id: number) => number): number[] {
    const { r } = this;
    const out: number[] = [];
    switch (kind) {
      case objectKind.const:
        out.push(type(r.num()));
        this.value(out);
        return out;
      case objectKind.var:
        return [type(r.num())];
      case objectKind.opaque:
        this.typeParams(out, type);
        return out;
      case objectKind.named: {
        const params = this.typeParams(out, type);
        out.push(type(r.num()));
        const methods = r.num();
        out.push(methods);
        for (let n = methods; n > 0; n--) this.method(out, params, type);
        return out;
      }
      default:
        this.typeParams(out, type);
        out.push(type(r.num()));
        return out;
    }
  }

  private method(out: number[], params: number, type: (id: number) => number): void {
    const name = this.string();
    const flags = this.r.num();
    out.push(name, flags);
    if ((flags & methodFlag.noSignature) !== 0) return;
    out.push(type(this.r.num()), this.string());
    for (let k = params; k > 0; k--) out.push(this.string());
    if ((flags & methodFlag.ownTypeParams) !== 0) this.typeParams(out, type);
  }

  private value(out: number[]): void {
    const { r } = this;
    const kind = r.num();
    switch (kind) {
      case valueKind.false:
      case valueKind.true:
        out.push(kind);
        return;
      case valueKind.int:
        out.push(kind, r.num());
        return;
      case valueKind.complex:
        out.push(kind, this.string(), this.string());
        return;
      case bytesValue:
        out.push(valueKind.string, this.tables.addString(r.text(r.num())));
        return;
      default:
        out.push(kind, this.string());
    }
  }

  private typeRecord(type: (id: number) => number): number[] {
    const { r } = this;
    const kind = r.num();
    const typed = (): number => type(r.num());
    const owning = (): number => {
      const i = r.num();
      return i === 0 ? 0 : this.packages[i - 1]!;
    };
    const list = (each: () => number[]): number[] => {
      const n = r.num();
      return [n, ...Array.from({ length: n }, each).flat()];
    };
    switch (kind) {
      case local:
        return [typeKind.external, this.packages[0]!, this.tables.addString(this.names[r.num()]!)];
      case typeKind.external:
        return [kind, this.packages[r.num()]!, this.string()];
      case typeKind.pointer:
      case typeKind.slice:
        return [kind, typed()];
      case typeKind.array:
        return [kind, typed(), r.num()];
      case typeKind.map:
        return [kind, typed(), typed()];
      case typeKind.chan:
        return [kind, r.num(), typed()];
      case typeKind.signature:
        return [kind, r.num(), ...list(() => [this.string(), typed()]), ...list(() => [this.string(), typed()])];
      case typeKind.struct:
        return [
          kind,
          owning(),
          ...list(() => {
            const name = this.string();
            const id = r.num();
            return [name, id & 1, type(id >> 1), this.string()];
          }),
        ];
      case typeKind.interface:
        return [kind, r.num(), owning(), ...list(() => [this.string(), typed()]), ...list(() => [typed()])];
      case typeKind.union:
        return [kind, ...list(() => [r.num(), typed()])];
      case typeKind.instance:
        return [kind, typed(), ...list(() => [typed()])];
      case typeKind.typeParam:
        return [kind, r.num(), r.num(), r.num()];
      default:
        throw new Error(`a plain facts file: a type of kind ${kind}`);
    }
  }

  private functions(count: number): number[][] {
    const { r, tables } = this;
    const sets = Array.from({ length: r.num() }, () => {
      const from = r.pos;
      for (let n = r.num(); n > 0; n--) {
        const length = r.num();
        r.pos += Math.max(0, length - 1);
      }
      const length = r.pos - from;
      r.pos = from;
      return tables.addString(r.text(length));
    });
    const column = (): number[] => Array.from({ length: count }, () => r.num());
    const [notes, costs, flags] = [column(), column(), column()] as const;
    const none = tables.addString('');
    // Of a function that the compiler did not meet, all columns are 0.
    return flags.map((flag, i) => (flag === 0 ? [0, 0, none] : [flag, costs[i]!, sets[notes[i]!]!]));
  }
}

function countFunctions(kinds: readonly number[], objects: readonly (readonly number[])[]): number {
  const functionsOf = (kind: number, record: readonly number[]): number => {
    if (kind === objectKind.func) return 1;
    return kind === objectKind.named ? record[2 * record[0]! + 2]! : 0;
  };
  return kinds.reduce((sum, kind, i) => sum + functionsOf(kind, objects[i]!), 0);
}
