/** What is fetched or computed at the lock of a prediction: the key, and what is said about right and wrong. */
import { BELIEFS, type Belief } from '../../course/beliefs.ts';
import type { PlacementKey } from '../../course/kinds/predict-placement/key.ts';
import type { PredictPlacement } from '../../course/kinds/predict-placement/schema.ts';
import type { PlacedQuestion } from '../../course/kinds/schemas.ts';
import { type Language, words } from '../../course/words/index.ts';

type Refutations = Partial<Record<Belief, { readonly title: string; readonly refutation: string }>>;

/** What is said beside the key. */
export interface SaidFile {
  /** One sentence to take along. */
  readonly after: string;
  /** For each belief that an answer may show, what is said against it. */
  readonly refutations: Refutations;
  /** The belief behind a wrong answer, by place; an edited program is graded with it. */
  readonly beliefs: Readonly<Record<string, Belief>>;
}

export interface KeyFile extends PlacementKey, SaidFile {
  /** The sentence of the true reason. */
  readonly reasonText: string;
}

export function saidFileOf(question: PlacedQuestion, after: string, language: Language): SaidFile {
  const reasons: readonly string[] = question.kind === 'predict-placement' ? question.reason.options : [];
  const named = BELIEFS.filter(
    (belief) => reasons.includes(belief) || question.places.some((place) => place.belief === belief),
  );
  return {
    after,
    refutations: Object.fromEntries(named.map((belief) => [belief, words[language].beliefs[belief]])),
    beliefs: Object.fromEntries(question.places.map(({ id, belief }) => [id, belief])),
  };
}

export function keyFileOf(
  question: PredictPlacement,
  key: PlacementKey,
  { after, language }: { readonly after: string; readonly language: Language },
): KeyFile {
  return { ...key, ...saidFileOf(question, after, language), reasonText: words[language].reasons[key.reason]! };
}
