/** `stackorheap escape`: what the compiler prints about a program, from the engine. */
import type { Analysis } from '../analyzer/analysis.ts';
import { type Terminal, UsageError } from './command.ts';
import { type EscapeFlags, parseFlags } from './flags.ts';

export async function escapeCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const flags = parseFlags(args);
  if (flags.batch) {
    const { runBatch } = await import('./batch.ts');
    await runBatch({ kind: 'escape', flags }, terminal);
    return 0;
  }
  if (flags.paths.length === 0) throw new UsageError('no PATH given');
  const { ask, plainDiagnostics, Session } = await import('./engine.ts');
  const { analysis, milliseconds } = await ask(
    flags.paths,
    { ...flags, graph: flags.why !== undefined },
    new Session(),
  );
  if (flags.json) {
    terminal.out(
      `${JSON.stringify({ status: analysis.status, ms: round(milliseconds), ...reasonOf(analysis), diagnostics: plainDiagnostics(analysis) })}\n`,
    );
    return exitStatus(analysis);
  }
  const failed = await reportFailure(analysis, flags.allErrors, terminal);
  if (failed !== undefined) return failed;
  if (flags.why !== undefined) {
    const { printWhy } = await import('./why.ts');
    return printWhy(analysis, flags.why, terminal);
  }
  const { diagnosticLine } = await import('./engine.ts');
  const text = analysis.diagnostics.map((d) => `${diagnosticLine(d)}\n`).join('');
  if (text !== '') terminal.out(text);
  return 0;
}

export function exitStatus(analysis: Analysis): number {
  switch (analysis.status) {
    case 'ok':
      return 0;
    case 'error':
      return 1;
    case 'unsupported':
    case 'timeout':
      return 3;
  }
}

export function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

/** Why there is no answer, for machine-readable output. */
export function reasonOf(analysis: Analysis): { reason?: string } {
  if (analysis.status === 'unsupported') return { reason: unsupportedText(analysis) };
  if (analysis.status === 'timeout') return { reason: `limit reached: ${analysis.limit}` };
  return {};
}

function unsupportedText(analysis: Analysis): string {
  const fact = analysis.unsupported!;
  return fact.line > 0
    ? `${fact.file}:${fact.line}:${fact.col}: unsupported: ${fact.what}`
    : `unsupported: ${fact.what}`;
}

/** Prints what kept the engine from answering, with the exit status; undefined if it answered. */
export async function reportFailure(
  analysis: Analysis,
  allErrors: boolean,
  terminal: Terminal,
): Promise<number | undefined> {
  const { diagnosticLine } = await import('./engine.ts');
  switch (analysis.status) {
    case 'ok':
      return undefined;
    case 'error': {
      const shown = allErrors ? analysis.errors : analysis.firstErrors;
      for (const error of shown) terminal.err(`${diagnosticLine(error)}\n`);
      return 1;
    }
    case 'unsupported':
      terminal.err(`stackorheap: outside the supported subset: ${unsupportedText(analysis)}\n`);
      return 3;
    case 'timeout':
      terminal.err(`stackorheap: outside the supported subset: limit reached: ${analysis.limit}\n`);
      return 3;
  }
}

export type { EscapeFlags };
