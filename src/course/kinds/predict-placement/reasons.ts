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
