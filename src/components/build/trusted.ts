/** The lessons of trusted packs, which are MDX. Build time only; apart from pack.ts, which tests read without Astro. */
import { type CollectionEntry, getEntry } from 'astro:content';
import type { Pack } from './pack.ts';

/** A lesson of a trusted pack, from the collection that content.config.ts makes of its folder. */
export async function trustedLesson({ id }: Pack, lesson: string): Promise<CollectionEntry<'lessons'>> {
  return (await getEntry(`pack-${id}` as 'lessons', lesson))!;
}
