/** Which lesson speaks of a term first, in the order of the course. Build time only. */
import { outline } from './content.ts';

const files = import.meta.glob<string>('../../content/lessons/en/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function termsOf(lesson: string): string[] {
  const text = files[`../../content/lessons/en/${lesson}.mdx`] ?? '';
  return [...text.matchAll(/<Term id="([^"]+)"/g)].map((match) => match[1]!);
}

export function firstLessons(): ReadonlyMap<string, string> {
  const order = outline('en').flatMap(({ lessons }) => lessons.map(({ id }) => id));
  return new Map(order.toReversed().flatMap((lesson) => termsOf(lesson).map((term) => [term, lesson] as const)));
}
