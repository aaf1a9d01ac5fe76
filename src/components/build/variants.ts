/** The families of variants of the built-in course, checked. Build time only. */
import { parse } from 'yaml';
import { z } from 'zod';
import { type Family, familyFile } from '../../course/variants/schema.ts';

const files = import.meta.glob<string>('../../content/variants/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const families: readonly Family[] = Object.entries(files).flatMap(([path, text]) => {
  const result = familyFile.safeParse(parse(text));
  if (!result.success) throw new Error(`${path}: ${z.prettifyError(result.error)}`);
  return result.data;
});
