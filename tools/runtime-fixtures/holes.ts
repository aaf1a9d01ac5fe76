/**
 * Holes that a collection leaves among runs of pages, and who fills them. The collector itself takes work buffers of four
 * pages and gives them back at a moment that nobody can know; a run counts as reproduced if the model gives all its places
 * with no, one or two such buffers, given back before one of the requests or not at all.
 */
import { Allocator, type AllocatorConfig } from '../../src/runtime/index.ts';
import type { Comparison } from './comparison.ts';

export interface HolesCase {
  readonly lastMod512: number;
  readonly runs: readonly number[];
  readonly dropped: readonly number[];
  readonly requests: readonly number[];
  readonly relPages: readonly number[];
}

const bufferPages = 4;

/** Where the model puts everything, with so many buffers that go back before the given request. */
function places(config: AllocatorConfig, one: HolesCase, buffers: number, freedBefore: number): number[] {
  const allocator = new Allocator(config);
  const ask = (pages: number): number => allocator.malloc(pages * config.pageSize, false) / config.pageSize;
  const filler = Array.from({ length: one.lastMod512 + 1 }, () => ask(1));
  const runs = one.runs.map(ask);
  const taken = Array.from({ length: buffers }, () => ask(bufferPages));
  const kept = [...filler, ...taken, ...runs.filter((_, i) => !one.dropped.includes(i))];
  allocator.collect(kept.map((page) => page * config.pageSize));
  const requests = one.requests.map((pages, i) => {
    if (i === freedBefore) for (const page of taken) allocator.heap.pages.free(page, bufferPages);
    return ask(pages);
  });
  return [...runs, ...requests].map((page) => page - filler.at(-1)!);
}

function isReproduced(config: AllocatorConfig, one: HolesCase): boolean {
  const seen = one.relPages.join();
  if (places(config, one, 0, -1).join() === seen) return true;
  for (const buffers of [1, 2]) {
    for (let before = 0; before <= one.requests.length; before++) {
      if (places(config, one, buffers, before).join() === seen) return true;
    }
  }
  return false;
}

export function compareHoles(config: AllocatorConfig, cases: readonly HolesCase[]): Comparison {
  const mismatches = cases
    .filter((one) => !isReproduced(config, one))
    .map((one) => `holes: seen ${one.relPages.join(' ')}`);
  return { compared: cases.reduce((sum, { relPages }) => sum + relPages.length, 0), mismatches };
}
