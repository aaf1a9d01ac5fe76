/** The key of an asked question: made by an engine, a model or a recording; never by the page. */
import type { BeliefId } from '../beliefs.ts';

/**
 * Where the key comes from. `engine` and `model` compute it from the question; `recorded` was printed by a run of the
 * named Go version; `stated` can only be quoted. The page says which.
 */
export type KeySource =
  | { readonly by: 'engine' | 'model'; readonly go: string }
  | { readonly by: 'recorded'; readonly go: string; readonly program: string; readonly flags?: string }
  | { readonly by: 'stated'; readonly source: string; readonly go: string };

export interface AskKey {
  readonly source: KeySource;
  /** `one`, `line`: all that are accepted. `some`, `order`: the options. `number`: one number. `match`: `left=right`. */
  readonly truth: readonly string[];
  /** The wrong belief behind a wrong answer: by option, number, line or `left=right`. */
  readonly lures: Readonly<Record<string, BeliefId>>;
  /** For `number`: how far off is still right. */
  readonly tolerance: number;
}
