/**
 * The shared programs against what is recorded about them, or live against the installed toolchain.
 *
 *   node tools/run.mjs tools/proof-programs.ts [--go 1.26] [--mode '-m -l'] [--diff]
 */
import { parseArgs } from 'node:util';
import { type GoVersion, goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { askSources, diagnosticLine, plainDiagnostics, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { diagnosticsOf, formatDiagnostic, sortDiagnostics } from '../src/cli/toolchain.ts';
import { recordedOutputs, sharedPrograms } from './programs.ts';

export interface ProgramVerdict {
  readonly name: string;
  /** invalid: the program does not compile with that release, and the engine says so too (older releases word it differently). */
  readonly verdict: 'exact' | 'refused' | 'wrong' | 'invalid';
  /** Also the order, the repetitions and the lines outside of the program are the compiler's. */
  readonly verbatim: boolean;
  /** Why it was refused, or the differing lines. */
  readonly detail: string;
}

/** Compares every program with its recording for one release and one set of flags. */
export async function compareRecorded(version: GoVersion, mode: string): Promise<ProgramVerdict[]> {
  const recorded = recordedOutputs(pinnedToolchain[version]);
  const flags = { ...parseFlags([...mode.split(' '), `--go=${version}`]), graph: false };
  const session = new Session();
  const verdicts: ProgramVerdict[] = [];
  for (const { name, file, text } of sharedPrograms())
    verdicts.push({
      name,
      ...(await judge(
        file,
        text,
        recorded[name]![mode]!,
        recorded[name]!.run?.[0]?.startsWith('does not build') === true,
      )),
    });
  return verdicts;

  async function judge(
    file: string,
    text: string,
    lines: readonly string[],
    invalid: boolean,
  ): Promise<Omit<ProgramVerdict, 'name'>> {
    try {
      const analysis = await askSources([{ name: file, text }], undefined, flags, session);
      if (analysis.status === 'unsupported')
        return {
          verdict: 'refused',
          verbatim: false,
          detail: `${analysis.unsupported!.what} (line ${analysis.unsupported!.line})`,
        };
      if (analysis.status === 'timeout')
        return { verdict: 'refused', verbatim: false, detail: `limit: ${analysis.limit}` };
      if (invalid && analysis.status === 'error') return { verdict: 'invalid', verbatim: false, detail: '' };
      const ours = [...new Set(sortDiagnostics([...plainDiagnostics(analysis)]).map(formatDiagnostic))];
      const theirs = diagnosticsOf(lines, new Set([file]))
        .filter((d) => d.message !== 'too many errors')
        .map(formatDiagnostic);
      const raw = analysis.status === 'ok' ? analysis.diagnostics.map(diagnosticLine) : [];
      const missing = theirs.filter((line) => !ours.includes(line)).map((line) => `- ${line}`);
      const extra = ours.filter((line) => !theirs.includes(line)).map((line) => `+ ${line}`);
      const equal = missing.length === 0 && extra.length === 0;
      return {
        verdict: equal ? 'exact' : 'wrong',
        verbatim: raw.join('\n') === lines.join('\n'),
        detail: [...missing, ...extra].join('\n'),
      };
    } catch (error) {
      return {
        verdict: 'wrong',
        verbatim: false,
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    }
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      go: { type: 'string', default: '1.26' },
      mode: { type: 'string', default: '-m -l' },
      diff: { type: 'boolean', default: false },
    },
  });
  const version = goVersions.find((known) => known === values.go);
  if (!version) throw new Error(`--go is one of ${goVersions.join(', ')}`);
  const verdicts = await compareRecorded(version, values.mode);
  const of = (verdict: string): ProgramVerdict[] => verdicts.filter((v) => v.verdict === verdict);
  console.log(
    `Go ${pinnedToolchain[version]} ${values.mode}: ${verdicts.length} programs: ${of('exact').length} exact (${verdicts.filter((v) => v.verbatim).length} verbatim), ${of('refused').length} refused, ${of('wrong').length} wrong, ${of('invalid').length} do not compile there`,
  );
  for (const { name, detail } of of('refused')) console.log(`  refused ${name}: ${detail}`);
  for (const { name, detail } of of('wrong'))
    console.log(`  wrong ${name}${values.diff ? `\n${detail}` : `: ${detail.split('\n')[0]}`}`);
}
