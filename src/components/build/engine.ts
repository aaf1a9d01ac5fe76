/** The engine at build time: facts and grammar are files of this installation. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CourseEngine } from '../../course/engine.ts';
import type { Report } from '../../course/report.ts';
import { type Language, words } from '../../course/words/index.ts';

// The build bundles this file elsewhere, so paths start at the folder that the build runs in: the project's root.
const root = process.cwd();
let engine: Promise<CourseEngine> | undefined;
const reports = new Map<string, Promise<Report>>();

async function start(): Promise<CourseEngine> {
  const [runtime, grammar] = await Promise.all([
    readFile(join(root, 'node_modules/web-tree-sitter/web-tree-sitter.wasm')),
    readFile(join(root, 'node_modules/tree-sitter-go/tree-sitter-go.wasm')),
  ]);
  return CourseEngine.create({ bytes: (name) => readFile(join(root, 'public/facts', name)) }, { runtime, grammar });
}

async function ask(name: string, text: string, language: Language): Promise<Report> {
  engine ??= start();
  return (await engine).report({ file: `${name}.go`, text, words: words[language] });
}

/** The report on a program of the course; each is made once per build and language. */
export function report(name: string, text: string, language: Language): Promise<Report> {
  const key = `${language}/${name}/${text}`;
  const known = reports.get(key) ?? ask(name, text, language);
  reports.set(key, known);
  return known;
}
