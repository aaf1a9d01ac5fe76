/**
 * Builds the probe with one of Go's releases and runs it under the settings in which each observation is exact: one P, no
 * collection except where asked, no cgo, no flags from outside. Old releases are fetched by Go's own toolchain switch.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionsOf, type ListedFunction, stackFunctions } from './listing.ts';

const source = import.meta.dirname;

export interface Probe {
  readonly goVersion: string;
  readonly run: (kind: string, seed?: number, count?: number) => unknown[];
  /** The frame of each probe function, from the compiler's listing. */
  readonly frames: ReadonlyMap<string, number>;
  /** Compiles a package with -S and lists its functions. */
  readonly list: (text: string) => ListedFunction[];
  readonly close: () => void;
}

/** $GO, or `go` on the PATH, or where Go installs itself; undefined where there is none. */
export function goCommand(): string | undefined {
  const places = [process.env['GO'], 'go', '/usr/local/go/bin/go'];
  return places.find(
    (go) => go !== undefined && spawnSync(go, ['version'], { env: environment({ GOTOOLCHAIN: 'local' }) }).status === 0,
  );
}

function environment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const { GOROOT: _root, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = process.env;
  return { ...rest, GOENV: 'off', GOFLAGS: '', CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64', ...extra };
}

function minorOf(go: string, env: NodeJS.ProcessEnv): number {
  return Number(/go1\.(\d+)/.exec(execFileSync(go, ['version'], { encoding: 'utf8', env }))![1]);
}

/** The probe built by a release ("1.13.15"), or by the installed Go without a name; undefined where there is no Go. */
export function makeProbe(version?: string): Probe | undefined {
  const go = goCommand();
  if (!go) return undefined;
  const reached = environment({
    GOTOOLCHAIN: version ? `go${version}` : 'local',
    GOPROXY: process.env['GOPROXY'] ?? 'https://proxy.golang.org,direct',
  });
  const root = execFileSync(go, ['env', 'GOROOT'], { encoding: 'utf8', env: reached, timeout: 300_000 }).trim();
  const own = join(root, 'bin', 'go');
  // Go 1.19 cannot index a standard library that lies in the module cache; goindex=0 goes without (others ignore it).
  const env = environment({ GOTOOLCHAIN: 'local', GOROOT: root, GODEBUG: 'goindex=0' });
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-runtime-'));
  cpSync(source, folder, { recursive: true });
  writeFileSync(join(folder, 'stackprobe', 'functions.go'), stackFunctions());
  // A module of the release's own language version: its defaults, not those of another release.
  writeFileSync(join(folder, 'go.mod'), `module runtimefixtures\n\ngo 1.${Math.min(minorOf(own, env), 26)}\n`);
  const build = (args: string[]): string => {
    const result = spawnSync(own, ['build', '-p', '1', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 300_000,
      maxBuffer: 1 << 28,
    });
    if (result.status !== 0) throw new Error(`go build ${args.join(' ')} failed:\n${result.stderr.slice(0, 4000)}`);
    return result.stderr;
  };
  const binary = join(folder, 'probe');
  const listing = build(['-gcflags=runtimefixtures/stackprobe=-S', '-o', binary, '.']);
  const frames = new Map(functionsOf(listing).map((f) => [f.name, f.frame]));
  const running = environment({ GOMAXPROCS: '1', GOGC: 'off' });
  return {
    goVersion: execFileSync(own, ['version'], { encoding: 'utf8', env }).split(' ')[2]!.replace(/^go/, ''),
    run: (kind, seed = 1, count = 1) =>
      execFileSync(binary, [kind, `${seed}`, `${count}`], {
        encoding: 'utf8',
        env: running,
        timeout: 300_000,
        maxBuffer: 1 << 28,
      })
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown),
    frames,
    list: (text) => {
      const packageFolder = mkdtempSync(join(folder, 'listed-'));
      writeFileSync(join(packageFolder, 'functions.go'), text);
      return functionsOf(build(['-gcflags=-S', `./${packageFolder.slice(folder.length + 1)}`]));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
