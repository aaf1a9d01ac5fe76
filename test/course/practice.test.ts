/** Practice: how hard, what comes next, what a miss is followed by, and the ladder of hints. */
import { describe, expect, test } from 'vitest';
import { families } from '../../src/components/build/variants.ts';
import { ladderOf } from '../../src/course/hints.ts';
import { levelAfter } from '../../src/course/practice/level.ts';
import {
  type Answered,
  afterAnswer,
  emptySession,
  nextChoice,
  type Session,
  summaryOf,
} from '../../src/course/practice/session.ts';
import { familyFor } from '../../src/course/variants/choose.ts';
import { hintWords } from '../../src/course/words/hints.ts';

/** `+` right, `-` miss, `h` right with a hint, `g` given up. */
function answers(text: string) {
  return [...text].map((sign) => ({
    score: sign === '+' || sign === 'h' ? 1 : 0,
    hints: sign === 'h' ? 1 : 0,
    gaveUp: sign === 'g',
  }));
}

describe('the level is a staircase: two up, one down', () => {
  test.each([
    ['', 1],
    ['+', 1],
    ['++', 2],
    ['+++', 2],
    ['++++', 3],
    ['+-++', 2],
    ['++-', 1],
    ['++++-', 2],
    ['+h+', 2],
    ['hhhh', 1],
    ['++g', 1],
    ['-------', 1],
    ['+'.repeat(40), 5],
  ])('%s: level %d', (signs, level) => expect(levelAfter(answers(signs))).toBe(level));

  test('it settles where seven of ten come out right', () => {
    // A learner whose chance falls with the level; a fixed sequence of numbers stands for luck.
    let state = 7;
    const luck = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const given: ReturnType<typeof answers> = [];
    for (let i = 0; i < 4000; i++)
      given.push(...answers(luck() < 1.05 - 0.13 * levelAfter(given.slice(-60)) ? '+' : '-'));
    const right = given.slice(200).filter(({ score }) => score === 1).length / (given.length - 200);
    expect(right).toBeGreaterThan(0.62);
    expect(right).toBeLessThan(0.8);
  });
});

const pool = { families, level: 2, practised: () => 0 };

function answered(id: string, over: Partial<Answered> = {}): Answered {
  const family = families.find((each) => each.id === id)!;
  return { family, seed: 4, why: 'fresh', right: true, sure: false, beliefs: [], ...over };
}

function played(...given: readonly Answered[]): Session {
  return given.reduce(afterAnswer, emptySession);
}

