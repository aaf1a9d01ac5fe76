/** What a lesson takes, reckoned from its text and its questions. Build time only. */
import { type Reckoned, reckon } from '../../course/minutes.ts';
import { course, itemsOf, questionsOf } from './content.ts';
import type { Pack } from './pack.ts';

export function reckonLesson(lesson: string, pack: Pack = course): Reckoned {
  const body = (pack.lessons.get(lesson) ?? '').replace(/^---\n[\s\S]*?\n---\n/, '');
  const words = body
    .replaceAll(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  const asked = questionsOf(lesson, pack);
  const programs = new Set(asked.map(({ text }) => text));
  const lines = [...programs].reduce((total, text) => total + text.split('\n').length, 0);
  const kindOf = (name: string) => asked.find(({ question }) => question.id === name)?.question.kind ?? 'board';
  return reckon(words, lines, itemsOf(lesson, pack).map(kindOf));
}
