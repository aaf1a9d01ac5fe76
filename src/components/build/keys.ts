/** The answer keys of the course: what the engine says about each question's program, as files of their own. */
import { checkFixIt } from '../../course/kinds/fix-it/key.ts';
import { placementKey } from '../../course/kinds/predict-placement/key.ts';
import { isFixFunction, isPlaced } from '../../course/kinds/schemas.ts';
import type { Language } from '../../course/words/index.ts';
import { type KeyFile, keyFileOf, type SaidFile, saidFileOf } from '../predict/key-file.ts';
import { course, type LessonQuestion, lessonsWithQuestions, questionsOf, questionText } from './content.ts';
import { report } from './engine.ts';
import { type FixKeyFile, fixKeyFile } from './fix.ts';
import type { Pack } from './pack.ts';
import { type AskKeyFile, askKeyFile } from './pose.ts';

export type { KeyFile };

/** The questions that have a key; a fix-it question has none, but it is checked here all the same. */
export function keyedQuestions(pack: Pack = course): LessonQuestion[] {
  return lessonsWithQuestions(pack).flatMap((lesson) => questionsOf(lesson, pack));
}

export async function keyFile(
  { lesson, question, text }: LessonQuestion,
  language: Language,
  pack: Pack = course,
): Promise<KeyFile | SaidFile | AskKeyFile | FixKeyFile> {
  if (isFixFunction(question)) return fixKeyFile(lesson, question, language);
  if (!isPlaced(question)) return askKeyFile({ lesson, question, text }, language, pack);
  const answer = await report(question.program, text, language);
  const { after } = questionText(lesson, question.id, language, pack);
  if (question.kind === 'predict-placement')
    return keyFileOf(question, placementKey(question, text, answer), { after, language });
  checkFixIt(question, text, answer);
  return saidFileOf(question, after, language);
}
