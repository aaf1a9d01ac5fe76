/**
 * Mounts lesson packs: `packs({ folders: ['../my-pack'] })` among the integrations of astro.config.mjs. Each pack is
 * checked first; a pack with a problem stops the build and says where. The site gets its files as data. A pack whose
 * lessons are code (`format: trusted`) runs with all rights, so this config has to name it under `trusted`, not only
 * the pack itself.
 *
 * PACKS, in the environment: more folders to mount, as `stackorheap pack preview` sets it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkFolder, inText } from '../src/cli/pack.ts';
import { ARCHIVE } from '../src/cli/pack_archive.ts';
import { openPack } from '../src/cli/pack_files.ts';
import type { MountedPack } from '../src/components/build/pack.ts';
import { IMAGE, type PackListing } from '../src/course/pack/files.ts';
import { builtInPack } from '../src/course/progress/record.ts';

export interface PackOptions {
  /** Folders of packs, or files that `pack export` wrote, from the project's root. Nothing in them runs. */
  readonly folders?: readonly string[];
  /** Those whose lessons are code that somebody has read. */
  readonly trusted?: readonly string[];
}

const MODULE = 'virtual:packs';

interface Mount {
  readonly folder: string;
  readonly isTrusted: boolean;
}

export function mountsOf({ folders = [], trusted = [] }: PackOptions, more: string | undefined): readonly Mount[] {
  const named = [...folders, ...trusted, ...(more ?? '').split(delimiter).filter((folder) => folder !== '')];
  return named.map((folder) => ({ folder: resolve(folder), isTrusted: trusted.includes(folder) }));
}

/** Checks a pack and gives it as data; throws with every problem, each at its place. */
export async function mountedPack({ folder, isTrusted }: Mount): Promise<MountedPack> {
  const result = await checkFolder(folder);
  const isCode = result.manifest?.format === 'trusted';
  if (isCode && !isTrusted)
    throw new Error(`${folder}: this pack's lessons are code. If you have read them, name it under "trusted".`);
  if (isCode && ARCHIVE.test(folder)) throw new Error(`${folder}: code is mounted from a folder, not from a file.`);
  if (result.problems.some(({ advice }) => !advice))
    throw new Error(`The pack is not mounted.\n${inText(folder, result)}`);
  const { id, go, languages, title, objectives, prerequisites, licence } = result.manifest!;
  return {
    id,
    go,
    languages,
    title,
    objectives,
    prerequisites,
    licence,
    folder,
    isTrusted: isCode,
    files: textsOf(openPack(folder).listing),
  };
}

function textsOf({ files }: PackListing): Record<string, string> {
  return Object.fromEntries(files.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])));
}

/** Path → bytes of a pack's images. */
function imagesOf(folder: string): Map<string, Uint8Array> {
  const { listing, bytes } = openPack(folder);
  const images = listing.files.filter(({ path, type }) => type === 'file' && IMAGE.test(path));
  return new Map(images.map(({ path }) => [path, bytes(path)]));
}

export function packs(options: PackOptions = {}): AstroIntegration {
  let mounted: MountedPack[] = [];
  return {
    name: 'packs',
    hooks: {
      'astro:config:setup': async ({ updateConfig, config, logger }) => {
        mounted = await Promise.all(mountsOf(options, process.env['PACKS']).map(mountedPack));
        const ids = [builtInPack, ...mounted.map(({ id }) => id)];
        const twice = ids.find((id, index) => ids.indexOf(id) !== index);
        if (twice) throw new Error(`two packs have the id "${twice}": answers are kept under it, so it names one pack`);
        for (const { id, folder } of mounted) logger.info(`${id}, from ${folder}`);
        const module = `export default ${JSON.stringify(mounted)};`;
        updateConfig({
          vite: {
            server: { fs: { allow: [fileURLToPath(config.root), ...mounted.map(({ folder }) => folder)] } },
            plugins: [
              {
                name: MODULE,
                resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
                load: (id: string) => (id === `\0${MODULE}` ? module : undefined),
              },
            ],
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const match = /\/packs\/([a-z][a-z0-9-]*)\/(images\/[^?]+)/.exec(request.url ?? '');
          const pack = mounted.find(({ id }) => id === match?.[1]);
          const image = pack && imagesOf(pack.folder).get(match![2]!);
          if (image) response.end(image);
          else next();
        });
      },
      'astro:build:done': ({ dir }) => {
        for (const { id, folder } of mounted)
          for (const [image, bytes] of imagesOf(folder)) {
            const to = join(fileURLToPath(dir), 'packs', id, image);
            mkdirSync(dirname(to), { recursive: true });
            writeFileSync(to, bytes);
          }
      },
    },
  };
}
