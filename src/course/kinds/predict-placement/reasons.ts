/**
 * The reason that a learner picks beside the verdict. What is true follows from the engine's explanation; the other
 * options are beliefs, each wrong as stated because it names something that decides nothing by itself.
 */
import type { Belief } from '../../beliefs.ts';
import type { PlaceReport } from '../../report.ts';

export const TRUE_REASONS = [
  'returned',
  'stored-outside',
  'in-loop',
  'captured',
  'size',
  'no-address',
  'stays-inside',
] as const;
export type TrueReason = (typeof TRUE_REASONS)[number];
export type Reason = TrueReason | Belief;

/**
 * What somebody believes who gives a reason that is true of other places. Against "on the heap" the reasons to stay are the
 * belief that a local stays; against "on the stack" the reasons to leave, and "no address" where one is taken, are the
 * belief that an address alone moves it. One way out taken for another is no wrong belief: the path shows the right one.
 */
export function beliefOfReason(chosen: Reason, truth: TrueReason): Belief | undefined {
  if (chosen === truth) return undefined;
  switch (chosen) {
    case 'size':
      return 'stack-runs-out';
    case 'stays-inside':
      return truth === 'no-address' ? 'address-means-heap' : 'locals-always-stay';
    case 'no-address':
      return truth === 'stays-inside' ? 'address-means-heap' : 'locals-always-stay';
    case 'returned':
    case 'stored-outside':
    case 'in-loop':
    case 'captured':
      return truth === 'stays-inside' || truth === 'no-address' ? 'address-means-heap' : undefined;
    default:
      return chosen;
  }
}

export function reasonOf(place: Pick<PlaceReport, 'rule' | 'addressTaken' | 'kind'>): TrueReason {
  switch (place.rule) {
    case 'outlives-result':
      return 'returned';
    case 'outlives-heap':
      return 'stored-outside';
    case 'outlives-loop':
      return 'in-loop';
    case 'outlives-closure':
      return 'captured';
    case 'too-large':
    case 'too-aligned':
    case 'zero-sized':
    case 'non-constant-size':
      return 'size';
    case 'stays':
      return place.addressTaken || place.kind === 'allocation' ? 'stays-inside' : 'no-address';
  }
}
