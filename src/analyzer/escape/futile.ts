/**
 * Walks that cannot find anything, so that one huge function takes time in proportion to its size.
 *
 * NOT-GO: gc walks from every location, again whenever it gains an attribute. A walk from a location that does not escape
 * can only (1) let something escape that is declared in a deeper loop or in a closure further in, (2) pass on the
 * attributes that the location was born with, (3) fill a result. Attributes that it got from another walk were passed on
 * to all that it can reach by that walk, since distances only shrink on the way. Without (1) to (3) nothing changes, and
 * nothing is reported, in whatever order.
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

export function isFutile(root: Location): boolean {
  return (
    root.id >= 0 &&
    !root.has(attrEscapes) &&
    !root.paramOut &&
    !root.bornWithAttrs &&
    root.deepest <= root.loopDepth
  );
}
