/**
 * A program in an address: `#1.` and, in URL-safe base64, its deflated JSON. Nothing is sent to a server: what follows
 * the number sign stays in the browser.
 */
import { type GoVersion, goVersions } from '../../analyzer/base/versions.ts';

export interface Shared {
  readonly text: string;
  readonly version: GoVersion;
  readonly level: 1 | 2;
}

const PREFIX = '#1.';
/** Characters of a program that is taken from a link; a deflated bomb stops here. */
const MAX_TEXT = 1 << 20;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export async function toHash({ text, version, level }: Shared): Promise<string> {
  const json = new Blob([JSON.stringify([text, version, level])]);
  const deflated = json.stream().pipeThrough(new CompressionStream('deflate-raw'));
  return PREFIX + toBase64(new Uint8Array(await new Response(deflated).arrayBuffer()));
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length > MAX_TEXT) throw new RangeError('the program in the link is too long');
  }
  return text;
}

/** undefined: no program is shared. Throws on a link that does not hold one. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  if (!hash.startsWith(PREFIX)) return undefined;
  const [text, version, level] = JSON.parse(await inflated(fromBase64(hash.slice(PREFIX.length)))) as unknown[];
  if (typeof text !== 'string') throw new TypeError('no text');
  return {
    text,
    version: goVersions.find((known) => known === version) ?? '1.26',
    level: level === 2 ? 2 : 1,
  };
}
