/** The answer keys of the course: what the engine says about each question's program, as files of their own. */
import { checkFixIt } from '../../course/kinds/fix-it/key.ts';
import { placementKey } from '../../course/kinds/predict-placement/key.ts';
import { isFixFunction, isPlaced } from '../../course/kinds/schemas.ts';
import type { Language } from '../../course/words/index.ts';
import { type KeyFile, keyFileOf, type SaidFile, saidFileOf } from '../predict/key-file.ts';
import { type LessonQuestion, lessonsWithQuestions, questionsOf, questionText } from './content.ts';
import { report } from './engine.ts';
import { type FixKeyFile, fixKeyFile } from './fix.ts';
import { type AskKeyFile, askKeyFile } from './pose.ts';

export type { KeyFile };

/** The questions that have a key; a fix-it question has none, but it is checked here all the same. */
export function keyedQuestions(): LessonQuestion[] {
  return lessonsWithQuestions().flatMap(questionsOf);
}

export async function keyFile(
  { lesson, question, text }: LessonQuestion,
  language: Language,
): Promise<KeyFile | SaidFile | AskKeyFile | FixKeyFile> {
  if (isFixFunction(question)) return fixKeyFile(lesson, question, language);
  if (!isPlaced(question)) return askKeyFile({ lesson, question, text }, language);
  const answer = await report(question.program, text, language);
  const { after } = questionText(lesson, question.id, language);
  if (question.kind === 'predict-placement')
    return keyFileOf(question, placementKey(question, text, answer), { after, language });
  checkFixIt(question, text, answer);
  return saidFileOf(question, after, language);
}
