/** `stackorheap pack export`: a checked pack as one file. `pack preview`: the site with the pack mounted, while one writes. */
import { spawn } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackResult } from '../course/pack/check.ts';
import { type Terminal, UsageError } from './command.ts';
import { ARCHIVE, archiveOf } from './pack_archive.ts';
import { openPack } from './pack_files.ts';

export function exportPack(from: string, to: string | undefined, result: PackResult, terminal: Terminal): number {
  const { id, version } = result.manifest!;
  const file = to ?? `${id}-${version}.pack.json`;
  if (!ARCHIVE.test(file)) throw new UsageError(`${file}: the name of an exported pack ends in .pack.json`);
  if (existsSync(file) && !statSync(file).isFile()) throw new UsageError(`${file} is not a file`);
  const { listing, bytes } = openPack(from);
  const text = archiveOf(listing, bytes);
  writeFileSync(file, text);
  terminal.out(`${file}: ${listing.files.length} files, ${Math.ceil(Buffer.byteLength(text) / 1000)} kB\n`);
  return 0;
}

/** Runs until it is stopped; edits of the pack are seen after a restart of the pages that show them. */
export function preview(folder: string, result: PackResult, terminal: Terminal): Promise<number> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  terminal.out(`The pack will be at /en/packs/${result.manifest!.id}/ below the address that follows.\n`);
  const server = spawn(process.execPath, [resolve(root, 'tools/run.mjs'), 'astro', 'dev'], {
    cwd: root,
    env: { ...process.env, PACKS: resolve(folder) },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
  return new Promise((done) => {
    server.once('exit', (code) => done(code ?? 0));
    server.once('error', (error) => {
      terminal.err(`${error.message}\n`);
      done(1);
    });
  });
}
