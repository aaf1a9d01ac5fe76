/**
 * Records what programs of the course print when they run: for the questions whose key is a recorded number, and for the
 * fix-it tasks with the edits of their programs (`program.edit`).
 *
 *   node tools/run.mjs tools/record-runs.ts [--check]      --check: records nothing, fails where a number would change
 *
 * src/content/recorded.json: {program: {Go version: standard output and error}}. A program may ask testing.AllocsPerRun;
 * GOMAXPROCS=1 keeps the counts exact. The toolchain of each version is fetched by the go command.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type GoVersion, pinnedToolchain } from '../src/analyzer/base/versions.ts';

const content = resolve(import.meta.dirname, '../src/content');
export const recordedRuns = join(content, 'recorded.json');

interface Recorded {
  readonly kind: string;
  readonly solutions?: readonly string[];
  readonly misses?: readonly string[];
  readonly of?: string;
  readonly program?: string;
  readonly go?: GoVersion;
}

/** Program and Go version of every question with a recorded key, each once. */
export function runsNeeded(): readonly (readonly [program: string, go: GoVersion])[] {
  const folder = join(content, 'questions');
  const files = readdirSync(folder).filter((name) => /^[\w-]+\.yaml$/.test(name));
  const questions = files.flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Recorded[]);
  const needed = new Map<string, readonly [string, GoVersion]>();
  for (const { kind, of, program, go, solutions = [], misses = [] } of questions) {
    const isFix = kind === 'fix-function';
    const names = isFix ? ['', ...solutions, ...misses] : of === 'recorded' ? [''] : [];
    for (const name of names.map((edit) => program! + (edit && `.${edit}`))) needed.set(`${name} ${go}`, [name, go!]);
  }
  return [...needed.values()].sort();
}

/** What the program prints under that version; `installed`: do not switch toolchains. */
export function runProgram(program: string, go: GoVersion, installed = false): string {
  const toolchain = installed ? {} : { GOTOOLCHAIN: `go${pinnedToolchain[go]}` };
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOMAXPROCS: '1', ...toolchain };
  const file = join(content, program.includes('.') ? 'edits' : 'programs', `${program}.go`);
  return execFileSync('sh', ['-c', 'exec go run "$0" 2>&1', file], { env, encoding: 'utf8', timeout: 300_000 });
}

if (import.meta.main) {
  const outputs: Record<string, Record<string, string>> = {};
  for (const [program, go] of runsNeeded()) (outputs[program] ??= {})[go] = runProgram(program, go);
  const text = `${JSON.stringify(outputs, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(recordedRuns, text);
  else process.exitCode = readFileSync(recordedRuns, 'utf8') === text ? 0 : 1;
}
