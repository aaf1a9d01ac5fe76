/**
 * From a question and its evidence to a form and a key: the closed table of kinds. The site and the command line pose
 * with the same code; where programs, recordings and words come from is theirs.
 */
import { isChoiceOfEdits, poseChoice, poseEdits } from '../kinds/choice/kind.ts';
import { poseChooseReason } from '../kinds/choose-reason/kind.ts';
import { poseFindLine } from '../kinds/find-line/kind.ts';
import { poseMatch } from '../kinds/match/kind.ts';
import { poseNumber } from '../kinds/number/kind.ts';
import { poseOrderSteps } from '../kinds/order-steps/kind.ts';
import { poseParameterTags } from '../kinds/parameter-tags/kind.ts';
import { posePredictDiagnostic } from '../kinds/predict-diagnostic/kind.ts';
import type { RuntimeKind, TruthKey } from '../kinds/runtime/kind.ts';
import { runtimeKinds } from '../kinds/runtime/table.ts';
import type { AskedQuestion, RuntimeQuestion } from '../kinds/schemas.ts';
import { poseTrueFalse } from '../kinds/true-false/kind.ts';
import { poseVersionDifference } from '../kinds/version-difference/kind.ts';
import { gradeAsk } from './grade.ts';
import type { AskKey } from './key.ts';
import type { Evidence, Posed } from './pose.ts';

export interface PoseSources {
  readonly evidence: Evidence;
  /** Evidence on another program of the pack, for kinds that have a second one. */
  readonly evidenceOn: (program: string) => Evidence;
  /** The texts of options and steps that are written by hand. */
  readonly texts: Readonly<Record<string, string>>;
  /** What a program printed when it was recorded; `name`: its Go version, and flags if it was compiled with some. */
  readonly recorded: (program: string, name: string) => string | undefined;
  /** The words for true and for false. */
  readonly labels: readonly [string, string];
}

export function isAsked(question: AskedQuestion | RuntimeQuestion): question is AskedQuestion {
  return 'lures' in question;
}

/** Throws when the engine or the model does not answer, or when no answer of the form would be right. */
export async function poseAsked(question: AskedQuestion, sources: PoseSources): Promise<Posed> {
  const posed = await poseOf(question, sources);
  checkKey(sources.evidence.id, posed);
  return posed;
}

async function poseOf(question: AskedQuestion, sources: PoseSources): Promise<Posed> {
  const { evidence, texts } = sources;
  switch (question.kind) {
    case 'predict-diagnostic':
      return posePredictDiagnostic(question, evidence);
    case 'find-line':
      return poseFindLine(question, evidence);
    case 'choose-reason':
      return poseChooseReason(question, evidence);
    case 'parameter-tags':
      return poseParameterTags(question, evidence);
    case 'version-difference':
      return poseVersionDifference(question, evidence);
    case 'match':
      return poseMatch(question, evidence);
    case 'number':
      return poseNumber(question, evidence, sources.recorded);
    case 'order-steps':
      return poseOrderSteps(question, evidence, texts, sources.recorded);
    case 'true-false': {
      const proof = question.of === 'claim' ? sources.evidenceOn(question.proof) : undefined;
      return poseTrueFalse(question, evidence, proof, sources.labels);
    }
    case 'choice':
      return isChoiceOfEdits(question)
        ? poseEdits(question, evidence)
        : poseChoice(question, evidence, texts, sources.recorded);
  }
}

/** A key that no answer of the form can meet would be a bug of the kind. */
function checkKey(id: string, { form, key }: Posed): void {
  if (form.type !== 'one') return;
  const value = form.options.find((option) => key.truth.includes(option.id))?.id ?? '';
  if (gradeAsk(key, { type: 'one', value }).outcome !== 'right') throw new Error(`question ${id}: no option is right`);
}

export interface RuntimePosed {
  readonly task: { readonly go: string };
  /** What the model says, for the words about it. */
  readonly answer: TruthKey;
  readonly options: readonly string[];
  readonly key: AskKey;
}

/** A question about the running program: its model makes the key and the wrong answers. */
export function poseRuntime(question: RuntimeQuestion): RuntimePosed {
  const { id, revision: _revision, kind: name, ...task } = question;
  const kind = runtimeKinds[name] as unknown as RuntimeKind<{ readonly go: string }, TruthKey>;
  const answer = kind.key(task);
  const options = kind.choices(task, answer);
  if (!options.includes(answer.truth)) throw new Error(`question ${id}: no option is right`);
  // The narrowest belief comes first and has to stand: of equal answers the last entry would win.
  const believed = kind.believed(task, answer).toReversed();
  const lures = Object.fromEntries(believed.map((each) => [each.answer, each.belief]));
  const key: AskKey = { source: { by: 'model', go: question.go }, truth: [answer.truth], lures, tolerance: 0 };
  return { task, answer, options, key };
}