describe('what comes next', () => {
  test('a family of the level, not the one just seen, the least practised first', () => {
    const first = nextChoice(emptySession, pool)!.choice;
    expect([first.why, first.family.level]).toEqual(['fresh', 2]);
    const second = nextChoice(played({ ...answered('address-out'), family: first.family }), pool)!.choice;
    expect(second.family.id).not.toBe(first.family.id);
    const practised = (family: (typeof families)[number]) => (family.id === first.family.id ? 3 : 0);
    expect(nextChoice(emptySession, { ...pool, practised })!.choice.family.id).not.toBe(first.family.id);
  });

  test('the look-alike of a right answer after one other', () => {
    const one = played(answered('address-out'));
    expect(nextChoice(one, pool)!.choice.why).toBe('fresh');
    const { choice, session } = nextChoice(afterAnswer(one, answered('copy-out')), pool)!;
    expect([choice.why, choice.family.id, choice.of!.seed]).toEqual(['twin', 'address-out', 4]);
    expect(session.waiting.map(({ of }) => of.family.id)).toEqual(['copy-out']);
  });

  test('the trap of a miss after two others, a sure miss first', () => {
    const missed = { right: false, beliefs: ['new-means-heap'] as const };
    const session = played(
      answered('new-or-not', missed),
      answered('which-line', { ...missed, sure: true }),
      answered('slot-small'),
      answered('waste'),
    );
    const first = nextChoice(session, pool)!;
    expect([first.choice.why, first.choice.family.id]).toEqual(['retry', 'which-line']);
    const second = nextChoice(first.session, pool)!;
    expect([second.choice.why, second.choice.family.id]).toEqual(['retry', 'new-or-not']);
  });

  test('what was told apart does not come a third time, what was missed again does', () => {
    expect(played(answered('address-out', { why: 'twin' })).waiting).toEqual([]);
    expect(played(answered('address-out', { why: 'retry' })).waiting).toEqual([]);
    expect(played(answered('address-out', { why: 'retry', right: false })).waiting).toHaveLength(1);
    // Numbers drawn by a model have no look-alike.
    expect(played(answered('first-growth')).waiting).toEqual([]);
  });

  test('it never ends, and every family has its turn', () => {
    let session = emptySession;
    const seen = new Map<string, number>();
    for (let i = 0; i < 400; i++) {
      const practised = (family: (typeof families)[number]) => seen.get(family.id) ?? 0;
      const next = nextChoice(session, { families, level: 1 + (i % 5), practised })!;
      const { family, why } = next.choice;
      seen.set(family.id, practised(family) + 1);
      session = afterAnswer(next.session, { ...answered('address-out'), family, why, right: i % 3 > 0 });
    }
    expect(seen.size).toBe(families.length);
  });

  test('the summary counts, and names the traps', () => {
    const session = played(
      answered('address-out', { right: false, beliefs: ['address-means-heap'] }),
      answered('new-or-not'),
      answered('new-or-not', { why: 'twin' }),
      answered('copy-out', { right: false, beliefs: ['address-means-heap', 'values-never-move'] }),
    );
    expect(summaryOf(session)).toMatchObject({ answered: 4, right: 2, pairs: { of: 1, right: 1 } });
    expect(summaryOf(session).traps[0]).toEqual({ belief: 'address-means-heap', lesson: 'frames', times: 2 });
  });
});

describe('a miss is answered by a family', () => {
  test.each([
    [['new-means-heap'], 'cost', 'number', 'three-births'],
    [['locks-elided'], 'old-posts', 'choice', 'own-lock'],
    [['header-forgotten'], 'classes', 'size-class', 'slot-with-pointers'],
    [['cost-is-garbage'], 'sweep', 'number', 'next-goal'],
    [[], 'tags', 'parameter-tags', 'notes-of-two'],
  ] as const)('%s in %s, %s: %s', (beliefs, lesson, kind, family) => {
    expect(familyFor(families, { beliefs, about: [], lessons: [lesson], kind })?.family.id).toBe(family);
  });

  test('or by none, where nothing fits', () => {
    expect(familyFor(families, { beliefs: [], about: [], lessons: ['elsewhere'], kind: 'number' })).toBeUndefined();
  });
});

describe('the ladder of hints', () => {
  const words = hintWords.en;
  const form = { type: 'number', unit: 'B' } as const;

  test('without a program: the numbers, the rule, and which way from the nearest wrong number', () => {
    const key = { truth: ['24'], named: ['16', '20'] };
    const ladder = ladderOf({ kind: 'number', place: undefined, form, key }, words);
    expect(ladder).toEqual([words.numbers, words.rule, words.more('20')]);
  });

  test('on a program without a place: the line that prints it, else the whole program', () => {
    const input = { kind: 'number', place: undefined, form, key: { truth: ['1'], named: [] } } as const;
    expect(ladderOf({ ...input, prints: 7, hasProgram: true }, words)[0]).toBe(words.prints(7));
    expect(ladderOf({ ...input, hasProgram: true }, words)[0]).toBe(words.program);
  });

  test('of options one wrong is taken away', () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, text: `text ${id}` }));
    const key = { truth: ['a'], named: [] };
    const ladder = ladderOf({ kind: 'choice', place: undefined, form: { type: 'one', options }, key }, words);
    expect(ladder[2]).toBe(words.not('text b'));
  });
});
