/** spot-outdated: a sentence about Go's memory, and a version; does it hold there? The models decide, not an opinion. */
import { BadInput, objectsPerSpan, placementOf, runtimeVersions } from '../../../runtime/index.ts';
import { type Believed, goModels, type Models, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

type Claim = (go: string, models: Models) => boolean;

/** Each claim as a question to the models; its words are with the other words. */
export const claims: Readonly<Record<string, Claim>> = {
  'sixteen-in-a-page': (go, { heap }) => objectsPerSpan(heap(go), heap(go).classes.size.indexOf(512), false) === 16,
  'power-of-two-fits': (go, { heap }) => placementOf(heap(go), 1024, true).slotBytes === 1024,
  'twenty-four-in-thirty-two': (go, { heap }) => placementOf(heap(go), 24, false).slotBytes === 32,
  'thirty-two-kib-is-small': (go, { heap }) => placementOf(heap(go), 32_768, false).path === 'small',
  'central-has-lists': (go, { heap }) => heap(go).central === 'lists',
  'p-keeps-pages': (go, { heap }) => heap(go).pageCachePages > 0,
  'sys-by-arena': (go, { heap }) => heap(go).sysUnit === 'arena',
  'pages-of-eight-kib': (go, { heap }) => heap(go).pageSize === 8192,
  'two-kib-first': (go, { stack }) => stack(go).stackMin === 2048,
  'guard-of-880': (go, { stack }) => stack(go).stackGuard === 880,
  'one-copy-is-enough': (go, { stack }) => stack(go).growth === 'byRoom',
  'start-adapts': (go, { stack }) => stack(go).adaptiveStart,
};

export interface OutdatedTask {
  readonly go: string;
  readonly claim: string;
}

export interface OutdatedKey {
  readonly truth: 'true' | 'false';
  /** The recorded versions in which it holds. */
  readonly holds: readonly string[];
}

export const spotOutdated: RuntimeKind<OutdatedTask, OutdatedKey> = {
  kind: 'spot-outdated',
  revision: 1,
  versions: heapVersions,
  variant: (random, go) => ({ go, claim: Object.keys(claims)[random(Object.keys(claims).length)]! }),
  key: ({ go, claim }, models = goModels) => {
    const holds = claims[claim];
    if (!holds) throw new BadInput('noClaim', { claim });
    return {
      truth: holds(go, models) ? 'true' : 'false',
      holds: runtimeVersions.map(({ name }) => name).filter((name) => holds(name, models)),
    };
  },
  believed: (_task, { truth, holds }) => {
    const believed: Believed[] = [];
    if (truth === 'false' && holds.length > 0) believed.push({ belief: 'once-true-always-true', answer: 'true' });
    if (truth === 'true') believed.push({ belief: 'never-was-true', answer: 'false' });
    return believed;
  },
  choices: () => ['true', 'false'],
};
