/** Asks the engine about one program: files from disk, facts from this installation. */
import { dirname, resolve } from 'node:path';
import type { Analysis, Diagnostic } from '../analyzer/analysis.ts';
import type { SourceText } from '../analyzer/base/pos.ts';
import { defaultGoVersion, type GoVersion } from '../analyzer/base/versions.ts';
import { FactsCache, type FactsImporter, loadFacts } from '../analyzer/importer/index.ts';
import { analyze, importsOf } from '../analyzer/index.ts';
import { Refusal } from './command.ts';
import { type Program, readProgram } from './files.ts';
import type { EscapeFlags } from './flags.ts';
import { nodeHost, stdHost } from './host.ts';
import { moduleOf } from './module.ts';

export interface Answer {
  readonly program: Program;
  readonly analysis: Analysis;
  readonly milliseconds: number;
}

/** Everything that is kept from one program of a batch to the next. */
export class Session {
  private readonly cache = new FactsCache();
  private readonly stdCache = new FactsCache();

  /** Facts for `imports`; for a package of std itself those of internal packages too. */
  facts(version: GoVersion, imports: readonly string[], std: boolean): Promise<FactsImporter> {
    if (!std) return loadFacts(nodeHost, version, imports, this.cache);
    if (version !== defaultGoVersion)
      throw new Refusal(
        `packages of the standard library itself with --go ${version}: only ${defaultGoVersion} has the facts of internal packages`,
      );
    return loadFacts(stdHost, version, imports, this.stdCache);
  }
}

export interface EngineFlags
  extends Pick<EscapeFlags, 'goVersion' | 'level' | 'noInline' | 'noOptimize' | 'smallFrames' | 'debug'> {
  /** false: diagnostics are all that is wanted. */
  readonly graph?: boolean;
}

export async function ask(paths: readonly string[], flags: EngineFlags, session: Session): Promise<Answer> {
  const program = readProgram(paths, flags.goVersion);
  refuseNeighbours(program);
  const start = performance.now();
  const analysis = await askProgram(program, flags, session);
  return { program, analysis, milliseconds: performance.now() - start };
}

/**
 * Other packages of the program's module have tags that come from inlining, which is not modelled yet: such programs are
 * refused, not called wrong.
 */
function refuseNeighbours(program: Program): void {
  if (program.inGoroot) return;
  const module = moduleOf(dirname(resolve(program.files[0]!.path)));
  if (!module) return;
  const neighbour = importsOf(program.files.map(({ name, text }) => ({ name, text }))).find(
    (path) => path === module.path || path.startsWith(`${module.path}/`),
  );
  if (neighbour !== undefined) throw new Refusal(`import of "${neighbour}", another package of the module`);
}

/** The same for text that is at hand. */
export function askSources(
  files: readonly SourceText[],
  language: string | undefined,
  flags: EngineFlags,
  session: Session,
): Promise<Analysis> {
  return askProgram({ files, language, stdPath: undefined, inGoroot: false }, flags, session);
}

async function askProgram(
  program: Pick<Program, 'language' | 'stdPath' | 'inGoroot'> & { readonly files: readonly SourceText[] },
  flags: EngineFlags,
  session: Session,
): Promise<Analysis> {
  const { language, stdPath } = program;
  const sources = program.files.map(({ name, text }) => ({ name, text }));
  const imports = importsOf(sources);
  return analyze(sources, {
    importer: await session.facts(flags.goVersion, imports, needsWholeStd(program, imports)),
    goVersion: flags.goVersion,
    language,
    inline: !flags.noInline && !flags.noOptimize,
    level: Math.max(1, flags.level),
    optimize: !flags.noOptimize,
    smallFrames: flags.smallFrames,
    debug: flags.debug,
    graph: flags.graph !== false,
    ...(stdPath === undefined ? {} : { pkgPath: stdPath, std: true }),
  });
}

/** Std's own packages, and programs of a Go installation that import internal ones, need the second set of facts. */
export function needsWholeStd(program: Pick<Program, 'stdPath' | 'inGoroot'>, imports: readonly string[]): boolean {
  return (
    program.stdPath !== undefined || (program.inGoroot && imports.some((path) => /(^|\/)internal(\/|$)/.test(path)))
  );
}

/** One line of text mode. */
export function diagnosticLine(d: Pick<Diagnostic, 'file' | 'line' | 'col' | 'message'>): string {
  return d.line === 0 ? d.message : `${d.file}:${d.line}${d.col > 0 ? `:${d.col}` : ''}: ${d.message}`;
}

export interface PlainDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly message: string;
}

/** What --json and --batch print: lines in the package's own files; the compile errors of a program that has some. */
export function plainDiagnostics(analysis: Analysis): PlainDiagnostic[] {
  if (analysis.status === 'error')
    return analysis.errors.map(({ file, line, col, message }) => ({ file, line, col, message }));
  if (analysis.status !== 'ok') return [];
  return analysis.diagnostics
    .filter((d) => d.own)
    .map(({ file, line, col, message }) => ({ file, line, col, message }));
}
