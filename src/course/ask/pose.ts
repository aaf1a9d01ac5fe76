/** What a kind is given to make a form and a key from, and what it makes. Build time only. */
import type { GoVersion } from '../../analyzer/base/versions.ts';
import { type PlaceReport, placeOn, type Report } from '../report.ts';
import { findMark } from '../span.ts';
import type { AskedWords } from '../words/asked.ts';
import type { Words } from '../words/words.ts';
import type { Form } from './form.ts';
import type { AskKey } from './key.ts';

export interface Evidence {
  /** The question's name, for errors. */
  readonly id: string;
  /** The program's text, '' for a question without one. */
  readonly text: string;
  /** The engine's answer for the program under `-m -l`. */
  report(go?: GoVersion): Promise<Report>;
  /** The same evidence on an edit of the program. */
  edited(text: string): Evidence;
  readonly words: Words;
  readonly asked: AskedWords;
}

/** Evidence on a text, where `ask` asks the engine about one. */
export function evidenceOn(
  text: string,
  about: Pick<Evidence, 'id' | 'words' | 'asked'>,
  ask: (text: string, go?: GoVersion) => Promise<Report>,
): Evidence {
  return { ...about, text, report: (go) => ask(text, go), edited: (other) => evidenceOn(other, about, ask) };
}

export interface Posed {
  readonly form: Form;
  readonly key: AskKey;
  /** Places whose paths are shown after grading. */
  readonly places: readonly PlaceReport[];
  /** Sentences of the engine or model beside the paths, in order. */
  readonly explain: readonly string[];
}

/** A place named by what stands there. */
export interface MarkRef {
  readonly mark: string;
  readonly in?: string | undefined;
}

export function fail(evidence: Evidence, what: string): never {
  throw new Error(`question ${evidence.id}: ${what}`);
}

export async function reportOrFail(evidence: Evidence, go?: GoVersion): Promise<Report> {
  const report = await evidence.report(go);
  if (report.status === 'ok') return report;
  const why = report.errors[0]?.message ?? report.unsupported?.message ?? report.limit;
  fail(evidence, `the engine does not answer: ${report.status}: ${why}`);
}

export function placeAt(evidence: Evidence, report: Report, { mark, in: within }: MarkRef): PlaceReport {
  const span = findMark(evidence.text, mark, within);
  const found = placeOn(report, span);
  return found ?? fail(evidence, `no variable or allocation at "${mark}", line ${span.line}`);
}

/** The compiler's words about a place, without the position: what a learner would read behind it. */
export function wordsOf(place: PlaceReport): string[] {
  return place.says.map((line) => line.replace(/^[^:]*:\d+:\d+: /, ''));
}

/** A fixed order that has nothing to do with the truth: by a hash of the id and the text. */
export function shuffled<T extends { readonly id: string; readonly text: string }>(
  seed: string,
  items: readonly T[],
): T[] {
  const rank = (text: string) => {
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return value >>> 0;
  };
  return [...items].sort((a, b) => rank(`${seed}/${a.text}`) - rank(`${seed}/${b.text}`) || (a.id < b.id ? -1 : 1));
}
