import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontMatterSchema } from './course/pack/schemas.ts';

/** Lessons: `lessons/<language>/<id>.mdx`; their order and titles are in outline.yaml. */
const lessons = defineCollection({
  loader: glob({ base: 'src/content/lessons', pattern: '*/*.mdx' }),
  schema: frontMatterSchema,
});

export const collections = { lessons };
