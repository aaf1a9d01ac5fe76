/** Progress as a file of the learner's own. */
import { exportLog, type ProgressLog } from '../../course/progress/log.ts';
import { h } from '../dom.ts';

export function saveFile(log: ProgressLog): void {
  const url = URL.createObjectURL(new Blob([exportLog(log)], { type: 'application/json' }));
  const day = new Date().toISOString().slice(0, 10);
  const link = h('a', { href: url, download: `stack-or-heap-${day}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
