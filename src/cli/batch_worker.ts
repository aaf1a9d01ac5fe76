/** The worker thread of --batch: a line in, a JSON line out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { BatchTask } from './batch.ts';
import { Refusal, UsageError } from './command.ts';
import { ask, plainDiagnostics, Session } from './engine.ts';
import { reasonOf, round } from './escape.ts';

const task = workerData as BatchTask;
const port = parentPort!;
const session = new Session();
const answer = task.kind === 'types' ? (await import('./types.ts')).batchAnswer : answerEscape;

port.on('message', (line: string) => void reply(line));
port.postMessage('ready');

async function reply(line: string): Promise<void> {
  const start = performance.now();
  const list = task.kind === 'types' ? 'lines' : 'diagnostics';
  let record: Record<string, unknown>;
  try {
    record = await answer(line, task, session);
  } catch (error) {
    const status = error instanceof UsageError ? 'error' : error instanceof Refusal ? 'unsupported' : 'crash';
    const reason =
      error instanceof Error ? (status === 'crash' ? (error.stack ?? error.message) : error.message) : String(error);
    record = { status, reason, [list]: status === 'error' ? [{ file: '', line: 0, col: 0, message: reason }] : [] };
  }
  const { status, ...rest } = record;
  port.postMessage(JSON.stringify({ dir: line, status, ms: round(performance.now() - start), ...rest }));
}

async function answerEscape(line: string): Promise<Record<string, unknown>> {
  const { analysis } = await ask([line], { ...task.flags, graph: false }, session);
  return { status: analysis.status, ...reasonOf(analysis), diagnostics: plainDiagnostics(analysis) };
}
