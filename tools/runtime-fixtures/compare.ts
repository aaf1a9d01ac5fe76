/**
 * Compares what the probe saw with what the models say. Each function gives the number of things compared and a sentence
 * for each that differs. Expected values come from the probe only; the model is asked, never the other way round.
 */
import {
  Allocator,
  type AllocatorConfig,
  checkCode,
  firstStack,
  growths,
  makeConfig,
  makeStackConfig,
  nextGoal,
  objectsPerSpan,
  placementOf,
  prologueOf,
  StackAlloc,
  type StackConfig,
  StackRun,
  shrinkLadder,
  startingStackSize,
} from '../../src/runtime/index.ts';
import { type Comparison, noComparison, same } from './comparison.ts';
import { formOf, type ListedFunction } from './listing.ts';
import { compareProcs, type ProcsCase } from './procs.ts';

export interface ClassRow {
  readonly size: number;
  readonly pages: number;
  readonly objects: number;
  readonly pointers: boolean;
}

export function compareSizeclasses(
  config: AllocatorConfig,
  rows: readonly ClassRow[],
  into = noComparison(),
): Comparison {
  const seen = new Set<number>();
  for (const row of rows) {
    const sizeclass = config.classes.size.indexOf(row.size);
    const what = `class of ${row.size} B${row.pointers ? ' with pointers' : ''}`;
    if (sizeclass < 0) same(into, what, row, 'no such class');
    else
      same(
        into,
        what,
        [row.pages, row.objects],
        [config.classes.npages[sizeclass], objectsPerSpan(config, sizeclass, row.pointers)],
      );
    seen.add(row.size);
  }
  same(
    into,
    'size classes',
    [...seen].sort((a, b) => a - b),
    config.classes.size.slice(1),
  );
  return into;
}

/** size, pointers, bytes, mallocs, address modulo 16, index in BySize or -1 */
export type CostRow = readonly [number, number, number, number, number, number];

export function compareCosts(config: AllocatorConfig, rows: readonly CostRow[], into = noComparison()): Comparison {
  for (const [size, pointers, bytes, mallocs, mod16, bySize] of rows) {
    const place = placementOf(config, size, pointers === 1);
    const what = `${size} B${pointers ? ' with pointers' : ''}`;
    same(into, what, [bytes, mallocs], [place.slotBytes, size === 0 ? 0 : 1]);
    if (place.slotBytes % 16 === 0 && size > 0) same(into, `${what}, header`, mod16, place.headerBytes % 16);
    if (bySize >= 0) same(into, `${what}, class`, bySize, place.class);
  }
  return into;
}

export interface BorderRow {
  readonly size: number;
  readonly large: boolean;
}

export function compareBorders(config: AllocatorConfig, rows: readonly BorderRow[], into = noComparison()): Comparison {
  for (const { size, large } of rows)
    same(into, `${size} B is large`, large, placementOf(config, size, false).path === 'large');
  return into;
}

export interface TinyProgram {
  readonly sizes: readonly number[];
  readonly blocks: readonly number[];
  readonly offsets: readonly number[];
  readonly mallocs: number;
  readonly slots: number;
  readonly bytes: number;
}

export function compareTiny(
  config: AllocatorConfig,
  programs: readonly TinyProgram[],
  into = noComparison(),
): Comparison {
  const allocator = new Allocator(config);
  let before = allocator.readMemStats();
  for (const program of programs) {
    const numbers = new Map<number, number>();
    const addresses = program.sizes.map((size) => allocator.malloc(size, false));
    addresses.forEach((address, i) => {
      const block = Math.floor(address / 16) * 16;
      if (!numbers.has(block)) numbers.set(block, numbers.size);
      same(
        into,
        `tiny ${program.sizes.join(' ')} at ${i}`,
        [program.blocks[i], program.offsets[i]],
        [numbers.get(block), address - block],
      );
    });
    const after = allocator.readMemStats();
    same(
      into,
      `tiny ${program.sizes.join(' ')}, counters`,
      [program.mallocs, program.slots, program.bytes],
      [
        after.mallocs - before.mallocs,
        after.bySize[2]!.mallocs - before.bySize[2]!.mallocs,
        after.totalAlloc - before.totalAlloc,
      ],
    );
    before = after;
  }
  return into;
}

export interface PageRun {
  readonly lastMod64: number;
  readonly lastMod512: number;
  readonly requests: readonly number[];
  readonly relPages: readonly number[];
}

