/** The key of a predict-placement question, from the engine's report on its program. Nothing of it is typed by hand. */
import type { Belief } from '../../beliefs.ts';
import { type PlaceReport, placeOn, type Report } from '../../report.ts';
import { findMark } from '../../span.ts';
import { reasonOf, TRUE_REASONS, type TrueReason } from './reasons.ts';
import type { PredictPlacement } from './schema.ts';

export interface PlaceKey extends PlaceReport {
  readonly id: string;
  readonly belief: Belief;
}

export interface PlacementKey {
  readonly revision: number;
  readonly goVersion: string;
  readonly places: readonly PlaceKey[];
  readonly reason: TrueReason;
  /** The place that the reason is about. */
  readonly about: string;
  readonly says: readonly string[];
}

function fail(question: PredictPlacement, what: string): never {
  throw new Error(`question ${question.id}: ${what}`);
}

export function placementKey(question: PredictPlacement, text: string, report: Report): PlacementKey {
  if (report.status !== 'ok') {
    const why = report.errors[0]?.message ?? report.unsupported?.message ?? report.limit;
    fail(question, `the engine does not answer for ${question.program}: ${report.status}: ${why}`);
  }
  const places = question.places.map((place): PlaceKey => {
    const span = findMark(text, place.mark, place.in);
    const found = placeOn(report, span);
    if (!found) fail(question, `no variable or allocation at "${place.mark}", line ${span.line}`);
    return { ...found, id: place.id, belief: place.belief };
  });
  const about = places.find((place) => place.id === question.reason.about);
  if (!about) fail(question, `the reason is about "${question.reason.about}", which is no place of it`);
  const reason = reasonOf(about);
  const truths = question.reason.options.filter((option) => (TRUE_REASONS as readonly string[]).includes(option));
  if (!truths.includes(reason)) fail(question, `the engine's reason is "${reason}", which is not among the options`);
  return {
    revision: question.revision,
    goVersion: report.goVersion,
    places,
    reason,
    about: about.id,
    says: report.says,
  };
}
