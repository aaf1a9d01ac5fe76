/**
 * The states of a prediction, as LOOK has them: idle, predicted (pencil), loading, locked (the reason is asked), graded
 * (ink), and stale once the program is edited after grading. Pure: no DOM, no clock; what was answered is kept on every
 * failure, and unlocking before the ink is an undo, not a mistake.
 */
import type { Answer, Confidence, Place } from '../../course/kinds/predict-placement/grade.ts';

export type Phase = 'idle' | 'predicted' | 'loading' | 'locked' | 'graded';

export interface State {
  readonly phase: Phase;
  readonly guesses: Readonly<Record<string, Place | undefined>>;
  readonly confidence: Confidence | undefined;
  readonly reason: string | undefined;
  readonly givenUp: boolean;
  /** The program differs from the given one. */
  readonly edited: boolean;
  /** It was edited after grading: what is shown is about the code before. */
  readonly stale: boolean;
}

export type Event =
  | { readonly type: 'guess'; readonly place: string; readonly value: Place }
  | { readonly type: 'sure'; readonly value: Confidence }
  | { readonly type: 'lock' }
  | { readonly type: 'give-up' }
  | { readonly type: 'answer'; readonly asksReason: boolean }
  | { readonly type: 'failure' }
  | { readonly type: 'unlock' }
  | { readonly type: 'reason'; readonly value: string }
  | { readonly type: 'ink' }
  | { readonly type: 'edit'; readonly edited: boolean }
  | { readonly type: 'again' };

export const initial: State = {
  phase: 'idle',
  guesses: {},
  confidence: undefined,
  reason: undefined,
  givenUp: false,
  edited: false,
  stale: false,
};

export function marked(state: State): number {
  return Object.values(state.guesses).filter(Boolean).length;
}

/** What is still missing before the lock; undefined when nothing is. */
export function missing(state: State, places: number, needsEdit: boolean): 'edit' | 'guess' | 'sure' | undefined {
  if (needsEdit && !state.edited) return 'edit';
  if (marked(state) < places) return 'guess';
  return state.confidence ? undefined : 'sure';
}

function isPencil({ phase }: State): boolean {
  return phase === 'idle' || phase === 'predicted';
}

function afterEdit(state: State, edited: boolean): State {
  if (state.phase === 'graded') return { ...state, edited, stale: true };
  // An answer on its way would be about the text before: it is dropped, the pencil marks stay.
  const phase = state.phase === 'loading' || state.phase === 'locked' ? 'predicted' : state.phase;
  return { ...state, phase, edited, givenUp: false, reason: undefined };
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'guess':
      if (!isPencil(state)) return state;
      return { ...state, phase: 'predicted', guesses: { ...state.guesses, [event.place]: event.value } };
    case 'sure':
      return isPencil(state) ? { ...state, confidence: event.value } : state;
    case 'lock':
      return isPencil(state) ? { ...state, phase: 'loading', givenUp: false } : state;
    case 'give-up':
      return isPencil(state) ? { ...state, phase: 'loading', givenUp: true } : state;
    case 'answer':
      if (state.phase !== 'loading') return state;
      return { ...state, phase: event.asksReason && !state.givenUp ? 'locked' : 'graded' };
    case 'failure':
      return state.phase === 'loading'
        ? { ...state, phase: marked(state) > 0 ? 'predicted' : 'idle', givenUp: false }
        : state;
    case 'unlock':
      return state.phase === 'locked' ? { ...state, phase: 'predicted', reason: undefined } : state;
    case 'reason':
      return state.phase === 'locked' ? { ...state, reason: event.value } : state;
    case 'ink':
      return state.phase === 'locked' && state.reason ? { ...state, phase: 'graded' } : state;
    case 'edit':
      return afterEdit(state, event.edited);
    case 'again':
      return { ...initial, edited: state.edited };
  }
}

export function answerOf({ guesses, confidence, reason, givenUp }: State): Answer {
  return { guesses, confidence, reason, givenUp };
}
