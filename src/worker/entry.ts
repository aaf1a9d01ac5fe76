/** The engine's worker: loads grammar and facts at the first need, answers one request at a time, in order. */
import { CourseEngine } from '../course/engine.ts';
import { words } from '../course/words/index.ts';
import grammarAddress from 'tree-sitter-go/tree-sitter-go.wasm?url';
import runtimeAddress from 'web-tree-sitter/web-tree-sitter.wasm?url';
import type { Request, Response } from './protocol.ts';

const facts = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}facts/`;

async function bytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start(): Promise<CourseEngine> {
  const [runtime, grammar] = await Promise.all([bytes(runtimeAddress), bytes(grammarAddress)]);
  return CourseEngine.create({ bytes: (name) => bytes(facts + name) }, { runtime, grammar });
}

function say(response: Response): void {
  postMessage(response);
}

// Started at once: a page starts the worker when it expects a question.
const engine = start();

async function answer({ id, file, text, language }: Request): Promise<void> {
  try {
    const ready = await engine;
    const started = performance.now();
    const report = await ready.report({ file, text, words: words[language] });
    say({ kind: 'report', id, report, milliseconds: performance.now() - started });
  } catch (error) {
    say({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', (event: MessageEvent<Request>) => answer(event.data));
engine.then(
  () => say({ kind: 'ready' }),
  () => {},
);
