/**
 * Codes yes-or-no decisions in a fraction of a bit each: several contexts guess the next bit from what followed them
 * before, their guesses are mixed by weights that learn, and an arithmetic coder spends what the mixed guess leaves open.
 *
 * Invariants: whole numbers only, so that every machine decodes the same; writing and reading run the same model, the
 * writer (tools/facts) hands over each bit and the reader gets it back. Contexts are hashes, and nobody minds collisions.
 */

/** Log-odds (in 256ths) at every 128 steps, as probabilities of 4096: the curve 1 / (1 + exp(-x)). */
const curve = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975,
  4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];
const mostOdds = 2047;

const probabilityAt = Int32Array.from({ length: 4096 }, (_, i) => {
  const knot = i >> 7;
  const within = i & 127;
  return (curve[knot]! * (128 - within) + curve[knot + 1]! * within + 64) >> 7;
});

const oddsOf = inverse(probabilityAt);

function inverse(probabilities: Int32Array): Int32Array {
  const odds = new Int32Array(4096).fill(mostOdds);
  let next = 0;
  for (let x = -mostOdds; x <= mostOdds; x++) {
    const end = probabilities[x + 2048]!;
    for (; next <= end; next++) odds[next] = x;
  }
  return odds;
}

/** A context that was met this often learns no slower. */
const mostSeen = 25;
/** How far a context moves to what it saw, in 65536ths, and how much its guess counts, in 256ths: by how often it was met. */
const steps = Int32Array.from({ length: mostSeen + 1 }, (_, seen) => Math.floor(65536 / (seen + 1.4)));
const trust = Int32Array.from({ length: mostSeen + 1 }, (_, seen) =>
  seen === 0 ? 0 : Math.min(282, 205 + Math.floor(51.2 * seen)),
);

const slots = 1 << 20;
const mixerInputs = 8;
const mixers = 264;
const firstWeight = 20000;
const learning = 6;

/** What a coder has learned. */
export class Experience {
  readonly guesses = new Uint16Array(slots).fill(1 << 15);
  readonly seen = new Uint8Array(slots);
  readonly weights = new Int32Array(mixers * mixerInputs).fill(firstWeight);

  become(other: Experience): void {
    this.guesses.set(other.guesses);
    this.seen.set(other.seen);
    this.weights.set(other.weights);
  }
}

/** Mixes the parts of a context into one number. */
export function hash(a: number, b: number, c = 0, d = 0): number {
  let h = Math.imul(a + 1, 0x9e3779b1);
  h = Math.imul(h ^ (b + 0x7f4a7c15), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h ^ (c + 0x165667b1), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h ^ (d + 77), 0x27d4eb2f);
  return h ^ (h >>> 15);
}

export abstract class Coder {
  readonly experience: Experience;
  /** The contexts of the next decisions. Each kind of context has a number of its own in its hash. */
  readonly contexts = new Int32Array(mixerInputs);
  private count = 0;
  private mixer = 0;
  private readonly odds = new Int32Array(mixerInputs);
  private readonly places = new Int32Array(mixerInputs);

  constructor(experience: Experience) {
    this.experience = experience;
  }

  /** Codes one bit whose chance to be 1 is `probability` of 4096. */
  protected abstract code(bit: number, probability: number): number;

  /** Sets the mixer; the first `count` contexts count from now on. */
  look(mixer: number, count: number): void {
    this.mixer = mixer;
    this.count = count;
  }

  /** A decision; `node` tells apart those of one number. */
  bit(node: number, known: number): number {
    const { guesses, seen, weights } = this.experience;
    const { contexts, odds, places, count } = this;
    const first = this.mixer * mixerInputs;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      let h = Math.imul((contexts[i]! + Math.imul(node, 0x9e3779b1)) | 0, 0x2c1b3c6d);
      h = Math.imul(h ^ (h >>> 15), 0x297a2d39);
      const place = (h ^ (h >>> 14)) & (slots - 1);
      places[i] = place;
      odds[i] = (oddsOf[guesses[place]! >> 4]! * trust[seen[place]!]!) >> 8;
      sum += odds[i]! * weights[first + i]!;
    }
    const mixed = Math.max(-mostOdds, Math.min(mostOdds, Math.floor(sum / 65536)));
    const probability = Math.max(1, Math.min(4094, probabilityAt[mixed + 2048]!));
    const bit = this.code(known, probability);
    const error = ((bit << 12) - probability) * learning;
    const target = bit === 1 ? 65535 : 0;
    for (let i = 0; i < count; i++) {
      weights[first + i]! += (odds[i]! * error + 0x2000) >> 14;
      const place = places[i]!;
      const times = seen[place]!;
      if (times < mostSeen) seen[place] = times + 1;
      guesses[place]! += Math.trunc(((target - guesses[place]!) * steps[times]!) / 65536);
    }
    return bit;
  }

  /** A number of `width` bits, high ones first. */
  bits(width: number, known: number): number {
    let node = 1;
    for (let i = width - 1; i >= 0; i--) node = node * 2 + this.bit(node, (known >> i) & 1);
    return node - 2 ** width;
  }

  /** A number of any size; small ones take few decisions. */
  number(known: number): number {
    for (let i = 0; i < unary; i++) if (this.bit(i + 1, known > i ? 1 : 0) === 0) return i;
    const rest = known - unary + 1;
    let width = 0;
    while (this.bit(widthNode + width, rest >= 2 ** (width + 1) ? 1 : 0) === 1) width++;
    let value = 1;
    for (let i = width - 1; i >= 0; i--) {
      // The leading digits are told apart by all before them, the others by their place.
      const node = width - i < 14 ? value : 16384 + i;
      value = value * 2 + this.bit(digitNode + width * 32768 + node, Math.floor(rest / 2 ** i) % 2);
    }
    return value + unary - 1;
  }
}

/** Numbers below this are so many yes and a no. */
const unary = 6;
const widthNode = 40;
const digitNode = 256;

/** Reads what an encoder wrote. */
export class Decoder extends Coder {
  private readonly bytes: Uint8Array;
  private pos: number;
  private low = 0;
  private high = 0xffffffff;
  private value = 0;

  constructor(experience: Experience, bytes: Uint8Array, pos: number) {
    super(experience);
    this.bytes = bytes;
    this.pos = pos;
    for (let i = 0; i < 4; i++) this.shift();
  }

  private shift(): void {
    // Past the end there are zeros, but not many.
    if (this.pos > this.bytes.length + 8) throw new Error('facts: the file is cut off');
    this.value = ((this.value << 8) | (this.bytes[this.pos++] ?? 0)) >>> 0;
  }

  protected code(_bit: number, probability: number): number {
    const middle = this.low + ((this.high - this.low) >>> 12) * probability;
    const bit = this.value <= middle ? 1 : 0;
    if (bit === 1) this.high = middle;
    else this.low = middle + 1;
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 0xff) >>> 0;
      this.shift();
    }
    return bit;
  }
}
