/** A pack as one file, to hand on: JSON, each path with its text, images in base64. The same pack gives the same bytes. */
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { IMAGE, limitOf, type PackFile, type PackListing, packLimits } from '../course/pack/files.ts';

const KIND = 'stack-or-heap-pack';
export const ARCHIVE = /\.pack\.json$/;
/** Base64 and escapes make a pack's text larger, never as large as this. */
const LIMIT = packLimits.packBytes * 3;

const schema = z.strictObject({
  kind: z.literal(KIND),
  schema: z.literal(1),
  files: z.record(z.string(), z.union([z.string(), z.strictObject({ base64: z.base64() })])),
});
type Archive = z.infer<typeof schema>;

export function archiveOf({ files }: PackListing, bytes: (path: string) => Uint8Array): string {
  const entries = files
    .filter(({ type }) => type === 'file')
    .map(({ path, text }) => [path, text ?? { base64: Buffer.from(bytes(path)).toString('base64') }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const archive: Archive = { kind: KIND, schema: 1, files: Object.fromEntries(entries) };
  return `${JSON.stringify(archive, null, 1)}\n`;
}

export function readArchive(path: string): Archive {
  if (statSync(path).size > LIMIT) throw new Error(`${path} is larger than a pack may be`);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const read = schema.safeParse(data);
  if (!read.success) throw new Error(`${path} is no exported pack: ${z.prettifyError(read.error)}`);
  return read.data;
}

export function listArchive({ files }: Archive): PackListing {
  const named = Object.entries(files);
  let left: number = packLimits.packBytes;
  const listed = named.slice(0, packLimits.files).map(([path, content]): PackFile => {
    if (typeof content !== 'string') return { path, type: 'file', bytes: Buffer.byteLength(content.base64, 'base64') };
    const bytes = Buffer.byteLength(content);
    left -= bytes;
    const read = bytes <= limitOf(path) && left >= 0 && !IMAGE.test(path);
    return { path, type: 'file', bytes, ...(read ? { text: content, binary: content.includes('\0') } : {}) };
  });
  const deep = named.some(([path]) => path.split('/').length > packLimits.depth);
  return { files: listed, cut: deep || named.length > packLimits.files };
}

export function bytesInArchive({ files }: Archive, path: string): Uint8Array {
  const content = files[path];
  if (content === undefined) throw new Error(`the pack has no ${path}`);
  return Buffer.from(
    typeof content === 'string' ? content : content.base64,
    typeof content === 'string' ? 'utf8' : 'base64',
  );
}
