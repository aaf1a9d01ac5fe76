/**
 * One given answer, as it is kept for good.
 *
 * Progress is an append-only log of these records: everything else (what is done, what is due, "before and now") is
 * computed from it. So an edit of the content can never wipe progress, and two devices merge by set union.
 *
 * Invariants: a record is never changed after it was written; `id` is unique over all devices; a record of an unknown
 * later schema is kept byte for byte (see `readRecord`), because a newer version of the site may have written it.
 */
import type { Json } from '../json.ts';

/** 2: `confidence` is null where nobody said one; 1 had `guess` there. */
export const recordSchema = 2;

/** The id of the built-in pack, as its manifest has it. */
export const builtInPack = 'course';

/** How sure the learner said to be before the lock. */
export type Confidence = 'guess' | 'think' | 'sure';

/** Why the question was asked: as part of a lesson, before it, as a repetition … */
export type Occasion = 'lesson' | 'pre-question' | 'retry' | 'review' | 'entry-check' | 'practice' | 'home';

export interface AnswerRecord {
  readonly schema: typeof recordSchema;
  /** `device-counter`, unique over all devices. */
  readonly id: string;
  readonly pack: string;
  readonly lesson: string;
  readonly item: string;
  /** The item's revision when it was answered. */
  readonly revision: number;
  /** Seed of the variant that was shown; 0 is the item as written. */
  readonly seed: number;
  /** Hash of the program that was on the screen, '' where the question has none. */
  readonly programHash: string;
  readonly answer: Json;
  /** Credit from 0 to 1. */
  readonly score: number;
  /** Tags of the misconceptions behind the chosen answer. */
  readonly misconceptions: readonly string[];
  /** null: nobody asked, or the learner did not say. */
  readonly confidence: Confidence | null;
  /** Rungs of the hint ladder that were opened, also if closed again. */
  readonly hints: number;
  /** The learner chose to be shown the answer. */
  readonly gaveUp: boolean;
  readonly durationMs: number;
  /** 1 for the first answer to this item on this occasion. */
  readonly attempt: number;
  readonly occasion: Occasion;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly engineVersion: string;
  readonly goVersion: string;
}

/** A stored thing that this version cannot read: kept and exported as it is, never dropped. */
export interface UnreadRecord {
  readonly reason: 'damaged' | 'newer schema';
  readonly raw: Json;
}

/** Credit from which an answer counts as right. */
export const passScore = 0.999;

/** Whether an answer counts as right. An edit that reaches its goal by the verdicts does, though nobody here ran it. */
export function isRight({ score, answer }: Pick<AnswerRecord, 'score' | 'answer'>): boolean {
  return score >= passScore || outcomeOf(answer) === 'counted';
}

/** How an edit of a fix-it task was judged; undefined for any other answer. */
export function outcomeOf(answer: Json): Json | undefined {
  return isObject(answer) ? answer['outcome'] : undefined;
}

export function readRecord(raw: Json): AnswerRecord | UnreadRecord {
  if (!isObject(raw)) return { reason: 'damaged', raw };
  if (typeof raw['schema'] === 'number' && raw['schema'] > recordSchema) return { reason: 'newer schema', raw };
  const record = upgraded(raw);
  return isRecord(record) ? record : { reason: 'damaged', raw };
}

type Raw = { readonly [key: string]: Json };

/** What an earlier schema wrote, as this one would have. What is stored stays as it is. */
function upgraded(raw: Raw): Raw {
  return raw['schema'] === 1 ? fromFirst(raw) : raw;
}

function fromFirst(raw: Raw): Raw {
  // The home page does not ask how sure one is. Elsewhere a guess may have been one.
  const confidence = raw['occasion'] === 'home' ? null : raw['confidence']!;
  return { ...raw, schema: recordSchema, confidence };
}

export function isUnread(record: AnswerRecord | UnreadRecord): record is UnreadRecord {
  return 'reason' in record;
}

const fieldTypes: Readonly<
  Record<keyof AnswerRecord, 'string' | 'number' | 'boolean' | 'list' | 'name or null' | 'any'>
> = {
  schema: 'number',
  id: 'string',
  pack: 'string',
  lesson: 'string',
  item: 'string',
  revision: 'number',
  seed: 'number',
  programHash: 'string',
  answer: 'any',
  score: 'number',
  misconceptions: 'list',
  confidence: 'name or null',
  hints: 'number',
  gaveUp: 'boolean',
  durationMs: 'number',
  attempt: 'number',
  occasion: 'string',
  at: 'number',
  engineVersion: 'string',
  goVersion: 'string',
};

function isObject(raw: Json): raw is Raw {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function fits(value: Json, type: (typeof fieldTypes)[keyof AnswerRecord]): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'list':
      return Array.isArray(value);
    case 'name or null':
      return value === null || typeof value === 'string';
    default:
      return typeof value === type;
  }
}

function isRecord(raw: Raw): raw is Raw & AnswerRecord {
  for (const [name, type] of Object.entries(fieldTypes)) {
    const value = raw[name];
    if (value === undefined || !fits(value, type)) return false;
  }
  const { score, at, schema } = raw as unknown as AnswerRecord;
  return schema === recordSchema && score >= 0 && score <= 1 && Number.isFinite(at);
}
