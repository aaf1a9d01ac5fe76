/** Lists and reads a pack on disk. It follows no link, opens nothing but files, and stops at the format's limits. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { IMAGE, limitOf, type PackFile, type PackListing, packLimits } from '../course/pack/files.ts';
import { ARCHIVE, bytesInArchive, listArchive, readArchive } from './pack_archive.ts';

/** What editors and version control leave; it belongs to no pack. */
const IGNORED = new Set(['.git', '.gitignore', '.DS_Store', '.vscode', '.editorconfig']);

export interface OpenPack {
  readonly listing: PackListing;
  /** The bytes of one of its files. */
  readonly bytes: (path: string) => Uint8Array;
}

/** A pack in a folder, or in the one file that `pack export` writes. */
export function openPack(path: string): OpenPack {
  if (!ARCHIVE.test(path) || !lstatSync(path).isFile())
    return {
      listing: listPack(path),
      bytes: (name) => readOwn(join(path, name), packLimits.imageBytes) ?? new Uint8Array(),
    };
  const archive = readArchive(path);
  return { listing: listArchive(archive), bytes: (name) => bytesInArchive(archive, name) };
}

export function listPack(root: string): PackListing {
  const files: PackFile[] = [];
  let cut = false;
  let left: number = packLimits.packBytes;
  const walk = (folder: string, depth: number): void => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (IGNORED.has(name)) continue;
      if (files.length >= packLimits.files) {
        cut = true;
        return;
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = lstatSync(join(root, path));
      if (stat.isDirectory()) {
        if (depth >= packLimits.depth) cut = true;
        else walk(path, depth + 1);
      } else if (stat.isSymbolicLink()) files.push({ path, type: 'link', bytes: 0 });
      else if (!stat.isFile()) files.push({ path, type: 'other', bytes: 0 });
      else {
        left -= stat.size;
        const read = stat.size <= limitOf(path) && left >= 0 && !IMAGE.test(path);
        files.push({ path, type: 'file', bytes: stat.size, ...(read ? textOf(join(root, path)) : {}) });
      }
    }
  };
  walk('', 1);
  return { files, cut };
}

function textOf(path: string): Pick<PackFile, 'text' | 'binary'> {
  const bytes = readOwn(path);
  if (!bytes) return {};
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, binary: text.includes('\0') };
  } catch {
    return { text: '', binary: true };
  }
}

/** The file's bytes, if it still is a file of that size: a link that was put there meanwhile is not followed. */
function readOwn(path: string, limit: number = packLimits.textBytes): Uint8Array | undefined {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = fstatSync(file);
    if (!fstatSync(file).isFile() || size > limit) return undefined;
    const bytes = new Uint8Array(size);
    let at = 0;
    for (let n = 1; n > 0 && at < size; at += n) n = readSync(file, bytes, at, size - at, at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}
