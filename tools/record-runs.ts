/**
 * Records what programs of the course print, run or compiled with flags: for the questions whose key is read from that,
 * and for the fix-it tasks with the edits of their programs (`program.edit`).
 *
 *   node tools/run.mjs tools/record-runs.ts [--check]      --check: records nothing, fails where something would change
 *
 * src/content/recorded.json: {program: {Go version, flags: what was printed}}. A program may ask testing.AllocsPerRun;
 * GOMAXPROCS=1 keeps the counts exact. The toolchain of each version is fetched by the go command.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type GoVersion, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';
import { type Recording, recordingName } from '../src/course/kinds/recording.ts';
import { isFixFunction, type Question, questionFile, recordingOf } from '../src/course/kinds/schemas.ts';

const content = resolve(import.meta.dirname, '../src/content');
export const recordedRuns = join(content, 'recorded.json');

/** Every recording that a question's key, or a box of a lesson, is read from, each once. */
export function recordingsNeeded(): readonly Recording[] {
  const folder = join(content, 'questions');
  const files = readdirSync(folder).filter((name) => /^[\w-]+\.yaml$/.test(name));
  const questions = files.flatMap((name) => questionFile.parse(parse(readFileSync(join(folder, name), 'utf8'))));
  const needed = new Map<string, Recording>();
  for (const recording of [...questions.map(recordingOf), ...questions.flatMap(editsOf), ...boxes()])
    if (recording) needed.set(`${recording.program} ${recordingName(recording)}`, recording);
  return [...needed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, recording]) => recording);
}

/** The program of a fix-it task, and its edits, right ones and others. */
function editsOf(question: Question): Recording[] {
  if (!isFixFunction(question)) return [];
  const { program, go, solutions, misses } = question;
  return [program, ...[...solutions, ...misses].map((edit) => `${program}.${edit}`)].map((name) => ({
    program: name,
    go,
  }));
}

/** `<Heard program="…" printed="…">` in a lesson: what the program prints when it runs. */
function boxes(): Recording[] {
  const folder = join(content, 'lessons/en');
  return readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/<Heard\b[^>]*?program="([\w-]+)"[^>]*?printed=/g)].map(
      (match) => ({ program: match[1]!, go: '1.26' }),
    ),
  );
}

/** What is printed, the same each time; `installed`: do not switch toolchains. */
export async function record(recording: Recording, installed = false): Promise<string> {
  const { program } = recording;
  const file = join(content, program.includes('.') ? 'edits' : 'programs', `${program}.go`);
  const release = installed ? undefined : pinnedToolchain[recording.go as GoVersion];
  const lines = recording.flags === undefined ? run(file, release) : await compiled(file, recording.flags, release);
  return lines.filter((line) => new RegExp(recording.keep ?? '').test(line)).join('\n');
}

function run(file: string, release: string | undefined): string[] {
  const toolchain = release === undefined ? {} : { GOTOOLCHAIN: `go${release}` };
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOMAXPROCS: '1', ...toolchain };
  const result = spawnSync('sh', ['-c', 'exec go run "$0" 2>&1', file], { env, encoding: 'utf8', timeout: 300_000 });
  if (result.error) throw result.error;
  const lines = result.stdout.split('\n');
  if (result.status === 0) return lines;
  // A crash: what it says, without the traces and their addresses.
  return lines.filter((line) => /^(?:[a-z]+ -?\d+$|runtime: goroutine|fatal error:|panic:)/.test(line));
}

async function compiled(file: string, flags: string, release: string | undefined): Promise<string[]> {
  const toolchain = findToolchain(release);
  if (!toolchain) throw new Error('there is no Go here');
  const { lines } = await compile(toolchain, [file], { flags: flags.split(' ') });
  // Of the assembly: instructions and symbols, without offsets, positions and bytes.
  return flags === '-S' ? lines.map((line) => line.replace(/^\s+0x[0-9a-f]+ \d+ \([^)]*\)\s*/, '')) : [...lines];
}

if (import.meta.main) {
  const outputs: Record<string, Record<string, string>> = {};
  for (const recording of recordingsNeeded())
    (outputs[recording.program] ??= {})[recordingName(recording)] = await record(recording);
  const text = `${JSON.stringify(outputs, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(recordedRuns, text);
  else process.exitCode = readFileSync(recordedRuns, 'utf8') === text ? 0 : 1;
}
