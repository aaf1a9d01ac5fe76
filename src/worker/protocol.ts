/** What page and worker say to each other. Plain data. */
import type { Report } from '../course/report.ts';
import type { Language } from '../course/words/index.ts';

export interface Request {
  readonly id: number;
  readonly file: string;
  readonly text: string;
  readonly language: Language;
}

/** `ready` tells that code and facts are loaded: from then on the short time-out counts. */
export type Response =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report; readonly milliseconds: number }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** start: the engine could not be loaded. crash: it threw. slow: it was ended at the time-out. */
export type EngineFailure = 'start' | 'crash' | 'slow';

export interface Limits {
  /** Milliseconds for loading the worker and std facts. */
  readonly start: number;
  /** Milliseconds for one answer. */
  readonly answer: number;
}

export const LIMITS: Limits = { start: 15_000, answer: 3_000 };
