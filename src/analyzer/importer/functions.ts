/**
 * What the compiler found about the functions of a package while it built the standard library: raw escape notes of
 * receiver and parameters, inline cost, pragmas. Decoded as columns on the first question.
 */
import { Reader, type Sections } from './reader.ts';
import { functionFlag, objectKind } from './schema.ts';

export interface FunctionFacts {
  /**
   * The note of each parameter, receiver first, as the compiler keeps it: '' (the value leaks to the heap, or has no
   * pointers), or `esc:` and a byte each for heap, mutator, callee, result 0 to 4 (derefs + 1, 0 for none; trailing zeros cut).
   */
  readonly notes: readonly string[];
  /** Cost in the inliner's measure; -1 if the function cannot be inlined. */
  readonly cost: number;
  /** Implemented elsewhere: assembly, or another package by linkname. */
  readonly noBody: boolean;
  readonly noescape: boolean;
  readonly noinline: boolean;
  readonly uintptrKeepAlive: boolean;
  readonly uintptrEscapes: boolean;
  /** The results of an inlined copy can be declared where they are set. */
  readonly delayResults: boolean;
}

/** The functions and methods of a package by number: a function at its object's `first`, method m at `first + m`. */
export interface FunctionTable {
  readonly first: Int32Array;
  facts(number: number): FunctionFacts | undefined;
}

export function readFunctions(sections: Sections): FunctionTable {
  const first = firstNumbers(sections);
  const count = first[first.length - 1]!;
  const r = new Reader(sections.bytes, sections.functions);
  const sets: (readonly string[])[] = [];
  for (let n = r.num(); n > 0; n--) sets.push(readNotes(r));
  const setOf = column(r, count);
  const costs = column(r, count);
  const flags = column(r, count);
  const facts = (i: number): FunctionFacts | undefined => {
    const flag = flags[i]!;
    if ((flag & functionFlag.known) === 0) return undefined;
    return {
      notes: sets[setOf[i]!]!,
      cost: costs[i]! - 1,
      noBody: (flag & functionFlag.noBody) !== 0,
      noescape: (flag & functionFlag.noescape) !== 0,
      noinline: (flag & functionFlag.noinline) !== 0,
      uintptrKeepAlive: (flag & functionFlag.uintptrKeepAlive) !== 0,
      uintptrEscapes: (flag & functionFlag.uintptrEscapes) !== 0,
      delayResults: (flag & functionFlag.delayResults) !== 0,
    };
  };
  return { first, facts };
}

/** The number of each object's first function, and the count of all at the end. */
function firstNumbers(sections: Sections): Int32Array {
  const kinds = sections.objectKinds;
  const first = new Int32Array(kinds.length + 1);
  let number = 0;
  for (let i = 0; i < kinds.length; i++) {
    first[i] = number;
    if (kinds[i] === objectKind.func) number++;
    else if (kinds[i] === objectKind.named) number += methodCount(sections, i);
  }
  first[kinds.length] = number;
  return first;
}

function methodCount(sections: Sections, object: number): number {
  const r = new Reader(sections.bytes, sections.objectStarts[object]!);
  r.skip(2 * r.num() + 1);
  return r.num();
}

function readNotes(r: Reader): string[] {
  const notes: string[] = [];
  for (let n = r.num(); n > 0; n--) {
    const length = r.num();
    if (length === 0) {
      notes.push('');
      continue;
    }
    let note = 'esc:';
    for (let i = 1; i < length; i++) note += String.fromCharCode(r.bytes[r.pos++]!);
    notes.push(note);
  }
  return notes;
}

function column(r: Reader, count: number): Int32Array {
  const values = new Int32Array(count);
  for (let i = 0; i < count; i++) values[i] = r.num();
  return values;
}
