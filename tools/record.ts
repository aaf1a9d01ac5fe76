/**
 * Records what real Go toolchains say about the shared programs.
 *
 *   node tools/run.mjs tools/record.ts [--versions 1.26.8,1.27rc1] [--only PREFIX] [--check]
 *
 * For each release one file test/testdata/programs/outputs-<release>.json: {program: {"-m -l": [lines], "-m": [lines], "run": [lines], …}}.
 * Lines keep the compiler's own order and its duplicates; the folder is removed, the toolchain's is written $GOROOT. `run` is what
 * the program prints with GOMAXPROCS=1, built by the same release. --check records nothing and fails where a file would change.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, findToolchain, type Toolchain } from '../src/cli/toolchain.ts';

const folder = resolve(import.meta.dirname, '../test/testdata/programs');
const RELEASES = ['1.13.15', '1.17.13', '1.22.12', '1.24.10', '1.25.0', '1.26.8', '1.27rc1'];
const MODES: Readonly<Record<string, readonly string[]>> = {
  '-m': ['-m'],
  '-m -l': ['-m', '-l'],
  '-m=2': ['-m=2'],
  '-m=2 -l': ['-m=2', '-l'],
};
/** Older releases word their paths in other forms that the engine does not claim. */
const MODES_OF_OLD = ['-m', '-m -l'];

type Outputs = Record<string, Record<string, readonly string[]>>;

const { values } = parseArgs({
  options: {
    versions: { type: 'string' },
    only: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
    'skip-run': { type: 'boolean', default: false },
  },
});
let changed = 0;
for (const release of values.versions?.split(',') ?? RELEASES) {
  const toolchain = findToolchain(release);
  if (!toolchain) throw new Error('record: no Go toolchain here');
  if (toolchain.version !== release) throw new Error(`record: asked for Go ${release}, got ${toolchain.version}`);
  const file = join(folder, `outputs-${release}.json`);
  const before = readOutputs(file);
  const after: Outputs = {};
  for (const name of programs())
    after[name] = name.startsWith(values.only) ? await record(toolchain, name, before[name]) : (before[name] ?? {});
  const text = `${JSON.stringify(after, null, 1)}\n`;
  const differing = programs().filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  changed += differing.length;
  console.log(
    `${release}: ${programs().length} programs, ${differing.length} changed ${differing.slice(0, 12).join(' ')}`,
  );
  if (!values.check) writeFileSync(file, text);
}
process.exit(values.check && changed > 0 ? 1 : 0);

function programs(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.go'))
    .map((name) => name.slice(0, -3))
    .sort();
}

function readOutputs(file: string): Outputs {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Outputs;
  } catch {
    return {};
  }
}

async function record(
  toolchain: Toolchain,
  name: string,
  before: Record<string, readonly string[]> | undefined,
): Promise<Record<string, readonly string[]>> {
  const result: Record<string, readonly string[]> = {};
  const modes = Number(/^1\.(\d+)/.exec(toolchain.version)![1]) < 22 ? MODES_OF_OLD : Object.keys(MODES);
  for (const mode of modes)
    result[mode] = (await compile(toolchain, [join(folder, `${name}.go`)], { flags: MODES[mode]! })).lines;
  const runs = values['skip-run'] ? before?.run : runOf(toolchain, name);
  if (runs) result.run = runs;
  return result;
}

function runOf(toolchain: Toolchain, name: string): string[] {
  const work = mkdtempSync(join(tmpdir(), 'stackorheap-run-'));
  try {
    cpSync(join(folder, `${name}.go`), join(work, `${name}.go`));
    const binary = join(work, 'program');
    const environment = { ...toolchain.environment, GO111MODULE: 'off' };
    try {
      execFileSync(join(toolchain.goroot, 'bin', 'go'), ['build', '-p', '1', '-o', binary, `${name}.go`], {
        cwd: work,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      const text = String((error as { stderr?: Buffer }).stderr ?? error);
      return linesOf(text.replaceAll(`${toolchain.goroot}/`, '$GOROOT/').replaceAll(`${homedir()}/go/`, '$GOPATH/'))
        .filter((line) => !line.startsWith('#'))
        .map((line) => `does not build: ${line}`);
    }
    const { stdout, stderr } = spawnSync(binary, [], {
      cwd: work,
      env: { ...environment, GOMAXPROCS: '1' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return linesOf(stdout + stderr);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
