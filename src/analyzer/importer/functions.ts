/**
 * What the compiler found about the functions of a package while it built the standard library: raw escape notes of
 * receiver and parameters, inline cost, pragmas. Decoded as columns on the first question.
 */
import type { Declarations } from './packing.ts';
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

export function readFunctions(declarations: Declarations): FunctionTable {
  const { strings } = declarations.tables;
  const facts = (i: number): FunctionFacts | undefined => {
    const [flag, cost, notes] = declarations.functions[i]! as [number, number, number];
    if ((flag & functionFlag.known) === 0) return undefined;
    return {
      notes: readNotes(strings[notes]!),
      cost: cost - 1,
      noBody: (flag & functionFlag.noBody) !== 0,
      noescape: (flag & functionFlag.noescape) !== 0,
      noinline: (flag & functionFlag.noinline) !== 0,
      uintptrKeepAlive: (flag & functionFlag.uintptrKeepAlive) !== 0,
      uintptrEscapes: (flag & functionFlag.uintptrEscapes) !== 0,
      delayResults: (flag & functionFlag.delayResults) !== 0,
    };
  };
  return { first: firstNumbers(declarations), facts };
}

/** The number of each object's first function. */
function firstNumbers(declarations: Declarations): Int32Array {
  const { kinds, objects } = declarations;
  const first = new Int32Array(kinds.length);
  let number = 0;
  for (let i = 0; i < kinds.length; i++) {
    first[i] = number;
    if (kinds[i] === objectKind.func) number++;
    else if (kinds[i] === objectKind.named) number += methodCount(objects[i]!);
  }
  return first;
}

function methodCount(named: readonly number[]): number {
  const typeParams = named[0]!;
  return named[2 * typeParams + 2]!;
}

/** A byte for the count; for each note 0 where it is empty, or its length + 1 and the bytes after `esc:`. */
function readNotes(bytes: string): string[] {
  const notes: string[] = [];
  let at = 1;
  for (let n = bytes.charCodeAt(0); n > 0; n--) {
    const length = bytes.charCodeAt(at++);
    notes.push(length === 0 ? '' : `esc:${bytes.slice(at, at + length - 1)}`);
    at += Math.max(0, length - 1);
  }
  return notes;
}
