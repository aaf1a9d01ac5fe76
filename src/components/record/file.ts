/** Progress as a file of the learner's own. */
import { exportLog, type ProgressLog } from '../../course/progress/log.ts';
import { download } from '../dom.ts';

export function saveFile(log: ProgressLog): void {
  const day = new Date().toISOString().slice(0, 10);
  download(exportLog(log), 'application/json', `stack-or-heap-${day}.json`);
}
