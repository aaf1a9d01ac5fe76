/** The questions of the entry check: two of each module, named in content/entry-check.yaml. Build time only. */
import { parse } from 'yaml';
import { z } from 'zod';
import { outline, questionOf } from './content.ts';

const files = import.meta.glob<string>('../../content/entry-check.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const perModule = 2;
const schema = z.record(z.string(), z.array(z.string()).length(perModule));

export function checkItems(): string[] {
  const file = schema.parse(parse(Object.values(files)[0]!));
  const modules = outline('en').map((module) => module.id);
  const lessonsOf = new Map(outline('en').map((module) => [module.id, new Set(module.lessons.map(({ id }) => id))]));
  const missing = modules.filter((id) => !(id in file));
  if (missing.length > 0) throw new Error(`entry-check.yaml has no questions of module ${missing.join(', ')}`);
  return modules.flatMap((module) =>
    file[module]!.map((item) => {
      const [lesson, name] = item.split('/') as [string, string];
      if (!lessonsOf.get(module)!.has(lesson)) throw new Error(`entry-check.yaml: ${item} is not of module ${module}`);
      questionOf(lesson, name);
      return item;
    }),
  );
}
