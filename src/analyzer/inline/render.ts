/** What is said before escape analysis, as the compiler words it. The texts are in base/texts/escape.ts with all the others. */

import type { Pos } from '../base/pos.ts';
import { escapeTexts as texts } from '../base/texts/escape.ts';
import type { KeptAlive } from '../ir/bloop.ts';
import { nodeString } from '../ir/fmt.ts';
import type { ForStmt } from '../ir/stmt.ts';
import { type FmtContext, typeString } from '../ir/typefmt.ts';
import type { DevirtualizeFact } from './devirtualize.ts';

export interface EarlyLine {
  readonly pos: Pos;
  readonly code:
    | 'devirtualizing'
    | 'partially-devirtualizing'
    | 'cannot-devirtualize'
    | 'imprecise-call'
    | 'skip-inlining'
    | 'kept-alive';
  readonly message: string;
}

export function devirtualizeLine(fact: DevirtualizeFact, ctx: FmtContext): EarlyLine {
  const { pos } = fact.call;
  const type = typeString(fact.type, ctx);
  if (fact.kind === 'devirtualized') {
    const selector = nodeString(fact.selector, ctx);
    return fact.partial
      ? { pos, code: 'partially-devirtualizing', message: texts.partiallyDevirtualizing(selector, type) }
      : { pos, code: 'devirtualizing', message: texts.devirtualizing(selector, type) };
  }
  const call = nodeString(fact.call, ctx);
  const message =
    fact.shaped === 'receiver'
      ? texts.cannotDevirtualizeReceiver(call, type)
      : texts.cannotDevirtualizeInterface(call, type);
  return { pos, code: 'cannot-devirtualize', message };
}

export function impreciseLine(pos: Pos): EarlyLine {
  return { pos, code: 'imprecise-call', message: texts.impreciseCall() };
}

export function skippedLoopLine(loop: ForStmt, ctx: FmtContext): EarlyLine {
  return { pos: loop.pos, code: 'skip-inlining', message: texts.skipInlining(nodeString(loop, ctx)) };
}

/** What a testing loop keeps alive; `path` is the import path of the package as the linker knows it. */
export function keptAliveLine({ pos, what, name }: KeptAlive, path: string): EarlyLine {
  if (what === 'unknown') return { pos, code: 'kept-alive', message: texts.unknownToBloop() };
  const words = { variable: 'expr', result: 'function result', results: 'function results', argument: 'function arg' };
  const text = name !== null ? `${path}.${name.sym.name}` : what === 'dereference' ? what : words[what];
  return { pos, code: 'kept-alive', message: texts.keptAlive(text) };
}
