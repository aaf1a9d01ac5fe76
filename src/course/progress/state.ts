/**
 * What the log says: per item, per lesson, before and after. Everything is recomputed from the records.
 *
 * A lesson is done when each of its scored items has been answered once on a lesson or retry occasion; a review can better
 * its credit, but begins no lesson. The entry check makes a lesson skippable, never done. Items that the content no longer
 * has keep their records and are left out of the counts; new items of an edited lesson make it "partly done" again without
 * touching what was answered.
 */
import type { ProgressLog } from './log.ts';
import { type AnswerRecord, passScore } from './record.ts';

/** Names an item over all packs. */
export type ItemKey = string;

export function itemKey(pack: string, item: string): ItemKey {
  return `${pack}/${item}`;
}

export interface ItemState {
  readonly key: ItemKey;
  readonly pack: string;
  readonly lesson: string;
  readonly item: string;
  readonly answers: readonly AnswerRecord[];
  readonly last: AnswerRecord;
  readonly best: number;
}

export function itemStates(log: ProgressLog): ReadonlyMap<ItemKey, ItemState> {
  const grouped = new Map<ItemKey, AnswerRecord[]>();
  for (const record of log.records) {
    const key = itemKey(record.pack, record.item);
    const answers = grouped.get(key);
    if (answers) answers.push(record);
    else grouped.set(key, [record]);
  }
  const states = new Map<ItemKey, ItemState>();
  for (const [key, answers] of grouped) {
    const last = answers.at(-1)!;
    const best = Math.max(...answers.map((answer) => answer.score));
    states.set(key, { key, pack: last.pack, lesson: last.lesson, item: last.item, answers, last, best });
  }
  return states;
}

export interface LessonOutline {
  readonly pack: string;
  readonly lesson: string;
  /** Ids of the scored items, in the order of the page. */
  readonly items: readonly string[];
}

export interface LessonState {
  readonly answered: number;
  readonly total: number;
  readonly score: number;
  readonly status: 'untouched' | 'open' | 'done';
  /** The first item without an answer, null when all have one. */
  readonly next: string | null;
}

const lessonOccasions: ReadonlySet<string> = new Set(['lesson', 'retry']);

/** The answers to an item that count for its lesson, in order of time: none before it was answered there. */
export function lessonAnswers(state: ItemState | undefined): readonly AnswerRecord[] {
  const answers = state?.answers ?? [];
  if (!answers.some(({ occasion }) => lessonOccasions.has(occasion))) return [];
  return answers.filter(({ occasion }) => lessonOccasions.has(occasion) || occasion === 'review');
}

export function lessonState(states: ReadonlyMap<ItemKey, ItemState>, outline: LessonOutline): LessonState {
  let answered = 0;
  let score = 0;
  let next: string | null = null;
  for (const item of outline.items) {
    const counted = lessonAnswers(states.get(itemKey(outline.pack, item)));
    if (counted.length === 0) next ??= item;
    else {
      answered += 1;
      score += Math.max(...counted.map((answer) => answer.score));
    }
  }
  const total = outline.items.length;
  const status = answered === 0 ? 'untouched' : answered < total ? 'open' : 'done';
  return { answered, total, score: total === 0 ? 0 : score / total, status, next };
}

/** The lesson that was left open most recently, or null. */
export function openLesson(log: ProgressLog, outlines: readonly LessonOutline[]): LessonOutline | null {
  const states = itemStates(log);
  for (let i = log.records.length - 1; i >= 0; i--) {
    const { pack, lesson, occasion } = log.records[i]!;
    if (!lessonOccasions.has(occasion)) continue;
    const outline = outlines.find((each) => each.pack === pack && each.lesson === lesson);
    if (outline && lessonState(states, outline).status === 'open') return outline;
  }
  return null;
}

export interface BeforeAndNow {
  readonly key: ItemKey;
  readonly lesson: string;
  readonly before: AnswerRecord;
  readonly now: AnswerRecord;
}

/** Pre-questions that were answered again later: what the learner said before the lesson, and what after it. */
export function beforeAndNow(states: ReadonlyMap<ItemKey, ItemState>): BeforeAndNow[] {
  const pairs: BeforeAndNow[] = [];
  for (const { key, lesson, answers } of states.values()) {
    const before = answers.find((answer) => answer.occasion === 'pre-question');
    const now = answers.findLast((answer) => answer.occasion !== 'pre-question');
    if (before && now && now.at > before.at) pairs.push({ key, lesson, before, now });
  }
  return pairs;
}

/** Lessons, as `pack/lesson`, whose entry-check items were all right: may be skipped, but do not count as done. */
export function skippableLessons(states: ReadonlyMap<ItemKey, ItemState>): ReadonlySet<ItemKey> {
  const verdicts = new Map<ItemKey, boolean>();
  for (const { pack, lesson: name, answers } of states.values()) {
    const lesson = itemKey(pack, name);
    const check = answers.findLast((answer) => answer.occasion === 'entry-check');
    if (check)
      verdicts.set(lesson, (verdicts.get(lesson) ?? true) && check.score >= passScore && check.confidence !== 'guess');
  }
  return new Set([...verdicts].filter(([, right]) => right).map(([lesson]) => lesson));
}
