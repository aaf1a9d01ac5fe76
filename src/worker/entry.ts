/** The engine's worker: loads std facts at the first need, answers one request at a time, in order. */
import { CourseEngine } from '../course/engine.ts';
import { words } from '../course/words/index.ts';
import type { Request, Response } from './protocol.ts';

const facts = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}facts/`;

async function bytes(name: string): Promise<Uint8Array> {
  const response = await fetch(facts + name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const engine = new CourseEngine({ bytes });

/** A program without imports: makes facts and code ready before the learner asks. */
const WARM_UP = { file: 'main.go', text: 'package main\n\nfunc main() {}\n', words: words.en };

function say(response: Response): void {
  postMessage(response);
}

async function answer({ id, file, text, language }: Request): Promise<void> {
  try {
    const started = performance.now();
    const report = await engine.report({ file, text, words: words[language] });
    say({ kind: 'report', id, report, milliseconds: performance.now() - started });
  } catch (error) {
    say({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', (event: MessageEvent<Request>) => answer(event.data));
engine.report(WARM_UP).then(
  () => say({ kind: 'ready' }),
  () => {},
);
