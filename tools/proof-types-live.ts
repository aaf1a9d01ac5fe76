/**
 * Broken programs through our checker and through the compiler: the same errors, in the same places, in the same words.
 *
 *   node tools/run.mjs tools/proof-types-live.ts [--count N] [--seed S] [--programs FOLDER] [--lang] [-v]
 *
 * The programs are those of FOLDER, or of GOROOT/test and internal/types/testdata, with a few places changed such that
 * they still parse. --lang: as some language from Go 1.12 on. Differences are counted by error; -v lists them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance } from './syntax-mutate.ts';
import { compileErrors, goroot } from './typeerrors.ts';
import { mutateSyntax } from './types-mutate.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    programs: { type: 'string' },
    lang: { type: 'boolean', default: false },
    verbose: { type: 'boolean', short: 'v', default: false },
  },
});

const root = goroot();
const work = mkdtempSync(join(tmpdir(), 'types-live-'));
const importcfg = join(work, 'importcfg');
const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
writeFileSync(importcfg, execFileSync('go', ['list', '-export', '-f', format, 'std'], { maxBuffer: 1 << 26 }));

/** The compiler's errors; null if it crashed or did not get through. */
function ask(path: string, lang: string): string[] | null {
  const args = [
    'tool',
    'compile',
    '-e',
    '-p',
    'p',
    '-complete',
    '-importcfg',
    importcfg,
    '-o',
    join(work, 'x.o'),
    ...(lang === '' ? [] : [`-lang=${lang}`]),
    path,
  ];
  const { stdout, status } = spawnSync('go', args, {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  if (status === null || /internal compiler error|panic happened|^panic:|goroutine \d+ \[/m.test(stdout)) return null;
  const errors = stdout.split(/\n(?=\S+\.go:\d)/).map((error) => error.trimEnd());
  return errors.filter((error) => error.startsWith('x.go:')).map(anyReason);
}

/** Why a package cannot be imported depends on what looks for it. */
function anyReason(error: string): string {
  return error.replace(/(could not import \S+) .*/, '$1');
}

const folders = values.programs ? [values.programs] : [join(root, 'test'), join(root, 'src/internal/types/testdata')];
const programs = folders
  .flatMap((folder) => globSync(join(folder, '**', '*.go')))
  .filter((path) => statSync(path).isFile() && statSync(path).size < 12_000)
  .sort();
const random = chance(Number(values.seed));
const total = { programs: 0, errors: 0, missed: 0, extra: 0, same: 0 };
while (total.programs < Number(values.count)) {
  const path = programs[random(programs.length)]!;
  const mutant = mutateSyntax(readFileSync(path), random);
  if (!mutant || mutant.includes('//line ') || mutant.includes('/*line ')) continue;
  const file = join(work, 'x.go');
  writeFileSync(file, mutant);
  const lang = values.lang ? `go1.${12 + random(15)}` : '';
  const want = ask('x.go', lang);
  if (!want) continue;
  const got = (await compileErrors(file, lang)).map(anyReason);
  total.programs++;
  total.errors += want.length;
  const missed = without(want, got);
  const extra = without(got, want);
  total.missed += missed.length;
  total.extra += extra.length;
  if (missed.length + extra.length === 0) total.same++;
  else if (values.verbose) {
    const kept = join(work, `${total.programs}.go`);
    writeFileSync(kept, mutant);
    console.log(`${path} ${lang} (kept as ${kept})`);
    for (const error of missed) console.log(`  want ${error.replaceAll('\n', '\\n')}`);
    for (const error of extra) console.log(`  got  ${error.replaceAll('\n', '\\n')}`);
  }
}
console.log(JSON.stringify(total));

function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((error) => {
    const i = rest.indexOf(error);
    if (i >= 0) rest.splice(i, 1);
    return i < 0;
  });
}
