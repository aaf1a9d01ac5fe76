/**
 * Several Ps at once: goroutines are pinned to Ps of their own and ask in turn, so that everything is exact although
 * several threads take part. Then one P alone collects, and all of them ask for what was given back.
 */
import { Allocator, type AllocatorConfig } from '../../src/runtime/index.ts';
import { type Comparison, noComparison, same } from './comparison.ts';

export interface ProcsCase {
  readonly procs: number;
  readonly lastMod512: number;
  /** Size, pointers and slots taken of the one span of that class with free slots. */
  readonly taken: readonly (readonly [number, number, number])[];
  /** Flat steps: P, size, pointers, place; before each round the statistics are read. */
  readonly rounds: readonly (readonly number[])[];
  /** Steps, counted over all rounds, whose objects were dropped and collected with one P alone; then came these. */
  readonly dropped: readonly number[];
  readonly after: readonly number[];
}

/** Each P from its own cache: tiny block, spans, pages; the centre and the heap between them; then what a collection freed. */
export function compareProcs(config: AllocatorConfig, cases: readonly ProcsCase[], into = noComparison()): Comparison {
  const { pageSize } = config;
  cases.forEach((one, index) => {
    const allocator = new Allocator(config);
    const ask = (size: number, pointers: number): number => allocator.malloc(size, pointers === 1);
    const kept = one.taken.flatMap(([size, pointers, taken]) =>
      Array.from({ length: taken }, () => ask(size, pointers)),
    );
    allocator.readMemStats();
    const pages = fill(allocator, one.lastMod512);
    const last = pages.at(-1)!;
    const got: number[] = [];
    const steps = (flat: readonly number[], round: string): void => {
      for (let i = 0; i < flat.length; i += 4) {
        const [p, size, pointers, seen] = flat.slice(i, i + 4) as [number, number, number, number];
        allocator.p = p;
        const address = ask(size, pointers);
        got.push(address);
        const place = address < last ? (address % pageSize) - pageSize : address - last;
        same(into, `case ${index}, ${round}, step ${i / 4}: P ${p} gets ${size} B`, seen, place);
      }
    };
    allocator.procresize(one.procs);
    one.rounds.forEach((flat, round) => {
      allocator.readMemStats();
      steps(flat, `round ${round}`);
    });
    const dropped = new Set(one.dropped);
    allocator.readMemStats();
    allocator.procresize(1);
    allocator.collect([...kept, ...pages, ...got.filter((_, i) => !dropped.has(i))]);
    allocator.procresize(one.procs);
    steps(one.after, 'after the collection');
  });
  return into;
}

/** Single pages up to one with this number in its chunk: the heap of a probe, seen from its last page. */
function fill(allocator: Allocator, lastMod512: number): number[] {
  const { pageSize } = allocator.config;
  const pages: number[] = [];
  do pages.push(allocator.malloc(pageSize, false));
  while ((pages.at(-1)! / pageSize) % 512 !== lastMod512);
  return pages;
}
