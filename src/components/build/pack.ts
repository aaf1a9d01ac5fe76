/** The packs of this site: the built-in course, and what astro.config.mjs mounts beside it. Build time only. */
import mounts from 'virtual:packs';
import type { Manifest } from '../../course/pack/schemas.ts';
import { LANGUAGES, type Language } from '../../course/words/index.ts';

/** A pack that has been checked, as data. */
export interface MountedPack
  extends Pick<Manifest, 'id' | 'go' | 'languages' | 'title' | 'objectives' | 'prerequisites' | 'licence'> {
  readonly folder: string;
  /** Its lessons are MDX, in a collection of their own; else they are Markdown, in `files`. */
  readonly isTrusted: boolean;
  /** Path in the pack → text. */
  readonly files: Readonly<Record<string, string>>;
}

/** What questions are made from: texts by name. */
export interface Pack {
  readonly id: string;
  readonly programs: ReadonlyMap<string, string>;
  /** lesson → YAML. */
  readonly questionSets: ReadonlyMap<string, string>;
  /** `lesson.language` → YAML. */
  readonly textSets: ReadonlyMap<string, string>;
  readonly outline: string;
  /** The lessons that are written, in English at least: id → text. */
  readonly lessons: ReadonlyMap<string, string>;
  readonly recorded: (program: string, go: string) => string | undefined;
  readonly mounted?: MountedPack;
}

export function byName(files: Readonly<Record<string, string>>, pattern: RegExp): Map<string, string> {
  const named = Object.entries(files).map(([path, text]) => [pattern.exec(path)?.[1], text] as const);
  return new Map(named.filter((entry): entry is [string, string] => entry[0] !== undefined));
}

function packFrom(mounted: MountedPack): Pack {
  const { id, files } = mounted;
  const recorded = JSON.parse(files['recorded.json'] ?? '{}') as Record<string, Record<string, string>>;
  return {
    id,
    programs: byName(files, /^programs\/([\w-]+)\.go$/),
    questionSets: byName(files, /^questions\/([\w-]+)\.yaml$/),
    textSets: byName(files, /^questions\/([\w-]+\.[\w-]+)\.yaml$/),
    outline: files['outline.yaml']!,
    lessons: byName(files, /^lessons\/en\/([\w-]+)\.mdx?$/),
    recorded: (program, go) => recorded[program]?.[go],
    mounted,
  };
}

export const mountedPacks: readonly Pack[] = mounts.map(packFrom);

export function languagesOf({ mounted }: Pack): readonly Language[] {
  return LANGUAGES.filter((language) => mounted?.languages.includes(language) ?? true);
}

/** The address of a pack below its language; that of a lesson follows it. */
export function packPath({ id, mounted }: Pack): string {
  return mounted ? `packs/${id}/` : 'lessons/';
}
