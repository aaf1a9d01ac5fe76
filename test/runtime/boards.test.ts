/** Boards without a browser: their states, and that drawings show everything when they may and nothing before. */
import { describe, expect, test } from 'vitest';
import { type BoardState, missing, next, start } from '../../src/components/boards/model.ts';
import { type Shape, textOf, toHtml } from '../../src/components/boards/shape.ts';
import { boardStrings } from '../../src/components/boards/strings/index.ts';
import { sayer } from '../../src/components/boards/view.ts';
import { heapViews } from '../../src/components/boards/views/heap-table.ts';
import { stackGrowthView } from '../../src/components/boards/views/stack-growth.ts';
import { stackViews } from '../../src/components/boards/views/stack-table.ts';
import { RUNTIME_BELIEFS } from '../../src/course/kinds/runtime/beliefs.ts';
import { randomOf, variantOf } from '../../src/course/kinds/runtime/kind.ts';
import { runtimeKinds } from '../../src/course/kinds/runtime/table.ts';
import { BadInput } from '../../src/runtime/index.ts';

const views = [...heapViews, ...stackViews];
const languages = ['en', 'zh-cn'] as const;

function shapes(shape: Shape): Shape[] {
  return [shape, ...shape.children.flatMap((child) => (typeof child === 'string' ? [] : shapes(child)))];
}

test('every kind has a board', () => {
  expect(views.map(({ kind }) => kind.kind).sort()).toEqual(Object.keys(runtimeKinds).sort());
});

describe.each(languages)('%s', (language) => {
  const words = boardStrings(language);

  test('every belief is refuted, with a title', () => {
    for (const belief of RUNTIME_BELIEFS) expect(words.beliefs[belief].every((text) => text.length > 3)).toBe(true);
  });

  test.each(views.map((view) => [view.kind.kind, view] as const))(
    '%s draws and says every state of every variant',
    (name, view) => {
      const say = sayer((words.kinds as unknown as Record<string, Record<string, string>>)[name]!, language);
      for (const go of view.kind.versions) {
        for (let seed = 1; seed <= 6; seed++) {
          const task = view.kind.variant(randomOf(seed), go);
          const key = view.kind.key(task);
          const steps = view.steps(task, key);
          expect(view.ask(task, say)).not.toMatch(/[{}]|undefined|NaN/);
          expect(view.why(task, key, say)).not.toMatch(/[{}]|undefined|NaN/);
          const told: number[] = [];
          let last = '';
          for (let step = 0; step <= steps; step++) {
            const drawing = view.draw({ task, key, open: true, guess: view.kind.choices(task, key)[0], step, say });
            told.push(drawing.words.length);
            // Every step changes what is seen, and what is said of it.
            expect(`${step}: ${drawing.words.join('\n')}`).not.toBe(`${step}: ${last}`);
            last = drawing.words.join('\n');
            expect(`${textOf(drawing.picture)} ${drawing.words.join(' ')}`).not.toMatch(/[{}]|undefined|NaN/);
            for (const { attributes } of shapes(drawing.picture)) {
              for (const [attribute, value] of Object.entries(attributes))
                expect(`${attribute}=${value}`).not.toMatch(/NaN|undefined|Infinity|width=-|height=-/);
            }
          }
          expect(steps).toBeGreaterThan(0);
          expect(told.at(-1)).toBeGreaterThan(0);
        }
      }
    },
  );
});

describe.each(views.map((view) => [view.kind.kind, view] as const))('%s', (name, view) => {
  const say = sayer((boardStrings('en').kinds as unknown as Record<string, Record<string, string>>)[name]!, 'en');

  test('before the lock the drawing is the same whatever the answer is, but for the guess', () => {
    const task = view.first;
    const key = view.kind.key(task);
    const closed = view.draw({ task, key, open: false, guess: undefined, step: 0, say });
    const open = view.draw({ task, key, open: true, guess: undefined, step: view.steps(task, key), say });
    expect(toHtml(closed.picture)).not.toBe(toHtml(open.picture));
    expect(closed.words.join(' ')).not.toBe(open.words.join(' '));
    // A key with another truth, everything that the question itself shows being equal, draws the same.
    const other = view.kind.choices(task, key).find((choice) => choice !== key.truth)!;
    const disguised = view.draw({ task, key: { ...key, truth: other }, open: false, guess: undefined, step: 0, say });
    expect(toHtml(disguised.picture)).toBe(toHtml(closed.picture));
    expect(disguised.words).toEqual(closed.words);
  });

  test('its own case: what is given back in is the same question; nonsense is refused', () => {
    const task = view.first;
    const fields = new Map(view.fields(task).map(({ name: field, value }) => [field, value]));
    const given = (field: string): string => String(fields.get(field));
    const checked = (field: string): boolean => fields.get(field) === true;
    expect(view.kind.key(view.read(given, checked, task)).truth).toBe(view.kind.key(task).truth);
    for (const nonsense of ['-1', 'NaN', '1e1', '1e99', '2.5', '0x10', '99999999999999999999', 'x', '']) {
      if (fields.size === 0) continue;
      expect(() => view.kind.key(view.read(() => nonsense, checked, task)), JSON.stringify(nonsense)).toThrow(BadInput);
    }
  });
});

