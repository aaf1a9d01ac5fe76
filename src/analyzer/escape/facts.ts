/**
 * What the passes report: facts in the order in which gc would print a line about them. No words here; render.ts has them.
 *
 * The facts that only -m=2 shows (paths, captures) are recorded only when `paths` is set: a path is a walk through the
 * graph at that moment.
 */

import type { Pos } from '../base/pos.ts';
import type { Func, Param } from '../ir/func.ts';
import type { Name } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import type { Edge, Location } from './graph.ts';
import type { Leaks } from './leaks.ts';

/** The way from a location to the root of a walk, nearest step first. */
export interface Path {
  readonly steps: readonly Edge[];
  /** The steps run in a circle: gc stops there with a warning. */
  readonly truncated: boolean;
}

export type ParamVerdict =
  | 'assuming-unsafe-uintptr'
  | 'marking-escaping-uintptr'
  | 'marking-escaping-uintptrs'
  | 'noescape-pragma'
  | 'no-body'
  | 'tag';

export type Fact =
  | { readonly kind: 'self-assignment'; readonly func: Func; readonly where: Node }
  | { readonly kind: 'escapes'; readonly loc: Location; readonly path: Path }
  | {
      readonly kind: 'leaks';
      readonly loc: Location;
      readonly sink: Location;
      readonly derefs: number;
      readonly path: Path;
    }
  | {
      readonly kind: 'captured';
      readonly loc: Location;
      readonly name: Name;
      readonly byval: boolean;
      /** As known when the capture is decided: capturing itself takes the address. */
      readonly addrtaken: boolean;
      readonly size: number;
    }
  | {
      readonly kind: 'param';
      readonly func: Func;
      readonly param: Param;
      readonly index: number;
      readonly verdict: ParamVerdict;
      readonly loc: Location | null;
      readonly leaks: Leaks | null;
    }
  | { readonly kind: 'location'; readonly loc: Location }
  | { readonly kind: 'zero-copy'; readonly loc: Location }
  | { readonly kind: 'bounds-elided'; readonly pos: Pos };

export interface Recorder {
  /** Whether paths and captures are wanted. */
  readonly paths: boolean;
  record(fact: Fact): void;
}
