/** What a learner who comes back should do: one next thing, and what stands beside it. The clock is an argument. */
import type { ProgressLog } from '../progress/log.ts';
import {
  type BeforeAndNow,
  beforeAndNow,
  itemKey,
  itemStates,
  type LessonOutline,
  lessonState,
  openLesson,
  skippableLessons,
} from '../progress/state.ts';
import { type Reviewable, reviewStates } from './reviewable.ts';
import { type DueItem, dueItems, nextDue, sessionItemsMax } from './schedule.ts';

/** A lesson, over all packs. */
type LessonName = Pick<LessonOutline, 'pack' | 'lesson'>;

export interface Plan {
  /** All due items that the course still has; a session takes the first of them. */
  readonly due: readonly DueItem[];
  readonly session: readonly DueItem[];
  readonly later: { readonly at: number; readonly items: number } | null;
  /** The lesson left open, at its first question without an answer. */
  readonly open: (LessonName & { readonly item: string; readonly at: number; readonly of: number }) | null;
  /** The first lesson that is neither begun nor skippable. */
  readonly fresh: LessonName | null;
  readonly before: readonly BeforeAndNow[];
}

export function planFor(log: ProgressLog, course: Reviewable, now: number): Plan {
  const outlines = course.lessons;
  const states = itemStates(log);
  const current = reviewStates(log, course);
  const due = dueItems(current, now);
  const skippable = skippableLessons(states);
  const fresh = outlines.find(
    (outline) =>
      outline.items.length > 0 &&
      !skippable.has(itemKey(outline.pack, outline.lesson)) &&
      lessonState(states, outline).status === 'untouched',
  );
  return {
    due,
    session: due.slice(0, sessionItemsMax),
    later: nextDue(current, now),
    open: openAt(log, outlines),
    fresh: fresh ? { pack: fresh.pack, lesson: fresh.lesson } : null,
    before: beforeAndNow(new Map(current.map((state) => [state.key, state]))),
  };
}

function openAt(log: ProgressLog, outlines: readonly LessonOutline[]): Plan['open'] {
  const outline = openLesson(log, outlines);
  const item = outline && lessonState(itemStates(log), outline).next;
  if (!outline || !item) return null;
  const { pack, lesson } = outline;
  return { pack, lesson, item, at: outline.items.indexOf(item) + 1, of: outline.items.length };
}
