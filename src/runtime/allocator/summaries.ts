/**
 * The page heap's picture of the address space: a tree whose leaves are chunks of 512 pages (a bitmap each) and whose
 * inner nodes summarise eight children by the free run at their start, the longest inside, and the one at their end, as
 * runtime/mpagealloc.go does since Go 1.14. Five levels: 4 MiB, 32 MiB, 256 MiB, 2 GiB, 16 GiB.
 * NOT-GO: a part that is all free or all taken is one shared node, so 64 GiB cost no more than a few nodes.
 */

export interface Summary {
  readonly start: number;
  readonly max: number;
  readonly end: number;
}

interface Node {
  start: number;
  max: number;
  end: number;
  kids: Node[] | null;
  /** Of a chunk: a set bit is a page in use. */
  bits: Uint32Array | null;
}

const chunkPages = 512;
const fanOut = 8;
const depth = 5;

interface Uniform {
  readonly used: readonly Node[];
  readonly free: readonly Node[];
}

/** Pages under a node, by height. */
const capacity: readonly number[] = [0, 1, 2, 3, 4].map((height) => chunkPages * fanOut ** height);
const top = capacity[depth - 1]!;

/** The shared nodes for "all taken" and "all free" of each height (0: a chunk). They are never changed. */
function makeUniform(): Uniform {
  const used: Node[] = [];
  const free: Node[] = [];
  for (let height = 0; height < depth; height++) {
    const all = capacity[height]!;
    used.push({ start: 0, max: 0, end: 0, kids: null, bits: null });
    free.push({ start: all, max: all, end: all, kids: null, bits: null });
  }
  return { used, free };
}

export class PageTree {
  readonly #uniform: Uniform = makeUniform();
  readonly #roots: Node[] = [];
  readonly #first: number;

  /** `firstPage`: no page below it will ever be asked for. */
  constructor(firstPage: number) {
    this.#first = Math.floor(firstPage / top);
  }

  /** Marks `npages` from `page` on as taken or free; what was never set is taken. */
  set(page: number, npages: number, used: boolean): void {
    for (let at = page; at < page + npages; ) {
      const root = Math.floor(at / top);
      const from = at - root * top;
      const count = Math.min(top - from, page + npages - at);
      const index = root - this.#first;
      while (this.#roots.length <= index) this.#roots.push(this.#uniform.used[depth - 1]!);
      this.#roots[index] = this.#set(this.#roots[index]!, depth - 1, from, count, used);
      at += count;
    }
  }

  #set(node: Node, height: number, from: number, count: number, used: boolean): Node {
    const uniform = used ? this.#uniform.used[height]! : this.#uniform.free[height]!;
    if (count === capacity[height]! || node === uniform) return uniform;
    const own = this.#owned(node, height);
    if (height === 0) {
      setBits(own.bits!, from, count, used);
      summariseChunk(own);
    } else {
      const kid = capacity[height - 1]!;
      for (let at = from; at < from + count; ) {
        const index = Math.floor(at / kid);
        const inside = at - index * kid;
        const part = Math.min(kid - inside, from + count - at);
        own.kids![index] = this.#set(own.kids![index]!, height - 1, inside, part, used);
        at += part;
      }
      summariseKids(own, kid);
    }
    if (own.max === 0) return this.#uniform.used[height]!;
    return own.max === capacity[height]! ? this.#uniform.free[height]! : own;
  }

  /** A node that may be changed: a shared one is opened up first. */
  #owned(node: Node, height: number): Node {
    if (node.kids || node.bits) return node;
    const free = node === this.#uniform.free[height];
    if (height === 0)
      return {
        start: node.start,
        max: node.max,
        end: node.end,
        kids: null,
        bits: new Uint32Array(chunkPages / 32).fill(free ? 0 : 0xffffffff),
      };
    const kid = (free ? this.#uniform.free : this.#uniform.used)[height - 1]!;
    return { start: node.start, max: node.max, end: node.end, kids: new Array<Node>(fanOut).fill(kid), bits: null };
  }

