/** The next thing for a learner who comes back; the words of the search; the list of what is kept offline. */
import { describe, expect, it } from 'vitest';
import { nearest, says } from '../../src/components/search/near.ts';
import type { Json } from '../../src/course/json.ts';
import { makeLog } from '../../src/course/progress/log.ts';
import { planFor } from '../../src/course/review/plan.ts';

const day = 86_400_000;
const lessons = ['a', 'b', 'c'].map((lesson) => ({ pack: 'p', lesson, items: [`${lesson}/1`, `${lesson}/2`] }));
const outlines = { lessons, tasks: ['fix-it/one', 'fix-it/two'], families: ['variants/f', 'variants/g'] };

type Given = readonly [item: string, atDay: number, score: number, occasion?: string, outcome?: string];

function log(...answers: readonly Given[]) {
  return makeLog(
    answers.map(
      ([item, at, score, occasion = 'lesson', outcome], index): Json => ({
        schema: 1,
        id: `r${index}`,
        pack: /^(fix-it|variants)/.test(item) ? 'course' : 'p',
        lesson: item.split('/')[0]!,
        item,
        revision: 1,
        seed: 0,
        programHash: '',
        answer: outcome ? { outcome } : null,
        score,
        misconceptions: [],
        confidence: 'sure',
        hints: 0,
        gaveUp: false,
        durationMs: 1,
        attempt: 1,
        occasion,
        at: at * day,
        engineVersion: '1',
        goVersion: '1.26',
      }),
    ),
  );
}

describe('the plan', () => {
  it('of a newcomer is the first lesson', () => {
    expect(planFor(log(), outlines, 0)).toMatchObject({ due: [], open: null, fresh: { lesson: 'a' }, later: null });
  });
  it('leads back to the exact question', () => {
    const plan = planFor(log(['b/1', 1, 1]), outlines, 1.1 * day);
    expect(plan.open).toEqual({ pack: 'p', lesson: 'b', item: 'b/2', at: 2, of: 2 });
    expect(plan.later).toEqual({ at: 2 * day, items: 1 });
  });
  it('asks what is due, and never what the course no longer has', () => {
    const plan = planFor(log(['a/1', 1, 0], ['a/gone', 1, 0], ['home/x', 1, 0]), outlines, 3 * day);
    expect(plan.due.map(({ state }) => state.item)).toEqual(['a/1']);
  });
  it('passes over lessons that the entry check made skippable', () => {
    const check = (item: string, score: number) => [item, 1, score, 'entry-check'] as const;
    expect(planFor(log(check('a/1', 1), check('b/1', 0)), outlines, day).fresh?.lesson).toBe('b');
  });
  it('is seeded by the entry check: what was missed there comes first, and no lesson is begun', () => {
    const answers: Given[] = [
      ['a/1', 1, 1, 'entry-check'],
      ['b/1', 1, 0, 'entry-check'],
    ];
    const plan = planFor(log(...answers), outlines, 3 * day);
    expect(plan.due.map(({ state, need }) => `${state.item}: ${need}`)).toEqual(['b/1: sure miss', 'a/1: due']);
    expect([plan.open, plan.fresh?.lesson]).toEqual([null, 'b']);
    // Answered in the review, the lesson is still a fresh one.
    const after = planFor(log(...answers, ['b/1', 3, 1, 'review']), outlines, 3 * day);
    expect([after.open, after.fresh?.lesson]).toEqual([null, 'b']);
  });
  it('holds one session and no more', () => {
    const many = { pack: 'p', lesson: 'm', items: Array.from({ length: 40 }, (_, i) => `m/${i}`) };
    const plan = planFor(
      log(...many.items.map((item) => [item, 1, 0] as const)),
      { ...outlines, lessons: [many] },
      5 * day,
    );
    expect([plan.due.length, plan.session.length]).toEqual([40, 15]);
  });
});

describe('one queue', () => {
  const due = (answers: readonly Given[], now = 9) =>
    planFor(log(...answers), outlines, now * day).due.map(({ state, need }) => `${state.item}: ${need}`);

  it('holds the fix-it tasks beside the questions, sure misses first', () => {
    const answers: Given[] = [
      ['a/1', 1, 1],
      ['fix-it/one', 1, 0.25, 'lesson', 'over'],
    ];
    expect(due(answers)).toEqual(['fix-it/one: sure miss', 'a/1: due']);
  });
  it('takes an edit that holds by the verdicts for no miss, and one that nobody could judge for undecided', () => {
    expect(due([['fix-it/one', 1, 0.75, 'lesson', 'counted']])).toEqual(['fix-it/one: due']);
    expect(due([['fix-it/one', 1, 0.5, 'lesson', 'open']])).toEqual(['fix-it/one: undecided']);
    const twice: Given[] = [
      ['fix-it/one', 1, 0.75, 'lesson', 'counted'],
      ['fix-it/one', 2, 0.75, 'review', 'counted'],
    ];
    expect([due(twice, 8.9), due(twice, 9)]).toEqual([[], ['fix-it/one: due']]);
  });
  it('holds a family of practice once something was missed in it, as one entry', () => {
    expect(due([['variants/f', 1, 1, 'practice']])).toEqual([]);
    const missed: Given[] = [
      ['variants/f', 1, 0, 'practice'],
      ['variants/f', 1.1, 0, 'practice'],
      ['variants/g', 1.2, 1, 'practice'],
    ];
    expect(due(missed)).toEqual(['variants/f: sure miss']);
  });
  it('spaces a family like any item', () => {
    const answers: Given[] = [
      ['variants/f', 1, 0, 'practice'],
      ['variants/f', 2, 1, 'review'],
      ['variants/f', 3, 1, 'review'],
    ];
    expect(due(answers, 9.9)).toEqual([]);
    expect(due(answers, 10)).toEqual(['variants/f: due']);
  });
  it('has no second entry for a question whose variant was missed too', () => {
    const answers: Given[] = [
      ['a/1', 1, 0],
      ['variants/f', 1, 0, 'retry'],
    ];
    expect(due(answers)).toEqual(['a/1: sure miss']);
  });
});

describe('the search', () => {
  for (const [asked, content, expected] of [
    ['stak', 'The stack', false],
    ['Stack', 'the stack grows', true],
    ['allocating', 'to allocate memory', true],
    ['栈帧', '一个栈帧', true],
    ['stack zebra', 'the stack', false],
  ] as const)
    it(`${asked} in "${content}": ${expected}`, () => expect(says(content, asked)).toBe(expected));
  for (const [asked, expected] of [
    ['stak', 'stack'],
    ['closur', 'closure'],
    ['zebra', undefined],
    ['ab', undefined],
  ] as const)
    it(`${asked} may mean ${expected}`, () => expect(nearest(asked, ['heap', 'stack', 'closure'])).toBe(expected));
});
