/** stack-growth: a function that calls itself; which call makes the stack grow first? */
import { type Growth, growths, type StackConfig } from '../../../runtime/index.ts';
import { type Believed, goModels, numberChoices, type RuntimeKind } from '../runtime/kind.ts';
import { runStackVersions } from '../runtime/versions.ts';

export interface GrowthTask {
  readonly go: string;
  /** Frames above it, the goroutine's own function first. */
  readonly outer: readonly number[];
  readonly frame: number;
  readonly calls: number;
}

export interface GrowthKey {
  /** The number of the call, from 1; "0": none does. */
  readonly truth: string;
  readonly growths: readonly Growth[];
}

function allGrowths(config: StackConfig, { outer, frame, calls }: GrowthTask): Growth[] {
  return [...growths(config, [...outer.map((one) => ({ frame: one, times: 1 })), { frame, times: calls }])];
}

function firstCall(config: StackConfig, task: GrowthTask): string {
  const first = allGrowths(config, task)[0];
  return first ? String(Math.max(0, first.depth - task.outer.length)) : '0';
}

export const stackGrowth: RuntimeKind<GrowthTask, GrowthKey> = {
  kind: 'stack-growth',
  revision: 1,
  versions: runStackVersions,
  variant: (random, go, models = goModels) => {
    let task: GrowthTask = { go, outer: [48, 24], frame: 216, calls: 10 };
    for (let tries = 0; tries < 40; tries++) {
      task = { go, outer: [8 * (2 + random(8)), 8 * (2 + random(6))], frame: 8 * (9 + random(40)), calls: 12 };
      const first = Number(firstCall(models.stack(go), task));
      if (first >= 3 && first <= 11) break;
    }
    return task;
  },
  key: (task, models = goModels) => {
    const config = models.stack(task.go);
    return { truth: firstCall(config, task), growths: allGrowths(config, task) };
  },
  believed: (task, { truth }, models = goModels) => {
    const config = models.stack(task.go);
    const believed: Believed[] = [
      { belief: 'guard-forgotten', answer: firstCall({ ...config, stackGuard: 0, stackSmall: 0 }, task) },
      { belief: 'return-address-forgotten', answer: firstCall({ ...config, callBytes: 0 }, task) },
      { belief: 'dip-forgotten', answer: firstCall({ ...config, stackSmall: 0 }, task) },
    ];
    return believed.filter(({ answer }) => answer !== truth && answer !== '0');
  },
  choices: (task, key, models = goModels) => {
    const at = Number(key.truth);
    const neighbours = [at + 1, at - 1, at + 2].filter((call) => call > 0 && call <= task.calls);
    return numberChoices(key.truth, stackGrowth.believed(task, key, models), neighbours, 4);
  },
  near: (answer, truth) => Math.abs(Number(answer) - Number(truth)) === 1,
};
