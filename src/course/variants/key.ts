/** The form and the key of a variant, by the same code that makes those of a lesson's questions. */
import type { GoVersion } from '../../analyzer/base/versions.ts';
import type { Form } from '../ask/form.ts';
import type { AskKey } from '../ask/key.ts';
import { evidenceOn, type Posed } from '../ask/pose.ts';
import { isAsked, poseAsked, poseRuntime, type RuntimePosed } from '../ask/posing.ts';
import { wrongAnswers } from '../ask/wrong.ts';
import type { BeliefId } from '../beliefs.ts';
import { checkFixIt } from '../kinds/fix-it/key.ts';
import type { FixIt } from '../kinds/fix-it/schema.ts';
import { type PlacementKey, placementKey } from '../kinds/predict-placement/key.ts';
import { beliefOfReason } from '../kinds/predict-placement/reasons.ts';
import type { PredictPlacement } from '../kinds/predict-placement/schema.ts';
import { isFixFunction, isPlaced, type RuntimeQuestion } from '../kinds/schemas.ts';
import type { PlaceReport, Report } from '../report.ts';
import { askedWords } from '../words/asked.ts';
import { type Language, words } from '../words/index.ts';
import type { Instance } from './instance.ts';

export type AskEngine = (text: string, go?: GoVersion) => Promise<Report>;

export type PosedVariant =
  | { readonly type: 'placed'; readonly question: PredictPlacement; readonly key: PlacementKey }
  /** There is no key: the engine answers for the edited text. */
  | { readonly type: 'edit'; readonly question: FixIt; readonly place: PlaceReport }
  | { readonly type: 'asked'; readonly posed: Posed }
  | { readonly type: 'runtime'; readonly question: RuntimeQuestion; readonly posed: RuntimePosed };

/** Throws when the engine or the model has no answer. */
export async function poseVariant(
  { family, seed, question, text }: Instance,
  language: Language,
  ask: AskEngine,
): Promise<PosedVariant> {
  if (isFixFunction(question)) throw new Error(`family ${family.id}: only Go can judge an edit of a whole function`);
  if (question.kind === 'fix-it') {
    return { type: 'edit', question, place: checkFixIt(question, text, await ask(text)) };
  }
  if (isPlaced(question)) return { type: 'placed', question, key: placementKey(question, text, await ask(text)) };
  if (!isAsked(question)) return { type: 'runtime', question, posed: poseRuntime(question) };
  const about = { id: `${family.id}-${seed}`, words: words[language], asked: askedWords[language] };
  const evidence = evidenceOn(text, about, ask);
  const posed = await poseAsked(question, {
    evidence,
    evidenceOn: () => evidence,
    texts: {},
    recorded: () => undefined,
    labels: ['true', 'false'],
  });
  return { type: 'asked', posed };
}

/** The answer as one text, to tell two variants apart. */
export function truthOf(posed: PosedVariant): string {
  if (posed.type === 'edit') return posed.question.goal;
  if (posed.type === 'placed') return posed.key.places.map(({ id, verdict }) => `${id}=${verdict}`).join(' ');
  const { truth } = posed.posed.key;
  return (formOf(posed)?.type === 'order' ? truth : [...truth].sort()).join(' ');
}

export function beliefsOf(variant: PosedVariant): Set<BeliefId> {
  if (variant.type === 'edit') return new Set(variant.question.places.map(({ belief }) => belief));
  if (variant.type !== 'placed')
    return new Set(wrongAnswers(formOf(variant)!, variant.posed.key).flatMap(({ belief }) => belief ?? []));
  const { question, key } = variant;
  const reasons = question.reason.options.flatMap((option) => beliefOfReason(option, key.reason) ?? []);
  return new Set([...question.places.map(({ belief }) => belief), ...reasons]);
}

/** The form of an asked variant; of one about the running program, as far as it has no words. */
export function formOf(variant: PosedVariant): Form | undefined {
  switch (variant.type) {
    case 'placed':
    case 'edit':
      return undefined;
    case 'asked':
      return variant.posed.form;
    case 'runtime':
      return { type: 'one', options: variant.posed.options.map((id) => ({ id, text: id })) };
  }
}

export function keyOf(variant: Exclude<PosedVariant, { type: 'placed' | 'edit' }>): AskKey {
  return variant.posed.key;
}
