/** A package as the passes after the noder get it. */
import type { Func } from './func.ts';
import type { Name } from './name.ts';
import type { Pkg } from './sym.ts';

export interface IrPackage {
  readonly pkg: Pkg;
  /** All functions with their literals, instances and wrappers, in the order of gc's typecheck.Target.Funcs. */
  readonly funcs: Func[];
  /** Package-level variables. */
  readonly externs: Name[];
  /** The generated `init` that runs package-level initialisers; null when there is nothing to run. It is in `funcs` too. */
  readonly initFunc: Func | null;
  /** All init functions: the generated one first, then those of the source (`init.0`, `init.1` …). */
  readonly inits: Func[];
}
