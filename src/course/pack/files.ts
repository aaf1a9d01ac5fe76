/**
 * A lesson pack as it reaches the loader: names and bytes, nothing that could be run. Who reads the disk or an archive
 * fills this in; the limits hold for everybody.
 */

export interface PackFile {
  /** Relative to the pack's root, with `/`. */
  readonly path: string;
  /** A link is never followed; `other` is a pipe, a device or a socket and is never opened. */
  readonly type: 'file' | 'link' | 'other';
  readonly bytes: number;
  /** Undefined where it was not read: too large, not a file, or an image. */
  readonly text?: string | undefined;
  /** The bytes are no UTF-8, or hold a zero byte. */
  readonly binary?: boolean;
}

export interface PackListing {
  readonly files: readonly PackFile[];
  /** The pack has more files, or deeper folders, than are looked at. */
  readonly cut: boolean;
}

export const packLimits = {
  files: 4000,
  depth: 6,
  textBytes: 128 * 1024,
  /** A program of a lesson fits a screen; this is a multiple of it, and bounds what one program may cost. */
  programBytes: 12 * 1024,
  imageBytes: 2 * 1024 * 1024,
  packBytes: 16 * 1024 * 1024,
  yamlDepth: 40,
  yamlLines: 3000,
  questionsPerLesson: 100,
} as const;

export const IMAGE = /^images\/[\w-]+(?:\/[\w-]+)*\.(?:png|jpg|jpeg|webp|avif|gif)$/;

/** What a pack consists of, by path. `name` and `language` are read off the path. */
export const PATTERNS = {
  manifest: /^pack\.yaml$/,
  outline: /^outline\.yaml$/,
  recorded: /^recorded\.json$/,
  glossary: /^glossary(?:\.(?<language>[a-z-]+))?\.yaml$/,
  lesson: /^lessons\/(?<language>[a-z]{2}(?:-[a-z]{2,4})?)\/(?<name>[a-z][a-z0-9-]*)\.(?<ext>mdx?)$/,
  edit: /^edits\/(?<name>[\w-]+\.[\w-]+)\.go$/,
  program: /^programs\/(?<name>[\w-]+)\.go$/,
  texts: /^questions\/(?<name>[a-z][a-z0-9-]*)\.(?<language>[a-z]{2}(?:-[a-z]{2,4})?)\.yaml$/,
  questions: /^questions\/(?<name>[a-z][a-z0-9-]*)\.yaml$/,
  variants: /^variants\/(?<name>[a-z][a-z0-9-]*)\.yaml$/,
  image: IMAGE,
  paper: /^(?:README|LICENSE|NOTICE)(?:\.md|\.txt)?$/,
} as const;

export type PartName = keyof typeof PATTERNS;

export interface Part {
  readonly part: PartName;
  readonly name: string;
  readonly language: string;
  readonly ext: string;
  readonly file: PackFile;
}

export function partOf(file: PackFile): Part | undefined {
  for (const part of Object.keys(PATTERNS) as PartName[]) {
    const groups = PATTERNS[part].exec(file.path);
    if (!groups) continue;
    const { name = '', language = 'en', ext = '' } = groups.groups ?? {};
    return { part, name, language, ext, file };
  }
  return undefined;
}

export function limitOf(path: string): number {
  if (IMAGE.test(path)) return packLimits.imageBytes;
  return path.endsWith('.go') && /^(?:programs|edits)\//.test(path) ? packLimits.programBytes : packLimits.textBytes;
}

/** Joins a relative address onto the folder of `from`; undefined when it leads out of the pack. */
export function resolvePath(from: string, address: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
