/**
 * Scopes: what names mean where. Follows types2/scope.go of Go 1.26.
 *
 * Invariants: the map of names appears with the first one, since most scopes of a function stay empty. The scope of a
 * package from facts has a `loader`, asked once a name; `names` then lists all names that it can bring.
 */
import { noPos, type Pos } from '../base/pos.ts';
import type { Obj } from './object.ts';

export interface ScopeLoader {
  /** All names of the scope, sorted. */
  readonly names: readonly string[];
  /** The object of that name, made on the spot; undefined if there is none. */
  load(name: string): Obj | undefined;
}

export class Scope {
  readonly parent: Scope | null;
  readonly children: Scope[] = [];
  /** Place among the parent's children, from 1; 0 in the outermost scopes. */
  readonly number: number;
  elems: Map<string, Obj> | null = null;
  readonly pos: Pos;
  readonly end: Pos;
  readonly comment: string;
  isFunc = false;
  loader: ScopeLoader | null = null;

  /** `attach` is false where children of the parent are of no interest (the universe). */
  constructor(parent: Scope | null, pos: Pos, end: Pos, comment: string, attach = true) {
    this.parent = parent;
    this.pos = pos;
    this.end = end;
    this.comment = comment;
    if (parent && attach && parent.parent) parent.children.push(this);
    this.number = parent ? parent.children.length : 0;
  }

  /** The object declared in this very scope under `name`, or null. */
  lookup(name: string): Obj | null {
    const found = this.elems?.get(name);
    if (found) return found;
    return this.loader ? this.loadName(name) : null;
  }

  private loadName(name: string): Obj | null {
    const obj = this.loader!.load(name);
    if (!obj) return null;
    this.set(name, obj);
    return obj;
  }

  /** Declares `obj`; if the name is taken, returns the object that has it and changes nothing. */
  insert(obj: Obj): Obj | null {
    const alt = this.lookup(obj.name);
    if (alt) return alt;
    this.set(obj.name, obj);
    return null;
  }

  private set(name: string, obj: Obj): void {
    this.elems ??= new Map();
    this.elems.set(name, obj);
    obj.parent ??= this;
  }

  /** All names, sorted as Go sorts strings (by bytes of UTF-8; here by code point, which is the same order). */
  names(): string[] {
    const all = this.loader ? [...this.loader.names] : [...(this.elems?.keys() ?? [])];
    return all.sort(compareCodePoints);
  }

  /** The innermost scope around `pos` in which `name` is declared before `pos`, with its object. */
  lookupParent(name: string, pos: Pos): { scope: Scope; obj: Obj } | null {
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      const obj = scope.lookup(name);
      if (obj && (pos === noPos || obj.scopePos <= pos)) return { scope, obj };
    }
    return null;
  }

  /** Reports whether `pos` lies in the scope's text. */
  contains(pos: Pos): boolean {
    return this.pos <= pos && pos < this.end;
  }

  /** The innermost scope that contains `pos`, or null. */
  innermost(pos: Pos): Scope | null {
    if (!this.contains(pos)) return null;
    for (const child of this.children) {
      const found = child.innermost(pos);
      if (found) return found;
    }
    return this;
  }
}

function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all others of the basic plane.
    const high = (c: number) => (c >= 0xd800 && c < 0xe000 ? c + 0x2000 : c >= 0xe000 ? c - 0x800 : c);
    return high(x) - high(y);
  }
  return a.length - b.length;
}
