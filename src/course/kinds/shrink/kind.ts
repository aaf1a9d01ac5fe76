/** shrink: a parked goroutine whose stack has grown; how large is it after some collections? */
import { type StackConfig, shrinkLadder } from '../../../runtime/index.ts';
import { type Believed, goModels, type RuntimeKind } from '../runtime/kind.ts';
import { runStackVersions } from '../runtime/versions.ts';

export interface ShrinkTask {
  readonly go: string;
  readonly size: number;
  readonly used: number;
  readonly cycles: number;
}

export interface ShrinkKey {
  readonly truth: string;
  /** The size after each collection. */
  readonly ladder: readonly number[];
}

function after(config: StackConfig, { size, used, cycles }: ShrinkTask): string {
  return String(shrinkLadder(config, size, used, cycles).at(-1) ?? size);
}

export const shrink: RuntimeKind<ShrinkTask, ShrinkKey> = {
  kind: 'shrink',
  revision: 1,
  versions: runStackVersions,
  variant: (random, go) => {
    const size = 2 ** (12 + random(7));
    const cycles = 1 + random(8);
    return { go, size, used: Math.min(size - 1000, [200, 248, 400, 1200, 3000, 9000][random(6)]!), cycles };
  },
  key: (task, models = goModels) => {
    const config = models.stack(task.go);
    return { truth: after(config, task), ladder: shrinkLadder(config, task.size, task.used, task.cycles) };
  },
  believed: (task, { truth }, models = goModels) => {
    const config = models.stack(task.go);
    let fitting = config.stackMin;
    while (fitting < task.used + config.stackGuard) fitting *= 2;
    const believed: Believed[] = [
      { belief: 'shrinks-at-return', answer: String(config.stackMin) },
      { belief: 'shrinks-at-once', answer: String(fitting) },
      { belief: 'reserve-forgotten', answer: after({ ...config, stackGuard: config.stackSmall }, task) },
      { belief: 'use-ignored', answer: after(config, { ...task, used: 0 }) },
      { belief: 'halved-once-only', answer: String(task.size / 2) },
      { belief: 'never-made-smaller', answer: String(task.size) },
    ];
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: ({ go, size }, _key, models = goModels) => {
    const sizes: string[] = [];
    for (let one = models.stack(go).stackMin; one <= size; one *= 2) sizes.push(String(one));
    return sizes;
  },
  near: (answer, truth) => Number(answer) === 2 * Number(truth) || 2 * Number(answer) === Number(truth),
};
