/** From a PATH of the command line to the files of one package, read from disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { GoVersion } from '../analyzer/base/versions.ts';
import { UsageError } from './command.ts';
import { buildTags, matchesConstraint, matchesFileName } from './constraint.ts';

export interface ProgramFile {
  /** Base name. */
  readonly name: string;
  readonly path: string;
  readonly text: Uint8Array;
}

export interface Program {
  readonly files: readonly ProgramFile[];
  /** Language version that a go.mod above the files asks for, as `go1.N`; undefined without one. */
  readonly language: string | undefined;
  /** Import path of a package of the standard library's own source; undefined for all others. */
  readonly stdPath: string | undefined;
  /** The files belong to a Go installation: they may import internal packages. */
  readonly inGoroot: boolean;
}

/** PATH…: .go files of one package, or one folder that holds a package. */
export function readProgram(paths: readonly string[], version: GoVersion): Program {
  if (paths.length === 0) throw new UsageError('no PATH given');
  const isFolder = paths.map((path) => {
    if (!existsSync(path)) throw new UsageError(`${path}: no such file or folder`);
    return statSync(path).isDirectory();
  });
  if (isFolder.includes(true)) {
    if (paths.length > 1) throw new UsageError('PATH is one folder, or .go files of one package');
    return readFolder(paths[0]!, version);
  }
  for (const path of paths) if (!path.endsWith('.go')) throw new UsageError(`${path}: not a .go file`);
  if (new Set(paths.map((path) => resolve(dirname(path)))).size > 1)
    throw new UsageError('named files must all be in one folder');
  return programOf(paths);
}

function readFolder(folder: string, version: GoVersion): Program {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go') && statSync(join(folder, name)).isFile())
    .sort();
  if (names.length === 0) throw new UsageError(`${folder}: no Go files`);
  const program = programOf(names.map((name) => join(folder, name)));
  const tags = buildTags(version);
  const kept = program.files.filter(
    (file) => matchesFileName(file.name) && matchesConstraint(new TextDecoder().decode(file.text), tags),
  );
  const chosen = kept.length > 0 ? kept : program.files.filter((file) => !/^[._]/.test(file.name));
  return { ...program, files: chosen.length > 0 ? chosen : program.files };
}

function programOf(paths: readonly string[]): Program {
  const files = paths.map((path) => ({ name: basename(path), path, text: new Uint8Array(readFileSync(path)) }));
  const folder = dirname(resolve(paths[0]!));
  const goroot = gorootOf(folder);
  const stdPath = goroot === undefined ? undefined : stdPathOf(goroot, folder);
  // The go.mod files in there are for building Go, not for its packages and tests.
  return {
    files,
    language: goroot === undefined ? languageOf(folder) : undefined,
    stdPath,
    inGoroot: goroot !== undefined,
  };
}

/** The Go installation that a folder lies in. */
function gorootOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'VERSION')) && existsSync(join(at, 'src', 'internal', 'abi'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A folder of GOROOT/src holds a package of std; src itself and commands are none. */
function stdPathOf(goroot: string, folder: string): string | undefined {
  const path = relative(join(goroot, 'src'), folder).split(sep).join('/');
  return path === '' || path.startsWith('..') || path.startsWith('cmd') ? undefined : path;
}

function languageOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'go.mod');
    if (existsSync(file)) {
      const line = /^go\s+1\.(\d+)/m.exec(readFileSync(file, 'utf8'));
      // A module without a go line has the version of Go 1.16.
      return line ? `go1.${line[1]}` : 'go1.16';
    }
    if (dirname(at) === at) return undefined;
  }
}
