/**
 * Sizes, alignments and offsets as gc lays types out on linux/amd64, and what garbage collection and interfaces see of
 * them. Follows types2/gcsizes.go and cmd/compile/internal/types/{size,type}.go of Go 1.26.
 *
 * Invariants: type parameters have no size and are never asked about. Sizes are numbers; what does not fit is -1, and
 * the checker reports it. Struct layouts are remembered in the object that is passed in.
 */
import { asNamed } from './alias.ts';
import { namedObj } from './named.ts';
import type { Var } from './object.ts';
import { type ArrayType, type Basic, BasicKind, type Struct, type Type } from './type.ts';
import { under } from './under.ts';

/** What a target says about sizes. */
export interface Sizes {
  readonly wordSize: number;
  readonly maxAlign: number;
  /** Layouts that were computed, if they are to be remembered; belongs to whoever made the object. */
  readonly layouts: WeakMap<Struct, StructLayout> | null;
  sizeof(T: Type): number;
  alignof(T: Type): number;
  offsetsof(fields: readonly Var[]): readonly number[];
}

export interface StructLayout {
  readonly offsets: readonly number[];
  readonly size: number;
  readonly align: number;
}

/** linux/amd64. */
class GcSizes implements Sizes {
  readonly wordSize = 8;
  readonly maxAlign = 8;
  readonly layouts: WeakMap<Struct, StructLayout> | null;
  constructor(layouts: WeakMap<Struct, StructLayout> | null) {
    this.layouts = layouts;
  }
  sizeof(T: Type): number {
    return sizeof(this, T);
  }
  alignof(T: Type): number {
    return alignof(this, T);
  }
  offsetsof(fields: readonly Var[]): readonly number[] {
    return offsetsof(this, fields);
  }
}

/** Sizes that remember nothing. */
export const gcSizes: Sizes = new GcSizes(null);

/** Sizes that remember layouts, for one analysis. */
export function rememberingSizes(): Sizes {
  return new GcSizes(new WeakMap());
}

/** Sizes in bytes of basic types by kind; 0 where the word size counts. */
const basicSizes: readonly number[] = [0, 1, 0, 1, 2, 4, 8, 0, 1, 2, 4, 8, 0, 4, 8, 8, 16];

/** A size may not pass this; larger ones are -1. */
const maxSize = 2 ** 63;

export function sizeof(s: Sizes, T: Type): number {
  const t = under(T);
  switch (t.kind) {
    case 'Basic':
      return t.basic === BasicKind.String ? 2 * s.wordSize : basicSizes[t.basic] || s.wordSize;
    case 'Array':
      return sizeofArray(s, t);
    case 'Slice':
      return 3 * s.wordSize;
    case 'Struct':
      return layoutOf(s, t).size;
    case 'Interface':
      return 2 * s.wordSize;
    default:
      return s.wordSize;
  }
}

function sizeofArray(s: Sizes, t: ArrayType): number {
  if (t.len <= 0) return 0;
  const esize = sizeof(s, t.elem);
  if (esize <= 0) return esize;
  const size = esize * t.len;
  return size < maxSize ? size : -1;
}

export function alignof(s: Sizes, T: Type): number {
  const t = under(T);
  switch (t.kind) {
    case 'Array':
      return alignof(s, t.elem);
    case 'Struct':
      // An empty struct of this name marks its surroundings as aligned to 64 bits.
      if (t.fields.length === 0 && isSyncAtomicAlign64(T)) return 8;
      return layoutOf(s, t).align;
    case 'Slice':
    case 'Interface':
      return s.wordSize;
    case 'Basic':
      return alignofBasic(s, t);
    default:
      return Math.min(s.wordSize, s.maxAlign);
  }
}

function alignofBasic(s: Sizes, t: Basic): number {
  switch (t.basic) {
    case BasicKind.String:
      return s.wordSize;
    case BasicKind.Complex64:
      return 4;
    case BasicKind.Complex128:
      return Math.min(8, s.maxAlign);
    default:
      return Math.min(Math.max(1, sizeof(s, t)), s.maxAlign);
  }
}

export function isSyncAtomicAlign64(T: Type): boolean {
  const named = asNamed(T);
  if (!named) return false;
  const obj = namedObj(named);
  const path = obj.pkg?.path;
  return obj.name === 'align64' && (path === 'sync/atomic' || path === 'internal/runtime/atomic');
}

