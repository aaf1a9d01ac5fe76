/**
 * Records what the Go toolchain says about the programs of the course.
 *
 *   node tools/run.mjs tools/record-content.ts [--check]      --check: records nothing, fails where the file would change
 *
 * test/testdata/content/outputs-<release>.json: {program: [lines of -m -l]}, in the compiler's order.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultGoVersion, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';

export const contentPrograms = resolve(import.meta.dirname, '../src/content/programs');
const release = pinnedToolchain[defaultGoVersion];
export const recordedFile = resolve(import.meta.dirname, `../test/testdata/content/outputs-${release}.json`);

export async function askAll(): Promise<Record<string, readonly string[]>> {
  const toolchain = findToolchain(release);
  if (!toolchain) throw new Error(`there is no Go ${release} here`);
  const outputs: Record<string, readonly string[]> = {};
  for (const file of readdirSync(contentPrograms).sort()) {
    outputs[file.slice(0, -'.go'.length)] = (
      await compile(toolchain, [join(contentPrograms, file)], { flags: ['-m', '-l'] })
    ).lines;
  }
  return outputs;
}

if (import.meta.main) {
  const text = `${JSON.stringify(await askAll(), null, 1)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(recordedFile, text);
  else process.exitCode = readFileSync(recordedFile, 'utf8') === text ? 0 : 1;
}
