/**
 * Method sets: all methods that a value of a type has. Follows go/types/methodset.go of Go 1.26.
 *
 * Depth by depth, as in lookup: a name found at a lesser depth hides deeper ones, and two of one depth hide each other.
 */
import { asNamed } from './alias.ts';
import { Selection } from './info.ts';
import { deref, hasPtrRecv } from './lookup.ts';
import { methodAt, numMethods } from './named.ts';
import { type Func, idOf } from './object.ts';
import { identical, isInterface } from './predicates.ts';
import type { Type } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { under } from './under.ts';

interface Embedded {
  readonly typ: Type;
  readonly index: readonly number[];
  readonly indirect: boolean;
  multiples: boolean;
}

/** What a name means at one depth: a method, or null where a field or a collision hides deeper ones. */
type Level = Map<string, Selection | null>;

/** The methods of T with their paths, sorted by id. */
export function newMethodSet(T: Type): readonly Selection[] {
  const [typ, isPtr] = deref(T);
  if (isPtr && isInterface(typ)) return [];
  const named = asNamed(T);
  if (named && under(named).kind === 'Pointer') return [];

  const found: Level = new Map();
  const seen: Type[] = [];
  let current: readonly Embedded[] = [{ typ, index: [], indirect: isPtr, multiples: false }];
  while (current.length > 0) {
    const next: Embedded[] = [];
    const level: Level = new Map();
    for (const e of current) collect(T, e, seen, level, next);
    for (const [id, selection] of level) {
      if (found.has(id)) continue;
      // A method on the pointer is out of reach of a value that holds no pointer, but hides deeper ones.
      const reachable = selection && (selection.indirect || !hasPtrRecv(selection.obj as Func));
      found.set(id, reachable ? selection : null);
    }
    current = consolidate(next);
  }
  const ids = [...found.keys()].filter((id) => found.get(id)).sort();
  return ids.map((id) => found.get(id)!);
}

function collect(T: Type, e: Embedded, seen: Type[], level: Level, next: Embedded[]): void {
  const add = (id: string, f: Func | null, i: number) => {
    const hidden = f === null || e.multiples || level.has(id);
    level.set(id, hidden ? null : new Selection('MethodVal', T, f, [...e.index, i], e.indirect));
  };
  const named = asNamed(e.typ);
  if (named) {
    for (const t of seen) if (t === named || identical(t, named)) return;
    seen.push(named);
    for (let i = 0; i < numMethods(named); i++) {
      const m = methodAt(named, i);
      add(idOf(m.pkg, m.name), m, i);
    }
  }
  const u = under(e.typ);
  if (u.kind === 'Struct') {
    for (let i = 0; i < u.fields.length; i++) {
      const f = u.fields[i]!;
      add(idOf(f.pkg, f.name), null, i);
      if (!f.embedded) continue;
      const [typ, isPtr] = deref(f.typ!);
      next.push({ typ, index: [...e.index, i], indirect: e.indirect || isPtr, multiples: e.multiples });
    }
  } else if (u.kind === 'Interface') {
    const { methods } = typeSetOf(u);
    for (let i = 0; i < methods.length; i++) add(idOf(methods[i]!.pkg, methods[i]!.name), methods[i]!, i);
  }
}

function consolidate(list: readonly Embedded[]): readonly Embedded[] {
  const unique: Embedded[] = [];
  for (const e of list) {
    const prev = unique.find((u) => identical(u.typ, e.typ));
    if (prev) prev.multiples = true;
    else unique.push(e);
  }
  return unique;
}
