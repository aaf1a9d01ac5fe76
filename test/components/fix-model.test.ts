import { expect, test } from 'vitest';
import { type FixEvent, type FixState, initial, missing, next } from '../../src/components/fix/model.ts';

const EVENTS: Readonly<Record<string, FixEvent>> = {
  edit: { type: 'edit', edited: true },
  undo: { type: 'edit', edited: false },
  sure: { type: 'sure', value: 'sure' },
  check: { type: 'check' },
  'give up': { type: 'give-up' },
  answer: { type: 'answer' },
  failure: { type: 'failure' },
};

function played(events: string): FixState {
  return events
    .split(', ')
    .filter(Boolean)
    .reduce((state, name) => next(state, EVENTS[name]!), initial);
}

/** `phase missing checks flags`. */
function short(state: FixState): string {
  const flags = [state.givenUp && 'given up', state.stale && 'stale', state.edited && 'edited'].filter(Boolean);
  return [state.phase, missing(state) ?? '-', state.checks, ...flags].join(' ');
}

test.each([
  ['', 'idle edit 0'],
  ['check', 'idle edit 0'],
  ['sure, check', 'idle edit 0'],
  ['edit', 'edited sure 0 edited'],
  ['edit, check', 'edited sure 0 edited'],
  ['edit, sure', 'edited - 0 edited'],
  ['edit, sure, undo', 'idle edit 0'],
  ['edit, sure, check', 'loading - 0 edited'],
  ['edit, sure, check, sure', 'loading - 0 edited'],
  ['edit, sure, check, answer', 'graded edit 1 edited'],
  ['edit, sure, check, answer, check', 'graded edit 1 edited'],
  ['edit, sure, check, failure', 'edited - 0 edited'],
  // Typed while the engine was thinking: its answer is about another text.
  ['edit, sure, check, edit, answer', 'edited - 0 edited'],
  ['edit, sure, check, answer, edit', 'edited - 1 stale edited'],
  ['edit, sure, check, answer, edit, check, answer', 'graded edit 2 edited'],
  ['give up', 'loading sure 0 given up'],
  ['give up, failure', 'idle edit 0'],
  ['edit, give up, failure', 'edited sure 0 edited'],
  ['give up, answer', 'graded edit 0 given up'],
  ['give up, answer, edit', 'edited sure 0 stale edited'],
])('%s: %s', (events, expected) => {
  expect(short(played(events))).toBe(expected);
});
