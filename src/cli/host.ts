/** The engine's host in Node: facts are files of this installation. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EngineHost } from '../analyzer/importer/index.ts';

export const nodeHost: EngineHost = hostOf('../../public/facts/', false);

/** For packages of the standard library itself: internal packages too. Not shipped to pages, and for one version only. */
export const stdHost: EngineHost = hostOf('../../test/facts-internal/', true);

function hostOf(folder: string, whole: boolean): EngineHost {
  const base = new URL(folder, import.meta.url);
  return { whole, bytes: (name) => readFile(fileURLToPath(new URL(name, base))) };
}
