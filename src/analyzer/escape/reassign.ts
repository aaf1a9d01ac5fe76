/**
 * One reassignment oracle per outermost function, made on first need: closures share their function's, since a variable
 * may be assigned in any of them. Follows reassignOracle in escape/escape.go (Go 1.26).
 */
import type { Func } from '../ir/func.ts';
import { ReassignOracle } from '../ir/staticvalue.ts';

export class ReassignOracles {
  private readonly oracles = new Map<Func, ReassignOracle>();
  private readonly followsFuncs: boolean;

  constructor(followsFuncs: boolean) {
    this.followsFuncs = followsFuncs;
  }

  of(fn: Func): ReassignOracle {
    let outer = fn;
    while (outer.closureParent !== null && !outer.closureParent.isPackageInit) outer = outer.closureParent;
    let oracle = this.oracles.get(outer);
    if (oracle === undefined) {
      oracle = new ReassignOracle(outer, this.followsFuncs);
      this.oracles.set(outer, oracle);
    }
    return oracle;
  }
}
