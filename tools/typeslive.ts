/** Changed programs through our checker and through the compiler: which errors only one of them has. */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unsupported } from '../src/analyzer/base/unsupported.ts';
import { defaultGoVersion, type GoVersion, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { chance } from './syntax-mutate.ts';
import { compileErrors, goroot } from './typeerrors.ts';
import { mutateSyntax } from './types-mutate.ts';

export interface LiveOptions {
  readonly count: number;
  readonly seed: number;
  /** Folder of the programs that are changed; '' for Go's own tests. */
  readonly folder: string;
  /** As some language from Go 1.12 on, instead of the newest. */
  readonly lang: boolean;
  /** Whose compiler is asked. */
  readonly release?: GoVersion;
}

export interface Difference {
  /** Program that was changed, and where the changed one is kept. */
  readonly program: string;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

export interface LiveResult {
  readonly programs: number;
  readonly errors: number;
  readonly missed: number;
  readonly extra: number;
  readonly different: readonly Difference[];
}

class Compiler {
  readonly work = mkdtempSync(join(tmpdir(), 'types-live-'));
  private readonly importcfg = join(this.work, 'importcfg');

  private readonly env: NodeJS.ProcessEnv;

  constructor(release: GoVersion) {
    this.env = { ...process.env, GOTOOLCHAIN: `go${pinnedToolchain[release]}` };
    const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
    const options = { maxBuffer: 1 << 26, env: this.env };
    writeFileSync(this.importcfg, execFileSync('go', ['list', '-export', '-f', format, 'std'], options));
  }

  /** The errors in x.go; null if the compiler crashed or did not get through. */
  errors(lang: string): string[] | null {
    const flags = ['-e', '-p', 'p', '-complete', '-importcfg', this.importcfg, '-o', 'x.o'];
    if (lang !== '') flags.push(`-lang=${lang}`);
    const options = { cwd: this.work, env: this.env, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 } as const;
    const { stdout, status } = spawnSync('go', ['tool', 'compile', ...flags, 'x.go'], options);
    if (status === null || /internal compiler error|panic happened|^panic:|goroutine \d+ \[/m.test(stdout)) return null;
    const errors = stdout.split(/\n(?=\S+\.go:\d)/).map((error) => error.trimEnd());
    return errors.filter((error) => error.startsWith('x.go:')).map(anyReason);
  }
}

/** Why a package cannot be imported depends on what looks for it. */
function anyReason(error: string): string {
  return error.replace(/(could not import \S+) .*/, '$1');
}

export async function compareWithCompiler({
  count,
  seed,
  folder,
  lang,
  release = defaultGoVersion,
}: LiveOptions): Promise<LiveResult> {
  const compiler = new Compiler(release);
  const root = goroot();
  const folders = folder === '' ? [join(root, 'test'), join(root, 'src/internal/types/testdata')] : [folder];
  const programs = folders
    .flatMap((path) => globSync(join(path, '**', '*.go')))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 12_000)
    .sort();
  const random = chance(seed);
  const total = { programs: 0, errors: 0, missed: 0, extra: 0 };
  const different: Difference[] = [];
  while (total.programs < count) {
    const path = programs[random(programs.length)]!;
    const mutant = mutateSyntax(readFileSync(path), random);
    // A directive may move errors out of x.go, which is all that is compared.
    if (!mutant || mutant.includes('//line ') || mutant.includes('/*line ')) continue;
    const file = join(compiler.work, 'x.go');
    writeFileSync(file, mutant);
    const language = lang ? `go1.${12 + random(15)}` : '';
    const want = compiler.errors(language);
    if (!want) continue;
    const got = await ours(file, language, release);
    if (!got) continue;
    total.programs++;
    total.errors += want.length;
    const missed = without(want, got);
    const extra = without(got, want);
    total.missed += missed.length;
    total.extra += extra.length;
    if (missed.length + extra.length === 0) continue;
    const kept = join(compiler.work, `${total.programs}.go`);
    writeFileSync(kept, mutant);
    different.push({ program: `${path} ${language} (kept as ${kept})`, missed, extra });
  }
  return { ...total, different };
}

/** Our errors; null for what is refused by name. */
async function ours(file: string, language: string, release: GoVersion): Promise<string[] | null> {
  try {
    return (await compileErrors(file, language, release)).map(anyReason);
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((error) => {
    const i = rest.indexOf(error);
    if (i >= 0) rest.splice(i, 1);
    return i < 0;
  });
}
