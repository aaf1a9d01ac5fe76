/**
 * Variants of the shared programs that still compile, compared live with `go tool compile -m -l`.
 *
 *   node tools/run.mjs tools/proof-mutants.ts [--count 500] [--seed 1] [--inline] [--show 5]
 *
 * Prints how many the engine answers exactly, refuses, and answers wrongly (file, line, column and text, equal lines once).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askSources, plainDiagnostics, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import {
  compile,
  diagnosticsOf,
  findToolchain,
  formatDiagnostic,
  sortDiagnostics,
  type Toolchain,
} from '../src/cli/toolchain.ts';
import { mutate, randomOf, syntaxKeeping } from './mutate.ts';
import { sharedPrograms } from './programs.ts';

export interface MutantReport {
  readonly tried: number;
  exact: number;
  readonly refused: Map<string, number>;
  readonly wrong: { readonly text: string; readonly what: string }[];
}

/** Compares `count` compiling variants. */
export async function compareMutants(
  toolchain: Toolchain,
  count: number,
  seed: number,
  inline: boolean,
): Promise<MutantReport> {
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-mutants-'));
  const report: MutantReport = { tried: 0, exact: 0, refused: new Map(), wrong: [] };
  const flags = { ...parseFlags(inline ? ['-m'] : ['-m', '-l']), graph: false };
  const session = new Session();
  const programs = sharedPrograms();
  let compiled = 0;
  let tried = 0;
  const one = async (): Promise<void> => {
    while (compiled < count) {
      // Each attempt has numbers of its own: two compilers at once do not change what is tried.
      const attempt = tried++;
      const random = randomOf(seed * 1_000_003 + attempt);
      const program = programs[Math.floor(random() * programs.length)]!;
      const text = mutate(program.text, syntaxKeeping[Math.floor(random() * syntaxKeeping.length)]!, random);
      if (text === undefined) continue;
      const file = `v${attempt}.go`;
      writeFileSync(join(folder, file), text);
      const { exitCode, lines } = await compile(toolchain, [join(folder, file)], { flags: flags.compilerFlags });
      rmSync(join(folder, file));
      if (exitCode !== 0 || compiled >= count) continue;
      compiled++;
      const theirs = diagnosticsOf(lines, new Set([file])).map(formatDiagnostic);
      judge(report, text, theirs, await answer(file, text));
    }
  };
  const answer = async (file: string, text: string): Promise<string[] | string | Error> => {
    try {
      const analysis = await askSources([{ name: file, text }], undefined, flags, session);
      if (analysis.status === 'unsupported') return analysis.unsupported!.what;
      if (analysis.status === 'timeout') return `limit: ${analysis.limit}`;
      if (analysis.status === 'error') return new Error(`does not compile: ${analysis.errors[0]?.message ?? ''}`);
      return [...new Set(sortDiagnostics([...plainDiagnostics(analysis)]).map(formatDiagnostic))];
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  try {
    await Promise.all([one(), one()]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...report, tried };
}

function judge(
  report: MutantReport,
  text: string,
  theirs: readonly string[],
  ours: readonly string[] | string | Error,
): void {
  if (typeof ours === 'string') {
    report.refused.set(ours, (report.refused.get(ours) ?? 0) + 1);
  } else if (ours instanceof Error) {
    report.wrong.push({ text, what: ours.stack ?? ours.message });
  } else if (ours.join('\n') === theirs.join('\n')) {
    report.exact++;
  } else {
    const missing = theirs.filter((line) => !ours.includes(line)).map((line) => `- ${line}`);
    const extra = ours.filter((line) => !theirs.includes(line)).map((line) => `+ ${line}`);
    report.wrong.push({ text, what: [...missing, ...extra].join('\n') });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      inline: { type: 'boolean', default: false },
      show: { type: 'string', default: '5' },
    },
  });
  const toolchain = findToolchain();
  if (!toolchain) throw new Error('proof-mutants: no Go toolchain here');
  const count = Number(values.count);
  const report = await compareMutants(toolchain, count, Number(values.seed), values.inline);
  const refused = [...report.refused.values()].reduce((sum, n) => sum + n, 0);
  console.log(
    `Go ${toolchain.version}, ${values.inline ? '-m' : '-m -l'}: ${count} variants that compile (of ${report.tried}): ${report.exact} exact, ${refused} refused, ${report.wrong.length} wrong`,
  );
  for (const [what, n] of [...report.refused].sort((a, b) => b[1] - a[1])) console.log(`  refused ${n}: ${what}`);
  for (const { text, what } of report.wrong.slice(0, Number(values.show))) console.log(`--- wrong\n${text}\n${what}`);
  process.exit(report.wrong.length > 0 ? 1 : 0);
}
