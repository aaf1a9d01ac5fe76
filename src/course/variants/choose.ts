/** Which family answers a miss: one that tries the same belief, of the same lesson and kind where there is one. */
import type { BeliefId } from '../beliefs.ts';
import type { Family } from './schema.ts';

export interface Miss {
  /** What the wrong answer showed, the narrowest first. */
  readonly beliefs: readonly BeliefId[];
  readonly lesson: string;
  readonly kind: string;
}

function kindOf(family: Family): string {
  return 'draw' in family ? family.draw : family.question.kind;
}

function fitOf(family: Family, { beliefs, lesson, kind }: Miss): number {
  const tries = beliefs.some((belief) => family.beliefs.includes(belief));
  const answers = beliefs.some((belief) => family.also.includes(belief));
  return (tries ? 8 : answers ? 6 : 0) + (family.lesson === lesson ? 3 : 0) + (kindOf(family) === kind ? 1 : 0);
}

/** Undefined when nothing fits: neither a belief nor the lesson. */
export function familyFor(families: readonly Family[], miss: Miss): Family | undefined {
  const best = families.toSorted((a, b) => fitOf(b, miss) - fitOf(a, miss) || (a.id < b.id ? -1 : 1))[0];
  return best && fitOf(best, miss) >= 3 ? best : undefined;
}
