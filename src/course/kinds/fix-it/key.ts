/** A fix-it question has no stored key: the engine answers for the edited text. This checks that there is work to do. */
import { type PlaceReport, placeOn, type Report } from '../../report.ts';
import { findMark } from '../../span.ts';
import type { FixIt } from './schema.ts';

/** The place before any edit. Throws when it is missing or already as wanted. */
export function checkFixIt(question: FixIt, text: string, report: Report): PlaceReport {
  const [place] = question.places;
  const span = findMark(text, place!.mark, place!.in);
  const found = placeOn(report, span);
  if (!found)
    throw new Error(`question ${question.id}: no variable or allocation at "${place!.mark}", line ${span.line}`);
  if (found.verdict === question.goal)
    throw new Error(`question ${question.id}: ${place!.mark} is already on the ${question.goal}`);
  return found;
}