test('a stack that moves: what pointed into it follows by one distance, a number does not', () => {
  const { kind } = stackGrowthView;
  const say = sayer(boardStrings('en').kinds['stack-growth'], 'en');
  let moved = 0;
  for (const go of kind.versions) {
    for (let seed = 1; seed <= 40; seed++) {
      const { task } = variantOf(kind, seed, go);
      const key = kind.key(task);
      if (key.truth === '0') continue;
      const step = stackGrowthView.steps(task, key);
      const words = stackGrowthView.draw({ task, key, open: true, guess: undefined, step, say }).words.join(' ');
      const address = (pattern: RegExp): bigint[] => pattern.exec(words)!.slice(1).map(BigInt);
      const [x, newX] = address(/x lay at (0x\w+), now it lies at (0x\w+)/);
      const [p, newP] = address(/pointer p held (0x\w+) and was set to (0x\w+)/);
      const [u, newU] = address(/uintptr u held (0x\w+) and still holds (0x\w+)/);
      expect([p, u, newU]).toEqual([x, x, x]);
      expect(newP).toBe(newX);
      expect(newX).not.toBe(x);
      moved++;
    }
  }
  expect(moved).toBeGreaterThan(100);
});

describe('the states of a board', () => {
  const play = (...events: Parameters<typeof next<string>>[1][]): BoardState<string> =>
    events.reduce(next<string>, start('task'));

  test('nothing is inked without a guess', () => {
    expect(play({ type: 'ink', steps: 3, givenUp: false }).phase).toBe('idle');
    expect(play({ type: 'step', by: -1 }).step).toBe(0);
  });

  test('nothing is inked before the learner has said how sure they are', () => {
    const chosen = play({ type: 'choose', value: 'a' });
    expect(missing(chosen)).toBe('sure');
    expect(next(chosen, { type: 'ink', steps: 3, givenUp: false })).toBe(chosen);
    const sure = next(chosen, { type: 'sure', value: 'sure' });
    expect(missing(sure)).toBeUndefined();
    expect(next(sure, { type: 'ink', steps: 3, givenUp: false }).phase).toBe('graded');
    expect(next(sure, { type: 'undo' })).toEqual(chosen);
  });

  test('undo takes back choices, one after the other', () => {
    const state = play({ type: 'choose', value: 'a' }, { type: 'choose', value: 'b' }, { type: 'undo' });
    expect([state.phase, state.guess]).toEqual(['predicted', 'a']);
    expect(next(state, { type: 'undo' })).toMatchObject({ phase: 'idle', guess: undefined });
  });

  test('after the lock undo takes back steps, never the lock', () => {
    const locked = play(
      { type: 'choose', value: 'a' },
      { type: 'sure', value: 'think' },
      { type: 'ink', steps: 3, givenUp: false },
    );
    expect(locked).toMatchObject({ phase: 'graded', step: 3, guess: 'a' });
    expect(next(locked, { type: 'undo' })).toBe(locked);
    const back = next(next(locked, { type: 'step', by: -1 }), { type: 'step', by: -1 });
    expect(back.step).toBe(1);
    expect(next(back, { type: 'undo' }).step).toBe(2);
    expect(next(back, { type: 'choose', value: 'b' })).toBe(back);
  });

  test('steps stay within the drawing', () => {
    const locked = play({ type: 'ink', steps: 2, givenUp: true });
    expect(next(locked, { type: 'step', by: 5 })).toBe(locked);
    expect(next(locked, { type: 'step', by: -9 }).step).toBe(0);
    expect(locked.guess).toBeUndefined();
  });

  test('another task is pencil again', () => {
    const state = play(
      { type: 'choose', value: 'a' },
      { type: 'sure', value: 'guess' },
      { type: 'ink', steps: 3, givenUp: false },
      { type: 'task', task: 'other' },
    );
    expect(state).toEqual(start('other'));
  });
});
