/** From a question and the engines to a form (for the page) and a key (for its file). Build time only. */

import { type Evidence, evidenceOn, type Posed } from '../../course/ask/pose.ts';
import { isAsked, poseAsked } from '../../course/ask/posing.ts';
import { isFixFunction, isPlaced, programOf } from '../../course/kinds/schemas.ts';
import { askedWords } from '../../course/words/asked.ts';
import { type Language, words } from '../../course/words/index.ts';
import { type AskKeyFile, askKeyFileOf, poseInWords } from '../ask/key-file.ts';
import { strings } from '../strings/index.ts';
import { course, type LessonQuestion, questionText } from './content.ts';
import { report } from './engine.ts';
import type { Pack } from './pack.ts';

export type { AskKeyFile };

function evidenceOf(id: string, name: string | undefined, language: Language, pack: Pack): Evidence {
  const text = name === undefined ? '' : (pack.programs.get(name) ?? '');
  const about = { id, words: words[language], asked: askedWords[language] };
  return evidenceOn(text, about, (each, go) => report(name ?? '', each, language, go));
}

const posed = new Map<string, Promise<Posed>>();

export function pose({ lesson, question }: LessonQuestion, language: Language, pack: Pack = course): Promise<Posed> {
  const id = `${lesson}/${question.id}`;
  const key = `${language}/${pack.id}/${id}`;
  const known = posed.get(key) ?? poseNew(id, lesson, question, language, pack);
  posed.set(key, known);
  return known;
}

async function poseNew(
  id: string,
  lesson: string,
  question: LessonQuestion['question'],
  language: Language,
  pack: Pack,
): Promise<Posed> {
  if (isPlaced(question) || isFixFunction(question))
    throw new Error(`question ${id} is answered on the program, not in a form`);
  if (!isAsked(question)) return poseInWords(question, language);
  const { isTrue, isFalse } = strings(language).page;
  return poseAsked(question, {
    evidence: evidenceOf(id, programOf(question), language, pack),
    evidenceOn: (program) => evidenceOf(id, program, language, pack),
    texts: questionText(lesson, question.id, language, pack).options ?? {},
    recorded: pack.recorded,
    labels: [isTrue, isFalse],
  });
}

export async function askKeyFile(entry: LessonQuestion, language: Language, pack: Pack = course): Promise<AskKeyFile> {
  const { after, wrong } = questionText(entry.lesson, entry.question.id, language, pack);
  const posed = await pose(entry, language, pack);
  const strange = Object.keys(wrong ?? {}).filter((answer) => posed.key.truth.includes(answer));
  if (strange.length > 0) throw new Error(`${entry.lesson}/${entry.question.id}: "${strange[0]}" is right`);
  return askKeyFileOf(posed, { revision: entry.question.revision, after, wrong, language });
}
