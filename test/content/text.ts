/** What a learner reads in a lesson: its text, its summary and the words of its questions. */
import { readFileSync } from 'node:fs';

const content = new URL('../../src/content/', import.meta.url);

/** As one text, gaps filled, words of the glossary without their marks, line ends as spaces. */
export function textOf(lesson: string): string {
  const files = [`lessons/en/${lesson}.mdx`, `summaries/${lesson}.en.yaml`, `questions/${lesson}.en.yaml`];
  return files
    .map((file) => readFileSync(new URL(file, content), 'utf8'))
    .join('\n')
    .replace(/<\/?Term[^>]*>/g, '')
    .replace(/\[\[([^|\]]*)[^\]]*\]\]/g, '$1')
    .replace(/\s+/g, ' ');
}

/** The lesson's own text. */
export function lessonText(lesson: string): string {
  return readFileSync(new URL(`lessons/en/${lesson}.mdx`, content), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
}
