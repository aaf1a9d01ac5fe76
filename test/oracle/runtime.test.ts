/** Freshly drawn cases, asked of the installed Go: sizes, tiny programs, page runs, reuse, stacks, prologues. */
import { afterAll, expect, test } from 'vitest';
import { makeConfig, makeStackConfig } from '../../src/runtime/index.ts';
import {
  type CostRow,
  compareAll,
  compareCosts,
  comparePages,
  comparePrologues,
  compareTiny,
  type PageRun,
  type TinyProgram,
} from '../../tools/runtime-fixtures/compare.ts';
import { compareHoles, type HolesCase } from '../../tools/runtime-fixtures/holes.ts';
import { prologueSource } from '../../tools/runtime-fixtures/listing.ts';
import { liveScale, observe, seeds } from '../../tools/runtime-fixtures/observe.ts';
import { makeProbe } from '../../tools/runtime-fixtures/probe.ts';
import { live } from './live.ts';

live('the runtime of the installed Go', () => {
  const probe = makeProbe('1.26.8')!;
  afterAll(() => probe.close());
  const heap = makeConfig(probe.goVersion);
  const stack = makeStackConfig(probe.goVersion);
  const seed = 1 + Math.floor(Math.random() * 1_000_000);

  test('every kind of observation, drawn anew', () => {
    const results = compareAll(probe.goVersion, observe(probe, liveScale, seed));
    for (const [kind, { compared, mismatches }] of Object.entries(results)) {
      expect(mismatches, `${kind}, seed ${seed}`).toEqual([]);
      expect(compared, kind).toBeGreaterThan(0);
    }
    expect(results.stackgrow.compared).toBeGreaterThanOrEqual(400);
  });

  test('every size from 0 to 40,000, with and without pointers', () => {
    const rows = probe.run('every-size')[0] as CostRow[];
    expect(rows.length).toBe(45_002);
    expect(compareCosts(heap, rows).mismatches).toEqual([]);
  });

  test('100,000 tiny allocations', () => {
    const { compared, mismatches } = compareTiny(heap, probe.run('tiny', seed, 6000) as TinyProgram[]);
    expect(mismatches, `seed ${seed}`).toEqual([]);
    expect(compared).toBeGreaterThan(100_000);
  });

  test('100,000 requests for pages', () => {
    const runs = seeds(seed, 400).map((s) => probe.run('pages', s, 255)[0] as PageRun);
    const { compared, mismatches } = comparePages(heap, runs);
    expect(mismatches.slice(0, 5), `seed ${seed}`).toEqual([]);
    expect(compared).toBeGreaterThan(100_000);
  });

  test('holes that a collection leaves among pages, and what fills them', () => {
    const cases = seeds(seed, 30).map((s) => probe.run('pageholes', s, 60)[0] as HolesCase);
    const { compared, mismatches } = compareHoles(heap, cases);
    expect(mismatches, `seed ${seed}`).toEqual([]);
    expect(compared).toBe(30 * 120);
  });

  test('prologues of all frames from 0 to 8,192', () => {
    const arrays = Array.from({ length: 1025 }, (_, i) => 8 * (i + 1));
    const functions = probe.list(prologueSource(arrays)).filter(({ name }) => name !== 'ext');
    expect(comparePrologues(stack, functions).mismatches).toEqual([]);
    const unseen = (leaf: boolean, panics: boolean): number[] => {
      const seen = new Set(functions.filter((f) => f.leaf === leaf && f.panics === panics).map(({ frame }) => frame));
      return Array.from({ length: 1025 }, (_, i) => 8 * i).filter((frame) => !seen.has(frame));
    };
    // A frame keeps the caller's frame pointer unless it is empty: nothing that calls has 0, no leaf has 8 alone.
    for (const missing of [unseen(true, false), unseen(true, true), unseen(false, false)]) {
      expect(missing.filter((frame) => frame > 8)).toEqual([]);
    }
  });
});
