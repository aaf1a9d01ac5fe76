/**
 * What is kept of a learner's answers: the last and the best attempt at each question, by question id and revision.
 * A new revision asks again but forgets nothing. Versioned; `readProgress` accepts every version that ever was.
 */
import type { Belief } from './beliefs.ts';
import type { Confidence, Grade } from './kinds/predict-placement/grade.ts';

export interface Attempt {
  readonly revision: number;
  readonly outcome: Grade['outcome'];
  readonly right: number;
  readonly of: number;
  readonly confidence: Confidence | undefined;
  readonly beliefs: readonly Belief[];
}

export interface QuestionProgress {
  readonly attempts: number;
  readonly last: Attempt;
  readonly best: Attempt;
}

export interface Progress {
  readonly version: 1;
  /** Key: `lesson/question`. */
  readonly questions: Readonly<Record<string, QuestionProgress>>;
}

export const emptyProgress: Progress = { version: 1, questions: {} };

export function readProgress(stored: string | null): Progress {
  if (!stored) return emptyProgress;
  try {
    const value = JSON.parse(stored) as Partial<Progress> | null;
    return value?.version === 1 && typeof value.questions === 'object' ? { version: 1, questions: value.questions } : emptyProgress;
  } catch {
    return emptyProgress;
  }
}

function better(a: Attempt, b: Attempt): Attempt {
  if (a.revision !== b.revision) return a.revision > b.revision ? a : b;
  if (a.outcome === 'shown' || b.outcome === 'shown') return a.outcome === 'shown' ? b : a;
  return a.right / a.of >= b.right / b.of ? a : b;
}

export function record(progress: Progress, key: string, attempt: Attempt): Progress {
  const before = progress.questions[key];
  const next = {
    attempts: (before?.attempts ?? 0) + 1,
    last: attempt,
    best: before ? better(before.best, attempt) : attempt,
  };
  return { version: 1, questions: { ...progress.questions, [key]: next } };
}

export interface LessonProgress {
  readonly answered: number;
  readonly of: number;
  readonly done: boolean;
}

/** `questions`: the lesson's keys. A lesson is done when each of its questions has been answered. */
export function lessonProgress(progress: Progress, questions: readonly string[]): LessonProgress {
  const answered = questions.filter((key) => key in progress.questions).length;
  return { answered, of: questions.length, done: questions.length > 0 && answered === questions.length };
}
