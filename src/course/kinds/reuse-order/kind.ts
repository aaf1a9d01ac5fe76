/** reuse-order: objects were freed by a collection; whose slot is used first? */
import { Allocator, placementOf } from '../../../runtime/index.ts';
import { type Believed, goModels, numberChoices, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

export interface ReuseTask {
  readonly go: string;
  readonly size: number;
  readonly count: number;
  readonly freed: readonly number[];
  /** The program reads the statistics before the collection. */
  readonly flush: boolean;
}

export interface ReuseKey {
  readonly truth: string;
  /** Objects by number, in the order in which their slots are used again; -1: a slot that was never theirs. */
  readonly order: readonly number[];
  /** Where each object lies, and where each of the order went; span -1: one that came later. */
  readonly slots: readonly SlotPlace[];
  readonly places: readonly SlotPlace[];
  readonly perSpan: number;
}

interface SlotPlace {
  readonly span: number;
  readonly slot: number;
}

function run({ go, size, count, freed, flush }: ReuseTask, models = goModels): ReuseKey {
  const allocator = new Allocator(models.heap(go));
  const addresses: number[] = [];
  const spans: number[] = [];
  const slots = Array.from({ length: count }, () => {
    const address = allocator.malloc(size, false);
    const span = allocator.lastSpan!;
    if (!spans.includes(span.id)) spans.push(span.id);
    addresses.push(address);
    return { span: spans.indexOf(span.id), slot: span.indexOf(address) };
  });
  const perSpan = allocator.lastSpan!.nelems;
  if (flush) allocator.readMemStats();
  allocator.collect(addresses.filter((_, i) => !freed.includes(i)));
  const again = Array.from({ length: freed.length + 2 }, () => {
    const address = allocator.malloc(size, false);
    const span = allocator.lastSpan!;
    return { object: addresses.indexOf(address), span: spans.indexOf(span.id), slot: span.indexOf(address) };
  });
  const order = again.map(({ object }) => object);
  const places = again.map(({ span, slot }) => ({ span, slot }));
  return { truth: String(order.find((index) => index >= 0) ?? -1), order, slots, places, perSpan };
}

export const reuseOrder: RuntimeKind<ReuseTask, ReuseKey> = {
  kind: 'reuse-order',
  revision: 1,
  versions: heapVersions,
  variant: (random, go, models = goModels) => {
    const size = [2048, 1024, 2048][random(3)]!;
    const count = 10 + random(7);
    const perSpan = Math.floor(models.heap(go).pageSize / placementOf(models.heap(go), size, false).slotBytes);
    // One object of every span stays, so that no span goes back to the page heap.
    const freed = Array.from({ length: count }, (_, i) => i).filter((i) => i % perSpan !== 0 && random(2) === 0);
    return { go, size, count, freed: freed.length > 1 ? freed : [1, 3, count - 1], flush: random(3) === 0 };
  },
  key: run,
  believed: (task, { truth }, models = goModels) => {
    const believed: Believed[] = [
      { belief: 'last-freed-first', answer: String(task.freed.at(-1)) },
      { belief: 'lowest-address-first', answer: String(task.freed[0]) },
      { belief: 'flush-ignored', answer: run({ ...task, flush: !task.flush }, models).truth },
    ];
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: (task, key, models = goModels) =>
    numberChoices(key.truth, reuseOrder.believed(task, key, models), task.freed.slice(1, -1), 4),
};
