/**
 * Generated programs (generate/program.ts) against the installed compiler, line for line.
 *
 *   node tools/run.mjs tools/proof-generated.ts [--count 200] [--seed 1] [--from 0] [--go 1.26] [--mode=-m -l] [--show 5]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { askSources, diagnosticLine, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { compile, findToolchain, type Toolchain } from '../src/cli/toolchain.ts';
import { generate } from './generate/program.ts';

export interface GeneratedReport {
  compiling: number;
  exact: number;
  /** Equal lines in another order, which only -m=2 has. */
  order: number;
  readonly refused: string[];
  readonly wrong: string[];
  lines: number;
  equal: number;
}

/** Compares programs number from, from + 1, … until `count` of them have compiled. */
export async function compareGenerated(
  toolchain: Toolchain,
  count: number,
  options: { readonly seed: number; readonly from?: number; readonly mode?: string; readonly go?: string },
): Promise<GeneratedReport> {
  const { seed, from = 0, mode = '-m -l', go = '1.26' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-generated-'));
  const flags = { ...parseFlags([...mode.split(' '), `--go=${go}`]), graph: false };
  const session = new Session();
  const report: GeneratedReport = { compiling: 0, exact: 0, order: 0, refused: [], wrong: [], lines: 0, equal: 0 };
  for (let n = from; report.compiling < count && n < from + 4 * count; n++) {
    const file = `g${n}.go`;
    const text = generate(seed, n);
    writeFileSync(join(folder, file), text);
    const real = await compile(toolchain, [join(folder, file)], { flags: flags.compilerFlags });
    rmSync(join(folder, file));
    if (real.exitCode !== 0) continue;
    report.compiling++;
    const theirs = real.lines.filter((line) => line.startsWith(`${file}:`));
    report.lines += theirs.length;
    const { status, unsupported, errors, limit, diagnostics } = await askSources(
      [{ name: file, text }],
      undefined,
      flags,
      session,
    );
    if (status !== 'ok') {
      report.refused.push(`program ${n}: ${unsupported?.what ?? errors[0]?.message ?? limit}`);
      continue;
    }
    const ours = diagnostics.filter((d) => d.own).map(diagnosticLine);
    if (ours.join('\n') === theirs.join('\n')) {
      report.exact++;
      report.equal += theirs.length;
      continue;
    }
    const missing = theirs.filter((line) => !ours.includes(line));
    const extra = ours.filter((line) => !theirs.includes(line));
    report.equal += theirs.length - missing.length;
    if (missing.length + extra.length === 0) report.order++;
    else
      report.wrong.push(
        [`program ${n}`, ...missing.map((l) => `  - ${l}`), ...extra.map((l) => `  + ${l}`)].join('\n'),
      );
  }
  rmSync(folder, { recursive: true });
  return report;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      go: { type: 'string', default: '1.26' },
      mode: { type: 'string', default: '-m -l' },
      show: { type: 'string', default: '5' },
    },
  });
  const version = goVersions.find((known) => known === values.go);
  if (!version) throw new Error(`--go is one of ${goVersions.join(', ')}`);
  const toolchain = findToolchain(pinnedToolchain[version]);
  if (!toolchain) throw new Error('no Go toolchain');
  const { mode, go } = values;
  const options = { seed: Number(values.seed), from: Number(values.from), mode, go };
  const report = await compareGenerated(toolchain, Number(values.count), options);
  console.log(
    `Go ${toolchain.version} ${mode}: ${report.compiling} programs that compile: ${report.exact} exact, ` +
      `${report.order} in another order, ${report.refused.length} refused, ${report.wrong.length} wrong; ` +
      `${report.equal} of ${report.lines} lines`,
  );
  for (const what of [...report.refused, ...report.wrong].slice(0, Number(values.show)))
    console.log(what.split('\n').slice(0, 14).join('\n'));
  process.exit(report.wrong.length > 0 ? 1 : 0);
}
