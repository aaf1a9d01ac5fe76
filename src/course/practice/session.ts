/**
 * What comes next in practice. Pure: answers in, the next program out.
 *
 * A miss comes back as a new program with the same trap after two others, a right answer is followed by its look-alike
 * after one other (interleaving of things that look alike: Brunmair & Richter 2019). Otherwise a family of the right
 * level is taken, the least practised first, never the one just seen.
 */
import type { BeliefId } from '../beliefs.ts';
import type { Family } from '../variants/schema.ts';

export type Why = 'fresh' | 'twin' | 'retry';

export interface Answered {
  readonly family: Family;
  readonly seed: number;
  readonly why: Why;
  readonly right: boolean;
  readonly sure: boolean;
  readonly beliefs: readonly BeliefId[];
}

interface Waiting {
  /** After how many answers it is due. */
  readonly at: number;
  readonly of: Answered;
  readonly why: 'twin' | 'retry';
}

export interface Session {
  readonly answered: readonly Answered[];
  readonly waiting: readonly Waiting[];
}

export const emptySession: Session = { answered: [], waiting: [] };

const others = { retry: 2, twin: 1 } as const;

export function afterAnswer({ answered, waiting }: Session, given: Answered): Session {
  const now = [...answered, given];
  const why = given.right ? 'twin' : 'retry';
  // A look-alike that was told apart needs no third one; a trap that was fallen into again does come back.
  const isOver = given.right && given.why !== 'fresh';
  const hasTwin = !('draw' in given.family);
  const next =
    isOver || (why === 'twin' && !hasTwin) ? [] : [{ at: now.length + others[why], of: given, why } as const];
  return { answered: now, waiting: [...waiting, ...next] };
}

export interface Choice {
  readonly family: Family;
  readonly why: Why;
  /** Of a look-alike or a second try: what was answered before. */
  readonly of: Answered | undefined;
}

export interface Pool {
  readonly families: readonly Family[];
  readonly level: number;
  /** How often a family was answered in practice, over all sessions. */
  readonly practised: (family: Family) => number;
}

function needOf({ why, of }: Waiting): number {
  if (why === 'twin') return 2;
  return of.sure ? 0 : 1;
}

/** The next program, and the session without what it takes off the waiting list. Undefined for an empty pool. */
export function nextChoice(session: Session, pool: Pool): { choice: Choice; session: Session } | undefined {
  const count = session.answered.length;
  const [due] = session.waiting.filter(({ at }) => at <= count).sort((a, b) => needOf(a) - needOf(b) || a.at - b.at);
  if (due) {
    const waiting = session.waiting.filter((each) => each !== due);
    return { choice: { family: due.of.family, why: due.why, of: due.of }, session: { ...session, waiting } };
  }
  const family = freshFamily(session, pool);
  return family && { choice: { family, why: 'fresh', of: undefined }, session };
}

function freshFamily({ answered }: Session, { families, level, practised }: Pool): Family | undefined {
  const last = answered.at(-1)?.family;
  const here = (family: Family) => answered.filter((each) => each.family.id === family.id).length;
  const rank = (family: Family): readonly number[] => [
    family === last ? 1 : 0,
    Math.abs(family.level - level) + 2 * here(family),
    practised(family),
    family.lesson === last?.lesson ? 1 : 0,
  ];
  const before = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x - b[i]!).find((x) => x !== 0) ?? 0;
  return families.toSorted((a, b) => before(rank(a), rank(b)) || (a.id < b.id ? -1 : 1))[0];
}

export interface Summary {
  readonly answered: number;
  readonly right: number;
  /** Look-alikes that were asked after their twin was right, and those of them that were right too. */
  readonly pairs: { readonly of: number; readonly right: number };
  /** Beliefs that wrong answers showed, the most frequent first, each with a lesson that teaches otherwise. */
  readonly traps: readonly { readonly belief: BeliefId; readonly lesson: string; readonly times: number }[];
}

export function summaryOf({ answered }: Session): Summary {
  const twins = answered.filter(({ why }) => why === 'twin');
  const traps = new Map<BeliefId, { lesson: string; times: number }>();
  for (const { beliefs, family } of answered)
    for (const belief of beliefs) {
      const known = traps.get(belief);
      traps.set(belief, { lesson: known?.lesson ?? family.lesson, times: (known?.times ?? 0) + 1 });
    }
  return {
    answered: answered.length,
    right: answered.filter(({ right }) => right).length,
    pairs: { of: twins.length, right: twins.filter(({ right }) => right).length },
    traps: [...traps].map(([belief, rest]) => ({ belief, ...rest })).sort((a, b) => b.times - a.times),
  };
}
