/**
 * What a walk of the solver can find at all, so that one huge function takes time in proportion to its size.
 *
 * NOT-GO: gc walks from every location, to the end, again whenever the location gains an attribute. But a walk from a
 * location that does not escape can only (1) let something escape that is declared in a deeper loop or in a closure
 * further in, (2) fill a result, (3) make what it holds persist, as variables do. Attributes that it got from another
 * walk were passed on to all that it can reach by that walk, since distances only shrink on the way. And what (3) or a
 * location that escapes says about a stop depends on the distance only: a stop that another such walk has reached with
 * no more loads is settled, with all behind it. Nothing that is left out would change or report anything.
 */
import type { Batch } from './escape.ts';
import { attrEscapes, type Location } from './graph.ts';

/** Deeper than any loop: what flows in comes from another function. */
const elsewhere = 0xffff;

/**
 * Sets `deepest` of each location: the deepest loop of the function in which something is declared whose address may
 * flow into it, or a parameter.
 */
export function findDeepest(b: Batch): void {
  const targets = new Map<Location, Location[]>();
  const work: Location[] = [];
  for (const dst of b.allLocs) {
    for (const { src, derefs } of dst.edges) {
      const list = targets.get(src);
      if (list === undefined) targets.set(src, [dst]);
      else list.push(dst);
      if ((derefs < 0 || src.param) && src.deepest < src.loopDepth) {
        src.deepest = src.loopDepth;
        work.push(src);
      }
    }
  }
  for (let src = work.pop(); src !== undefined; src = work.pop()) {
    for (const dst of targets.get(src) ?? []) {
      const deepest = src.curfn === dst.curfn ? src.deepest : elsewhere;
      if (dst.deepest >= deepest) continue;
      dst.deepest = deepest;
      work.push(dst);
    }
  }
}

export type Aim = 'nothing' | 'persist' | 'escape' | 'all';

export function aimOf(root: Location): Aim {
  if (root.has(attrEscapes)) return 'escape';
  if (root.id < 0 || root.paramOut || root.deepest > root.loopDepth) return 'all';
  return root.bornPersistent ? 'persist' : 'nothing';
}

/** Whether a stop that is `derefs` loads away was settled by an earlier walk of this aim; from now on it is. */
export function isSettled(stop: Location, aim: Aim, derefs: number): boolean {
  switch (aim) {
    case 'escape':
      if (stop.heldByHeap <= derefs) return true;
      stop.heldByHeap = derefs;
      return false;
    case 'persist':
      if (stop.heldByLasting <= derefs) return true;
      stop.heldByLasting = derefs;
      return false;
    default:
      return false;
  }
}
