/** allocation-path: one more object; which level of the allocator answers, and under which lock? */
import { Allocator, BadInput, type LevelName, levels, objectsPerSpan, placementOf } from '../../../runtime/index.ts';
import { type Believed, goModels, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

/** The places in which an answer may be found, in the order in which they are asked. */
export const stations = ['mcache', 'central-swept', 'central-unswept', 'page-cache', 'page-heap', 'system'] as const;
export type Station = (typeof stations)[number];

export const scenarios = [
  'room',
  'last-of-64',
  'full',
  'measured',
  'collected',
  'nothing-died',
  'first',
  'tiny',
  'large',
  'larger',
  'other-p',
] as const;
export type Scenario = (typeof scenarios)[number];

export interface PathTask {
  readonly go: string;
  readonly scenario: string;
  readonly size: number;
  readonly pointers: boolean;
}

export interface PathKey {
  readonly truth: Station;
  readonly level: LevelName;
  readonly sweeps: number;
  readonly locks: { readonly mcentral: number; readonly mheap: number; readonly spanSet: number };
  /** Of the span that the P holds for this class before the request: how many slots are taken, of how many; null: none. */
  readonly cached: { readonly taken: number; readonly of: number } | null;
  /** Spans in the centre before the request. */
  readonly waiting: { readonly partialSwept: number; readonly unswept: number };
}

const stationOf: Readonly<Record<LevelName, Station>> = {
  zero: 'mcache',
  tinyBlock: 'mcache',
  fast: 'mcache',
  next64: 'mcache',
  partialSwept: 'central-swept',
  partialUnswept: 'central-unswept',
  fullUnswept: 'central-unswept',
  pageCache: 'page-cache',
  pageHeap: 'page-heap',
  heapGrow: 'system',
  arena: 'system',
};

function sizesFor(scenario: Scenario, random: (below: number) => number): Pick<PathTask, 'size' | 'pointers'> {
  if (scenario === 'tiny') return { size: 1 + random(4), pointers: false };
  if (scenario === 'large') return { size: 40_000 + random(40_000), pointers: random(2) === 0 };
  if (scenario === 'larger') return { size: 150_000 + random(300_000), pointers: random(2) === 0 };
  return { size: [24, 32, 48, 64, 96][random(5)]!, pointers: random(2) === 0 };
}

/** Brings the heap into the state that the scenario tells of. */
function prepare({ scenario, size, pointers }: PathTask, allocator: Allocator): void {
  const { config } = allocator;
  const allocate = (): number => allocator.malloc(size, pointers);
  const { class: sizeclass, path } = placementOf(config, size, pointers);
  const perSpan = path === 'small' ? objectsPerSpan(config, sizeclass, pointers) : 1;
  const fill = (spans: number): number[] => Array.from({ length: perSpan * spans }, allocate);
  if (scenario !== 'first') allocator.malloc(2048, true);
  switch (scenario as Scenario) {
    case 'first':
      return;
    case 'room':
    case 'tiny':
      for (let i = 0; i < 3; i++) allocate();
      return;
    case 'last-of-64':
      for (let i = 0; i < 63; i++) allocate();
      return;
    case 'full':
    case 'large':
    case 'larger':
      fill(1);
      return;
    case 'other-p':
      // What another P holds is nobody else's: not in the centre, and not to be seen from here.
      allocator.p = 1;
      for (let i = 0; i < 3; i++) allocate();
      allocator.p = 0;
      return;
    case 'measured':
      for (let i = 0; i < 5; i++) allocate();
      allocator.readMemStats();
      return;
    case 'collected':
    case 'nothing-died': {
      const addresses = fill(3);
      allocator.collect(scenario === 'collected' ? addresses.filter((_, i) => i % 4 !== 1) : addresses, 'background');
      if (scenario === 'nothing-died') return;
      const flushed = perSpan - addresses.slice(2 * perSpan).filter((_, i) => (i + 2 * perSpan) % 4 !== 1).length;
      for (let i = 0; i < flushed; i++) allocate();
      return;
    }
    default:
      throw new BadInput('noScenario', { scenario });
  }
}

export const allocationPath: RuntimeKind<PathTask, PathKey> = {
  kind: 'allocation-path',
  revision: 1,
  versions: heapVersions,
  variant: (random, go) => {
    const scenario = scenarios[random(scenarios.length)]!;
    return { go, scenario, ...sizesFor(scenario, random) };
  },
  key: (task, models = goModels) => {
    const config = models.heap(task.go);
    const allocator = new Allocator(config, task.scenario === 'other-p' ? 2 : 1);
    prepare(task, allocator);
    const { class: sizeclass } = placementOf(config, task.size, task.pointers);
    const spanclass = sizeclass * 2 + (task.pointers ? 0 : 1);
    const cached = allocator.caches[0]!.alloc[spanclass];
    const sets = allocator.central[spanclass]!.sets();
    const unswept = [...sets.partialUnswept, ...sets.fullUnswept, ...sets.fullSwept, ...sets.partialSwept].filter(
      (span) => span.sweepgen === allocator.heap.sweepgen - 2,
    );
    const waiting = {
      partialSwept: sets.partialSwept.filter((span) => !unswept.includes(span)).length,
      unswept: unswept.length,
    };
    allocator.malloc(task.size, task.pointers);
    const { current } = allocator.journal;
    const level = levels[current.level]!;
    return {
      truth: stationOf[level],
      level,
      sweeps: current.sweeps,
      locks: { mcentral: current.mcentralLocks, mheap: current.mheapLocks, spanSet: current.spanSetLocks },
      cached: cached ? { taken: cached.allocCount, of: cached.nelems } : null,
      waiting,
    };
  },
  believed: ({ scenario }, { truth }) => {
    const believed: Believed[] = [
      { belief: 'always-asks-the-heap', answer: 'page-heap' },
      { belief: 'system-each-time', answer: 'system' },
    ];
    if (scenario === 'large' || scenario === 'larger')
      for (const answer of ['mcache', 'central-swept', 'central-unswept'])
        believed.unshift({ belief: 'large-in-slot', answer });
    if (scenario === 'other-p')
      believed.unshift(
        { belief: 'cache-is-shared', answer: 'mcache' },
        { belief: 'cache-is-shared', answer: 'central-swept' },
      );
    if (truth === 'central-unswept')
      believed.push(
        { belief: 'sweep-forgotten', answer: 'page-cache' },
        { belief: 'sweep-forgotten', answer: 'page-heap' },
      );
    // The widest: a level too near, which has nothing to give, or one too far, which is not asked any more.
    for (const [at, answer] of stations.entries())
      believed.push({ belief: at < stations.indexOf(truth) ? 'nothing-there' : 'nearer-can-help', answer });
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: () => stations,
  near: (answer, truth) => Math.abs(stations.indexOf(answer as Station) - stations.indexOf(truth as Station)) === 1,
};