export function comparePages(config: AllocatorConfig, runs: readonly PageRun[], into = noComparison()): Comparison {
  for (const run of runs) {
    const allocator = new Allocator(config);
    const ask = (pages: number): number => allocator.malloc(pages * config.pageSize, false) / config.pageSize;
    let last = 0;
    // The heap of the probe up to its last page, seen from the start of that page's chunk.
    for (let page = 0; page <= run.lastMod512; page++) last = ask(1);
    run.requests.forEach((pages, i) => {
      same(into, `run of ${pages} pages, request ${i}`, run.relPages[i], ask(pages) - last);
    });
  }
  return into;
}

export interface ReuseCase {
  readonly size: number;
  readonly pointers: boolean;
  readonly firstSlot: number;
  readonly count: number;
  readonly freed: readonly number[];
  readonly flushBefore: boolean;
  readonly order: readonly number[];
}

export function compareReuse(config: AllocatorConfig, cases: readonly ReuseCase[], into = noComparison()): Comparison {
  for (const one of cases) {
    const allocator = new Allocator(config);
    const allocate = (): number => allocator.malloc(one.size, one.pointers);
    const kept = Array.from({ length: one.firstSlot }, allocate);
    const objects = Array.from({ length: one.count }, allocate);
    const freed = new Set(one.freed);
    if (one.flushBefore) allocator.readMemStats();
    allocator.collect([...kept, ...objects.filter((_, i) => !freed.has(i))]);
    const order = one.freed.map(() => objects.indexOf(allocate()));
    same(
      into,
      `reuse of ${one.size} B, ${one.freed.length} of ${one.count} freed${one.flushBefore ? ' after measuring' : ''}`,
      one.order,
      order,
    );
  }
  return into;
}

export interface HeapgrowCase {
  readonly lastMod8192: number;
  readonly steps: readonly (readonly [number, number])[];
}

export function compareHeapgrow(
  config: AllocatorConfig,
  cases: readonly HeapgrowCase[],
  into = noComparison(),
): Comparison {
  for (const one of cases) {
    const allocator = new Allocator(config);
    allocator.malloc((one.lastMod8192 + 1) * config.pageSize, false);
    for (const [request, sysDelta] of one.steps) {
      const before = allocator.heap.sysBytes;
      allocator.malloc(request, false);
      same(into, `growth for ${request} B`, sysDelta, allocator.heap.sysBytes - before);
    }
  }
  return into;
}

export interface GoalRow {
  readonly gogc: number;
  readonly live: number;
  readonly stacks: number;
  readonly globals: number;
  readonly nextGC: number;
}

export function compareGoals(config: AllocatorConfig, rows: readonly GoalRow[], into = noComparison()): Comparison {
  for (const { gogc, live, stacks, globals, nextGC } of rows)
    same(into, `goal at GOGC=${gogc} for ${live} B`, nextGC, nextGoal(config, live, gogc, { stacks, globals }));
  return into;
}

export function comparePrologues(
  config: StackConfig,
  functions: readonly ListedFunction[],
  into = noComparison(),
): Comparison {
  for (const shape of functions) {
    same(into, `prologue of ${shape.name}, frame ${shape.frame}`, formOf(shape.check), prologueOf(config, shape));
    same(into, `check of ${shape.name}, frame ${shape.frame}`, shape.check, checkCode(config, shape));
  }
  return into;
}

export interface GrowCase {
  readonly frames: readonly number[];
  /** Pairs of depth and size in that function's body, wherever the size differs from the one before. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Bytes used in the bodies: of every function, or of the last alone. */
  readonly used: readonly number[];
}

export function compareGrowth(config: StackConfig, cases: readonly GrowCase[], into = noComparison()): Comparison {
  for (const one of cases) {
    const runs = one.frames.map((frame) => ({ frame, times: 1 }));
    const seen = one.sizes.slice(one.sizes[0]![1] === config.stackMin ? 1 : 0);
    const model = [...growths(config, runs)].map((growth) => [growth.depth, growth.to]);
    same(into, `growth of ${one.frames.join(',')}`, seen, model);
    const run = new StackRun(config);
    const used: number[] = [];
    for (const frame of one.frames) {
      run.call(frame);
      used.push(run.used - config.callBytes);
    }
    same(into, `use of ${one.frames.join(',')}`, one.used, used.slice(-one.used.length));
  }
  return into;
}

