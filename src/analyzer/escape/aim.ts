/**
 * What a walk of the solver can find at all, so that one huge function, or very many that call each other in a ring,
 * take time in proportion to their size.
 *
 * NOT-GO: gc walks from every location, to the end, again whenever the location gains an attribute. But a walk from a
 * location that does not escape can only (1) let something escape that is declared in a deeper loop or in a closure
 * further in, (2) fill a result, (3) make what it holds persist, as variables do. Attributes that it got from another
 * walk were passed on to all that it can reach by that walk, since distances only shrink on the way. And what (3) or a
 * location that escapes says about a stop depends on the distance only: a stop that another such walk has reached with
 * no more loads is settled, with all behind it. What reaches the result of another function is taken to leak to the
 * heap, which implies what else is said about a parameter with as many loads: a stop that results of two functions have
 * reached is settled for all results, since each parameter behind it is of another function than one of the two.
 * Nothing that is left out would change or report anything.
 */
import type { Func } from '../ir/func.ts';
import type { Batch } from './escape.ts';
import { attrCalls, attrEscapes, attrMutates, type Location, never } from './graph.ts';

/** Deeper than any loop: what flows in comes from a closure. */
const elsewhere = 0xffff;

/**
 * Sets `deepest` of each location: the deepest loop in which something is declared whose address may flow into it, or
 * a parameter.
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
      const closed = src.curfn !== dst.curfn && src.curfn!.closure !== null;
      const deepest = closed ? elsewhere : src.deepest;
      if (dst.deepest >= deepest) continue;
      dst.deepest = deepest;
      work.push(dst);
    }
  }
}

export type Aim = 'nothing' | 'persist' | 'result' | 'escape' | 'all';

export function aimOf(root: Location): Aim {
  if (root.has(attrEscapes)) return 'escape';
  // The result of a closure whose calls are known outlives less.
  if (root.paramOut && root.curfn!.closure === null) return 'result';
  if (root.id < 0 || root.paramOut || root.deepest > root.loopDepth) return 'all';
  return root.bornPersistent ? 'persist' : 'nothing';
}

/** The walks from results that have reached a stop with the fewest loads: two, of two functions. */
export class HeldByResults {
  private nearer: Func | null = null;
  private nearerDerefs = never;
  private fartherDerefs = never;

  /** Whether two functions' results were no more loads away; notes that one of `fn` is `derefs` away. */
  settles(fn: Func, derefs: number): boolean {
    if (this.fartherDerefs <= derefs) return true;
    if (fn === this.nearer) {
      if (derefs < this.nearerDerefs) this.nearerDerefs = derefs;
    } else if (derefs < this.nearerDerefs) {
      this.fartherDerefs = this.nearerDerefs;
      this.nearer = fn;
      this.nearerDerefs = derefs;
    } else {
      this.fartherDerefs = derefs;
    }
    return false;
  }
}

/** Whether a stop that is `derefs` loads away was settled by an earlier walk of this aim; from now on it is. */
export function isSettled(stop: Location, root: Location, aim: Aim, derefs: number): boolean {
  switch (aim) {
    case 'result': {
      // What the result passes on besides must have been passed on by the others too.
      const passed = root.attrs & (attrMutates | attrCalls);
      stop.heldByResults ??= new Map();
      let held = stop.heldByResults.get(passed);
      if (held === undefined) stop.heldByResults.set(passed, (held = new HeldByResults()));
      return held.settles(root.curfn!, derefs);
    }
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
