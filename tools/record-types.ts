/**
 * Records what go/types and gc say about the test programs, for tests that run without Go:
 * test/testdata/types/programs.txt (types of all expressions) and test/testdata/types/errors/*.txt (errors, with -e).
 *
 *   node tools/run.mjs tools/record-types.ts
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, findToolchain } from '../src/cli/toolchain.ts';
import { key, reference } from './typesdump.ts';

const toolchain = findToolchain();
if (!toolchain) throw new Error('no Go toolchain');
const testdata = fileURLToPath(new URL('../test/testdata', import.meta.url));
const goFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.go'))
    .map((name) => join(folder, name));

const lines: string[] = [];
for (const { dir, lines: found } of reference(goFiles(join(testdata, 'programs')))) {
  if (!found) throw new Error(`${dir}: not answered`);
  for (const line of found) lines.push(key(line));
}
const header = `# go/types of go ${toolchain.version}: file:start-end kind type = value\n`;
writeFileSync(join(testdata, 'types', 'programs.txt'), `${header}${lines.join('\n')}\n`);

for (const file of goFiles(join(testdata, 'types', 'errors'))) {
  const { lines: errors } = await compile(toolchain, [file], { flags: ['-e'], complete: false, path: 'p' });
  writeFileSync(file.replace(/\.go$/, '.txt'), `# go ${toolchain.version}: compile -e\n${errors.join('\n')}\n`);
}