export interface ShrinkCase {
  readonly startSize: number;
  readonly used: number;
  readonly sizes: readonly number[];
}

export function compareShrink(config: StackConfig, cases: readonly ShrinkCase[], into = noComparison()): Comparison {
  for (const one of cases)
    same(
      into,
      `shrinking ${one.startSize} with ${one.used} used`,
      one.sizes,
      shrinkLadder(config, one.startSize, one.used, one.sizes.length),
    );
  return into;
}

export interface AdaptiveCase {
  readonly parked: number;
  readonly used: number;
  readonly metric: number;
  readonly fresh: readonly number[];
  readonly recycled: readonly number[];
}

export function compareAdaptive(
  config: StackConfig,
  cases: readonly AdaptiveCase[],
  into = noComparison(),
): Comparison {
  for (const one of cases) {
    const starting = startingStackSize(
      config,
      Array.from({ length: one.parked }, () => one.used),
    );
    const what = `${one.parked} goroutines with ${one.used} B used`;
    if (one.metric > 0) same(into, `${what}: starting size`, one.metric, starting);
    same(
      into,
      `${what}: recycled`,
      one.recycled,
      one.recycled.map(() => firstStack(config, true, starting)),
    );
    // The goroutines that ended before are reused first; the others are new.
    const fresh = one.fresh.filter((size) => size === firstStack(config, false, starting)).length;
    same(into, `${what}: most of many at once are fresh`, true, fresh > one.fresh.length / 2);
  }
  return into;
}

export interface PoolCase {
  readonly steps: readonly number[];
  readonly delta: readonly number[];
}

export function comparePool(config: StackConfig, cases: readonly PoolCase[], into = noComparison()): Comparison {
  for (const one of cases) {
    const stacks = new StackAlloc(config);
    const steps: number[] = [];
    const delta: number[] = [];
    // How much of the pool was in use before is not known; it decides where the first step falls.
    const fill = config.stackCacheSize / config.stackMin - (one.steps[0]! % 16);
    for (let i = 0; i < fill; i++) stacks.alloc(config.stackMin);
    for (let i = 0; i <= one.steps.at(-1)!; i++) {
      const before = stacks.inUseBytes;
      stacks.alloc(config.stackMin);
      if (stacks.inUseBytes === before) continue;
      steps.push(i);
      delta.push(stacks.inUseBytes - before);
    }
    same(into, 'steps of StackInuse', [one.steps, one.delta], [steps, delta]);
  }
  return into;
}

/** All kinds of one release, as recorded or as just drawn. */
export interface Observations {
  readonly sizeclasses: readonly ClassRow[];
  readonly allocCost: readonly CostRow[];
  readonly borders: readonly BorderRow[];
  readonly tiny: readonly TinyProgram[];
  readonly pages: readonly PageRun[];
  readonly procs: readonly ProcsCase[];
  readonly reuse: readonly ReuseCase[];
  readonly heapgrow: readonly HeapgrowCase[];
  readonly goal: readonly GoalRow[];
  readonly prologue: readonly ListedFunction[];
  readonly stackgrow: readonly GrowCase[];
  readonly stackbig: readonly GrowCase[];
  readonly shrink: readonly ShrinkCase[];
  readonly adaptive: readonly AdaptiveCase[];
  readonly stackpool: readonly PoolCase[];
}

export function compareAll(goVersion: string, o: Observations): Record<keyof Observations, Comparison> {
  const heap = makeConfig(goVersion);
  const stack = makeStackConfig(goVersion);
  return {
    sizeclasses: compareSizeclasses(heap, o.sizeclasses),
    allocCost: compareCosts(heap, o.allocCost),
    borders: compareBorders(heap, o.borders),
    tiny: compareTiny(heap, o.tiny),
    pages: comparePages(heap, o.pages),
    procs: compareProcs(heap, o.procs),
    reuse: compareReuse(heap, o.reuse),
    heapgrow: compareHeapgrow(heap, o.heapgrow),
    goal: compareGoals(heap, o.goal),
    prologue: comparePrologues(stack, o.prologue),
    stackgrow: compareGrowth(stack, o.stackgrow),
    stackbig: compareGrowth(stack, o.stackbig),
    shrink: compareShrink(stack, o.shrink),
    adaptive: compareAdaptive(stack, o.adaptive),
    stackpool: comparePool(stack, o.stackpool),
  };
}
