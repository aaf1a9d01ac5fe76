/**
 * The log of answers: merging, exporting and importing.
 *
 * A merge is a set union by record id, so it is commutative, associative and idempotent: devices may be merged in any
 * order, any number of times. Unreadable entries travel along untouched.
 */
import type { Json } from '../json.ts';
import { type AnswerRecord, isUnread, readRecord, type UnreadRecord } from './record.ts';

export interface ProgressLog {
  /** In order of time, then id. */
  readonly records: readonly AnswerRecord[];
  readonly unread: readonly UnreadRecord[];
}

export const emptyLog: ProgressLog = { records: [], unread: [] };

export function makeLog(entries: Iterable<Json>): ProgressLog {
  const records = new Map<string, AnswerRecord>();
  const unread = new Map<string, UnreadRecord>();
  for (const raw of entries) {
    const record = readRecord(raw);
    if (isUnread(record)) unread.set(JSON.stringify(record.raw), record);
    else records.set(record.id, record);
  }
  return { records: [...records.values()].sort(byTime), unread: [...unread.values()] };
}

export function mergeLogs(a: ProgressLog, b: ProgressLog): ProgressLog {
  return makeLog([...entriesOf(a), ...entriesOf(b)]);
}

export function appendRecord(log: ProgressLog, record: AnswerRecord): ProgressLog {
  return mergeLogs(log, { records: [record], unread: [] });
}

export const exportKind = 'stack-or-heap-progress';
export const exportSchema = 1;

/** The text of an export file: readable JSON, one record a line. */
export function exportLog(log: ProgressLog): string {
  const lines = entriesOf(log).map((entry) => JSON.stringify(entry));
  return `{"kind":"${exportKind}","schema":${exportSchema},"records":[\n${lines.join(',\n')}\n]}\n`;
}

export type ImportResult =
  | { readonly ok: true; readonly log: ProgressLog; readonly added: number; readonly unread: number }
  | { readonly ok: false; readonly problem: 'not JSON' | 'not a progress file' | 'written by a newer version' };

/** Merges the text of an export file into `log`; on any problem `log` stays as it is. */
export function importLog(log: ProgressLog, text: string): ImportResult {
  const file = parseJson(text);
  if (file === undefined) return { ok: false, problem: 'not JSON' };
  if (!isExport(file)) return { ok: false, problem: 'not a progress file' };
  if (file.schema > exportSchema) return { ok: false, problem: 'written by a newer version' };
  const merged = mergeLogs(log, makeLog(file.records));
  return {
    ok: true,
    log: merged,
    added: merged.records.length - log.records.length,
    unread: merged.unread.length - log.unread.length,
  };
}

function entriesOf(log: ProgressLog): Json[] {
  return [...log.records.map((record) => record as unknown as Json), ...log.unread.map((entry) => entry.raw)];
}

function byTime(a: AnswerRecord, b: AnswerRecord): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isExport(file: Json): file is { kind: string; schema: number; records: Json[] } {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return false;
  const { kind, schema, records } = file as { [key: string]: Json };
  return kind === exportKind && typeof schema === 'number' && Array.isArray(records);
}
