import { defineCollection } from 'astro:content';
import { join } from 'node:path';
import packs from 'virtual:packs';
import { glob } from 'astro/loaders';
import { frontMatterSchema } from './course/pack/schemas.ts';

function lessonsIn(folder: string) {
  return defineCollection({ loader: glob({ base: folder, pattern: '*/*.mdx' }), schema: frontMatterSchema });
}

/** Lessons: `lessons/<language>/<id>.mdx`; their order and titles are in outline.yaml. */
const lessons = lessonsIn('src/content/lessons');

/** Lessons of mounted packs that are code; those of all other packs are data and come with the pack. */
const trusted = packs
  .filter(({ isTrusted }) => isTrusted)
  .map(({ id, folder }) => [`pack-${id}`, lessonsIn(join(folder, 'lessons'))] as const);

export const collections = { lessons, ...Object.fromEntries(trusted) };
