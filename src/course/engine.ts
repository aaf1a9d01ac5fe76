/**
 * The engine as the course asks it: text in, report out. The same code in Node, in the worker and at build time; only
 * where the bytes come from differs.
 */
import type { Analysis } from '../analyzer/analysis.ts';
import type { GoVersion } from '../analyzer/base/versions.ts';
import { defaultGoVersion } from '../analyzer/base/versions.ts';
import { type EngineHost, FactsCache, loadFacts } from '../analyzer/importer/index.ts';
import { type AnalyzeOptions, analyze, culprits, explain, importsOf, type SourceText } from '../analyzer/index.ts';
import { createParser, type Parser, type ParserBytes } from '../analyzer/syntax/index.ts';
import { confirmedEdits, type Edit } from './flow/edits.ts';
import { type Inspection, inspectionOf } from './flow/inspect.ts';
import { type Judgement, judge } from './kinds/fix-function/judge.ts';
import type { FixTask } from './kinds/fix-function/task.ts';
import { type Report, reportOf } from './report.ts';
import type { Words } from './words/words.ts';

/**
 * `grammar`: the wasm of tree-sitter and of its Go grammar, fetched at the first need. Until it is there, and where a host
 * has none, the recogniser reads alone; both give the same trees.
 */
export interface CourseHost extends EngineHost {
  grammar?(): Promise<ParserBytes>;
}

export interface EngineInput {
  readonly file: string;
  readonly text: string;
  readonly words: Words;
  readonly goVersion?: GoVersion;
}

export interface EditsQuestion extends Omit<EngineInput, 'words'> {
  readonly location: number;
}

export interface FixQuestion extends Omit<EngineInput, 'goVersion'> {
  readonly task: FixTask;
}

/** `judgement`: undefined where the engine has no verdict on the text; the report says why. */
export interface FixAnswer {
  readonly report: Report;
  readonly judgement: Judgement | undefined;
}

export interface LinesQuestion extends Omit<EngineInput, 'words'> {
  readonly level?: 1 | 2;
  readonly debug?: Readonly<Record<string, number>>;
}

export class CourseEngine {
  readonly #host: CourseHost;
  readonly #cache = new FactsCache();
  #parser: Parser | undefined;
  #asked: Promise<void> | undefined;

  constructor(host: CourseHost) {
    this.#host = host;
  }

  /** Loads the grammar, once. A host without one, or a failed fetch, leaves the recogniser alone. */
  loadGrammar(): Promise<void> {
    this.#asked ??= (async () => {
      const bytes = await this.#host.grammar?.();
      if (bytes) this.#parser = await createParser(bytes);
    })().catch(() => {});
    return this.#asked;
  }

  /** Fetches the facts that the text's imports need, then analyses it as `-m -l` does. */
  async report({ file, text, words, goVersion = defaultGoVersion }: EngineInput): Promise<Report> {
    const sources = [{ name: file, text }];
    const analysis = analyze(sources, await this.#options(sources, goVersion));
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

  /** What can be said about an edit of a task's program. */
  async fix({ file, text, words, task }: FixQuestion): Promise<FixAnswer> {
    const sources = [{ name: file, text }];
    const analysis = analyze(sources, await this.#options(sources, task.go));
    const report = reportOf({ file, text, analysis, explain: (location) => explain(analysis, location), words });
    return { report, judgement: analysis.status === 'ok' ? judge(task, text, analysis) : undefined };
  }

  /** The lines alone, at a level and with the compiler's -d names. */
  async lines({ file, text, goVersion = defaultGoVersion, level = 1, debug = {} }: LinesQuestion): Promise<Analysis> {
    const sources = [{ name: file, text }];
    const options = await this.#options(sources, goVersion);
    return analyze(sources, { ...options, level, debug, graph: false });
  }

  async #options(sources: readonly SourceText[], goVersion: GoVersion): Promise<AnalyzeOptions> {
    const importer = await loadFacts(this.#host, goVersion, importsOf(sources), this.#cache);
    return { importer, goVersion, inline: false, parser: this.#parser };
  }
}
