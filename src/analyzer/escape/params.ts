/**
 * Parameter tags: what callers are told about a parameter, and the line that is printed about it.
 * Follows paramTag in escape/escape.go (Go 1.26).
 */
import type { Func, Param } from '../ir/func.ts';
import { isBlankSym } from '../ir/sym.ts';
import type { Batch } from './escape.ts';
import type { ParamVerdict } from './facts.ts';
import type { Location } from './graph.ts';
import { Leaks } from './leaks.ts';

export function paramTag(b: Batch, fn: Func, index: number, param: Param): string {
  const { types } = b.pass;
  // Wrappers and generic instances are not the user's code.
  const diagnose = !(fn.wrapper || fn.dupok);
  const report = (verdict: ParamVerdict, loc: Location | null, leaks: Leaks | null): void => {
    if (diagnose) b.pass.recorder.record({ kind: 'param', func: fn, param, index, verdict, loc, leaks });
  };

  if (!fn.hasBody) {
    // Implemented elsewhere: unsafe uintptrs are kept alive, pointers leak unless //go:noescape promises otherwise.
    if (types.isUintptr(param.type)) {
      report('assuming-unsafe-uintptr', null, null);
      return '';
    }
    if (!types.hasPointers(param.type)) return '';
    const leaks = new Leaks();
    const noescape = fn.pragmas.includes('go:noescape');
    if (noescape) {
      leaks.addMutator(0);
      leaks.addCallee(0);
    } else {
      leaks.addHeap(0);
    }
    if (param.sym !== null) report(noescape ? 'noescape-pragma' : 'no-body', null, leaks);
    return leaks.encode();
  }

  if (fn.pragmas.includes('go:uintptrescapes')) {
    if (types.isUintptr(param.type)) {
      report('marking-escaping-uintptr', null, null);
      return '';
    }
    const elem = param.isDDD ? types.elem(param.type) : null;
    if (elem !== null && types.isUintptr(elem)) {
      report('marking-escaping-uintptrs', null, null);
      return '';
    }
  }

  if (!types.hasPointers(param.type)) return '';
  // What has no name is not used.
  if (param.sym === null || isBlankSym(param.sym) || param.name === null) return new Leaks().encode();

  const loc = b.oldLoc(param.name);
  const leaks = loc.paramEsc!;
  leaks.optimize();
  report('tag', loc, leaks);
  return leaks.encode();
}
