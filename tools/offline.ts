/**
 * After the build: the search index, then the list of all files and the service worker that keeps them. In this order,
 * because the worker's list must hold the index too.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

const WORKER = 'sw.js';
const LIST = 'offline.json';
/** Pictures for links that are shared: no page shows them. */
const CARDS = 'cards/';
/** What a first visit keeps, beside the page itself: scripts, styles, the engine, and the pages to go on from. */
const SHELL = [
  /^_\//,
  /^(theme\.js|favicon\.svg|404\.html|index\.html)$/,
  /^[\w-]+\/(index\.html|lessons\.json)$/,
  /^[\w-]+\/(course|review|practice|progress|moulds)\/index\.html$/,
  /^(variants\.json|[\w-]+\/counterexamples\.json)$/,
];

export interface SiteFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

export function siteFiles(folder: string): SiteFile[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const content = readFileSync(file);
      const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
      return { path: relative(folder, file).split(sep).join('/'), hash, bytes: content.length };
    })
    .filter(({ path }) => path !== WORKER && path !== LIST && !path.startsWith(CARDS));
}

export function workerText(template: string, files: readonly SiteFile[]): string {
  const hashes = Object.fromEntries(files.map(({ path, hash }) => [path, hash]));
  const shell = files.map(({ path }) => path).filter((path) => SHELL.some((pattern) => pattern.test(path)));
  return template
    .replace('/* FILES */ {}', () => JSON.stringify(hashes))
    .replace('/* SHELL */ []', () => JSON.stringify(shell));
}

async function writeSearchIndex(folder: string): Promise<void> {
  const { index, errors } = await createIndex({ excludeSelectors: ['.ln > .n'] });
  if (!index) throw new Error(`the search index: ${errors.join(', ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  const problems = [...added.errors, ...written.errors];
  await close();
  if (problems.length > 0) throw new Error(`the search index: ${problems.join(', ')}`);
}

export function offline(): AstroIntegration {
  return {
    name: 'search-and-offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await writeSearchIndex(folder);
        const files = siteFiles(folder);
        const template = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8');
        writeFileSync(join(folder, WORKER), workerText(template, files));
        writeFileSync(join(folder, LIST), JSON.stringify(files.map(({ path, hash, bytes }) => [path, hash, bytes])));
        logger.info(`${files.length} files can be kept offline`);
      },
    },
  };
}
