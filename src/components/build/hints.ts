/** The hint ladders of a lesson's questions, made from the answers. Build time only. */
import { type Ladder, ladderOf } from '../../course/hints.ts';
import { isFixFunction, isPlaced, recordingOf } from '../../course/kinds/schemas.ts';
import { placeOn } from '../../course/report.ts';
import { findMark } from '../../course/span.ts';
import { hintWords } from '../../course/words/hints.ts';
import type { Language } from '../../course/words/index.ts';
import { course, type LessonQuestion, questionsOf, questionText } from './content.ts';
import { report } from './engine.ts';
import type { Pack } from './pack.ts';
import { pose } from './pose.ts';

/** The line of the program that prints what the question asks for: by the words before the number, else the only one. */
function printing(question: LessonQuestion['question'], text: string): number | undefined {
  if (recordingOf(question)?.flags !== undefined) return undefined;
  const lines = text.split('\n');
  const prints = lines.flatMap((line, index) => (/\bprintln\(/.test(line) ? [index + 1] : []));
  const label = 'after' in question && typeof question.after === 'string' ? `"${question.after}"` : undefined;
  if (label === undefined) return prints.length === 1 ? prints[0] : undefined;
  const at = lines.findIndex((line) => line.includes(label));
  return at < 0 ? undefined : at + 1;
}

async function ladder(entry: LessonQuestion, language: Language, pack: Pack): Promise<Ladder> {
  const { question, text } = entry;
  const words = hintWords[language];
  if (!isPlaced(question)) {
    const { form, key, places } = await pose(entry, language, pack);
    const { wrong = {} } = questionText(entry.lesson, question.id, language, pack);
    const named = [...Object.keys(key.lures), ...Object.keys(wrong)];
    const input = { kind: question.kind, place: places[0], form, key: { truth: key.truth, named } };
    return ladderOf({ ...input, prints: printing(question, text), hasProgram: text !== '' }, words);
  }
  const about = question.kind === 'predict-placement' ? question.reason.about : '';
  const { mark, in: within } = question.places.find(({ id }) => id === about) ?? question.places[0]!;
  const place = placeOn(await report(question.program, text, language), findMark(text, mark, within));
  return ladderOf({ kind: question.kind, place, form: undefined, key: undefined }, words);
}

/** By question. */
export async function laddersOf(
  lesson: string,
  language: Language,
  pack: Pack = course,
): Promise<Record<string, Ladder>> {
  // An edit of a whole program has its hints beside the goals.
  const asked = questionsOf(lesson, pack).filter(({ question }) => !isFixFunction(question));
  const entries = asked.map(async (entry) => [entry.question.id, await ladder(entry, language, pack)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
