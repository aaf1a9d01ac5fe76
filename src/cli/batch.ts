/**
 * --batch: one program a line of standard input, one JSON line of output each, in order.
 *
 * The work is done in a worker thread, since nothing else can end an analysis from outside: a line that crashes it or
 * takes longer than ten seconds is reported as such, and the next line gets a new worker.
 */
import { Worker } from 'node:worker_threads';
import type { Terminal } from './command.ts';
import type { EscapeFlags } from './flags.ts';

export interface BatchTask {
  readonly kind: 'escape' | 'types';
  readonly flags: EscapeFlags;
}

const LINE_LIMIT_MS = 10_000;

export async function runBatch(task: BatchTask, terminal: Terminal): Promise<void> {
  const runner = new Runner(task);
  try {
    for await (const line of terminal.lines()) {
      if (line === '') continue;
      terminal.out(`${await runner.answer(line)}\n`);
    }
  } finally {
    await runner.stop();
  }
}

class Runner {
  private readonly task: BatchTask;
  private worker: Worker | undefined;

  constructor(task: BatchTask) {
    this.task = task;
  }

  async answer(line: string): Promise<string> {
    const start = performance.now();
    let worker: Worker;
    try {
      worker = await this.ready();
    } catch (error) {
      this.worker = undefined;
      return this.failure(line, start, 'crash', error instanceof Error ? error.message : String(error));
    }
    return new Promise((done) => {
      const finish = (text: string, lost: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        if (lost) {
          this.worker = undefined;
          void worker.terminate();
        }
        done(text);
      };
      const failure = (status: string, reason: string): string => this.failure(line, start, status, reason);
      const onMessage = (text: string): void => finish(text, false);
      const onError = (error: Error): void => finish(failure('crash', String(error?.message ?? error)), true);
      const onExit = (): void => finish(failure('crash', 'the worker ended'), true);
      const timer = setTimeout(
        () => finish(failure('timeout', `more than ${LINE_LIMIT_MS / 1000} seconds`), true),
        LINE_LIMIT_MS,
      );
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      worker.postMessage(line);
    });
  }

  private failure(dir: string, start: number, status: string, reason: string): string {
    return JSON.stringify({
      dir,
      status,
      ms: Math.round(performance.now() - start),
      reason,
      [this.task.kind === 'types' ? 'lines' : 'diagnostics']: [],
    });
  }

  /** The time to start a worker does not count against a line. */
  private ready(): Promise<Worker> {
    if (this.worker) return Promise.resolve(this.worker);
    const worker = new Worker(new URL('./batch_worker.ts', import.meta.url), {
      workerData: this.task,
      resourceLimits: { maxOldGenerationSizeMb: 3072, stackSizeMb: 16 },
    });
    this.worker = worker;
    return new Promise((done, failed) => {
      worker.once('error', failed);
      worker.once('message', () => {
        worker.off('error', failed);
        done(worker);
      });
    });
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }
}
