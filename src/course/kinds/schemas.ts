/** The closed table of question kinds: one folder each, one line here. Only the build reads schemas. */
import { z } from 'zod';
import { choice } from './choice/kind.ts';
import { chooseReason } from './choose-reason/kind.ts';
import { findLine } from './find-line/kind.ts';
import { type FixFunction, fixFunction } from './fix-function/schema.ts';
import { fixIt } from './fix-it/schema.ts';
import { match } from './match/kind.ts';
import { number } from './number/kind.ts';
import { orderSteps } from './order-steps/kind.ts';
import { parameterTags } from './parameter-tags/kind.ts';
import { predictDiagnostic } from './predict-diagnostic/kind.ts';
import { predictPlacement } from './predict-placement/schema.ts';
import type { Recording } from './recording.ts';
import { runtimeQuestion } from './runtime/schema.ts';
import { trueFalse } from './true-false/kind.ts';
import { versionDifference } from './version-difference/kind.ts';

/** Kinds that are answered on the program itself: a mark at each place. */
const placed = z.discriminatedUnion('kind', [predictPlacement, fixIt]);
/** Kinds that are answered in a form below the program. */
const asked = z.discriminatedUnion('kind', [
  predictDiagnostic,
  findLine,
  chooseReason,
  parameterTags,
  versionDifference,
  match,
  number,
  orderSteps,
  trueFalse,
  choice,
]);

export const question = z.discriminatedUnion('kind', [placed, asked, runtimeQuestion, fixFunction]);
export type Question = z.infer<typeof question>;
export type PlacedQuestion = z.infer<typeof placed>;
export type AskedQuestion = z.infer<typeof asked>;
export type { FixFunction } from './fix-function/schema.ts';
export type { RuntimeQuestion } from './runtime/schema.ts';

export function isPlaced(each: Question): each is PlacedQuestion {
  return each.kind === 'predict-placement' || each.kind === 'fix-it';
}

/** Answered by an edit of the whole program. */
export function isFixFunction(each: Question): each is FixFunction {
  return each.kind === 'fix-function';
}

/** The name of the program that a question is about, if it is about one. */
export function programOf(each: Question): string | undefined {
  return 'program' in each ? each.program : undefined;
}

/** The recording that a question's key is read from, if it is. */
export function recordingOf(each: Question): Recording | undefined {
  return 'of' in each && (each.of === 'recorded' || each.of === 'recorded-lines') ? each : undefined;
}

/** A lesson's questions, the same in every language. */
export const questionFile = z.array(question).min(1);

/** What a question says in one language, by its id. Nothing here may give the key away but `after`. */
export const questionTexts = z.record(
  z.string(),
  z.strictObject({
    /** A few words, where questions are listed. */
    title: z.string().optional(),
    ask: z.string(),
    /** A ladder: point at the line, name the rule, show one edge. */
    hints: z.array(z.string()).max(3),
    /** One sentence to take along; shown after grading. */
    after: z.string(),
    /** What is said to one wrong answer and to no other; by option or number. */
    wrong: z.record(z.string(), z.string()).optional(),
    /** The texts of options and steps, by id, for the kinds whose options are written by hand. */
    options: z.record(z.string(), z.string()).optional(),
  }),
);
export type QuestionText = z.infer<typeof questionTexts>[string];