/** Offsets of the fields; -1 for those that lie too far out. */
export function offsetsof(s: Sizes, fields: readonly Var[]): number[] {
  const offsets: number[] = [];
  let offs = 0;
  for (const f of fields) {
    if (offs >= 0) offs = alignUp(offs, alignof(s, f.typ!));
    offsets.push(offs >= 0 ? offs : -1);
    const size = sizeof(s, f.typ!);
    offs = size < 0 || offs < 0 || offs + size >= maxSize ? -1 : offs + size;
  }
  return offsets;
}

export function layoutOf(s: Sizes, t: Struct): StructLayout {
  // Without memory, n levels of two fields of one type would be laid out 2^n times.
  if (!s.layouts) return layoutOf(rememberingSizes(), t);
  const known = s.layouts.get(t);
  if (known) return known;
  const { fields } = t;
  let align = 1;
  for (const f of fields) align = Math.max(align, alignof(s, f.typ!));
  const offsets = offsetsof(s, fields);
  const layout = { offsets, size: structSize(s, fields, offsets, align), align };
  s.layouts.set(t, layout);
  return layout;
}

function structSize(s: Sizes, fields: readonly Var[], offsets: readonly number[], align: number): number {
  const n = fields.length;
  if (n === 0) return 0;
  const offs = offsets[n - 1]!;
  let size = sizeof(s, fields[n - 1]!.typ!);
  if (offs < 0 || size < 0) return -1;
  // A pointer to a last field of no size must not point past the object.
  if (offs > 0 && size === 0) size = 1;
  const total = alignUp(offs + size, align);
  return total < maxSize ? total : -1;
}

function alignUp(x: number, a: number): number {
  // Beyond 2^53 sizes are no exact numbers; they are multiples of large powers of two there, hence aligned.
  return Number.isSafeInteger(x) ? Math.ceil(x / a) * a : x;
}

/** Number of bytes of T up to the end of its last pointer. Pointers to memory outside the heap are not told apart. */
export function ptrDataSize(s: Sizes, T: Type): number {
  const t = under(T);
  switch (t.kind) {
    case 'Basic':
      return t.basic === BasicKind.String || t.basic === BasicKind.UnsafePointer ? s.wordSize : 0;
    case 'Interface':
      return 2 * s.wordSize;
    case 'Array': {
      const last = t.len > 0 ? ptrDataSize(s, t.elem) : 0;
      return last > 0 ? (t.len - 1) * sizeof(s, t.elem) + last : 0;
    }
    case 'Struct': {
      if (!hasPointers(t)) return 0;
      for (let i = t.fields.length - 1; i >= 0; i--) {
        const last = ptrDataSize(s, t.fields[i]!.typ!);
        if (last > 0) return layoutOf(s, t).offsets[i]! + last;
      }
      return 0;
    }
    default:
      return s.wordSize;
  }
}

/** Reports whether values of T contain pointers that the garbage collector follows. */
export function hasPointers(T: Type): boolean {
  return hasPointersIn(T, null);
}

/** `without` are struct types that are known to have none: they may recur at every level of a type. */
function hasPointersIn(T: Type, without: Set<Type> | null): boolean {
  const t = under(T);
  switch (t.kind) {
    case 'Basic':
      return t.basic === BasicKind.String || t.basic === BasicKind.UnsafePointer || t.basic === BasicKind.UntypedNil;
    case 'Array':
      return t.len > 0 && hasPointersIn(t.elem, without);
    case 'Struct': {
      if (without?.has(t)) return false;
      const seen = without ?? new Set<Type>();
      for (const f of t.fields) if (hasPointersIn(f.typ!, seen)) return true;
      seen.add(t);
      return false;
    }
    case 'Tuple':
      return t.vars.some((v) => hasPointersIn(v.typ!, without));
    default:
      return true;
  }
}

/** Reports whether a value of T is one pointer, so that an interface holds it directly instead of a pointer to it. */
export function isDirectIface(s: Sizes, T: Type): boolean {
  return sizeof(s, T) === s.wordSize && ptrDataSize(s, T) === s.wordSize;
}

/** Offset of the field that the path of indices leads to, from the start of T; -1 if it is too large. */
export function offsetof(s: Sizes, T: Type, index: readonly number[]): number {
  let offs = 0;
  let typ = T;
  for (const i of index) {
    const t = under(typ) as Struct;
    const d = layoutOf(s, t).offsets[i]!;
    if (d < 0 || offs + d >= maxSize) return -1;
    offs += d;
    typ = t.fields[i]!.typ!;
  }
  return offs;
}
