/** The engine's worker: loads std facts and the grammar at the first need, answers one request at a time, in order. */
import grammarUrl from 'tree-sitter-go/tree-sitter-go.wasm?url';
import runtimeUrl from 'web-tree-sitter/web-tree-sitter.wasm?url';
import { CourseEngine } from '../course/engine.ts';
import { words } from '../course/words/index.ts';
import type { Request, Response } from './protocol.ts';

const facts = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}facts/`;

async function load(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const engine = new CourseEngine({
  bytes: (name) => load(facts + name),
  grammar: async () => {
    const [runtime, grammar] = await Promise.all([load(runtimeUrl), load(grammarUrl)]);
    return { runtime, grammar };
  },
});

/** A program without imports: makes facts and code ready before the learner asks. */
const WARM_UP = { file: 'main.go', text: 'package main\n\nfunc main() {}\n', words: words.en };

function say(response: Response): void {
  postMessage(response);
}

async function answer(request: Request): Promise<void> {
  const { id, asked = 'report', file, text, language, goVersion, location = -1, task } = request;
  const input = { file, text, words: words[language], goVersion };
  try {
    const started = performance.now();
    switch (asked) {
      case 'report':
        say({ kind: asked, id, report: await engine.report(input), milliseconds: performance.now() - started });
        break;
      case 'inspection':
        say({ kind: asked, id, inspection: await engine.inspect(input) });
        break;
      case 'edits':
        say({ kind: asked, id, edits: await engine.edits({ ...input, location }) });
        break;
      case 'fix':
        say({ kind: asked, id, fix: await engine.fix({ ...input, task: task! }) });
    }
  } catch (error) {
    say({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', (event: MessageEvent<Request>) => answer(event.data));
engine.report(WARM_UP).then(
  () => {
    say({ kind: 'ready' });
    engine.loadGrammar();
  },
  () => {},
);
