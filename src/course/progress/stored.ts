/**
 * How the log lies in a store of keys and values: one entry for each answer, so that adding one writes one and two tabs
 * never overwrite each other. What cannot be read keeps an entry of its own and travels along.
 */
import type { Json } from '../json.ts';
import { emptyLog, importLog, makeLog, type ProgressLog } from './log.ts';

export interface StoredEntry {
  readonly key: string;
  readonly value: Json;
}

export function storedEntries(log: ProgressLog): StoredEntry[] {
  const records = log.records.map((record) => ({ key: record.id, value: record as unknown as Json }));
  const unread = log.unread.map(({ raw }) => ({ key: `unread ${hashOf(JSON.stringify(raw))}`, value: raw }));
  return [...records, ...unread];
}

/** The entries of `log` that `base` lacks. */
export function entriesBeyond(log: ProgressLog, base: ProgressLog): StoredEntry[] {
  const known = new Set(storedEntries(base).map(({ key }) => key));
  return storedEntries(log).filter(({ key }) => !known.has(key));
}

/** What a store gave back, whatever it is: a value that is no JSON is kept as far as JSON can say it. */
export function logOfValues(values: Iterable<unknown>): ProgressLog {
  return makeLog([...values].map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as Json));
}

/** The log as the first versions of the site kept it, in one text. A damaged text is kept as an unread entry. */
export function logOfOldText(text: string): ProgressLog {
  const read = importLog(emptyLog, text);
  return read.ok ? read.log : makeLog([text]);
}

/** FNV-1a: tells texts apart, nothing more. */
export function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16);
}
