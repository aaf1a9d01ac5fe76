/** tiny-blocks: small objects without pointers share 16-byte blocks; where does the last of them land? */
import { Allocator, BadInput, tinyOffset } from '../../../runtime/index.ts';
import { type Believed, goModels, type Random, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

export interface TinyTask {
  readonly go: string;
  readonly sizes: readonly number[];
}

export interface Piece {
  readonly size: number;
  readonly block: number;
  readonly offset: number;
  /** The block that is filled next, after this piece, and how far it is filled. */
  readonly current: number;
  readonly filled: number;
}

export interface TinyKey {
  readonly truth: string;
  readonly pieces: readonly Piece[];
}

export function placeName(block: number, offset: number): string {
  return `B${block}+${offset}`;
}

/** The last piece of a traced block, and how far it reaches. */
function filledTo(pieces: readonly Piece[], block: number): number {
  return Math.max(0, ...pieces.filter((piece) => piece.block === block).map(({ offset, size }) => offset + size));
}

function draw(random: Random): number[] {
  return Array.from({ length: 3 + random(3) }, () => 1 + random(15));
}

export const tinyBlocks: RuntimeKind<TinyTask, TinyKey> = {
  kind: 'tiny-blocks',
  revision: 1,
  versions: heapVersions,
  variant: (random, go, models = goModels) => {
    let task = { go, sizes: draw(random) };
    // A question in which two beliefs give different answers.
    for (let tries = 0; tries < 40; tries++) {
      const key = tinyBlocks.key(task, models);
      if (new Set(tinyBlocks.believed(task, key, models).map(({ answer }) => answer)).size > 1) break;
      task = { go, sizes: draw(random) };
    }
    return task;
  },
  key: ({ go, sizes }, models = goModels) => {
    const config = models.heap(go);
    const allocator = new Allocator(config);
    const blocks: number[] = [];
    const pieces = sizes.map((size): Piece => {
      if (!Number.isInteger(size) || size < 1 || size >= config.maxTinySize)
        throw new BadInput('tinySize', { size, limit: config.maxTinySize - 1 });
      const address = allocator.malloc(size, false);
      const base = Math.floor(address / config.maxTinySize) * config.maxTinySize;
      if (!blocks.includes(base)) blocks.push(base);
      const { tiny, tinyoffset } = allocator.caches[0]!;
      return {
        size,
        block: blocks.indexOf(base),
        offset: address - base,
        current: blocks.indexOf(tiny),
        filled: tinyoffset,
      };
    });
    const last = pieces.at(-1)!;
    return { truth: placeName(last.block, last.offset), pieces };
  },
  believed: ({ go, sizes }, { truth, pieces }, models = goModels) => {
    const blockSize = models.heap(go).maxTinySize;
    const before = pieces.slice(0, -1);
    const size = sizes.at(-1)!;
    const blocks = new Set(before.map(({ block }) => block)).size;
    const believed: Believed[] = [{ belief: 'always-new-block', answer: placeName(blocks, 0) }];
    for (let block = 0; block < blocks; block++) {
      const offset = tinyOffset(filledTo(before, block), size);
      if (offset + size > blockSize) continue;
      believed.push({ belief: 'first-block-with-room', answer: placeName(block, offset) });
      break;
    }
    const current = before.at(-1)?.current;
    if (current !== undefined && before.at(-1)!.filled + size <= blockSize)
      believed.push({ belief: 'alignment-forgotten', answer: placeName(current, before.at(-1)!.filled) });
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: (task, key, models = goModels) => {
    const last = key.pieces.at(-1)!;
    const before = key.pieces.slice(0, -1);
    const blocks = new Set(before.map(({ block }) => block)).size;
    const places = [key.truth, ...tinyBlocks.believed(task, key, models).map(({ answer }) => answer)];
    for (let block = 0; block <= blocks && places.length < 6; block++) {
      const offset = tinyOffset(filledTo(before, block), last.size);
      if (offset + last.size <= models.heap(task.go).maxTinySize) places.push(placeName(block, offset));
    }
    // Where everything agrees, the block's end is offered as well: one answer is no question.
    if (new Set(places).size === 1) places.push(placeName(0, models.heap(task.go).maxTinySize - last.size));
    const order = (name: string): number => Number(/^B(\d+)/.exec(name)![1]) * 100 + Number(/\+(\d+)$/.exec(name)![1]);
    return [...new Set(places)].sort((a, b) => order(a) - order(b));
  },
};
