/**
 * The states of a board: pencil until the lock, then ink, which can be walked step by step, forward and back. Pure.
 * Undo takes back a choice while it is pencil, and a step once it is ink; it never takes back the lock: the answer was seen.
 */
import type { Confidence } from '../../course/progress/record.ts';

export type Phase = 'idle' | 'predicted' | 'graded';

export interface BoardState<Task> {
  readonly phase: Phase;
  readonly task: Task;
  readonly guess: string | undefined;
  readonly confidence: Confidence | undefined;
  readonly givenUp: boolean;
  /** How many steps of the drawing are shown; all of them right after the lock. */
  readonly step: number;
  readonly steps: number;
  /** What undo goes back to. */
  readonly past: readonly BoardState<Task>[];
}

export type BoardEvent<Task> =
  | { readonly type: 'choose'; readonly value: string }
  | { readonly type: 'sure'; readonly value: Confidence }
  | { readonly type: 'ink'; readonly steps: number; readonly givenUp: boolean }
  | { readonly type: 'step'; readonly by: number }
  | { readonly type: 'undo' }
  | { readonly type: 'task'; readonly task: Task };

export function start<Task>(task: Task): BoardState<Task> {
  return { phase: 'idle', task, guess: undefined, confidence: undefined, givenUp: false, step: 0, steps: 0, past: [] };
}

/** What is still missing before the lock; undefined when nothing is. */
export function missing<Task>({ guess, confidence }: BoardState<Task>): 'guess' | 'sure' | undefined {
  if (guess === undefined) return 'guess';
  return confidence ? undefined : 'sure';
}

function choose<Task>(state: BoardState<Task>, value: string): BoardState<Task> {
  if (state.phase === 'graded' || value === state.guess) return state;
  const trimmed = value.trim();
  if (trimmed === '') return { ...state, phase: 'idle', guess: undefined, past: [...state.past, state] };
  return { ...state, phase: 'predicted', guess: trimmed, past: [...state.past, state] };
}

function sure<Task>(state: BoardState<Task>, confidence: Confidence): BoardState<Task> {
  if (state.phase === 'graded' || confidence === state.confidence) return state;
  return { ...state, confidence, past: [...state.past, state] };
}

function ink<Task>(state: BoardState<Task>, steps: number, givenUp: boolean): BoardState<Task> {
  if (state.phase === 'graded' || (missing(state) && !givenUp)) return state;
  return { ...state, phase: 'graded', guess: givenUp ? undefined : state.guess, givenUp, step: steps, steps, past: [] };
}

function step<Task>(state: BoardState<Task>, by: number): BoardState<Task> {
  const next = Math.max(0, Math.min(state.steps, state.step + by));
  return state.phase === 'graded' && next !== state.step
    ? { ...state, step: next, past: [...state.past, state] }
    : state;
}

export function next<Task>(state: BoardState<Task>, event: BoardEvent<Task>): BoardState<Task> {
  switch (event.type) {
    case 'choose':
      return choose(state, event.value);
    case 'sure':
      return sure(state, event.value);
    case 'ink':
      return ink(state, event.steps, event.givenUp);
    case 'step':
      return step(state, event.by);
    case 'undo':
      return state.past.at(-1) ?? state;
    case 'task':
      return start(event.task);
  }
}
