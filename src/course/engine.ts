/**
 * The engine as the course asks it: text in, report out. The same code in Node, in the worker and at build time; only
 * where the bytes come from differs.
 */
import type { GoVersion } from '../analyzer/base/versions.ts';
import { defaultGoVersion } from '../analyzer/base/versions.ts';
import { type EngineHost, FactsCache, loadFacts } from '../analyzer/importer/index.ts';
import { type AnalyzeOptions, analyze, culprits, explain, importsOf, type SourceText } from '../analyzer/index.ts';
import { confirmedEdits, type Edit } from './flow/edits.ts';
import { type Inspection, inspectionOf } from './flow/inspect.ts';
import { type Report, reportOf } from './report.ts';
import type { Words } from './words/words.ts';

export interface EngineInput {
  readonly file: string;
  readonly text: string;
  readonly words: Words;
  readonly goVersion?: GoVersion;
}

export interface EditsQuestion extends Omit<EngineInput, 'words'> {
  readonly location: number;
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
  /** The report with the graph and the lines of both levels. */
  async inspect({ file, text, words, goVersion = defaultGoVersion }: EngineInput): Promise<Inspection> {
    const sources = [{ name: file, text }];
    const options = await this.#options(sources, goVersion);
    const analysis = analyze(sources, options);
    const detailed = analyze(sources, { ...options, level: 2, graph: false });
    return inspectionOf({ file, text, analysis, detailed, explain: (id) => explain(analysis, id), words });
  }

  /** The edits that keep location `location` of the text's analysis on the stack. */
  async edits({ file, text, goVersion = defaultGoVersion, location }: EditsQuestion): Promise<Edit[]> {
    const sources = [{ name: file, text }];
    const options = await this.#options(sources, goVersion);
    const analysis = analyze(sources, options);
    return confirmedEdits({
      file,
      text,
      analysis,
      location,
      explain,
      analyze: (edited, without = []) => analyze([{ name: file, text: edited }], { ...options, without }),
      cut: () => culprits(sources, options, analysis, location),
    });
  }

  async #options(sources: readonly SourceText[], goVersion: GoVersion): Promise<AnalyzeOptions> {
    const importer = await loadFacts(this.#host, goVersion, importsOf(sources), this.#cache);
    return { importer, goVersion, inline: false };
  }
}
