/** One set of constants behind everything: replacing one changes the model, the commands and the boards' sessions alike. */
import { expect, test } from 'vitest';
import { allocCommand } from '../../src/cli/alloc.ts';
import { prologueCommand } from '../../src/cli/prologue.ts';
import { stackCommand } from '../../src/cli/stack.ts';
import {
  growths,
  makeConfig,
  makeSizeClasses,
  makeStackConfig,
  objectsPerSpan,
  placementOf,
  prologueOf,
  sizeClassRules,
  startHeap,
  stepHeap,
} from '../../src/runtime/index.ts';
import { runCommand } from './terminal.ts';

const halfPages = makeSizeClasses({ ...sizeClassRules, pageSize: 4096 });

test('another page size changes the model', () => {
  const real = makeConfig('1.26');
  const other = makeConfig('1.26', { pageSize: 4096, classes: halfPages });
  expect(objectsPerSpan(real, 2, false)).toBe(504);
  expect(objectsPerSpan(other, 2, false)).toBe((4096 - 128) / 16);
  expect(placementOf(other, 40_000, false).slotBytes).toBe(40_960);
  expect(placementOf(makeConfig('1.26', { pageSize: 4096, classes: halfPages }), 40_961, false).slotBytes).toBe(45_056);
});

test('another tiny size changes the model, the command and a session', async () => {
  const other = makeConfig('1.26', { maxTinySize: 8 });
  expect(placementOf(other, 9, false).path).toBe('small');
  const { out } = await runCommand(
    allocCommand(() => other),
    ['--json', '9', '7'],
  );
  expect(out.map((line) => JSON.parse(line).path)).toEqual(['small', 'tiny']);
  const { state } = stepHeap(startHeap(other), { op: 'malloc', size: 9, pointers: false });
  expect(state.view.objects[0]!.placement.path).toBe('small');
});

test('another guard changes growth and the command', async () => {
  const frames = [{ frame: 32, times: 100 }];
  const depthOf = (stackGuard: number): number =>
    [...growths(makeStackConfig('1.26', { stackGuard }), frames)][0]!.depth;
  expect(depthOf(928)).toBeGreaterThan(depthOf(1200));
  const command = stackCommand((version) => makeStackConfig(version, { stackGuard: 1200 }));
  const { out } = await runCommand(command, ['--json', '--frames', '32x100']);
  expect(JSON.parse(out[0]!).depth).toBe(depthOf(1200));
});

test('another small frame changes the prologue and the command', async () => {
  const config = makeStackConfig('1.26', { stackSmall: 64 });
  expect(prologueOf(config, { frame: 100, leaf: false })).toBe('big');
  const { out } = await runCommand(
    prologueCommand(() => config),
    ['--frame', '100'],
  );
  expect(out[0]).toBe('big');
});
