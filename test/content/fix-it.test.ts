/** What grading says about edits of the fix-it tasks. That the accepted ones are right, test/oracle/fix-it.test.ts asks Go. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CourseEngine } from '../../src/course/engine.ts';
import { isReached, type Judgement, partsOf, scoreOf, withOwnRun } from '../../src/course/kinds/fix-function/judge.ts';
import type { FixTask } from '../../src/course/kinds/fix-function/task.ts';
import { words } from '../../src/course/words/index.ts';
import { accepted, type Edited, rejected, solutions, tasks } from './fix-edits.ts';

const facts = resolve(import.meta.dirname, '../../public/facts');
const engine = new CourseEngine({ bytes: (name) => readFile(join(facts, name)) });

async function judged(task: FixTask, text: string): Promise<Judgement> {
  const { report, judgement } = await engine.fix({ file: 'main.go', text, words: words.en, task });
  expect(report.errors).toEqual([]);
  expect(report.status).toBe('ok');
  return judgement!;
}

const named = (edits: readonly Edited[]) => edits.map((each) => [each.id, each.name, each] as const);

test('there are 22 tasks, each with two accepted and two rejected edits or more', () => {
  expect(tasks).toHaveLength(22);
  for (const { id } of tasks) {
    expect([...accepted, ...solutions].filter((each) => each.id === id).length, id).toBeGreaterThanOrEqual(2);
    expect(rejected.filter((each) => each.id === id).length, id).toBeGreaterThanOrEqual(2);
  }
});

test.each(named(solutions))('%s: %s is known to the letter', async (_, __, { task, text }) => {
  const judgement = await judged(task, text);
  expect(judgement.outcome).toBe('recorded');
  expect(judgement.recorded!.run.allocations).toBeLessThanOrEqual(task.budget.allocations);
  expect(scoreOf(judgement)).toBe(1);
  expect(partsOf(task, judgement).map(({ standing, by }) => `${standing} ${by}`)).toEqual([
    'holds text',
    'holds run',
    'holds run',
  ]);
  expect(judgement.changed).toBeGreaterThanOrEqual(judgement.best);
});

test.each(named(accepted))('%s: %s is accepted by its verdicts', async (_, __, { task, text }) => {
  const judgement = await judged(task, text);
  expect(judgement.outcome).toBe('counted');
  expect(judgement.bound!.most).toBeLessThanOrEqual(task.budget.allocations);
  // The count is the verdicts'; what it prints is nobody's.
  expect(partsOf(task, judgement).map(({ part, standing, by }) => `${part} ${standing} ${by}`)).toEqual([
    'rules holds text',
    'verdicts holds verdicts',
    'count holds verdicts',
    'output unknown undefined',
  ]);
  expect(scoreOf(judgement)).toBeLessThan(1);
});

test.each(tasks.map(({ id, task }) => [id, task] as const))(
  '%s: what its learner ran decides what nothing here could run',
  async (_, task) => {
    // Right, and unknown: the model solution with one more name in it.
    const judgement = await judged(
      task,
      task.edits[0]!.text.replace('func main() {', 'type spare int\n\nfunc main() {'),
    );
    expect(['counted', 'open']).toContain(judgement.outcome);
    const { run } = task.edits[0]!;
    const bytes = run.bytes === undefined ? '' : `bytes ${run.bytes}\n`;
    const ran = withOwnRun(task, judgement, `${run.output}allocations ${run.allocations}\n${bytes}`);
    if ('fault' in ran) throw new Error(ran.fault);
    expect([scoreOf(ran), isReached(ran)]).toEqual([1, true]);
    expect(withOwnRun(task, judgement, run.output)).toMatchObject({ fault: 'not-whole' });
    const { startRun } = task;
    expect(
      withOwnRun(task, judgement, `${startRun.output}allocations ${startRun.allocations}\nbytes 9999999`),
    ).toMatchObject({ fault: 'count' });
    expect(withOwnRun(task, judgement, `${run.output}more\nallocations ${run.allocations}\n${bytes}`)).toMatchObject({
      fault: 'output',
    });
  },
);

test.each(rejected.map((each) => [each.id, each.name, each] as const))(
  '%s: %s is not accepted',
  async (_, __, { task, text, outcome }) => {
    const judgement = await judged(task, text);
    expect(judgement.outcome).toBe(outcome);
    expect(isReached(judgement)).toBe(false);
  },
);

test.each(tasks.map(({ id, task }) => [id, task] as const))(
  '%s: the given program is nobody’s edit',
  async (_, task) => {
    const respaced = task.start
      .replace('package main\n', 'package main\n\n// A comment.\n')
      .replaceAll('\n\n', '\n\n\n');
    expect((await judged(task, respaced)).outcome).toBe('unchanged');
  },
);

describe('an edit is the recorded one under other names, and only then', () => {
  const { task } = tasks.find(({ id }) => id === 'sized-slice')!;
  const known = task.edits[0]!.text;
  const check = async (from: RegExp, to: string, expected: Judgement['outcome']) =>
    expect((await judged(task, known.replaceAll(from, to))).outcome).toBe(expected);

  test('another name for a local', () => check(/\bout\b/g, 'list', 'recorded'));
  test('two names that change places', async () => {
    const swapped = known
      .replaceAll(/\bout\b/g, '·')
      .replaceAll(/\bi\b/g, 'out')
      .replaceAll('·', 'i');
    expect((await judged(task, swapped)).outcome).not.toBe('refuted');
  });
  test('another number is another program', () => check(/, 0, n\)/g, ', 0, n+1)', 'open'));
  test('a predeclared name is none of its names', () => check(/\bout\b/g, 'len', 'open'));
});

test('every rule is broken by something', async () => {
  const { task } = tasks.find(({ id }) => id === 'by-value')!;
  const breaks = async (change: (text: string) => string) =>
    (await judged(task, change(task.start))).broken.map(({ rule }) => rule);
  const add = (code: string) => (text: string) => `${text}\n${code}\n`;
  expect(await breaks((text) => text.replace('println(sum,', 'println(0,'))).toEqual(['kept']);
  expect(await breaks((text) => text.replace('//go:noinline\n', ''))).toEqual(['directive']);
  expect(await breaks(add('//go:nosplit\nfunc extra() {}'))).toEqual(['directive']);
  expect(await breaks((text) => text.replace('a.x + b.x', '0'))).toEqual(['work']);
  expect(await breaks((text) => text.replace('"testing"', '(\n"testing"\n_ "fmt"\n)'))).toEqual(['import']);
  expect(await breaks(add('var kept *vec'))).toEqual(['new-variable']);
  expect(await breaks(add('func init() { sum = 1 }'))).toEqual(['new-init']);
  expect(await breaks(add('func println(...any) {}'))).toEqual(['shadowed']);
  expect(await breaks(add('func extra() { go main() }'))).toEqual(['goroutine']);
  expect(await breaks(add('func extra() { _ = sum }'))).toEqual(['sink']);
  expect(await breaks((text) => text.replaceAll(/\badd\b/g, 'plus'))).toEqual(['function-gone', 'kept']);
});
