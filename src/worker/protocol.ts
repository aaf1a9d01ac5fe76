/** What page and worker say to each other. Plain data. */
import type { GoVersion } from '../analyzer/base/versions.ts';
import type { FixAnswer } from '../course/engine.ts';
import type { Edit } from '../course/flow/edits.ts';
import type { Inspection } from '../course/flow/inspect.ts';
import type { FixTask } from '../course/kinds/fix-function/task.ts';
import type { Report } from '../course/report.ts';
import type { Language } from '../course/words/index.ts';

/** What may be asked about a text, and what the answer is. */
export interface Answers {
  readonly report: Report;
  readonly inspection: Inspection;
  readonly edits: readonly Edit[];
  readonly fix: FixAnswer;
}
export type Asked = keyof Answers;

export interface Request {
  readonly id: number;
  /** Absent: the report. */
  readonly asked?: Asked;
  readonly file: string;
  readonly text: string;
  readonly language: Language;
  readonly goVersion?: GoVersion;
  /** Of `edits`: the location of the analysis that should stay on the stack. */
  readonly location?: number;
  /** Of `fix`: the task that the text is an edit of. */
  readonly task?: FixTask;
}

/** `ready` tells that code and facts are loaded: from then on the short time-out counts. */
export type Response =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report; readonly milliseconds: number }
  | { readonly kind: 'inspection'; readonly id: number; readonly inspection: Inspection }
  | { readonly kind: 'edits'; readonly id: number; readonly edits: readonly Edit[] }
  | { readonly kind: 'fix'; readonly id: number; readonly fix: FixAnswer }
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
