/**
 * Layout of types as escape analysis asks about them: size, alignment, how far pointers reach. gc's types/size.go for
 * amd64. One object per analysis keeps what it computed; nothing is written on the types.
 */

import { isArray, isSlice } from '../ir/type.ts';
import { BasicKind, type Type } from '../types/type.ts';
import { under } from '../types/under.ts';
import type { Switches } from './switches.ts';

const ptrSize = 8;

interface Layout {
  readonly size: number;
  readonly align: number;
  /** Bytes up to and including the last pointer; 0 without pointers. */
  readonly ptrBytes: number;
}

const layout = (size: number, align: number, ptrBytes: number): Layout => ({ size, align, ptrBytes });

const word = layout(ptrSize, ptrSize, 0);
const pointer = layout(ptrSize, ptrSize, ptrSize);
const empty = layout(0, 1, 0);
const stringLayout = layout(2 * ptrSize, ptrSize, ptrSize);
const sliceLayout = layout(3 * ptrSize, ptrSize, ptrSize);
const interfaceLayout = layout(2 * ptrSize, ptrSize, 2 * ptrSize);

export class TypeInfo {
  private readonly layouts = new Map<Type, Layout>();
  private readonly switches: Switches;

  constructor(switches: Switches) {
    this.switches = switches;
  }

  size(t: Type): number {
    return this.of(t).size;
  }

  align(t: Type): number {
    return this.of(t).align;
  }

  hasPointers(t: Type): boolean {
    return this.of(t).ptrBytes > 0;
  }

  /** Whether an interface holds a value of this type in its data word itself. */
  isDirectIface(t: Type): boolean {
    if (this.switches.directIfaceByLayout) {
      const l = this.of(t);
      return l.size === ptrSize && l.ptrBytes === ptrSize;
    }
    const u = under(t);
    switch (u.kind) {
      case 'Pointer':
        return this.of(u).ptrBytes > 0;
      case 'Chan':
      case 'Map':
      case 'Signature':
        return true;
      case 'Basic':
        return u.basic === BasicKind.UnsafePointer;
      case 'Array':
        return u.len === 1 && this.isDirectIface(u.elem);
      case 'Struct':
        return u.fields.length === 1 && this.isDirectIface(u.fields[0]!.typ!);
      default:
        return false;
    }
  }

  isArray(t: Type): boolean {
    return isArray(t);
  }

  /** The element type of a slice or array, or null. */
  elem(t: Type): Type | null {
    const u = under(t);
    return u.kind === 'Slice' || u.kind === 'Array' ? u.elem : null;
  }

  isUintptr(t: Type): boolean {
    return this.isBasicKind(t, BasicKind.Uintptr);
  }

  isBasicKind(t: Type, kind: BasicKind): boolean {
    const u = under(t);
    return u.kind === 'Basic' && u.basic === kind;
  }

  /** A slice whose elements have pointers. */
  isPointerSlice(t: Type): boolean {
    return isSlice(t) && this.hasPointers(this.elem(t)!);
  }

  private of(t: Type): Layout {
    let l = this.layouts.get(t);
    if (l === undefined) {
      l = this.compute(t);
      this.layouts.set(t, l);
    }
    return l;
  }

  private compute(t: Type): Layout {
    const u = under(t);
    if (u !== t) return this.of(u);
    switch (u.kind) {
      case 'Basic':
        return basicLayout(u.basic);
      case 'Pointer':
        return isNotInHeap(u.base) ? word : pointer;
      case 'Chan':
      case 'Map':
      case 'Signature':
        return pointer;
      case 'Slice':
        return sliceLayout;
      case 'Interface':
        return interfaceLayout;
      case 'Array': {
        const elem = this.of(u.elem);
        const ptrBytes = elem.ptrBytes > 0 && u.len > 0 ? elem.size * (u.len - 1) + elem.ptrBytes : 0;
        return layout(elem.size * u.len, elem.align, ptrBytes);
      }
      case 'Struct':
        return this.fields(u.fields.map((f) => f.typ!));
      case 'Tuple':
        return this.fields(u.vars.map((v) => v.typ!));
      default:
        return empty;
    }
  }

  private fields(types: readonly Type[]): Layout {
    let offset = 0;
    let align = 1;
    let ptrBytes = 0;
    let last = 1;
    for (const t of types) {
      const l = this.of(t);
      offset = roundUp(offset, l.align);
      if (l.align > align) align = l.align;
      if (l.ptrBytes > 0) ptrBytes = offset + l.ptrBytes;
      offset += l.size;
      last = l.size;
    }
    // A final field without size gets a byte, so that its address is not past the object.
    if (last === 0 && offset > 0) offset++;
    return layout(roundUp(offset, align), align, ptrBytes);
  }
}

function roundUp(x: number, align: number): number {
  return Math.ceil(x / align) * align;
}

function basicLayout(kind: BasicKind): Layout {
  switch (kind) {
    case BasicKind.Bool:
    case BasicKind.Int8:
    case BasicKind.Uint8:
    case BasicKind.UntypedBool:
      return layout(1, 1, 0);
    case BasicKind.Int16:
    case BasicKind.Uint16:
      return layout(2, 2, 0);
    case BasicKind.Int32:
    case BasicKind.Uint32:
    case BasicKind.Float32:
    case BasicKind.UntypedRune:
      return layout(4, 4, 0);
    case BasicKind.Complex128:
      return layout(16, 8, 0);
    case BasicKind.String:
    case BasicKind.UntypedString:
      return stringLayout;
    case BasicKind.UnsafePointer:
    case BasicKind.UntypedNil:
      return pointer;
    case BasicKind.Complex64:
      return layout(8, 4, 0);
    default:
      return word;
  }
}

/** Types that contain internal/runtime/sys.NotInHeap are never on the heap; pointers to them are plain words. */
function isNotInHeap(t: Type, seen = new Set<Type>()): boolean {
  if (seen.has(t)) return false;
  seen.add(t);
  if (t.kind === 'Named' && t.obj.name === 'nih' && t.obj.pkg?.path === 'internal/runtime/sys') return true;
  const u = t.kind === 'Named' ? t.underlying : t;
  if (u === null || u.kind !== 'Struct') return false;
  return u.fields.some((f) => f.typ !== null && f.typ.kind === 'Named' && isNotInHeap(f.typ, seen));
}
