/**
 * Asks the Go toolchain. Every live test and recorder goes through here, so that all of them run the compiler in the
 * same way: GOENV and GOFLAGS off, no race detector, an object file of its own (the compiler removes its output file
 * when it fails, so never /dev/null), and the standard library's export data from the same release.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Object files that nobody wants, each under a name of its own; their folder goes when the process ends. */
class Outputs {
  private folder: string | undefined;
  private count = 0;

  next(): string {
    if (this.folder === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'stackorheap-compile-'));
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
      this.folder = folder;
    }
    return join(this.folder, `${this.count++}.o`);
  }
}

export interface Toolchain {
  /** The release, without "go": 1.26.8. */
  readonly version: string;
  readonly goroot: string;
  readonly compiler: string;
  /** What each std package compiled to, in the compiler's `-importcfg` form. */
  readonly importConfig: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly outputs: Outputs;
}

export interface Diagnostic {
  /** Base name for the package's own files; `$GOROOT/…` for the standard library; else as printed. */
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly message: string;
}

export interface Compilation {
  readonly exitCode: number;
  /** Every line in the compiler's order, duplicates kept, folder prefixes removed. */
  readonly lines: readonly string[];
  readonly milliseconds: number;
}

function environmentOf(toolchain: string | undefined): NodeJS.ProcessEnv {
  const { GOFLAGS: _flags, GOEXPERIMENT: _experiment, ...rest } = process.env;
  return {
    ...rest,
    GOENV: 'off',
    GOFLAGS: '',
    GOOS: 'linux',
    GOARCH: 'amd64',
    CGO_ENABLED: '0',
    GOTOOLCHAIN: toolchain ? `go${toolchain}` : 'local',
    GOPROXY: process.env.GOPROXY ?? 'https://proxy.golang.org,direct',
  };
}

/** The `go` command: $GO, or the one on the PATH, or undefined. */
export function goCommand(): string | undefined {
  for (const go of [process.env.GO, 'go']) {
    if (!go) continue;
    try {
      execFileSync(go, ['version'], { stdio: 'ignore', env: environmentOf(undefined) });
      return go;
    } catch {
      // The next place.
    }
  }
  return undefined;
}

/** A toolchain ready to compile, or undefined where there is no Go. `version` picks another release by GOTOOLCHAIN. */
export function findToolchain(version?: string): Toolchain | undefined {
  const go = goCommand();
  if (!go) return undefined;
  const first = environmentOf(version);
  // Very old releases know no GOTOOLCHAIN of their own: they are reached through their binary.
  const goroot = execFileSync(go, ['env', 'GOROOT'], { encoding: 'utf8', env: first }).trim();
  const own = join(goroot, 'bin', 'go');
  const environment = { ...environmentOf(undefined), GOROOT: goroot };
  const release = execFileSync(own, ['version'], { encoding: 'utf8', env: environment })
    .split(' ')[2]!
    .replace(/^go/, '');
  const tools = execFileSync(own, ['env', 'GOTOOLDIR'], { encoding: 'utf8', env: environment }).trim();
  return {
    version: release,
    goroot,
    compiler: join(tools, 'compile'),
    importConfig: importConfigOf(own, release, environment),
    environment,
    outputs: new Outputs(),
  };
}

function importConfigOf(go: string, release: string, environment: NodeJS.ProcessEnv): string {
  const folder = join(tmpdir(), `stackorheap-oracle-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `importcfg-2-${release}`);
  if (existsSync(file) && lastPackageExists(file)) return file;
  const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
  const text = execFileSync(go, ['list', '-p', '2', '-export', '-f', format, 'std'], {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 26,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // A std package sees its vendored imports without the prefix.
  const vendored = text
    .split('\n')
    .filter((line) => line.startsWith('packagefile vendor/'))
    .map((line) => line.slice('packagefile vendor/'.length, line.indexOf('=')))
    .map((path) => `importmap ${path}=vendor/${path}`);
  writeFileSync(file, text + vendored.map((line) => `${line}\n`).join(''));
  return file;
}

/** The build cache may have been trimmed since the file was written. */
function lastPackageExists(file: string): boolean {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return (
    lines.length > 100 &&
    lines.every((line) => line.startsWith('importmap ') || existsSync(line.slice(line.indexOf('=') + 1)))
  );
}

export interface CompileOptions {
  readonly flags: readonly string[];
  /** Import path of the package: main unless said otherwise. */
  readonly path?: string;
  readonly language?: string;
  readonly timeout?: number;
  /** Nothing is implemented in assembly. Default: true. */
  readonly complete?: boolean;
  /** Print columns as the compiler has them (always on since long); extra arguments before the files. */
  readonly extra?: readonly string[];
}

/** Compiles `files` (paths of one package) and gives what the compiler printed. */
export function compile(toolchain: Toolchain, files: readonly string[], options: CompileOptions): Promise<Compilation> {
  const output = toolchain.outputs.next();
  const folder = dirname(files[0]!);
  const language = options.language ?? `go1.${/^1\.(\d+)/.exec(toolchain.version)![1]!}`;
  const args = [
    '-o',
    output,
    '-p',
    options.path ?? 'main',
    `-lang=${language}`,
    ...(options.complete === false ? [] : ['-complete']),
    '-importcfg',
    toolchain.importConfig,
    '-c=1',
    ...options.flags,
    ...(options.extra ?? []),
    ...files.map((file) => basename(file)),
  ];
  const start = performance.now();
  return new Promise((done, failed) => {
    execFile(
      toolchain.compiler,
      args,
      {
        cwd: folder,
        env: toolchain.environment,
        maxBuffer: 1 << 28,
        timeout: options.timeout ?? 60_000,
        encoding: 'utf8',
      },
      (error, stdout, stderr) => {
        const milliseconds = performance.now() - start;
        rmSync(output, { force: true });
        const code = (error as { code?: unknown } | null)?.code;
        if (error && typeof code !== 'number') return failed(error);
        const text = stdout + stderr;
        done({
          exitCode: typeof code === 'number' ? code : 0,
          lines: withoutFolders(text, folder, toolchain.goroot),
          milliseconds,
        });
      },
    );
  });
}

function withoutFolders(text: string, folder: string, goroot: string): string[] {
  const real = realpathSync(folder);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line
        .replaceAll(`${real}/`, '')
        .replaceAll(`${folder}/`, '')
        .replaceAll(`${goroot}/`, '$GOROOT/')
        .replaceAll('./', (match, at: number) => (at === 0 ? '' : match)),
    );
}

/** The compiler leaves out a column that is too large for it. */
const diagnosticLine = /^([^:\s][^:]*\.go):(\d+)(?::(\d+))?: (.*)$/;

/** The diagnostics of `lines` that lie in files named by `own`, sorted, equal ones once. */
export function diagnosticsOf(lines: readonly string[], own: ReadonlySet<string>): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const line of lines) {
    const match = diagnosticLine.exec(line);
    if (match && own.has(match[1]!))
      found.set(line, { file: match[1]!, line: Number(match[2]), col: Number(match[3] ?? 0), message: match[4]! });
  }
  return sortDiagnostics([...found.values()]);
}

export function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort((a, b) =>
    a.file < b.file
      ? -1
      : a.file > b.file
        ? 1
        : a.line - b.line || a.col - b.col || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}

export function formatDiagnostic(d: Diagnostic): string {
  return `${d.file}:${d.line}${d.col > 0 ? `:${d.col}` : ''}: ${d.message}`;
}
