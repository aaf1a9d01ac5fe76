/** `stackorheap verify`: the same question to the installed Go toolchain, differing lines side by side. */
import { pinnedToolchain } from '../analyzer/base/versions.ts';
import { type Terminal, UsageError } from './command.ts';
import { ask, plainDiagnostics, Session } from './engine.ts';
import { exitStatus, reportFailure } from './escape.ts';
import type { Program } from './files.ts';
import { type EscapeFlags, parseFlags } from './flags.ts';
import {
  compile,
  diagnosticsOf,
  findToolchain,
  formatDiagnostic,
  sortDiagnostics,
  type Toolchain,
} from './toolchain.ts';

const COLUMN = 76;

export async function verify(args: readonly string[], terminal: Terminal): Promise<number> {
  const flags = parseFlags(args);
  if (flags.batch || flags.json || flags.why !== undefined) throw new UsageError('verify takes -m, -l, --go and PATH');
  if (flags.paths.length === 0) throw new UsageError('no PATH given');
  const toolchain = installed(flags, terminal);
  if (!toolchain) {
    terminal.err(
      'stackorheap: no Go toolchain here: neither $GO nor a go command on the PATH. Nothing was compared.\n',
    );
    return 2;
  }
  const { program, analysis } = await ask(flags.paths, { ...flags, graph: false }, new Session());
  if (analysis.status === 'unsupported' || analysis.status === 'timeout') {
    await reportFailure(analysis, true, terminal);
    return exitStatus(analysis);
  }
  const names = new Set(program.files.map((file) => file.name));
  // The compiler's continuation lines (have …, want …) bear no position: first lines are compared.
  const ours = [
    ...new Set(sortDiagnostics([...plainDiagnostics(analysis)]).map((d) => formatDiagnostic(d).split('\n')[0]!)),
  ];
  const theirs = diagnosticsOf((await askCompiler(toolchain, program, flags)).lines, names)
    .filter((d) => d.message !== 'too many errors')
    .map(formatDiagnostic);
  return report(ours, theirs, toolchain, terminal);
}

function installed(flags: EscapeFlags, terminal: Terminal): Toolchain | undefined {
  const pinned = pinnedToolchain[flags.goVersion];
  const local = findToolchain();
  if (!local || local.version === pinned) return local;
  try {
    return findToolchain(pinned);
  } catch {
    terminal.err(`stackorheap: Go ${pinned} is not to be had here; comparing with Go ${local.version}\n`);
    return local;
  }
}

function askCompiler(toolchain: Toolchain, program: Program, flags: EscapeFlags): ReturnType<typeof compile> {
  const compilerFlags = flags.level === 0 ? ['-m', ...flags.compilerFlags] : flags.compilerFlags;
  return compile(
    toolchain,
    program.files.map((file) => file.path),
    {
      // All errors of both sides are compared.
      flags: flags.allErrors ? compilerFlags : ['-e', ...compilerFlags],
      path: packageName(program),
      language: program.language ?? `go${flags.goVersion}`,
    },
  );
}

export function packageName(program: Pick<Program, 'files'>): string {
  return /^\s*package\s+([\p{L}\p{N}_]+)/mu.exec(new TextDecoder().decode(program.files[0]!.text))?.[1] ?? 'main';
}

function report(ours: readonly string[], theirs: readonly string[], toolchain: Toolchain, terminal: Terminal): number {
  const missing = theirs.filter((line) => !ours.includes(line));
  const extra = ours.filter((line) => !theirs.includes(line));
  if (missing.length === 0 && extra.length === 0) {
    terminal.out(`equal: ${theirs.length} lines, as Go ${toolchain.version} prints them\n`);
    return 0;
  }
  terminal.out(`${'stackorheap'.padEnd(COLUMN)} | Go ${toolchain.version}\n`);
  const place = (line: string): string => /^[^:]*:\d+:/.exec(line)?.[0] ?? line;
  const left = [...extra];
  for (const line of missing) {
    const at = left.findIndex((other) => place(other) === place(line));
    terminal.out(`${(at < 0 ? '' : left.splice(at, 1)[0]!).padEnd(COLUMN)} | ${line}\n`);
  }
  for (const line of left) terminal.out(`${line.padEnd(COLUMN)} |\n`);
  terminal.out(
    `${missing.length} lines missing, ${extra.length} lines too many, ${theirs.length - missing.length} equal\n`,
  );
  return 1;
}
