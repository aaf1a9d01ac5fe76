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
import { defaultGoVersion, goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
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

for (const version of goVersions) {
  const toolchain = findToolchain(pinnedToolchain[version]);
  if (!toolchain) throw new Error('facts: no Go toolchain here');
  const go = join(toolchain.goroot, 'bin', 'go');
  const sets = version === defaultGoVersion ? ['-internal', whole] : [];
  const args = ['run', '.', '-work', values.work, '-out', shipped, '-prune', ...sets];
  run(go, args, join(root, 'tools/stdfacts'), toolchain.environment);
  run(process.execPath, ['tools/stdflow.ts', '--go', version, '--facts', shipped], root);
}
run(process.execPath, ['tools/stdflow.ts', '--go', defaultGoVersion, '--facts', whole], root);
run(process.execPath, ['tools/record-facts.ts', '--work', values.work], root);
