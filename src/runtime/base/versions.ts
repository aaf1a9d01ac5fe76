/**
 * The Go releases whose memory management is modelled, each with how far it was confirmed. "run": recordings of the real
 * runtime of that release are reproduced by the tests. "model": from release notes and old sources only, nothing was run.
 */
import { BadInput } from './errors.ts';

export interface RuntimeVersion {
  /** "1.26" */
  readonly name: string;
  readonly minor: number;
  /** The release that was run, "1.26.8"; empty for a model. */
  readonly toolchain: string;
  readonly status: 'run' | 'model';
}

const recorded: readonly string[] = [
  '1.13.15',
  '1.14.15',
  '1.15.15',
  '1.16.15',
  '1.17.13',
  '1.18.10',
  '1.19.13',
  '1.20.14',
  '1.21.13',
  '1.22.12',
  '1.23.12',
  '1.24.10',
  '1.25.0',
  '1.26.8',
  '1.27rc1',
];

function versionOf(toolchain: string): RuntimeVersion {
  const minor = Number(/^1\.(\d+)/.exec(toolchain)![1]);
  return { name: `1.${minor}`, minor, toolchain, status: 'run' };
}

/** Releases that were run, oldest first: both models answer for them. */
export const runtimeVersions: readonly RuntimeVersion[] = recorded.map(versionOf);

/** Releases of which only the stack is modelled, from notes and excerpts. */
export const historicStacks: readonly RuntimeVersion[] = [2, 3, 4].map((minor) => ({
  name: `1.${minor}`,
  minor,
  toolchain: '',
  status: 'model',
}));

export const defaultRuntimeVersion = '1.26';

function find(text: string, among: readonly RuntimeVersion[]): RuntimeVersion {
  const asked = text.trim().replace(/^go/, '');
  for (const version of among) {
    if (asked === version.name || asked === version.toolchain) return version;
  }
  throw new BadInput('unknownVersion', {
    text: JSON.stringify(text),
    known: among.map((version) => version.name).join(', '),
  });
}

/** The version that `text` names ("1.26", "go1.26", "1.26.8"); the allocator knows 1.13 and later. */
export function allocatorVersion(text: string): RuntimeVersion {
  return find(text, runtimeVersions);
}

/** As allocatorVersion, and also 1.2, 1.3 and 1.4. */
export function stackVersion(text: string): RuntimeVersion {
  return find(text, [...historicStacks, ...runtimeVersions]);
}
