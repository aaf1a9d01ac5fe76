/** The engine client with workers that answer, hang, crash and never start. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/course/report.ts';
import { EngineClient, type WorkerLike } from '../../src/worker/client.ts';
import type { Request, Response } from '../../src/worker/protocol.ts';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: Request[] = [];
  ended = false;
  postMessage(message: Request): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: Response): void {
    this.onmessage?.({ data });
  }
  answer(): void {
    const { id, text } = this.asked.at(-1)!;
    this.say({ kind: 'report', id, report: { says: [text] } as unknown as Report, milliseconds: 1 });
  }
}

let workers: FakeWorker[];
let client: EngineClient;
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  client = new EngineClient(
    () => {
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    },
    { start: 1000, answer: 100 },
  );
});
afterEach(() => vi.useRealTimers());

const ask = (text: string) =>
  client.report('main.go', text, 'en').then(
    (report) => report.says[0],
    (error: { failure: string }) => error.failure,
  );

describe('the engine client', () => {
  test('starts nothing before the first question', () => {
    expect(workers).toHaveLength(0);
  });

  test('answers, one worker for all', async () => {
    const first = ask('a');
    workers[0]!.say({ kind: 'ready' });
    workers[0]!.answer();
    expect(await first).toBe('a');
    const second = ask('b');
    workers[0]!.answer();
    expect(await second).toBe('b');
    expect(workers).toHaveLength(1);
  });

  test('while one runs, only the newest waits; the superseded one gets its answer', async () => {
    const [first, second, third] = [ask('a'), ask('b'), ask('c')];
    workers[0]!.say({ kind: 'ready' });
    workers[0]!.answer();
    workers[0]!.answer();
    expect(await Promise.all([first, second, third])).toEqual(['a', 'c', 'c']);
    expect(workers[0]!.asked.map((request) => request.text)).toEqual(['a', 'c']);
  });

  test('a hung worker is ended at the time-out, and the next question gets a new one', async () => {
    const first = ask('a');
    workers[0]!.say({ kind: 'ready' });
    vi.advanceTimersByTime(100);
    expect([await first, workers[0]!.ended]).toEqual(['slow', true]);
    const second = ask('b');
    workers[1]!.say({ kind: 'ready' });
    workers[1]!.answer();
    expect(await second).toBe('b');
  });

  test('what waited behind the hung one is answered by the new one', async () => {
    const [first, second] = [ask('a'), ask('b')];
    workers[0]!.say({ kind: 'ready' });
    vi.advanceTimersByTime(100);
    workers[1]!.answer();
    expect(await Promise.all([first, second])).toEqual(['slow', 'b']);
  });

  test('loading has its own, longer time-out', async () => {
    const first = ask('a');
    vi.advanceTimersByTime(999);
    expect(workers[0]!.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await first).toBe('start');
  });

  test('a crash is told apart from a failed start', async () => {
    const first = ask('a');
    workers[0]!.onerror!({ message: 'no such file' });
    expect(await first).toBe('start');
    const second = ask('b');
    workers[1]!.say({ kind: 'ready' });
    workers[1]!.onerror!({ message: 'out of memory' });
    expect(await second).toBe('crash');
  });

  test('a failure of one answer leaves the worker alive', async () => {
    const first = ask('a');
    workers[0]!.say({ kind: 'ready' });
    workers[0]!.say({ kind: 'failure', id: workers[0]!.asked[0]!.id, message: 'a bug' });
    expect(await first).toBe('crash');
    const second = ask('b');
    workers[0]!.answer();
    expect(await second).toBe('b');
  });

  test('a late answer to an older question is ignored', async () => {
    const first = ask('a');
    workers[0]!.say({ kind: 'report', id: 99, report: { says: ['late'] } as unknown as Report, milliseconds: 1 });
    workers[0]!.answer();
    expect(await first).toBe('a');
  });

  test('restart ends the worker and tells who waited', async () => {
    const first = ask('a');
    client.restart();
    expect([await first, workers[0]!.ended]).toEqual(['start', true]);
  });
});
