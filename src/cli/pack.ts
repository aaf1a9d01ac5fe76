/** `stackorheap pack`: writes a pack to start from; checks one and prints every problem with its place; shows it; exports it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CourseEngine } from '../course/engine.ts';
import { checkPack, type PackResult } from '../course/pack/check.ts';
import { CHECKS, type CheckName } from '../course/pack/checks.ts';
import { newPack } from '../course/pack/skeleton.ts';
import { words } from '../course/words/index.ts';
import { type Terminal, UsageError } from './command.ts';
import { nodeHost } from './host.ts';
import { ARCHIVE } from './pack_archive.ts';
import { openPack } from './pack_files.ts';
import { exportPack, preview } from './pack_share.ts';
import { readYaml } from './pack_yaml.ts';

/** The built-in course takes a tenth of it. */
const TIME_LIMIT_MS = 20_000;

export async function pack(args: readonly string[], terminal: Terminal): Promise<number> {
  const [action, ...rest] = args;
  switch (action) {
    case 'new':
      return create(rest, terminal);
    case 'check':
      return check(rest, terminal);
    case 'preview':
      return checked(onlyFolder(rest), terminal, (result) => preview(rest[0]!, result, terminal));
    case 'export': {
      const [from, to, ...more] = rest;
      if (more.length > 0) throw new UsageError('pack export DIR [FILE]');
      return checked(onlyFolder([from ?? '']), terminal, (result) => exportPack(from!, to, result, terminal));
    }
    default:
      throw new UsageError(action === undefined ? 'pack new|check|preview|export DIR' : `unknown action "${action}"`);
  }
}

function create(args: readonly string[], terminal: Terminal): number {
  const folder = onlyFolder(args);
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new UsageError(`${folder} exists and is not an empty folder`);
  const id = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const files = newPack(id === '' ? 'my-pack' : id, engineVersion());
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  terminal.out(
    `${folder}: ${Object.keys(files).length} files. Next: stackorheap pack check ${folder}, then pack preview ${folder}\n`,
  );
  return 0;
}

async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { folders, json } = parseCheck(args);
  const folder = existing(onlyFolder(folders));
  const result = await checkFolder(folder);
  terminal.out(json ? `${JSON.stringify(inJson(result))}\n` : inText(folder, result));
  return result.problems.some(({ advice }) => !advice) ? 1 : 0;
}

/** Does something with a pack that has no problem; else says what they are. */
async function checked(
  folder: string,
  terminal: Terminal,
  use: (result: PackResult) => number | Promise<number>,
): Promise<number> {
  const result = await checkFolder(existing(folder));
  if (result.problems.every(({ advice }) => advice)) return use(result);
  terminal.err(inText(folder, result));
  return 1;
}

function existing(path: string): string {
  const isPack = existsSync(path) && (ARCHIVE.test(path) || statSync(path).isDirectory());
  if (!isPack) throw new UsageError(`${path}: no such folder`);
  return path;
}

function parseCheck(args: readonly string[]): { folders: string[]; json: boolean } {
  const folders: string[] = [];
  let format = 'text';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--json') format = 'json';
    else if (arg === '--format') format = args[++i] ?? '';
    else if (arg.startsWith('--format=')) format = arg.slice('--format='.length);
    else if (arg.startsWith('-')) throw new UsageError(`unknown argument ${arg}`);
    else folders.push(arg);
  }
  if (format !== 'text' && format !== 'json') throw new UsageError('--format is text or json');
  return { folders, json: format === 'json' };
}

function onlyFolder(args: readonly string[]): string {
  if (args.length !== 1 || args[0] === '' || args[0]!.startsWith('-')) throw new UsageError('one DIR is needed');
  return args[0]!;
}

export function engineVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

export function checkFolder(folder: string, timeLimit: number = TIME_LIMIT_MS): Promise<PackResult> {
  const engine = new CourseEngine(nodeHost);
  const end = performance.now() + timeLimit;
  return checkPack(openPack(folder).listing, {
    yaml: readYaml,
    report: (file, text, goVersion) => engine.report({ file, text, words: words.en, goVersion }),
    engineVersion: engineVersion(),
    stop: () => performance.now() > end,
  });
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

export function inText(
  folder: string,
  { problems, manifest, lessons, questions, programs, families }: PackResult,
): string {
  const lines = problems.map(
    ({ check, advice, file, line, col, message }) =>
      `${join(folder, file)}:${line}:${col}: ${advice ? 'advice: ' : ''}${message} [${check}]\n`,
  );
  const errors = problems.filter(({ advice }) => !advice).length;
  const name = manifest ? `${manifest.id} ${manifest.version}` : 'a pack without a valid manifest';
  const trust = manifest?.format === 'trusted' ? ', trusted: its lessons are code' : '';
  const counts = [
    counted(lessons, 'lesson', 'lessons'),
    counted(questions, 'question', 'questions'),
    counted(programs, 'program', 'programs'),
    counted(families, 'family of variants', 'families of variants'),
  ].join(', ');
  const verdict = errors === 0 ? 'no problems' : counted(errors, 'problem', 'problems');
  return `${lines.join('')}${name}${trust}: ${counts}; ${Object.keys(CHECKS).length} checks: ${verdict}\n`;
}

function inJson({ problems, manifest, lessons, questions, programs, families }: PackResult): object {
  const meaning = (check: CheckName): string => CHECKS[check];
  return {
    ok: problems.every(({ advice }) => advice),
    pack: manifest ? { id: manifest.id, version: manifest.version, format: manifest.format } : null,
    lessons,
    questions,
    programs,
    families,
    problems: problems.map((each) => ({ ...each, rule: meaning(each.check) })),
  };
}
