/** hot-split: a loop calls across the end of the stack; how many blocks does the runtime allocate while it turns? */
import { type LoopCost, loopCost } from '../../../runtime/index.ts';
import { type Believed, goModels, type RuntimeKind } from '../runtime/kind.ts';
import { stackVersions } from '../runtime/versions.ts';

export interface HotSplitTask {
  readonly go: string;
  readonly below: readonly number[];
  readonly callee: number;
  readonly turns: number;
}

export interface HotSplitKey {
  readonly truth: string;
  readonly cost: LoopCost;
  /** The same loop on the two designs. */
  readonly segmented: LoopCost;
  readonly contiguous: LoopCost;
}

/** Frames below the loop that end just before the edge of the first stack, under the version that is asked. */
export function edge(go: string, callee: number, models = goModels): number[] {
  const config = models.stack(go);
  const below: number[] = [];
  while (below.length < 400 && loopCost(config, [...below, 64], callee, 1).allocations === 0) below.push(64);
  return [...below, 64];
}

export const hotSplit: RuntimeKind<HotSplitTask, HotSplitKey> = {
  kind: 'hot-split',
  revision: 1,
  versions: stackVersions,
  variant: (random, go, models = goModels) => {
    const callee = 8 * (4 + random(12));
    const below = edge(go, callee, models);
    // One time in four the loop stands well before the edge: then nothing happens at all.
    return { go, below: random(4) === 0 ? below.slice(0, Math.floor(below.length / 2)) : below, callee, turns: 1000 };
  },
  key: ({ go, below, callee, turns }, models = goModels) => {
    const cost = loopCost(models.stack(go), below, callee, turns);
    const twin = (version: string): LoopCost =>
      loopCost(models.stack(version), edge(version, callee, models), callee, turns);
    return { truth: String(cost.allocations), cost, segmented: twin('1.2'), contiguous: twin('1.26') };
  },
  believed: ({ go, below, callee, turns }, { truth, cost }, models = goModels) => {
    const unguarded = { ...models.stack(go), stackGuard: 0, stackSmall: 0 };
    const believed: Believed[] = [
      cost.mode === 'segmented'
        ? { belief: 'links-once', answer: '1' }
        : { belief: 'copies-each-time', answer: String(turns) },
      { belief: 'guard-forgotten', answer: String(loopCost(unguarded, below, callee, turns).allocations) },
    ];
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: ({ turns }) => ['0', '1', String(turns)],
};
