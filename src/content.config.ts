import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/** Lessons: `lessons/<language>/<id>.mdx`; their order and titles are in outline.yaml. */
const lessons = defineCollection({
  loader: glob({ base: 'src/content/lessons', pattern: '*/*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    lede: z.string(),
    minutes: z.int().min(1),
  }),
});

export const collections = { lessons };
