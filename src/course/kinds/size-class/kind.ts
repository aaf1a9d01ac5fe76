/** size-class: a size, with pointers or without; which slot does the object get? */
import { type Placement, placementOf } from '../../../runtime/index.ts';
import { type Believed, goModels, numberChoices, type Random, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

export interface SizeClassTask {
  readonly go: string;
  readonly size: number;
  readonly pointers: boolean;
}

export interface SizeClassKey {
  readonly truth: string;
  readonly placement: Placement;
  /** The slot sizes around it. */
  readonly neighbours: readonly number[];
}

function traps(random: Random): Omit<SizeClassTask, 'go'> {
  const pick = <T>(among: readonly T[]): T => among[random(among.length)]!;
  switch (random(5)) {
    case 0:
      return { size: pick([1024, 2048, 4096, 8192, 640, 1152]), pointers: true };
    case 1:
      return { size: pick([1, 3, 8, 9, 15]), pointers: false };
    case 2:
      return { size: pick([512, 513, 520, 505]), pointers: true };
    case 3:
      return { size: pick([32_760, 32_761, 32_768, 32_769]), pointers: random(2) === 0 };
    default:
      return { size: 17 + random(3000), pointers: random(2) === 0 };
  }
}

export const sizeClass: RuntimeKind<SizeClassTask, SizeClassKey> = {
  kind: 'size-class',
  revision: 1,
  versions: heapVersions,
  variant: (random, go) => ({ go, ...traps(random) }),
  key: ({ go, size, pointers }, models = goModels) => {
    const config = models.heap(go);
    const placement = placementOf(config, size, pointers);
    const at = placement.class;
    const neighbours =
      placement.path === 'large'
        ? [placement.slotBytes - config.pageSize, config.classes.maxSmallSize, placement.slotBytes + config.pageSize]
        : [at + 1, at - 1, at + 2, at - 2].flatMap((c) => (c > 0 ? (config.classes.size[c] ?? []) : []));
    return { truth: String(placement.slotBytes), placement, neighbours };
  },
  believed: ({ go, size, pointers }, { placement }, models = goModels) => {
    const config = models.heap(go);
    const believed: Believed[] = [];
    const add = (belief: Believed['belief'], slotBytes: number): void =>
      void believed.push({ belief, answer: String(slotBytes) });
    // From the narrowest belief to the widest: of several that lead to one answer the first is named.
    if (placement.headerBytes > 0)
      add('header-forgotten', placementOf({ ...config, mallocHeaderSize: 0 }, size, pointers).slotBytes);
    if (placement.path === 'tiny')
      add('tiny-takes-own-slot', placementOf({ ...config, maxTinySize: 0 }, size, false).slotBytes);
    if (size <= config.classes.maxSmallSize) add('power-of-two-class', 2 ** Math.ceil(Math.log2(Math.max(size, 8))));
    if (size > 0) add('exact-size-slot', size);
    return believed.filter(({ answer }) => answer !== String(placement.slotBytes));
  },
  choices: (task, key, models = goModels) =>
    numberChoices(key.truth, sizeClass.believed(task, key, models), key.neighbours, 4),
};
