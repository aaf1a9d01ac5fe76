/**
 * What to review, and when.
 *
 * Nearly equal gaps are as good as expanding ones (Latimier 2021), so an item has four stages with fixed gaps; what is
 * due is ordered by need instead: a sure miss first (confident errors correct best), then misses, then the longest
 * overdue. Neighbours in a session come from different lessons where possible (interleaving).
 *
 * The clock is an argument: nothing here reads the time.
 */
import { type AnswerRecord, isRight, outcomeOf } from '../progress/record.ts';
import type { ItemState } from '../progress/state.ts';

const dayMs = 86_400_000;

/** Days until an item returns: after a miss, and after the first, second, third … right answer in a row. */
export const gapDays = { miss: 1, right: [1, 7, 30, 90] } as const;

/** Items of one review session; a longer queue waits for the next one. */
export const sessionItemsMax = 15;

export interface DueItem {
  readonly state: ItemState;
  /** Milliseconds since 1970 from which the item is due. */
  readonly dueAt: number;
  readonly need: Need;
}

/** Why the item is there, most pressing first. */
export type Need = 'sure miss' | 'given up' | 'miss' | 'undecided' | 'unsure' | 'due';

const needOrder: readonly Need[] = ['sure miss', 'given up', 'miss', 'undecided', 'unsure', 'due'];

/** When `state`'s item should come back. Only the first answer of each day moves it on, so cramming does not. */
export function dueAt(state: ItemState): number {
  const { answers, last } = state;
  if (!isRight(last)) return last.at + gapDays.miss * dayMs;
  const streak = rightDaysInARow(answers);
  const days = gapDays.right[Math.min(streak, gapDays.right.length) - 1] ?? gapDays.miss;
  return last.at + days * dayMs;
}

export function needOf(last: AnswerRecord): Need {
  if (last.gaveUp) return 'given up';
  // Of an edit that nobody here could judge, nobody knows that it was a miss.
  if (outcomeOf(last.answer) === 'open') return 'undecided';
  if (!isRight(last)) return last.confidence === 'sure' ? 'sure miss' : 'miss';
  return last.confidence === 'guess' || last.hints > 0 ? 'unsure' : 'due';
}

/** All items that are due at `now`, the most needed first, interleaved by lesson. */
export function dueItems(states: Iterable<ItemState>, now: number): DueItem[] {
  const due: DueItem[] = [];
  for (const state of states) {
    const at = dueAt(state);
    if (at <= now) due.push({ state, dueAt: at, need: needOf(state.last) });
  }
  due.sort((a, b) => needOrder.indexOf(a.need) - needOrder.indexOf(b.need) || a.dueAt - b.dueAt || compare(a, b));
  return interleave(due);
}

/** The next moment at which something is due after `now`, with how many items fall on that day; null when nothing is. */
export function nextDue(
  states: Iterable<ItemState>,
  now: number,
): { readonly at: number; readonly items: number } | null {
  const later = [...states].map(dueAt).filter((at) => at > now);
  if (later.length === 0) return null;
  const at = Math.min(...later);
  return { at, items: later.filter((each) => each < at + dayMs).length };
}

function rightDaysInARow(answers: readonly AnswerRecord[]): number {
  const days = new Set<number>();
  for (let i = answers.length - 1; i >= 0 && isRight(answers[i]!); i--) days.add(Math.floor(answers[i]!.at / dayMs));
  return days.size;
}

/** Keeps the order, but puts another lesson's item between two of the same lesson while one is at hand nearby. */
function interleave(items: readonly DueItem[]): DueItem[] {
  const waiting = [...items];
  const result: DueItem[] = [];
  while (waiting.length > 0) {
    const previous = result.at(-1)?.state.lesson;
    const rank = waiting[0]!.need;
    const other = waiting.findIndex((item) => item.state.lesson !== previous && item.need === rank);
    result.push(...waiting.splice(Math.max(other, 0), 1));
  }
  return result;
}

function compare(a: DueItem, b: DueItem): number {
  return a.state.key < b.state.key ? -1 : 1;
}
