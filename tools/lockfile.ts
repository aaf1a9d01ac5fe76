// Completes package-lock.json with the platform packages that npm left out of it.
//
//   node tools/run.mjs tools/lockfile.ts        (after every change of a dependency)
//
// npm writes no entry for an optional platform package that its registry did not list; `npm ci` then refuses the
// lockfile, and other platforms would miss their binary. An entry without an integrity makes npm fetch it by version.
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}
interface Lockfile {
  packages: Record<string, Entry>;
}

const OPERATING_SYSTEMS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const PROCESSORS = {
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
};
const LIBRARIES = { gnu: 'glibc', musl: 'musl' };

function part(table: Record<string, string>, words: readonly string[]): string[] | undefined {
  const word = words.find((candidate) => candidate in table);
  return word === undefined ? undefined : [table[word]!];
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  return { os: part(OPERATING_SYSTEMS, words), cpu: part(PROCESSORS, words), libc: part(LIBRARIES, words) };
}

/** The nearest folder above `owner` whose node_modules holds `name`, as the module loader looks it up. */
function lockedAt(lock: Lockfile, owner: string, name: string): string | undefined {
  const folders = owner.split('/node_modules/');
  for (let depth = folders.length; depth >= 0; depth--) {
    const path = [...folders.slice(0, depth), name].join('/node_modules/');
    const rooted = depth === 0 ? `node_modules/${name}` : path;
    if (lock.packages[rooted]) return rooted;
  }
  return undefined;
}

/** Beside its owner, or inside it where another version already lies beside. */
function placeFor(lock: Lockfile, owner: string, name: string): string {
  const beside = `${owner.slice(0, owner.lastIndexOf('node_modules/'))}node_modules/${name}`;
  return lock.packages[beside] ? `${owner}/node_modules/${name}` : beside;
}

/** The optional packages that the lockfile names but holds no entry for, as entries. */
export function missingEntries(lock: Lockfile): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [owner, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const locked = lockedAt(lock, owner, name);
      const isExact = /^\d[^ ]*$/.test(version);
      if (!owner || (locked && (!isExact || lock.packages[locked]!.version === version))) continue;
      const dev = entry.dev ? { dev: true } : {};
      const { os, cpu, libc } = platformOf(name);
      missing[placeFor(lock, owner, name)] = { version, cpu, ...dev, libc, optional: true, os };
    }
  }
  return missing;
}

if (import.meta.main) {
  const path = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
  const missing = missingEntries(lock);
  if (Object.keys(missing).length === 0) process.exit(0);
  const { '': root, ...rest } = lock.packages;
  const sorted = Object.entries({ ...rest, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(
    path,
    `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  );
  console.log(`${Object.keys(missing).length} entries added to package-lock.json`);
}
