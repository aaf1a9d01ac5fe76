/** prologue: a frame, leaf or not, with a panic in it or not; which stack check does the compiler put before it? */
import { checkCode, type Prologue, prologueOf, prologues } from '../../../runtime/index.ts';
import { type Believed, goModels, type RuntimeKind } from '../runtime/kind.ts';
import { runStackVersions } from '../runtime/versions.ts';

export interface PrologueTask {
  readonly go: string;
  readonly frame: number;
  readonly leaf: boolean;
  readonly panics: boolean;
}

export interface PrologueKey {
  readonly truth: Prologue;
  readonly code: readonly string[];
}

const frames = [0, 24, 64, 104, 112, 120, 128, 136, 200, 1000, 4088, 4096, 4104, 10_000];

export const prologue: RuntimeKind<PrologueTask, PrologueKey> = {
  kind: 'prologue',
  revision: 1,
  versions: runStackVersions,
  variant: (random, go) => {
    const leaf = random(2) === 0;
    return { go, frame: frames[random(frames.length)]!, leaf, panics: leaf && random(2) === 0 };
  },
  key: ({ go, ...shape }, models = goModels) => {
    const config = models.stack(go);
    return { truth: prologueOf(config, shape), code: checkCode(config, shape) };
  },
  believed: ({ go, frame, leaf, panics }, { truth }, models = goModels) => {
    const config = models.stack(go);
    const believed: Believed[] = [];
    if (leaf && panics) believed.push({ belief: 'panic-is-free', answer: prologueOf(config, { frame, leaf: true }) });
    if (leaf) believed.push({ belief: 'leaf-never-checks', answer: 'none' });
    believed.push({ belief: 'every-call-checks', answer: prologueOf(config, { frame, leaf: false }) });
    const moved = {
      ...config,
      stackSmall: config.stackSmall - 8,
      stackBig: config.stackBig - 8,
      leafLimit: config.panicLeafLimit,
    };
    believed.push({ belief: 'limit-missed', answer: prologueOf(moved, { frame, leaf, panics }) });
    // Whoever expects a check and names another one has the limits wrong; whoever expects none where one stands, the rule.
    for (const answer of prologues)
      believed.push({ belief: answer === 'none' ? 'caller-need-not-ask' : 'limit-missed', answer });
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: () => prologues,
};
