/** One set of constants behind everything: replacing one changes the model, the commands and the boards' sessions alike. */
import { expect, test } from 'vitest';
import { allocCommand } from '../../src/cli/alloc.ts';
import { prologueCommand } from '../../src/cli/prologue.ts';
import { stackCommand } from '../../src/cli/stack.ts';
import { textOf } from '../../src/components/boards/shape.ts';
import { boardStrings } from '../../src/components/boards/strings/index.ts';
import { sayer } from '../../src/components/boards/view.ts';
import { sizeClassView } from '../../src/components/boards/views/size-class.ts';
import { stackGrowthView } from '../../src/components/boards/views/stack-growth.ts';
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

test('one replaced constant changes the question key, the board and the command together', async () => {
  const models = {
    heap: (go: string) => makeConfig(go, { mallocHeaderSize: 0 }),
    stack: (go: string) => makeStackConfig(go, { stackGuard: 400 }),
  };
  const say = sayer(boardStrings('en').kinds['size-class'], 'en');
  const { kind, first: task } = sizeClassView;
  const board = (key: ReturnType<typeof kind.key>): string =>
    sizeClassView.draw({ task, key, open: true, guess: undefined, step: 3, say }).words.join(' ');
  expect(kind.key(task).truth).toBe('1152');
  expect(board(kind.key(task))).toContain('slot of 1,152 bytes');
  const key = kind.key(task, models);
  expect(key.truth).toBe('1024');
  expect(board(key)).toContain('slot of 1,024 bytes');
  const command = await runCommand(allocCommand(models.heap), ['--json', `${task.size}p`]);
  expect(JSON.parse(command.out[0]!).slotBytes).toBe(1024);

  const growth = stackGrowthView.first;
  const grown = stackGrowthView.kind.key(growth, models);
  expect(Number(grown.truth)).toBeGreaterThan(Number(stackGrowthView.kind.key(growth).truth));
  const words = sayer(boardStrings('en').kinds['stack-growth'], 'en');
  const drawn = stackGrowthView.draw({
    task: growth,
    key: grown,
    open: true,
    guess: undefined,
    step: 1,
    say: words,
    models,
  });
  expect(textOf(drawn.picture)).toContain('guard 400 B');
  const stackRan = await runCommand(stackCommand(models.stack), [
    '--json',
    '--frames',
    `${growth.outer.join(',')},${growth.frame}x${growth.calls}`,
  ]);
  expect(JSON.parse(stackRan.out[0]!).depth).toBe(growth.outer.length + Number(grown.truth));
});
