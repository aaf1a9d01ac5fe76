/** Devirtualization's facts as the compiler words them. The texts are in base/texts/escape.ts with all the others. */

import type { Pos } from '../base/pos.ts';
import { escapeTexts as texts } from '../base/texts/escape.ts';
import { nodeString } from '../ir/fmt.ts';
import { type FmtContext, typeString } from '../ir/typefmt.ts';
import type { DevirtualizeFact } from './devirtualize.ts';

export interface DevirtualizeLine {
  readonly pos: Pos;
  readonly code: 'devirtualizing' | 'partially-devirtualizing' | 'cannot-devirtualize';
  readonly message: string;
}

export function devirtualizeLine(fact: DevirtualizeFact, ctx: FmtContext): DevirtualizeLine {
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
