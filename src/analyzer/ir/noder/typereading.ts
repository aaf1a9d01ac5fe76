/**
 * The order in which gc meets types: it shows in which methods of instances are compiled first, and in the wrappers.
 * Follows typIdx, objIdx and needWrapper of noder/reader.go (Go 1.26).
 *
 * A type is read once, after what it consists of. A defined type is read with its underlying type and its methods, an
 * instance is then read on shapes. Types of other packages were read there, unless they are instances.
 */
import { methodAt, numMethods } from '../../types/named.ts';
import { isExported } from '../../types/object.ts';
import type { Interface, Named, Signature, Tuple, Type } from '../../types/type.ts';
import { hasShape, isShape } from '../type.ts';
import { instantiatedMethod, shapedInstance } from './instance.ts';
import type { Noder } from './noder.ts';
import { methodSymName } from './selection.ts';

export class TypeReading {
  private readonly noder: Noder;
  private readonly read = new Set<Type>();
  /** Defined types whose underlying type is being read (Go 1.27 makes no wrappers for them then). */
  private readonly unfinished = new Set<Type>();
  private readonly metUnfinished = new Set<Type>();
  private readonly objects = new Set<Named>();
  /** Types that may need method wrappers, as they were met; some more than once under one name. */
  readonly needed: Type[] = [];
  /** Instances that are still to be read on shapes, last in first out. */
  readonly todo: (() => void)[] = [];
  /** How far the instances that were made are known to be read. */
  private swept = 0;

  constructor(noder: Noder) {
    this.noder = noder;
  }

  /** A type of the IR. */
  typ(t: Type): void {
    if (this.read.has(t)) return;
    this.parts(t);
    if (this.read.has(t)) return;
    if (this.unfinished.has(t)) {
      this.metUnfinished.add(t);
      return;
    }
    this.read.add(t);
    if (t.kind === 'Named' || t.kind === 'Struct' || t.kind === 'Interface') this.needed.push(t);
  }

  signature(sig: Signature): void {
    this.tuple(sig.params);
    this.tuple(sig.results);
  }

  /** Reads what no code has named; false when there is nothing. */
  sweep(): boolean {
    const { met } = this.noder.types;
    const before = this.objects.size;
    for (; this.swept < met.length; this.swept++) this.object(met[this.swept]!);
    return this.objects.size > before;
  }

  private tuple(tuple: Tuple): void {
    for (const v of tuple.vars) this.typ(v.typ!);
  }

  private parts(t: Type): void {
    switch (t.kind) {
      case 'Pointer':
        this.typ(t.base);
        return;
      case 'Slice':
      case 'Array':
      case 'Chan':
        this.typ(t.elem);
        return;
      case 'Map':
        this.typ(t.key);
        this.typ(t.elem);
        return;
      case 'Struct':
        for (const f of t.fields) this.typ(f.typ!);
        return;
      case 'Tuple':
        this.tuple(t);
        return;
      case 'Signature':
        this.signature(t);
        return;
      case 'Interface':
        this.interface(t);
        return;
      case 'Named':
        this.object(t);
        return;
      default:
        return;
    }
  }

  private interface(t: Interface): void {
    for (const m of t.methods) this.signature(m.typ as Signature);
    for (const e of t.embeddeds) this.typ(e);
  }

  /** A defined type or an instance, as where it is declared. */
  object(t: Named): void {
    if (this.objects.has(t)) return;
    this.objects.add(t);
    const { noder } = this;
    if (isShape(t) || (t.inst === null && t.obj.pkg !== noder.pkg)) return;
    for (const targ of t.inst?.targs ?? []) this.typ(targ);
    if (noder.options.skipsUnfinished === true) this.unfinished.add(t);
    this.parts(noder.types.plainUnder(t));
    // Once it was met so, its own methods do not meet it again.
    if (!this.metUnfinished.has(t)) this.unfinished.delete(t);
    const shaped = shapedInstance(noder, t);
    if (shaped !== null) this.todo.push(() => this.object(shaped()));
    this.methods(t);
    this.unfinished.delete(t);
    if (!hasShape(t)) this.needed.push(t);
  }

  private methods(t: Named): void {
    const orig = t.inst?.orig ?? t;
    for (let i = 0; i < numMethods(orig); i++) {
      const method = methodAt(orig, i);
      if (method.name === '_') continue;
      if (t.inst !== null) instantiatedMethod(this.noder, t, method);
      else {
        const sig = method.typ as Signature;
        this.noder.method(method, methodSymName(this.noder, sig.recv!.typ!, method));
      }
    }
  }
}

/** gc's order of methods: exported ones first, by name. */
export function compareMethods(a: { readonly name: string }, b: { readonly name: string }): number {
  const exported = Number(isExported(b.name)) - Number(isExported(a.name));
  return exported || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
