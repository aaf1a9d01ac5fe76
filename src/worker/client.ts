/**
 * The page's side of the engine: starts the worker at the first question, one answer at a time, the newest question of
 * its kind first. An engine that does not answer in time is ended and started anew; the page's text is never in its hands.
 */
import type { Report } from '../course/report.ts';
import type { Language } from '../course/words/index.ts';
import {
  type Answers,
  type Asked,
  type EngineFailure,
  LIMITS,
  type Limits,
  type Request,
  type Response,
} from './protocol.ts';

export class EngineError extends Error {
  readonly failure: EngineFailure;
  constructor(failure: EngineFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

interface Pending {
  readonly request: Request;
  readonly resolve: (answer: Response) => void;
  readonly reject: (error: EngineError) => void;
}

/** The part of Worker that is used; tests bring their own. */
export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: { data: Response }) => void) | null;
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null;
}

function both(first: Pending | undefined, second: Pending): Pending {
  if (!first) return second;
  return {
    request: second.request,
    resolve: (answer) => {
      first.resolve(answer);
      second.resolve(answer);
    },
    reject: (error) => {
      first.reject(error);
      second.reject(error);
    },
  };
}

export class EngineClient {
  readonly #start: () => WorkerLike;
  readonly #limits: Limits;
  #worker: WorkerLike | undefined;
  #ready = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Pending | undefined;
  readonly #waiting = new Map<string, Pending>();
  #ids = 0;

  constructor(start: () => WorkerLike, limits: Limits = LIMITS) {
    this.#start = start;
    this.#limits = limits;
  }

  /** Starts the worker ahead of need. */
  warm(): void {
    this.#ensure();
  }

  /** Ends a worker that hangs; the next question starts a new one. What waited is told. */
  restart(): void {
    this.#fail('start', 'restarted');
  }

  /** The report on `text`. A newer question takes the place of one that still waits, which gets the newer answer too. */
  report(file: string, text: string, language: Language): Promise<Report> {
    return this.#enqueue('report', { id: ++this.#ids, file, text, language });
  }

  /** Another question; questions of one `lane` (as a rule: what is asked) supersede each other. */
  ask<K extends Asked>(asked: K, question: Omit<Request, 'id' | 'asked'>, lane: string = asked): Promise<Answers[K]> {
    return this.#enqueue(asked, { ...question, id: ++this.#ids, asked }, lane);
  }

  #enqueue<K extends Asked>(asked: K, request: Request, lane: string = asked): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        request,
        resolve: (answer) => resolve((answer as unknown as Answers)[asked]),
        reject,
      };
      this.#waiting.set(lane, both(this.#waiting.get(lane), pending));
      this.#next();
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (this.#running || !first) return;
    const [lane, pending] = first;
    this.#running = pending;
    this.#waiting.delete(lane);
    this.#ensure().postMessage(pending.request);
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (!this.#running) return;
    const isStarting = !this.#ready;
    const limit = isStarting ? this.#limits.start : this.#limits.answer;
    this.#timer = setTimeout(() => this.#fail(isStarting ? 'start' : 'slow', `no answer within ${limit} ms`), limit);
  }

  #ensure(): WorkerLike {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#fail(this.#ready ? 'crash' : 'start', event.message ?? 'the worker failed');
    };
    this.#worker = worker;
    return worker;
  }

  #hear(response: Response): void {
    if (response.kind === 'ready') {
      this.#ready = true;
      this.#arm();
      return;
    }
    const running = this.#running;
    if (!running || running.request.id !== response.id) return;
    this.#running = undefined;
    clearTimeout(this.#timer);
    if (response.kind === 'failure') running.reject(new EngineError('crash', response.message));
    else running.resolve(response);
    this.#next();
  }

  #fail(failure: EngineFailure, message: string): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    const running = this.#running;
    this.#running = undefined;
    running?.reject(new EngineError(failure, message));
    this.#next();
  }
}

export function startEngine(): EngineClient {
  return new EngineClient(
    () => new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' }) as unknown as WorkerLike,
  );
}
