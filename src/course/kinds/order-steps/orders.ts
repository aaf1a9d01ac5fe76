/**
 * Orders that the models of the runtime give: each step with the position at which the model comes to it. Nothing is
 * ordered by hand here; a step that the model never comes to has no position.
 */
import { Allocator, levels, makeConfig, type StackConfig, stackHistory } from '../../../runtime/index.ts';
import { allocationPath, scenarios } from '../allocation-path/kind.ts';

type Positions = ReadonlyMap<string, number>;

const stackRules: Readonly<Record<string, (config: StackConfig) => boolean>> = {
  linked: ({ mode }) => mode === 'segmented',
  some: ({ mode }) => mode === 'hybrid',
  all: ({ mode }) => mode === 'contiguous',
  frame: ({ growth }) => growth === 'byRoom',
  average: ({ adaptiveStart }) => adaptiveStart,
};

/** Rules of goroutine stacks, by the first release in which they hold. */
function ofStacks(): Positions {
  const eras = stackHistory();
  return new Map(Object.entries(stackRules).map(([id, holds]) => [id, eras.findIndex(({ config }) => holds(config))]));
}

/** Who answers an allocation, by how far it had to ask: one allocation in each state of the heap that has a name. */
function ofLevels(go: string): Positions {
  const found = new Map<string, number>();
  for (const scenario of scenarios)
    for (const size of [48, 40_000, 200_000]) {
      const { truth, level } = allocationPath.key({ go, scenario, size, pointers: true });
      if (!found.has(truth)) found.set(truth, levels.indexOf(level));
    }
  return found;
}

/** What happens from a collection to the moment when the slot of a dead object is given out again. */
function ofCollection(go: string): Positions {
  const size = 2048;
  const allocator = new Allocator(makeConfig(go));
  const addresses = Array.from({ length: 24 }, () => allocator.malloc(size, true));
  const dead = new Set(addresses.filter((_, index) => index % 4 === 1));
  const found = new Map<string, number>();
  const see = (step: string) => found.has(step) || found.set(step, found.size);
  allocator.journal.listener = ({ kind }) => see(kind);
  allocator.collect(
    addresses.filter((address) => !dead.has(address)),
    'background',
  );
  // As many as have died find a slot without new memory.
  for (let left = dead.size; left > 0; left--) if (dead.has(allocator.malloc(size, true))) see('reuse');
  return found;
}

export const orders = { stacks: ofStacks, levels: ofLevels, collection: ofCollection } as const satisfies Readonly<
  Record<string, (go: string) => Positions>
>;
