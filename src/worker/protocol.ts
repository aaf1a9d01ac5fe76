/** What page and worker say to each other. Plain data. */
import type { Report } from '../course/report.ts';
import type { Language } from '../course/words/index.ts';

export interface Request {
  readonly id: number;
  readonly file: string;
  readonly text: string;
  readonly language: Language;
}

/** `ready` tells that wasm and facts of the first request are loaded: from then on the short time-out counts. */
export type Response =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report; readonly milliseconds: number }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
