/**
 * The states of an asked question: idle, predicted (all filled in, still pencil), loading, graded (ink). Pure. Everything
 * before the lock can be changed or undone without being counted; what was answered survives every failure.
 */
import type { AskAnswer } from '../../course/ask/form.ts';
import type { Confidence } from '../../course/progress/record.ts';

export interface AskState {
  readonly phase: 'idle' | 'predicted' | 'loading' | 'graded';
  readonly answer: AskAnswer | undefined;
  readonly confidence: Confidence | undefined;
  readonly givenUp: boolean;
}

export type AskEvent =
  | { readonly type: 'answer'; readonly answer: AskAnswer | undefined }
  | { readonly type: 'sure'; readonly value: Confidence }
  | { readonly type: 'lock' | 'give-up' | 'key' | 'failure' | 'again' };

export const initial: AskState = { phase: 'idle', answer: undefined, confidence: undefined, givenUp: false };

function isPencil({ phase }: AskState): boolean {
  return phase === 'idle' || phase === 'predicted';
}

export function missing({ answer, confidence }: AskState): 'answer' | 'sure' | undefined {
  if (!answer) return 'answer';
  return confidence ? undefined : 'sure';
}

export function next(state: AskState, event: AskEvent): AskState {
  switch (event.type) {
    case 'answer':
      return isPencil(state) ? { ...state, answer: event.answer, phase: event.answer ? 'predicted' : 'idle' } : state;
    case 'sure':
      return isPencil(state) ? { ...state, confidence: event.value } : state;
    case 'lock':
      return isPencil(state) && !missing(state) ? { ...state, phase: 'loading', givenUp: false } : state;
    case 'give-up':
      return isPencil(state) ? { ...state, phase: 'loading', givenUp: true } : state;
    case 'key':
      return state.phase === 'loading' ? { ...state, phase: 'graded' } : state;
    case 'failure':
      return state.phase === 'loading'
        ? { ...state, phase: state.answer ? 'predicted' : 'idle', givenUp: false }
        : state;
    case 'again':
      return initial;
  }
}