  /** The lowest page at or above `from` where `npages` are free, or -1. `from` is a hint: nothing below it is free. */
  find(npages: number, from: number): number {
    let run = 0;
    const first = Math.max(0, Math.floor(from / top) - this.#first);
    for (let index = first; index < this.#roots.length; index++) {
      const node = this.#roots[index]!;
      const base = (index + this.#first) * top;
      if (run + node.start >= npages) return base - run;
      if (node.max >= npages) return this.#findIn(node, depth - 1, base, npages);
      run = node.end === top ? run + top : node.end;
    }
    return -1;
  }

  /** As find, inside a node that is known to have room. */
  #findIn(node: Node, height: number, base: number, npages: number): number {
    if (node === this.#uniform.free[height]) return base;
    if (height === 0) return base + findRun(node.bits!, npages);
    const kid = capacity[height - 1]!;
    let run = 0;
    for (let index = 0; index < fanOut; index++) {
      const child = node.kids![index]!;
      if (run + child.start >= npages) return base + index * kid - run;
      if (child.max >= npages) return this.#findIn(child, height - 1, base + index * kid, npages);
      run = child.end === kid ? run + kid : child.end;
    }
    return -1;
  }

  /** The 32 pages from `page`, a multiple of 32: a set bit is in use. */
  word(page: number): number {
    const chunk = this.#nodeAt(page, 0);
    if (chunk.bits) return chunk.bits[(page % chunkPages) >>> 5]!;
    return chunk.max === 0 ? 0xffffffff : 0;
  }

  /** The summary that covers `page` at a height, 0 being a chunk and 4 the top level. */
  summary(page: number, height: number): Summary {
    const { start, max, end } = this.#nodeAt(page, height);
    return { start, max, end };
  }

  #nodeAt(page: number, height: number): Node {
    let node = this.#roots[Math.floor(page / top) - this.#first] ?? this.#uniform.used[depth - 1]!;
    for (let h = depth - 1; h > height; h--) {
      if (!node.kids) return (node === this.#uniform.free[h] ? this.#uniform.free : this.#uniform.used)[height]!;
      node = node.kids[Math.floor((page % capacity[h]!) / capacity[h - 1]!)]!;
    }
    return node;
  }
}

function setBits(bits: Uint32Array, from: number, count: number, used: boolean): void {
  for (let page = from; page < from + count; ) {
    const bit = page & 31;
    const width = Math.min(32 - bit, from + count - page);
    const mask = width === 32 ? -1 : ((1 << width) - 1) << bit;
    if (used) bits[page >>> 5]! |= mask;
    else bits[page >>> 5]! &= ~mask;
    page += width;
  }
}

function summariseChunk(node: Node): void {
  const bits = node.bits!;
  let run = 0;
  let max = 0;
  let start = -1;
  for (let word = 0; word < bits.length; word++) {
    const used = bits[word]!;
    if (used === 0) {
      run += 32;
      continue;
    }
    if (used === 0xffffffff) {
      if (start < 0) start = run;
      if (run > max) max = run;
      run = 0;
      continue;
    }
    for (let bit = 0; bit < 32; bit++) {
      if ((used & (1 << bit)) === 0) run++;
      else {
        if (start < 0) start = run;
        if (run > max) max = run;
        run = 0;
      }
    }
  }
  node.start = start < 0 ? chunkPages : start;
  node.max = Math.max(max, run);
  node.end = run;
}

function summariseKids(node: Node, kid: number): void {
  let run = 0;
  let max = 0;
  let start = -1;
  for (const child of node.kids!) {
    if (child.start === kid) {
      run += kid;
      continue;
    }
    if (start < 0) start = run + child.start;
    max = Math.max(max, run + child.start, child.max);
    run = child.end;
  }
  node.start = start < 0 ? kid * fanOut : start;
  node.max = Math.max(max, run);
  node.end = run;
}

function findRun(bits: Uint32Array, npages: number): number {
  let run = 0;
  for (let page = 0; page < chunkPages; page++) {
    const used = bits[page >>> 5]!;
    if (used === 0xffffffff) {
      run = 0;
      page |= 31;
      continue;
    }
    run = (used & (1 << (page & 31))) === 0 ? run + 1 : 0;
    if (run === npages) return page - npages + 1;
  }
  return -1;
}
