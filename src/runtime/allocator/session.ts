/**
 * The allocator in steps: `step(state, action)` gives the next state and what happened, and leaves the old state as it was,
 * so a board can go back. A state is the list of actions and a picture of the heap after them; the fast core is run anew
 * for each step, which for the few hundred steps of a board takes less than a frame.
 */
import { BadInput } from '../base/errors.ts';
import { type AllocatorConfig, reservedBytes } from './config.ts';
import type { HeapEvent, LevelName, SpanPlace } from './events.ts';
import { levels } from './events.ts';
import { Allocator, type CollectMode } from './malloc.ts';
import type { MemStats } from './memstats.ts';
import { type Placement, placementOf } from './placement.ts';

export type HeapAction =
  | { readonly op: 'malloc'; readonly size: number; readonly pointers: boolean }
  /** The program forgets an object: the next collection frees it. */
  | { readonly op: 'drop'; readonly object: number }
  | { readonly op: 'collect'; readonly mode: CollectMode }
  /** runtime.ReadMemStats. */
  | { readonly op: 'measure' }
  /** The goroutine goes on on another P. */
  | { readonly op: 'useP'; readonly p: number };

export interface HeapObject {
  readonly id: number;
  readonly placement: Placement;
  readonly address: number;
  /** null for size 0. */
  readonly span: number | null;
  readonly slot: number;
  /** Of the object's first byte in its slot: header, or place in a tiny block. */
  readonly offset: number;
  readonly level: LevelName;
  /** held: the program can reach it. dropped: nobody can, but no collection came. freed: its slot may be used again. */
  readonly state: 'held' | 'dropped' | 'freed';
}

export interface SpanView {
  readonly id: number;
  /** From the first page of the heap. */
  readonly page: number;
  readonly npages: number;
  readonly sizeclass: number;
  readonly noscan: boolean;
  readonly elemsize: number;
  readonly nelems: number;
  readonly freeindex: number;
  readonly allocCount: number;
  /** For each slot: was it taken when the span was last swept? */
  readonly allocBits: readonly boolean[];
  readonly heapBitsBytes: number;
  readonly markBitsBytes: number;
  /** Bytes behind the last object that nothing uses. */
  readonly tailBytes: number;
  readonly place: SpanPlace;
  /** The P that holds it, or -1. */
  readonly p: number;
}

export interface PView {
  readonly p: number;
  /** Span by span class, as ids. */
  readonly cached: readonly { readonly spanclass: number; readonly span: number }[];
  /** How far the tiny block is filled, and where it is; null: there is none. */
  readonly tiny: { readonly address: number; readonly filled: number } | null;
  /** The page cache: its first page, and which of the 64 are free; null before Go 1.14. */
  readonly pages: { readonly page: number; readonly free: readonly boolean[] } | null;
}

export interface HeapView {
  readonly p: number;
  readonly objects: readonly HeapObject[];
  readonly spans: readonly SpanView[];
  readonly ps: readonly PView[];
  /** Pages in use from the first page of the heap to the end of what is mapped. */
  readonly usedPages: readonly boolean[];
  readonly mappedPages: number;
  readonly arenas: number;
  readonly sweepgen: number;
  readonly byLevel: Readonly<Record<LevelName, number>>;
  readonly goal: number;
  /** The statistics of the last measurement, if the last action was one. */
  readonly measured: MemStats | null;
}

export interface HeapState {
  readonly config: AllocatorConfig;
  readonly pCount: number;
  readonly actions: readonly HeapAction[];
  readonly view: HeapView;
}

export interface HeapStep {
  readonly state: HeapState;
  readonly events: readonly HeapEvent[];
}

/** Pages shown at most: a board draws no more. */
const shownPages = 4096;
/** Steps a session may have. */
export const sessionLimit = 4000;

export function startHeap(config: AllocatorConfig, pCount = 1): HeapState {
  return { config, pCount, actions: [], view: replay(config, pCount, []).view };
}

export function stepHeap(state: HeapState, action: HeapAction): HeapStep {
  if (state.actions.length >= sessionLimit) throw new BadInput('sessionEnds', { limit: sessionLimit });
  const actions = [...state.actions, action];
  const { view, events } = replay(state.config, state.pCount, actions);
  return { state: { ...state, actions, view }, events };
}

/** The state before the last action. */
export function undoHeap(state: HeapState): HeapState {
  const actions = state.actions.slice(0, -1);
  return { ...state, actions, view: replay(state.config, state.pCount, actions).view };
}

/** The same actions under other constants: another Go version, another page size. */
export function withConfig(state: HeapState, config: AllocatorConfig): HeapState {
  return { ...state, config, view: replay(config, state.pCount, state.actions).view };
}

interface Tracked {
  readonly object: HeapObject;
  held: boolean;
  freed: boolean;
}

