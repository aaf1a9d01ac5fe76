/** Draws observations of all kinds from a probe; `scale` says how many, `seed` which. */
import type { GrowCase, HeapgrowCase, Observations } from './compare.ts';
import { prologueSource } from './listing.ts';
import type { Probe } from './probe.ts';

interface NamedGrowth {
  readonly functions: readonly string[];
  readonly sizes: GrowCase['sizes'];
  readonly used: readonly number[];
}

export interface Scale {
  readonly tiny: number;
  readonly pageRuns: number;
  readonly pageRequests: number;
  /** Cases with several Ps, and steps between two measurements. */
  readonly procs: number;
  readonly procSteps: number;
  readonly reuse: number;
  readonly heapgrow: number;
  readonly stackgrow: number;
  readonly shrink: number;
  readonly arrays: readonly number[];
}

export const recordedScale: Scale = {
  tiny: 120,
  pageRuns: 12,
  pageRequests: 200,
  procs: 4,
  procSteps: 60,
  reuse: 24,
  heapgrow: 60,
  stackgrow: 40,
  shrink: 10,
  arrays: [8, 16, 48, 80, 88, 96, 104, 112, 120, 128, 136, 144, 1000, 4064, 4072, 4080, 4088, 4096, 4104, 4200, 20000],
};

/** As large as a live test may be: 200 chains of calls, and tiny programs and page runs beside those of their own. */
export const liveScale: Scale = {
  ...recordedScale,
  tiny: 500,
  pageRuns: 10,
  procs: 30,
  procSteps: 150,
  reuse: 60,
  heapgrow: 80,
  stackgrow: 200,
  shrink: 30,
};

export function seeds(seed: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (seed * 7919 + i * 104729) % 1_000_003);
}

function growCases(probe: Probe, rows: unknown[]): GrowCase[] {
  return (rows as NamedGrowth[]).map(({ functions, sizes, used }) => ({
    frames: functions.map((name) => probe.frames.get(name)!),
    sizes,
    used,
  }));
}

/** One process in fifty has pages of the runtime between its own and says nothing (heap.go): another is asked. */
const TRIES = 10;

function undisturbed(probe: Probe, kind: string, seed: number, count: number): unknown {
  for (let i = 0; i < TRIES; i++) {
    const [row] = probe.run(kind, seed, count);
    if (row !== undefined) return row;
  }
  throw new Error(`${kind}, seed ${seed}: disturbed ${TRIES} times`);
}

export function observe(probe: Probe, scale: Scale, seed = 1): Observations {
  const one = <T>(kind: string, count = 1): T => probe.run(kind, seed, count)[0] as T;
  const many = <T>(kind: string, times: number, count = 1): T[] =>
    seeds(seed, times).map((s) => probe.run(kind, s, count)[0] as T);
  return {
    sizeclasses: one('sizeclasses'),
    allocCost: one('alloc-cost'),
    borders: one('borders'),
    tiny: probe.run('tiny', seed, scale.tiny) as Observations['tiny'],
    pages: many('pages', scale.pageRuns, scale.pageRequests),
    procs: many('procs', scale.procs, scale.procSteps),
    reuse: many('reuse', scale.reuse),
    heapgrow: seeds(seed, 2).map((s) => undisturbed(probe, 'heapgrow', s, scale.heapgrow) as HeapgrowCase),
    goal: one('goal', 12),
    prologue: probe.list(prologueSource(scale.arrays)).filter((f) => f.name !== 'ext'),
    stackgrow: growCases(probe, probe.run('stackgrow', seed, scale.stackgrow)),
    stackbig: growCases(probe, probe.run('stackbig', seed)),
    shrink: probe.run('shrink', seed, scale.shrink) as Observations['shrink'],
    adaptive: many('adaptive', 3),
    stackpool: [one('stackpool', 150)],
  };
}
