/** What is fetched or computed at the lock of a prediction: the key, and what is said about right and wrong. */
import type { Belief } from '../../course/beliefs.ts';
import type { PlacementKey } from '../../course/kinds/predict-placement/key.ts';
import { beliefOfReason } from '../../course/kinds/predict-placement/reasons.ts';
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
  /** The belief behind each wrong reason that has one. */
  readonly believed: Readonly<Record<string, Belief>>;
}

function refutationsOf(beliefs: Iterable<Belief>, language: Language): Refutations {
  return Object.fromEntries([...new Set(beliefs)].map((belief) => [belief, words[language].beliefs[belief]]));
}

export function saidFileOf(question: PlacedQuestion, after: string, language: Language): SaidFile {
  const beliefs = question.places.map(({ id, belief }) => [id, belief] as const);
  return {
    after,
    refutations: refutationsOf(
      beliefs.map(([, belief]) => belief),
      language,
    ),
    beliefs: Object.fromEntries(beliefs),
  };
}

export function keyFileOf(
  question: PredictPlacement,
  key: PlacementKey,
  { after, language }: { readonly after: string; readonly language: Language },
): KeyFile {
  const said = saidFileOf(question, after, language);
  const believed = Object.fromEntries(
    question.reason.options.flatMap((option) => {
      const belief = beliefOfReason(option, key.reason);
      return belief ? [[option, belief] as const] : [];
    }),
  );
  const refutations = { ...said.refutations, ...refutationsOf(Object.values(believed), language) };
  return { ...key, ...said, refutations, believed, reasonText: words[language].reasons[key.reason]! };
}
