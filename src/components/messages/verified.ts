/**
 * The messages with their programs, verified when the site is built: the engine prints the line for its program, or the
 * build fails. Which versions print it is computed too.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultGoVersion, type GoVersion, goVersions, pinnedToolchain } from '../../analyzer/base/versions.ts';
import { CourseEngine } from '../../course/engine.ts';
import { type MessageEntry, messageTable } from '../../course/messages/table.ts';

const files = import.meta.glob<string>('../../content/messages/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface PrintedLine {
  readonly text: string;
  /** It is of the kind that the page is about. */
  readonly own: boolean;
}

export interface VerifiedMessage extends MessageEntry {
  readonly program: string;
  readonly printed: readonly PrintedLine[];
  readonly versions: readonly GoVersion[];
  /** The version whose lines are shown. */
  readonly shown: GoVersion;
}

// The build bundles this file elsewhere, so paths start at the folder that the build runs in: the project's root.
const engine = new CourseEngine({ bytes: (name) => readFile(join(process.cwd(), 'public/facts', name)) });
const known = new Map<string, Promise<VerifiedMessage>>();

function programOf(code: string): string {
  const found = Object.entries(files).find(([path]) => path.endsWith(`/${code}.go`));
  if (!found) throw new Error(`src/content/messages has no ${code}.go`);
  return found[1];
}

async function printedBy(entry: MessageEntry, program: string, goVersion: GoVersion): Promise<PrintedLine[]> {
  const level = entry.level === 'm2' ? 2 : 1;
  const debug = entry.debug ?? {};
  const answer = await engine.lines({ file: 'main.go', text: program, goVersion, level, debug });
  return answer.diagnostics
    .filter(({ own }) => own)
    .map(({ line, col, message, code }) => ({ text: `main.go:${line}:${col}: ${message}`, own: code === entry.code }));
}

async function verify(entry: MessageEntry): Promise<VerifiedMessage> {
  const program = programOf(entry.code);
  if (entry.recorded) {
    const printed = entry.recorded.map((line) => ({ text: `main.go:${line}`, own: true }));
    return { ...entry, program, printed, versions: [], shown: defaultGoVersion };
  }
  const answers = new Map<GoVersion, readonly PrintedLine[]>();
  for (const version of goVersions) answers.set(version, await printedBy(entry, program, version));
  const versions = goVersions.filter((version) => answers.get(version)!.some(({ own }) => own));
  const shown = versions.includes(defaultGoVersion) ? defaultGoVersion : versions.at(-1);
  if (shown === undefined) {
    const all = answers.get(defaultGoVersion)!.map(({ text }) => text);
    throw new Error(`messages/${entry.code}.go: no version prints a line of this kind, but:\n${all.join('\n')}`);
  }
  return { ...entry, program, printed: answers.get(shown)!, versions, shown };
}

export function verifiedMessage(entry: MessageEntry): Promise<VerifiedMessage> {
  const pending = known.get(entry.code) ?? verify(entry);
  known.set(entry.code, pending);
  return pending;
}

export function verifiedMessages(): Promise<VerifiedMessage[]> {
  return Promise.all(messageTable.map(verifiedMessage));
}

export function versionsText(versions: readonly GoVersion[]): string {
  return versions.map((version) => pinnedToolchain[version]).join(', ');
}
