/**
 * How a program gets into the explorer: a file that is taken, and the draft that this tab keeps
 * while its reader looks at other pages. A draft is no answer and no progress: it ends with the tab.
 */
import { type GoVersion, goVersions } from '../../analyzer/base/versions.ts';

/** Read by Explorer.astro too: where a draft is, the explorer's code is fetched at once. */
export const DRAFT = 'stack-or-heap.draft';
/** Bytes of a file that is taken for a program. */
const MAX_FILE = 1 << 20;

export interface Draft {
  readonly text: string;
  readonly version: GoVersion;
}

export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // No storage, or a full one: the program stands in the editor all the same.
  }
}

export function dropDraft(): void {
  try {
    sessionStorage.removeItem(DRAFT);
  } catch {
    // As above.
  }
}

export function readDraft(): Draft | undefined {
  try {
    const { text, version } = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}') as Partial<Draft>;
    const known = goVersions.find((each) => each === version);
    return typeof text === 'string' && known ? { text, version: known } : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file that may be a program; undefined for one that is too long or no text. */
export async function textOf(file: File): Promise<string | undefined> {
  if (file.size > MAX_FILE) return undefined;
  const text = await file.text();
  return text.includes('\0') ? undefined : text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
