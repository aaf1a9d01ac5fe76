/**
 * The engine as the course asks it: text in, report out. The same code in Node, in the worker and at build time; only
 * where the bytes come from differs.
 */
import type { GoVersion } from '../analyzer/base/versions.ts';
import { defaultGoVersion } from '../analyzer/base/versions.ts';
import { type EngineHost, FactsCache, loadFacts } from '../analyzer/importer/index.ts';
import { analyze, explain, importsOf } from '../analyzer/index.ts';
import { type Report, reportOf } from './report.ts';
import type { Words } from './words/words.ts';

export interface EngineInput {
  readonly file: string;
  readonly text: string;
  readonly words: Words;
  readonly goVersion?: GoVersion;
}

export class CourseEngine {
  readonly #host: EngineHost;
  readonly #cache = new FactsCache();

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** Fetches the facts that the text's imports need, then analyses it as `-m -l` does. */
  async report({ file, text, words, goVersion = defaultGoVersion }: EngineInput): Promise<Report> {
    const sources = [{ name: file, text }];
    const importer = await loadFacts(this.#host, goVersion, importsOf(sources), this.#cache);
    const analysis = analyze(sources, { importer, goVersion, inline: false });
    return reportOf({ file, text, analysis, explain: (location) => explain(analysis, location), words });
  }
}
