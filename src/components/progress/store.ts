/** The learner's progress in this browser. Storage may be missing or full: then it lasts for the page. */
import { type Attempt, emptyProgress, type Progress, readProgress, record } from '../../course/progress.ts';

const KEY = 'stack-or-heap.progress';

export function load(): Progress {
  try {
    return readProgress(localStorage.getItem(KEY));
  } catch {
    return emptyProgress;
  }
}

export function save(question: string, attempt: Attempt): void {
  const progress = record(load(), question, attempt);
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // Nothing to do: the page goes on without keeping it.
  }
  document.dispatchEvent(new CustomEvent('progress', { detail: progress }));
}
