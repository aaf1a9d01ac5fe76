/** `stackorheap types`: every expression of a package with its type and constant value, as go/types records them. */
import { dirname, resolve } from 'node:path';
import { LimitReached } from '../analyzer/base/budget.ts';
import { type Diagnostic, firstErrors, sortedErrors } from '../analyzer/base/diagnostic.ts';
import { makeFileSet, positionOf, relativePosition } from '../analyzer/base/pos.ts';
import { Unsupported } from '../analyzer/base/unsupported.ts';
import type { GoVersion } from '../analyzer/base/versions.ts';
import { importsOf } from '../analyzer/index.ts';
import { refuseCgo } from '../analyzer/syntax/cgo.ts';
import { parseFiles } from '../analyzer/syntax/parse.ts';
import { check } from '../analyzer/types/check.ts';
import { refuseNewerSyntax } from '../analyzer/types/newer.ts';
import { gcSizes } from '../analyzer/types/sizes.ts';
import { newestOf } from '../analyzer/types/version.ts';
import type { BatchTask } from './batch.ts';
import { type Terminal, UsageError } from './command.ts';
import { diagnosticLine, needsWholeStd, type PlainDiagnostic, Session } from './engine.ts';
import { readProgram } from './files.ts';
import { parseFlags } from './flags.ts';
import { moduleOf, modulePackages } from './module.ts';
import { SourceImporter } from './source_importer.ts';
import { dumpTypes, type TypesLine } from './types-dump.ts';

interface TypesAnswer {
  readonly status: 'ok' | 'error' | 'unsupported';
  readonly lines: readonly TypesLine[];
  readonly errors: readonly PlainDiagnostic[];
  /** Those that the compiler prints without -e. */
  readonly firstErrors?: readonly PlainDiagnostic[];
  readonly reason?: string;
}

export async function types(args: readonly string[], terminal: Terminal): Promise<number> {
  const flags = parseFlags(args);
  if (flags.batch) {
    const { runBatch } = await import('./batch.ts');
    await runBatch({ kind: 'types', flags }, terminal);
    return 0;
  }
  if (flags.paths.length === 0) throw new UsageError('no PATH given');
  const answer = await typesOf(flags.paths, flags.goVersion, new Session());
  switch (answer.status) {
    case 'unsupported':
      terminal.err(`stackorheap: outside the supported subset: ${answer.reason}\n`);
      return 3;
    case 'error': {
      const shown = flags.allErrors ? answer.errors : (answer.firstErrors ?? answer.errors);
      terminal.err(shown.map((error) => `${diagnosticLine(error)}\n`).join(''));
      return 1;
    }
    case 'ok':
      terminal.out(answer.lines.map((line) => `${flags.json ? JSON.stringify(line) : plain(line)}\n`).join(''));
      return 0;
  }
}

function plain(line: TypesLine): string {
  return `${line.file}:${line.start}-${line.end}: ${line.kind} ${line.type}${line.value === undefined ? '' : ` = ${line.value}`}`;
}

/** The answer to one line of --batch. */
export async function batchAnswer(line: string, task: BatchTask, session: Session): Promise<Record<string, unknown>> {
  const { status, lines, errors, reason } = await typesOf([line], task.flags.goVersion, session);
  return {
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(status === 'error' ? { error: errors[0] && diagnosticLine(errors[0]) } : {}),
    lines,
  };
}

async function typesOf(paths: readonly string[], goVersion: GoVersion, session: Session): Promise<TypesAnswer> {
  const program = readProgram(paths, goVersion);
  const sources = program.files.map(({ name, text }) => ({ name, text }));
  let set = makeFileSet(sources);
  const place = (pos: number): string => {
    const at = positionOf(set, pos);
    return at ? `${at.file}:${at.line}:${at.col}: ` : '';
  };
  try {
    const module = program.stdPath === undefined ? moduleOf(dirname(resolve(program.files[0]!.path))) : undefined;
    const inModule = module && modulePackages(module, sources, goVersion);
    const imports = inModule?.imports ?? importsOf(sources);
    const facts = await session.facts(goVersion, imports, needsWholeStd(program, imports));
    const language = program.language ?? `go${goVersion}`;
    const toolchain = newestOf(`go${goVersion}`);
    const importer = new SourceImporter((path) => inModule?.packages.get(path), {
      sizes: gcSizes,
      goVersion: language,
      toolchain,
      bodies: true,
      rest: facts,
    });
    const { parsed, ...withLines } = parseFiles(set);
    ({ set } = withLines);
    for (const { refused } of parsed) if (refused) throw refused;
    const files = parsed.map(({ file }) => file);
    refuseCgo(files);
    refuseNewerSyntax(
      parsed.flatMap(({ errors }) => errors),
      toolchain,
    );
    const {
      package: pkg,
      info,
      found,
    } = check(set, files, program.stdPath ?? files[0]!.pkgName.value, {
      importer,
      sizes: gcSizes,
      goVersion: language,
      toolchain,
      ignoreBranchErrors: true,
    });
    const imported = importer.errors.map(({ at, message }) => diagnostic(at, message));
    // Compiler directives are none of go/types' business.
    const syntax = parsed.flatMap((file) => file.errors).filter(({ code }) => code !== 'directive');
    const all = [...syntax, ...found];
    if (imported.length + all.length > 0) {
      const placed = (errors: readonly Diagnostic[]) => [
        ...imported,
        ...errors.map((error) => diagnostic(relativePosition(set, error.pos), error.message)),
      ];
      return {
        status: 'error',
        lines: [],
        errors: placed(sortedErrors(set, all)),
        firstErrors: placed(firstErrors(set, all)),
      };
    }
    return { status: 'ok', lines: dumpTypes({ fileSet: set, files, package: pkg, info }), errors: [] };
  } catch (error) {
    if (error instanceof Unsupported)
      return { status: 'unsupported', lines: [], errors: [], reason: `${place(error.pos)}unsupported: ${error.what}` };
    if (error instanceof LimitReached) return { status: 'unsupported', lines: [], errors: [], reason: error.message };
    throw error;
  }
}

function diagnostic(at: ReturnType<typeof positionOf>, message: string): PlainDiagnostic {
  return { file: at?.file ?? '', line: at?.line ?? 0, col: at?.col ?? 0, message };
}
