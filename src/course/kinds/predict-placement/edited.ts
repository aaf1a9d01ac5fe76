/** Finds a question's places again in a program that the learner has edited: by function and name. */
import type { Belief } from '../../beliefs.ts';
import type { PlaceReport, Report } from '../../report.ts';

export interface Target {
  readonly id: string;
  readonly name: string;
  readonly function: string;
  readonly belief: Belief;
}

export interface EditedTruth {
  readonly places: readonly (PlaceReport & { readonly id: string; readonly belief: Belief })[];
  /** Targets that the edited program no longer has. */
  readonly gone: readonly Target[];
}

/** Of several places of one name in one function, the first is taken for the first target, and so on. */
export function findTargets(report: Report, targets: readonly Target[]): EditedTruth {
  const taken = new Set<PlaceReport>();
  const places: (PlaceReport & { id: string; belief: Belief })[] = [];
  const gone: Target[] = [];
  for (const target of targets) {
    const found = report.places.find((p) => !taken.has(p) && p.name === target.name && p.function === target.function);
    if (!found) gone.push(target);
    else places.push({ ...found, id: target.id, belief: target.belief });
    if (found) taken.add(found);
  }
  return { places, gone };
}
