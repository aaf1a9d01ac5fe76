import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createParser } from '../../src/analyzer/syntax/index.ts';
import { parserBytes } from '../../tools/syntax-bytes.ts';
import { buildSyntaxdump, compareTrees } from '../../tools/syntax-goparser.ts';

/** Every Go file of the toolchain: our tree against go/parser's. */
const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const goFiles = (folder: string): string[] =>
  globSync(join(root, folder, '**', '*.go')).filter((path) => statSync(path).isFile());

/** The compiler removes its output file when it fails, so that is never a file of anybody else's. */
const scratch = mkdtempSync(join(tmpdir(), 'syntax-trees-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** go/parser accepts some programs that the compiler's parser rejects. */
function compilerRejects(path: string): boolean {
  const { status } = spawnSync('go', ['tool', 'compile', '-p', 'p', '-o', join(scratch, 'out.o'), basename(path)], {
    cwd: join(path, '..'),
  });
  return status !== 0;
}

test.each([
  ['src', /[\\/]testdata[\\/]/],
  ['test', /(?!)/],
])('GOROOT/%s: the same tree for every file that the compiler reads', async (folder, left) => {
  const parser = await createParser(parserBytes());
  const files = goFiles(folder).filter((path) => !left.test(path));
  const { valid, differ } = compareTrees(parser, buildSyntaxdump(), files.sort());
  expect(valid).toBeGreaterThan(2500);
  const wrong = differ.filter((d) => !compilerRejects(d.path));
  console.log(
    `GOROOT/${folder}: ${valid} files, ${differ.length} differ, of which ${differ.length - wrong.length} the compiler rejects`,
  );
  expect(wrong).toEqual([]);
});
