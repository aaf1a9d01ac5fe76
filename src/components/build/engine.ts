/** The engine at build time: std facts are files of this installation. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultGoVersion, type GoVersion } from '../../analyzer/base/versions.ts';
import { CourseEngine } from '../../course/engine.ts';
import type { Report } from '../../course/report.ts';
import { type Language, words } from '../../course/words/index.ts';

// The build bundles this file elsewhere, so paths start at the folder that the build runs in: the project's root.
const engine = new CourseEngine({
  bytes: (name) => readFile(join(process.cwd(), 'public/facts', name)),
  grammar: async () => {
    const [runtime, grammar] = await Promise.all([
      readFile(join(process.cwd(), 'node_modules/web-tree-sitter/web-tree-sitter.wasm')),
      readFile(join(process.cwd(), 'node_modules/tree-sitter-go/tree-sitter-go.wasm')),
    ]);
    return { runtime, grammar };
  },
});
const reports = new Map<string, Promise<Report>>();
/** A build of many packs forgets the oldest, and makes them anew when their keys are asked for. */
const reportsKept = 600;

/** The report on a program of a pack. */
export function report(
  name: string,
  text: string,
  language: Language,
  goVersion: GoVersion = defaultGoVersion,
): Promise<Report> {
  const key = `${language}/${goVersion}/${name}/${text}`;
  const known =
    reports.get(key) ??
    engine.loadGrammar().then(() => engine.report({ file: `${name}.go`, text, words: words[language], goVersion }));
  reports.set(key, known);
  if (reports.size > reportsKept) reports.delete(reports.keys().next().value!);
  return known;
}
