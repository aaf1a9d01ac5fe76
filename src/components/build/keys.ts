/** The answer keys of the course: what the engine says about each question's program, as files of their own. */
import { BELIEFS, type Belief } from '../../course/beliefs.ts';
import { checkFixIt } from '../../course/kinds/fix-it/key.ts';
import type { PlacementKey } from '../../course/kinds/predict-placement/key.ts';
import { placementKey } from '../../course/kinds/predict-placement/key.ts';
import { isPlaced, type PlacedQuestion } from '../../course/kinds/schemas.ts';
import type { Language } from '../../course/words/index.ts';
import { words } from '../../course/words/index.ts';
import { type LessonQuestion, lessonsWithQuestions, questionsOf, questionText } from './content.ts';
import { report } from './engine.ts';
import { type AskKeyFile, askKeyFile } from './pose.ts';

export interface KeyFile extends PlacementKey {
  /** One sentence to take along. */
  readonly after: string;
  /** The sentence of the true reason. */
  readonly reasonText: string;
  /** For each belief that an answer may show, what is said against it. */
  readonly refutations: Refutations;
  /** The belief behind a wrong answer, by place; an edited program is graded with it. */
  readonly beliefs: Readonly<Record<string, Belief>>;
}

type Refutations = Partial<Record<Belief, { readonly title: string; readonly refutation: string }>>;

function refutationsOf(question: PlacedQuestion, language: Language): Refutations {
  const reasons: readonly string[] = question.kind === 'fix-it' ? [] : question.reason.options;
  const named = BELIEFS.filter(
    (belief) => reasons.includes(belief) || question.places.some((place) => place.belief === belief),
  );
  return Object.fromEntries(named.map((belief) => [belief, words[language].beliefs[belief]]));
}

/** The questions that have a key; a fix-it question has none, but it is checked here all the same. */
export function keyedQuestions(): LessonQuestion[] {
  return lessonsWithQuestions().flatMap(questionsOf);
}

export async function keyFile(
  { lesson, question, text }: LessonQuestion,
  language: Language,
): Promise<KeyFile | Pick<KeyFile, 'after' | 'refutations' | 'beliefs'> | AskKeyFile> {
  if (!isPlaced(question)) return askKeyFile({ lesson, question, text }, language);
  const answer = await report(question.program, text, language);
  const { after } = questionText(lesson, question.id, language);
  const refutations = refutationsOf(question, language);
  const beliefs = Object.fromEntries(question.places.map(({ id, belief }) => [id, belief]));
  if (question.kind === 'fix-it') {
    checkFixIt(question, text, answer);
    return { after, refutations, beliefs };
  }
  const key = placementKey(question, text, answer);
  return { ...key, after, refutations, beliefs, reasonText: words[language].reasons[key.reason]! };
}
