/**
 * Which family answers a miss: one that tries the same belief, else one of the same rule; of the same lesson and kind where
 * there is one.
 */
import type { BeliefId } from '../beliefs.ts';
import type { Family } from './schema.ts';

export interface Miss {
  /** What the wrong answer showed, the narrowest first. */
  readonly beliefs: readonly BeliefId[];
  /** What other answers to the same question would show. */
  readonly about: readonly BeliefId[];
  readonly lessons: readonly string[];
  readonly kind: string;
  /** Of an edit: where its place was to live. */
  readonly goal?: string | undefined;
}

/** `trap`: the same belief goes wrong in it. `rule`: it is about the same rule. */
export type Near = 'trap' | 'rule';

/** Edits of a place and edits of a function are alike. */
const EDITS: ReadonlySet<string> = new Set(['fix-it', 'fix-function']);

function kindOf(family: Family): string {
  return 'draw' in family ? family.draw : family.question.kind;
}

function sameKind(a: string, b: string): boolean {
  return a === b || (EDITS.has(a) && EDITS.has(b));
}

function tries({ beliefs, also }: Family, shown: readonly BeliefId[], [own, other]: readonly [number, number]): number {
  if (shown.some((belief) => beliefs.includes(belief))) return own;
  return shown.some((belief) => also.includes(belief)) ? other : 0;
}

function fitOf(family: Family, { beliefs, about, lessons, kind }: Miss): number {
  const trap = tries(family, beliefs, [16, 12]);
  const rule = trap > 0 ? 0 : tries(family, about, [5, 4]);
  return trap + rule + (lessons.includes(family.lesson) ? 6 : 0) + (sameKind(kindOf(family), kind) ? 3 : 0);
}

/** Undefined when nothing fits: neither a belief nor the lesson. */
export function familyFor(families: readonly Family[], miss: Miss): { family: Family; near: Near } | undefined {
  const family = families.toSorted((a, b) => fitOf(b, miss) - fitOf(a, miss) || (a.id < b.id ? -1 : 1))[0];
  if (!family || fitOf(family, miss) < 4) return undefined;
  return { family, near: tries(family, miss.beliefs, [1, 1]) > 0 ? 'trap' : 'rule' };
}
