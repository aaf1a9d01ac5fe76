/**
 * What facts files are made of, coded in contexts: numbers, texts, strings and types of the tables. A string or type that
 * came in the same surroundings before is told by a yes, another known one by its number, a new one is written out.
 *
 * Invariants: contexts depend on nothing but what both sides know already; every number read from `from` is coded once
 * and written to `out`.
 */
import { type Coder, hash } from './coder.ts';
import type { Field } from './fields.ts';
import type { Tables } from './tables.ts';

/** Mixers: one for each field in each of these roles; for text, by the place in it and whether it is as above so far. */
const role = { guess: 64, isNew: 128, id: 192, text: 256 } as const;

/** What the last thing was, in the hash that tells it. */
export const hashKind = { string: 1, type: 2 } as const;

export class Tokens {
  protected readonly coder: Coder;
  protected readonly tables: Tables;
  /** The strings of what is encoded; a decoder has none. */
  private readonly sourceStrings: readonly string[];
  protected from: readonly number[] = [];
  private at = 0;
  protected out: number[] = [];
  /** The last things coded. */
  private h1 = 0;
  protected h2 = 0;

  constructor(coder: Coder, tables: Tables, sourceStrings: readonly string[]) {
    this.coder = coder;
    this.tables = tables;
    this.sourceStrings = sourceStrings;
  }

  /** Codes one record: takes its numbers from `from`, gives those that were coded. */
  protected record(from: readonly number[], code: () => void): readonly number[] {
    const outer = [this.from, this.at, this.out] as const;
    const out: number[] = [];
    this.from = from;
    this.at = 0;
    this.out = out;
    code();
    [this.from, this.at, this.out] = outer;
    return out;
  }

  protected next(): number {
    return this.from[this.at++] ?? 0;
  }

  /** Makes what was coded the context of what follows. */
  protected follow(h: number): void {
    this.h2 = this.h1;
    this.h1 = h;
  }

  /** A number that is not of a record. */
  protected plainNumber(f: Field, known: number, x: number, y: number): number {
    const { coder, h1, h2 } = this;
    const { contexts } = coder;
    contexts[0] = hash(f, 0, 0, 1);
    contexts[1] = hash(f, h1, 0, 2);
    contexts[2] = hash(f, h1, h2, 3);
    contexts[3] = hash(f, x, 0, 4);
    contexts[4] = hash(f, x, y, 5);
    contexts[5] = hash(f, x, h1, 6);
    coder.look(f, 6);
    const value = coder.number(known);
    this.follow(hash(f, value));
    return value;
  }

  protected number(f: Field, x = 0, y = 0): number {
    const value = this.plainNumber(f, this.next(), x, y);
    this.out.push(value);
    return value;
  }

  /** Characters up to a zero; a zero in the text is followed by a bit. */
  protected text(f: Field, known: string, above: string, x: number): string {
    const { coder } = this;
    const { contexts } = coder;
    let text = '';
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    let word = 0;
    let same = 1;
    for (let i = 0; ; i++) {
      const over = i < above.length ? above.charCodeAt(i) : 0;
      const three = a | (b << 8) | (c << 16);
      contexts[0] = hash(f, a, 0, 11);
      contexts[1] = hash(a, b, 0, 12);
      contexts[2] = hash(a, b, c, 13);
      contexts[3] = hash(three, d, 0, 14);
      contexts[4] = hash(three, d, e, 15);
      contexts[5] = hash(word, 0, 0, 16);
      contexts[6] = hash(over, same, i === 0 ? x : a, 17);
      contexts[7] = hash(over, same, Math.min(i, 8), 18);
      coder.look(role.text + 3 * same + (i === 0 ? 0 : i < 3 ? 1 : 2), 8);
      const ch = coder.bits(8, i < known.length ? known.charCodeAt(i) : 0);
      if (ch === 0 && coder.bit(512, i < known.length ? 0 : 1) === 1) return text;
      text += String.fromCharCode(ch);
      if (ch !== over) same = 0;
      word = isUpper(ch) && !isUpper(a) ? ch : Math.imul(word + ch, 0x2f0b4c47);
      [e, d, c, b, a] = [d, c, b, a, ch];
    }
  }

  /** What came in the same surroundings before, the most telling first; -1 if it was none of that. */
  private guess(f: Field, known: number, surroundings: readonly number[]): number {
    const { coder, tables, h1 } = this;
    const { contexts } = coder;
    const tried: number[] = [];
    for (let i = 0; i < surroundings.length; i++) {
      const id = tables.lastIn(surroundings[i]!);
      if (id === undefined || tried.includes(id)) continue;
      contexts[0] = hash(f, i, tried.length, 41);
      contexts[1] = hash(f, surroundings[i]!, i, 42);
      contexts[2] = hash(f, id, i, 43);
      contexts[3] = hash(f, h1, tried.length, 44);
      coder.look(role.guess + f, 4);
      if (coder.bit(1, id === known ? 1 : 0) === 1) return id;
      tried.push(id);
    }
    return -1;
  }

  /** Tells the number of something met before; -1: it is new. */
  protected met(f: Field, known: number, count: number): number {
    const { coder, h1, h2 } = this;
    const { contexts } = coder;
    contexts[0] = hash(f, 0, 0, 51);
    contexts[1] = hash(f, h1, 0, 52);
    contexts[2] = hash(f, h2, 0, 53);
    coder.look(role.isNew + f, 3);
    if (coder.bit(1, known < 0 ? 1 : 0) === 1) return -1;
    contexts[0] = hash(f, 0, 0, 54);
    contexts[1] = hash(f, h1, 0, 55);
    contexts[2] = hash(0, 0, 0, 56);
    coder.look(role.id + f, 3);
    return coder.bits(32 - Math.clz32(count - 1), known);
  }

  /** A string of the tables. */
  protected string(f: Field, x = 0, y = 0): number {
    const from = this.next();
    const text = this.sourceStrings[from] ?? '';
    const known = this.tables.stringId(text) ?? -1;
    const { strings } = this.tables;
    return this.reference(f, known, x, y, hashKind.string, () => {
      const id = this.met(f, known, strings.length);
      return id < 0 ? this.tables.addString(this.text(f, text, '', 0)) : id;
    });
  }

  /** A string or type: foreseen, or told by `tell`. */
  protected reference(f: Field, known: number, x: number, y: number, kind: number, tell: () => number): number {
    const { tables } = this;
    const surroundings = [
      hash(f, this.h1, hash(this.h2, x, y), 31),
      hash(f, this.h1, this.h2, 34),
      hash(f, this.h1, x, 32),
      hash(f, x, y, 33),
    ];
    let id = this.guess(f, known, surroundings);
    if (id < 0) id = tell();
    for (const context of surroundings) tables.remember(context, id);
    this.follow(hash(kind, id));
    this.out.push(id);
    return id;
  }
}

function isUpper(ch: number): boolean {
  return ch >= 65 && ch <= 90;
}
