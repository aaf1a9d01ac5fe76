/**
 * Makes all facts of std anew: public/facts for every Go version, test/facts-internal for the default one, and the
 * recording that tests compare them with.
 *
 *   node tools/run.mjs tools/facts.ts [--work DIR]     DIR keeps the instrumented compilers between runs
 */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultGoVersion, type GoVersion, goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { findToolchain } from '../src/cli/toolchain.ts';

const root = resolve(import.meta.dirname, '..');
const shipped = join(root, 'public/facts');
const whole = join(root, 'test/facts-internal');
const { values } = parseArgs({
  options: { work: { type: 'string', default: join(tmpdir(), 'stackorheap-stdfacts') } },
});

function run(command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', ...(env ? { env } : {}) });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** Stdfacts' plain files of a set, packed, with flow bodies. */
function make(version: GoVersion, plain: string, out: string): void {
  run(process.execPath, ['tools/pack-facts.ts', '--plain', plain, '--out', out, '--go', version], root);
  run(process.execPath, ['tools/stdflow.ts', '--go', version, '--facts', out], root);
}

// The default version first: it has what the others are packed with.
for (const version of [defaultGoVersion, ...goVersions.filter((other) => other !== defaultGoVersion)]) {
  const toolchain = findToolchain(pinnedToolchain[version]);
  if (!toolchain) throw new Error('facts: no Go toolchain here');
  const go = join(toolchain.goroot, 'bin', 'go');
  const plain = join(values.work, 'plain');
  const plainWhole = join(values.work, 'plain-internal');
  const sets = version === defaultGoVersion ? ['-internal', plainWhole] : [];
  run(
    go,
    ['run', '.', '-work', values.work, '-out', plain, ...sets],
    join(root, 'tools/stdfacts'),
    toolchain.environment,
  );
  make(version, plain, shipped);
  if (version === defaultGoVersion) make(version, plainWhole, whole);
}
for (const folder of [shipped, whole]) run(process.execPath, ['tools/pack-facts.ts', '--prune', '--out', folder], root);
run(process.execPath, ['tools/record-facts.ts', '--work', values.work], root);
