/** SHA-256 (FIPS 180-4) of a text in UTF-8: the compiler names what has too long a name by its hash. Synchronous. */

import { encodeUtf8 } from './pos.ts';

/** The first 32 bits of the fractional parts of the n-th roots of the first primes. */
function fractions(count: number, root: (p: number) => number): number[] {
  const bits: number[] = [];
  for (let p = 2; bits.length < count; p++) {
    if (isPrime(p)) bits.push(((root(p) % 1) * 0x100000000) | 0);
  }
  return bits;
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

export function sha256(text: string): Uint8Array {
  const message = encodeUtf8(text);
  const blocks = new DataView(new ArrayBuffer(Math.ceil((message.length + 9) / 64) * 64));
  message.forEach((byte, i) => {
    blocks.setUint8(i, byte);
  });
  blocks.setUint8(message.length, 0x80);
  blocks.setUint32(blocks.byteLength - 4, message.length * 8);
  const k = fractions(64, Math.cbrt);
  const state = fractions(8, Math.sqrt);
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, blocks, at, k);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => {
    digest.setInt32(4 * i, word);
  });
  return new Uint8Array(digest.buffer);
}

function compress(state: number[], blocks: DataView, at: number, k: readonly number[]): void {
  const w: number[] = [];
  for (let i = 0; i < 64; i++) w.push(i < 16 ? blocks.getInt32(at + 4 * i) : scheduled(w, i));
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i]! + word) | 0;
  });
}

function scheduled(w: readonly number[], i: number): number {
  const near = w[i - 2]!;
  const far = w[i - 15]!;
  const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
  const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
  return (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
}
