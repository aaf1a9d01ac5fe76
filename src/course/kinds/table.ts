/**
 * The one table over all kinds of questions: what a question file may say, who makes the key, how an answer is graded,
 * what follows a wrong one, and where variants come from. A new kind is a folder and a row here.
 */
import type { z } from 'zod';
import { gradeAsk } from '../ask/grade.ts';
import { poseAsked, poseRuntime } from '../ask/posing.ts';
import { wrongAnswers } from '../ask/wrong.ts';
import { choice } from './choice/kind.ts';
import { chooseReason } from './choose-reason/kind.ts';
import { findLine } from './find-line/kind.ts';
import { judge, partsOf } from './fix-function/judge.ts';
import { fixTask } from './fix-function/key.ts';
import { fixFunction } from './fix-function/schema.ts';
import { gradeFix } from './fix-it/grade.ts';
import { checkFixIt } from './fix-it/key.ts';
import { fixIt } from './fix-it/schema.ts';
import { type LaterKindName, laterKinds } from './later/schema.ts';
import { match } from './match/kind.ts';
import { number } from './number/kind.ts';
import { orderSteps } from './order-steps/kind.ts';
import { parameterTags } from './parameter-tags/kind.ts';
import { predictDiagnostic } from './predict-diagnostic/kind.ts';
import { feedback } from './predict-placement/feedback.ts';
import { grade } from './predict-placement/grade.ts';
import { placementKey } from './predict-placement/key.ts';
import { predictPlacement } from './predict-placement/schema.ts';
import { runtimeQuestion } from './runtime/schema.ts';
import { type RuntimeKindName, runtimeKinds } from './runtime/table.ts';
import type { Question } from './schemas.ts';
import { trueFalse } from './true-false/kind.ts';
import { versionDifference } from './version-difference/kind.ts';

// The parts of a row are functions of many shapes; who calls one knows the kind.
type Part = (...given: never[]) => unknown;

export interface KindRow {
  readonly schema: z.ZodType;
  /** Null: nothing computes it yet. */
  readonly key: Part | null;
  readonly grade: Part | null;
  readonly feedback: Part | null;
  /** written: families with cases. drawn: the model draws by itself. null: the answer is an edit, or cannot be computed. */
  readonly variants: 'written' | 'drawn' | null;
}

const asked = (schema: z.ZodType, variants: KindRow['variants'] = 'written'): KindRow => ({
  schema,
  key: poseAsked,
  grade: gradeAsk,
  feedback: wrongAnswers,
  variants,
});

const runtime = Object.fromEntries(
  Object.keys(runtimeKinds).map((name): [string, KindRow] => [
    name,
    { schema: runtimeQuestion, key: poseRuntime, grade: gradeAsk, feedback: wrongAnswers, variants: 'drawn' },
  ]),
) as Record<RuntimeKindName, KindRow>;

const later = Object.fromEntries(
  Object.entries(laterKinds).map(([name, schema]): [string, KindRow] => [
    name,
    { schema, key: null, grade: null, feedback: null, variants: null },
  ]),
) as Record<LaterKindName, KindRow>;

export const kinds: Readonly<Record<Question['kind'] | LaterKindName, KindRow>> = {
  'predict-placement': { schema: predictPlacement, key: placementKey, grade, feedback, variants: 'written' },
  'fix-it': { schema: fixIt, key: checkFixIt, grade: gradeFix, feedback, variants: null },
  'fix-function': { schema: fixFunction, key: fixTask, grade: judge, feedback: partsOf, variants: null },
  'predict-diagnostic': asked(predictDiagnostic),
  'find-line': asked(findLine),
  'choose-reason': asked(chooseReason),
  'parameter-tags': asked(parameterTags),
  'version-difference': asked(versionDifference),
  match: asked(match),
  number: asked(number),
  'order-steps': asked(orderSteps),
  'true-false': asked(trueFalse, null),
  choice: asked(choice, null),
  ...runtime,
  ...later,
};
