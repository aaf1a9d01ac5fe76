/**
 * The strings and types of a package by number. What one package has learned, others begin with: their numbers go on
 * after its. A type's record holds numbers only, so that equal types have equal records.
 */
import { ref } from './schema.ts';

/** A type: its kind, and what it is made of (schema.ts tells the order). */
export type TypeRecord = readonly number[];

export class Tables {
  /** Bytes, one per UTF-16 unit. */
  readonly strings: string[];
  readonly types: TypeRecord[];
  private readonly base: Tables | null;
  private readonly stringIds = new Map<string, number>();
  private readonly typeIds = new Map<string, number>();
  private readonly last = new Map<number, number>();

  constructor(base: Tables | null) {
    this.base = base;
    this.strings = base ? [...base.strings] : [];
    this.types = base ? [...base.types] : [];
  }

  stringId(text: string): number | undefined {
    return this.stringIds.get(text) ?? this.base?.stringId(text);
  }

  addString(text: string): number {
    const known = this.stringId(text);
    if (known !== undefined) return known;
    this.stringIds.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }

  typeId(record: TypeRecord): number | undefined {
    return this.typeIdOf(record.join());
  }

  private typeIdOf(key: string): number | undefined {
    return this.typeIds.get(key) ?? this.base?.typeIdOf(key);
  }

  addType(record: TypeRecord): number {
    const known = this.typeId(record);
    if (known !== undefined) return known;
    const id = this.addUnique(record);
    this.typeIds.set(record.join(), id);
    return id;
  }

  /** A type that is equal to no other, whatever it is made of. */
  addUnique(record: TypeRecord): number {
    return ref.firstType + this.types.push(record) - 1;
  }

  /** The string or type that came in this context the last time. */
  lastIn(context: number): number | undefined {
    return this.last.get(context) ?? this.base?.lastIn(context);
  }

  remember(context: number, id: number): void {
    this.last.set(context, id);
  }
}
