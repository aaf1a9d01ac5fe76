/**
 * Records which packages of one name the standard library has, and which of them each package's imports lead to:
 * messages write the path of a package whose name is not the only one (`"sync".Mutex`). Asks the pinned toolchains.
 *
 *   node tools/run.mjs tools/record-namesakes.ts > src/analyzer/importer/namesakes.json
 */
import { execFileSync } from 'node:child_process';
import { pinnedToolchain } from '../src/analyzer/base/versions.ts';

interface Listed {
  readonly path: string;
  readonly name: string;
  readonly deps: readonly string[];
}

function list(toolchain: string): Listed[] {
  const env = {
    ...process.env,
    GOTOOLCHAIN: `go${toolchain}`,
    GOFLAGS: '',
    CGO_ENABLED: '0',
    GOOS: 'linux',
    GOARCH: 'amd64',
  };
  const format = '{{.ImportPath}}\t{{.Name}}\t{{join .Deps " "}}';
  const text = execFileSync('go', ['list', '-deps', '-f', format, 'std'], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 26,
  });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [path, name, deps] = line.split('\t') as [string, string, string];
      return { path, name, deps: deps === '' ? [] : deps.split(' ') };
    });
}

/** Packages of std that share a name, and which of them the imports of each package lead to. */
function namesakesOf(packages: readonly Listed[]) {
  const count = new Map<string, number>();
  for (const { name } of packages) count.set(name, (count.get(name) ?? 0) + 1);
  const sorted = [...packages].sort((a, b) => (a.path < b.path ? -1 : 1));
  const shared = sorted.filter(({ name }) => count.get(name)! > 1);
  const number = new Map(shared.map(({ path }, i) => [path, i]));
  const imports: Record<string, string> = {};
  for (const { path, deps } of sorted) {
    if (path.startsWith('vendor/') || path.split('/').includes('internal')) continue;
    let set = 0n;
    for (const dep of deps) if (number.has(dep)) set |= 1n << BigInt(number.get(dep)!);
    if (set === 0n) continue;
    const key = `0x${set.toString(16)}`;
    imports[key] = imports[key] === undefined ? path : `${imports[key]} ${path}`;
  }
  return { namesakes: shared.map(({ path, name }) => `${path}=${name}`).join(' '), imports };
}

const versions = Object.entries(pinnedToolchain).map(([version, toolchain]) => [version, namesakesOf(list(toolchain))]);
console.log(JSON.stringify(Object.fromEntries(versions), null, 1));
