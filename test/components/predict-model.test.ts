import { describe, expect, test } from 'vitest';
import { type Event, initial, marked, missing, next, type State } from '../../src/components/predict/model.ts';

const EVENTS: Readonly<Record<string, Event>> = {
  'a=heap': { type: 'guess', place: 'a', value: 'heap' },
  'a=stack': { type: 'guess', place: 'a', value: 'stack' },
  sure: { type: 'sure', value: 'sure' },
  lock: { type: 'lock' },
  answer: { type: 'answer', asksReason: true },
  'answer without reason': { type: 'answer', asksReason: false },
  failure: { type: 'failure' },
  unlock: { type: 'unlock' },
  reason: { type: 'reason', value: 'returned' },
  ink: { type: 'ink' },
  'give up': { type: 'give-up' },
  edit: { type: 'edit', edited: true },
  again: { type: 'again' },
};

function played(events: string): State {
  return events
    .split(', ')
    .filter(Boolean)
    .reduce((state, name) => next(state, EVENTS[name]!), initial);
}

/** `phase guess reason flags`. */
function short({ phase, guesses, reason, givenUp, edited, stale }: State): string {
  const flags = [givenUp && 'given up', edited && 'edited', stale && 'stale'].filter(Boolean);
  return [phase, guesses.a ?? '-', reason ?? '-', ...flags].join(' ');
}

describe('the states of a prediction', () => {
  test.each([
    ['', 'idle - -'],
    ['a=heap', 'predicted heap -'],
    ['a=heap, a=stack', 'predicted stack -'],
    ['a=heap, sure, lock', 'loading heap -'],
    ['a=heap, sure, lock, a=stack', 'loading heap -'],
    ['a=heap, sure, lock, answer', 'locked heap -'],
    ['a=heap, sure, lock, answer, a=stack', 'locked heap -'],
    ['a=heap, sure, lock, answer, ink', 'locked heap -'],
    ['a=heap, sure, lock, answer, reason, ink', 'graded heap returned'],
    ['a=heap, sure, lock, answer, reason, unlock', 'predicted heap -'],
    ['a=heap, sure, lock, answer, reason, ink, unlock', 'graded heap returned'],
    ['a=heap, sure, lock, answer, reason, ink, a=stack', 'graded heap returned'],
    ['a=heap, sure, lock, failure', 'predicted heap -'],
    ['give up, failure', 'idle - -'],
    ['give up, answer', 'graded - - given up'],
    ['a=heap, sure, lock, edit, answer', 'predicted heap - edited'],
    ['a=heap, sure, lock, answer, edit', 'predicted heap - edited'],
    ['a=heap, sure, lock, answer, reason, ink, edit', 'graded heap returned edited stale'],
    ['a=heap, sure, lock, answer, reason, ink, edit, again', 'idle - - edited'],
    ['edit, a=stack, sure, lock, answer without reason', 'graded stack - edited'],
  ])('%s: %s', (events, expected) => {
    expect(short(played(events))).toBe(expected);
  });

  test.each([
    ['', false, 'guess'],
    ['a=heap', false, 'sure'],
    ['a=heap, sure', false, undefined],
    ['a=heap, sure', true, 'edit'],
    ['edit, a=heap, sure', true, undefined],
  ] as const)('before the lock, after "%s", fix-it %s, there lacks: %s', (events, isFix, lacks) => {
    expect(missing(played(events), 1, isFix)).toBe(lacks);
  });

  test('a guess counts once', () => {
    expect(marked(played('a=heap, a=stack'))).toBe(1);
  });
});
