/**
 * Up to Go 1.25 nothing was inlined in a loop over testing.B's Loop, and the compiler said so, under -l too. From 1.26 on
 * the loop's variables are kept alive instead (ir/bloop.ts). Follows interleaved.go (Go 1.24).
 */
import type { Func } from '../ir/func.ts';
import type { ForStmt } from '../ir/stmt.ts';
import { visitList } from '../ir/visit.ts';

/** The loops `for b.Loop()` of the functions, in order. */
export function benchmarkLoops(funcs: readonly Func[]): ForStmt[] {
  const loops: ForStmt[] = [];
  for (const fn of funcs) {
    visitList(fn.body, (n) => {
      if (n.op === 'OFOR' && isBenchmarkLoop(n)) loops.push(n);
    });
  }
  return loops;
}

function isBenchmarkLoop({ cond }: ForStmt): boolean {
  if (cond === null || cond.op !== 'OCALLFUNC' || cond.fun?.op !== 'OMETHEXPR') return false;
  const sym = cond.fun.selection.nname?.sym;
  return sym !== undefined && sym.name === '(*B).Loop' && sym.pkg.path === 'testing';
}
