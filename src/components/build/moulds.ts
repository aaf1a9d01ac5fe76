/** One question of the course for each form, with a program where it can have one. Build time only. */
import type { FormType } from '../../course/ask/form.ts';
import { isFixFunction, isPlaced } from '../../course/kinds/schemas.ts';
import type { Language } from '../../course/words/index.ts';
import { lessonsWithQuestions, questionsOf, questionText } from './content.ts';
import { pose } from './pose.ts';

const FORMS: readonly FormType[] = ['one', 'some', 'number', 'order', 'match', 'line'];

export async function mouldItems(language: Language): Promise<{ placed: string; edit: string; asked: string[] }> {
  let placed: string | undefined;
  let edit: string | undefined;
  const asked = new Map<FormType, string>();
  for (const entry of lessonsWithQuestions()
    .filter((lesson) => lesson !== 'home')
    .flatMap((lesson) => questionsOf(lesson))) {
    const { lesson, question } = entry;
    const id = `${lesson}/${question.id}`;
    if (questionText(lesson, question.id, language).hints.length === 0) continue;
    if (question.kind === 'predict-placement') placed ??= id;
    if (question.kind === 'fix-it') edit ??= id;
    if (isPlaced(question) || isFixFunction(question)) continue;
    const { type } = (await pose(entry, language)).form;
    if (!asked.has(type)) asked.set(type, id);
  }
  const missing = FORMS.filter((form) => !asked.has(form));
  if (!placed || !edit || missing.length > 0)
    throw new Error(`no question of the course has the form ${missing.join(', ')}`);
  return { placed, edit, asked: FORMS.map((form) => asked.get(form)!) };
}
