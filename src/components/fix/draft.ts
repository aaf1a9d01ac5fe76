/**
 * The edit that a learner left: kept in this browser while they write, so that it is there when they come back. What was
 * checked is in the log as well, so on another device the last checked edit is there.
 */
import type { ProgressLog } from '../../course/progress/log.ts';
import { isRight } from '../../course/progress/record.ts';
import { itemKey, itemStates } from '../../course/progress/state.ts';
import { PACK } from '../progress/store.ts';

const KEY = 'stack-or-heap.edit.';
/** A longer text is kept neither here nor with its answer. */
export const MAX_KEPT = 8000;

interface Draft {
  readonly revision: number;
  /** '' after starting over: then an older edit is not brought back. */
  readonly text: string;
}

export function keepDraft(item: string, revision: number, text: string): void {
  if (text.length > MAX_KEPT) return;
  try {
    localStorage.setItem(KEY + item, JSON.stringify({ revision, text } satisfies Draft));
  } catch {
    // Full or switched off: then only checked edits are kept, with their answers.
  }
}

function draftOf(item: string, revision: number): string | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY + item) ?? 'null') as Draft | null;
    return draft?.revision === revision ? draft.text : undefined;
  } catch {
    return undefined;
  }
}

/** The last edit of a task, as its learner left it; undefined where there is none, or none of this revision. */
export function earlierEdit(item: string, revision: number, log: ProgressLog): string | undefined {
  const draft = draftOf(item, revision);
  if (draft !== undefined) return draft || undefined;
  const answers = itemStates(log).get(itemKey(PACK, item))?.answers ?? [];
  const programs = answers.flatMap((each) => (each.revision === revision ? [programOf(each.answer)] : []));
  return programs.findLast((program) => program !== undefined);
}

/** The program that was checked. */
function programOf(answer: unknown): string | undefined {
  const program = (answer as { program?: unknown } | null)?.program;
  return typeof program === 'string' ? program : undefined;
}

/** Whether the last answer to a task reached its goal: then a repetition begins with the given program. */
export function wasReached(item: string, log: ProgressLog): boolean {
  const last = itemStates(log).get(itemKey(PACK, item))?.last;
  return last !== undefined && isRight(last);
}
