/** The engine's host in Node: facts are files of this installation. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EngineHost } from '../analyzer/importer/index.ts';

export const nodeHost: EngineHost = {
  bytes: (name) => readFile(fileURLToPath(new URL(`../../public/facts/${name}`, import.meta.url))),
};