function replay(
  config: AllocatorConfig,
  pCount: number,
  actions: readonly HeapAction[],
): { readonly view: HeapView; readonly events: readonly HeapEvent[] } {
  const allocator = new Allocator(config, pCount);
  const objects: Tracked[] = [];
  const events: HeapEvent[] = [];
  let measured: MemStats | null = null;
  actions.forEach((action, index) => {
    if (index === actions.length - 1) allocator.journal.listener = (event) => void events.push(event);
    measured = perform(allocator, objects, action);
  });
  allocator.journal.listener = null;
  return { view: picture(allocator, objects, measured), events };
}

function perform(allocator: Allocator, objects: Tracked[], action: HeapAction): MemStats | null {
  switch (action.op) {
    case 'malloc':
      objects.push(allocate(allocator, objects.length, action.size, action.pointers));
      return null;
    case 'drop': {
      const tracked = objects[action.object];
      if (!tracked?.held) throw new BadInput('notHeld', { object: action.object });
      tracked.held = false;
      return null;
    }
    case 'collect':
      allocator.collect(
        objects.filter((tracked) => tracked.held).map((tracked) => tracked.object.address),
        action.mode,
      );
      for (const tracked of objects) if (!tracked.held) tracked.freed = true;
      return null;
    case 'measure':
      return allocator.readMemStats();
    case 'useP':
      if (!Number.isInteger(action.p) || action.p < 0 || action.p >= allocator.caches.length)
        throw new BadInput('noP', { p: action.p });
      allocator.p = action.p;
      return null;
  }
}

function allocate(allocator: Allocator, id: number, size: number, pointers: boolean): Tracked {
  const placement = placementOf(allocator.config, size, pointers);
  const address = allocator.malloc(size, pointers);
  const span = allocator.lastSpan;
  const slot = span ? span.indexOf(address) : 0;
  const offset = span ? address - span.base - slot * span.elemsize : 0;
  const object: HeapObject = {
    id,
    placement,
    address,
    span: span ? span.id : null,
    slot,
    offset,
    level: levels[allocator.journal.current.level]!,
    state: 'held',
  };
  return { object, held: true, freed: false };
}

function picture(allocator: Allocator, tracked: readonly Tracked[], measured: MemStats | null): HeapView {
  const { config, heap, journal } = allocator;
  const base = config.heapBase / config.pageSize;
  const mappedPages = heap.pages.end - base;
  return {
    p: allocator.p,
    objects: tracked.map(({ object, held, freed }) => ({
      ...object,
      state: held ? 'held' : freed ? 'freed' : 'dropped',
    })),
    spans: spanViews(allocator, base),
    ps: allocator.caches.map((cache) => ({
      p: cache.p,
      cached: cache.alloc.flatMap((span, spanclass) => (span ? [{ spanclass, span: span.id }] : [])),
      tiny: cache.tiny === 0 ? null : { address: cache.tiny, filled: cache.tinyoffset },
      pages:
        config.pageCachePages === 0
          ? null
          : { page: cache.pages.page - base, free: Array.from({ length: 64 }, (_, i) => cache.pages.isFree(i)) },
    })),
    usedPages: Array.from({ length: Math.min(mappedPages, shownPages) }, (_, page) => heap.pages.isUsed(base + page)),
    mappedPages,
    arenas: heap.arenas,
    sweepgen: heap.sweepgen,
    byLevel: Object.fromEntries(levels.map((name, i) => [name, journal.byLevel[i]!])) as Record<LevelName, number>,
    goal: allocator.goal,
    measured,
  };
}

function spanViews(allocator: Allocator, base: number): SpanView[] {
  const { config, central, caches } = allocator;
  const views: SpanView[] = [];
  const places = new Map<number, { readonly place: SpanPlace; readonly p: number }>();
  for (const cache of caches)
    for (const span of cache.alloc) if (span) places.set(span.id, { place: 'cached', p: cache.p });
  for (const one of central) {
    for (const [place, spans] of Object.entries(one.sets()))
      for (const span of spans) if (!places.has(span.id)) places.set(span.id, { place: place as SpanPlace, p: -1 });
  }
  for (const span of allocator.heap.table.all()) {
    const { sizeclass, noscan, nelems, elemsize, npages } = span;
    const reserved = sizeclass === 0 ? { heapBits: 0, markBits: 0 } : reservedBytes(config, sizeclass, !noscan);
    const { place, p } = places.get(span.id) ?? { place: 'fullSwept', p: -1 };
    views.push({
      id: span.id,
      page: span.page - base,
      npages,
      sizeclass,
      noscan,
      elemsize,
      nelems,
      freeindex: span.freeindex,
      allocCount: span.allocCount,
      allocBits: Array.from({ length: nelems }, (_, i) => ((span.allocBits?.[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0),
      heapBitsBytes: reserved.heapBits,
      markBitsBytes: reserved.markBits,
      tailBytes: npages * config.pageSize - nelems * elemsize - reserved.heapBits - reserved.markBits,
      place,
      p,
    });
  }
  return views;
}
