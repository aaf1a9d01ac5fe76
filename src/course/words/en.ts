/** English words for the engine's answers. */

import type { Rule } from '../../analyzer/analysis.ts';
import { beliefReasonsEn, beliefsEn } from './beliefs-en.ts';
import { errorsEn } from './errors-en.ts';
import type { Move, Subject, Words } from './words.ts';

function code(text: string): string {
  return `\`${text}\``;
}

function named({ kind, name, owner }: Subject): string {
  if (kind === 'heap') return 'a place outside of every frame';
  if (kind === 'result') return owner ? `the result of ${code(owner)}` : 'a result';
  if (kind === 'temporary') return 'a place that the compiler adds';
  return code(name);
}

function born({ kind, name, owner }: Subject): string {
  if (kind === 'parameter') return `${code(name)} is a parameter: ${code(owner)} has its own copy, in its frame.`;
  if (kind === 'allocation') return `${code(name)} asks for a value inside ${code(owner)}.`;
  return `${code(name)} is born in a call of ${code(owner)}.`;
}

function moved({ from, to, derefs, first, why }: Move): string {
  const target = named(to);
  const address =
    first && from.kind === 'allocation' ? `The address of ${code(from.name)}` : `The address of ${named(from)}`;
  if (derefs < 0 || (first && from.kind === 'allocation')) {
    if (to.kind === 'result') return `${address} leaves with ${target}.`;
    if (to.kind === 'heap') return `${address} is stored where it outlives every call.`;
    return why === 'captured by a closure' ? `${address} goes into the closure.` : `${address} is kept in ${target}.`;
  }
  const value = derefs === 0 ? `What ${named(from)} holds` : `What ${named(from)} points at`;
  if (to.kind === 'result') return `${value} leaves with ${target}.`;
  if (to.kind === 'heap') return `${value} is stored where it outlives every call.`;
  return `${value} is copied to ${target}.`;
}

function decided(rule: Rule, self: Subject): string {
  const owner = code(self.owner);
  const it = code(self.name);
  switch (rule) {
    case 'outlives-result':
      return `The caller can follow it after ${owner} has returned and its frame is gone, so ${it} cannot be in that frame.`;
    case 'outlives-heap':
      return `It is still there after ${owner} has returned, so ${it} must be there too.`;
    case 'outlives-loop':
      return `That place is older than this turn of the loop, so each turn needs ${it} anew.`;
    case 'outlives-closure':
      return `The closure can run after ${owner} has returned, so ${it} must still be there.`;
    default:
      return '';
  }
}

function forced(rule: Rule, self: Subject, text: string): string {
  if (rule === 'non-constant-size')
    return `The compiler does not know how large ${code(self.name)} is, so no frame can hold it.`;
  if (rule === 'too-large') return `${code(self.name)} is larger than the compiler allows in a frame.`;
  return `${code(self.name)} cannot be in a frame${text ? `: ${text}` : ''}.`;
}

export const en: Words = {
  born,
  moved,
  decided,
  forced,
  lent: (self, to) =>
    to.owner === self.owner
      ? `Its address is kept in ${named(to)}. Still fine: ${named(to)} goes when the same frame goes.`
      : `Its address is lent to ${named(to)}${to.owner ? ` of ${code(to.owner)}` : ''}, for as long as that call runs.`,
  lentToCall: (_, call) => `${code(call)} gets its address, and keeps it no longer than that call runs.`,
  stays: ({ owner }) => `No copy of the address outlives the call of ${code(owner)}. The frame can hold it.`,
  noAddress: ({ name }) =>
    `Nothing takes the address of ${code(name)}, so nothing can reach it from outside. The frame can hold it.`,
  beliefs: {
    ...beliefsEn,
    'new-means-heap': {
      title: '`new` does not mean heap',
      refutation:
        '`new` asks for a value, not for heap memory. Where the value lives depends on where its address goes.',
    },
    'address-means-heap': {
      title: 'Taking an address is not enough',
      refutation:
        '`&` only starts a trip. If every place that holds the address is gone when the frame goes, nothing has to move.',
    },
    'pointer-means-heap': {
      title: 'A pointer is a value like any other',
      refutation:
        'A pointer variable is eight bytes in a frame. What matters is what it points at, and who else can reach that.',
    },
    'passing-means-heap': {
      title: 'Passing a pointer down is safe',
      refutation:
        'The caller’s frame is still there while the callee runs. Only an address that the callee keeps would be a problem.',
    },
    'locals-always-stay': {
      title: 'A local variable can outlive its call',
      refutation:
        'In C the address of a local dies with the call. In Go it stays good: the compiler sees the address leave and puts the variable on the heap from its first moment.',
    },
    'values-never-move': {
      title: 'A copy is a variable too',
      refutation:
        'A parameter passed by value is a new variable in the callee’s frame. If its address leaves, that copy moves to the heap.',
    },
    'decided-while-running': {
      title: 'The compiler has already decided',
      refutation:
        'The decision is made once, for the code, before the program runs. No variable goes from its frame to the heap later.',
    },
    'branches-are-followed': {
      title: 'The compiler does not ask whether a line runs',
      refutation: 'An assignment inside an `if` counts as if it always happened. One way out is enough.',
    },
  },
  errors: errorsEn,
  reasons: {
    ...beliefReasonsEn,
    returned: 'Its address leaves with the result.',
    'stored-outside': 'Its address may be kept where it outlives the call.',
    'in-loop': 'Its address is kept from one turn of the loop to the next.',
    captured: 'A function value that outlives the call holds its address.',
    size: 'Its size decides.',
    'no-address': 'Nothing takes its address.',
    'stays-inside': 'Its address is used, but no copy of it outlives the call.',
    'new-means-heap': 'It is made with `new`, and that is enough.',
    'address-means-heap': 'Its address is taken, and that is enough.',
    'pointer-means-heap': 'A pointer is involved, and pointers need the heap.',
    'passing-means-heap': 'It is handed to another function, and that is enough.',
    'locals-always-stay': 'It is a local variable, and those always stay in the frame.',
    'values-never-move': 'It was passed by value, so it is only a copy.',
    'decided-while-running': 'The runtime moves it when someone needs it later.',
    'branches-are-followed': 'The line that matters may never run.',
  },
};
