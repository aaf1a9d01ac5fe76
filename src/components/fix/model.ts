/**
 * The states of a fix-it task: idle, edited (pencil), loading, graded (ink), and stale once the program is edited again.
 * Pure. Nothing is judged before the learner has edited and said how sure they are; a failure keeps everything.
 */
import type { Confidence } from '../../course/progress/record.ts';

export interface FixState {
  readonly phase: 'idle' | 'edited' | 'loading' | 'graded';
  /** The text is not the given one. */
  readonly edited: boolean;
  readonly confidence: Confidence | undefined;
  /** Checks that were answered. */
  readonly checks: number;
  readonly givenUp: boolean;
  /** Edited since: what is shown is about the text before. */
  readonly stale: boolean;
}

export type FixEvent =
  | { readonly type: 'edit'; readonly edited: boolean }
  | { readonly type: 'sure'; readonly value: Confidence }
  | { readonly type: 'check' | 'give-up' | 'answer' | 'failure' };

export const initial: FixState = {
  phase: 'idle',
  edited: false,
  confidence: undefined,
  checks: 0,
  givenUp: false,
  stale: false,
};

export function missing({ phase, confidence }: FixState): 'edit' | 'sure' | undefined {
  if (phase === 'idle' || phase === 'graded') return 'edit';
  return confidence ? undefined : 'sure';
}

export function next(state: FixState, event: FixEvent): FixState {
  switch (event.type) {
    case 'edit': {
      const { edited } = event;
      // An answer on its way would be about the text before: it is dropped.
      const stale = state.checks > 0 || state.givenUp;
      return { ...state, phase: edited ? 'edited' : 'idle', edited, givenUp: false, stale };
    }
    case 'sure':
      return state.phase === 'loading' ? state : { ...state, confidence: event.value };
    case 'check':
      return missing(state) === undefined && state.phase === 'edited' ? { ...state, phase: 'loading' } : state;
    case 'give-up':
      return state.phase === 'loading' ? state : { ...state, phase: 'loading', givenUp: true };
    case 'answer':
      if (state.phase !== 'loading') return state;
      return { ...state, phase: 'graded', stale: false, checks: state.checks + (state.givenUp ? 0 : 1) };
    case 'failure':
      return state.phase === 'loading' ? { ...state, phase: state.edited ? 'edited' : 'idle', givenUp: false } : state;
  }
}
