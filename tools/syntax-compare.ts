/**
 * Compares our tree with go/parser's for all Go files below some folders: kinds, positions and texts of all nodes.
 *
 *   node tools/run.mjs tools/syntax-compare.ts FOLDER…        default: GOROOT/src and GOROOT/test
 *   node tools/run.mjs tools/syntax-compare.ts FILE.go        prints the first lines that differ
 */
import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createParser } from '../src/analyzer/syntax/index.ts';
import { parserBytes } from './syntax-bytes.ts';
import { buildSyntaxdump, compareTrees, ourDump } from './syntax-goparser.ts';

const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const paths = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'src'), join(root, 'test')];
const tool = buildSyntaxdump();
const parser = await createParser(parserBytes());

if (paths.length === 1 && statSync(paths[0]!).isFile()) {
  const theirs = execFileSync(tool, paths, { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n');
  const mine = ourDump(parser, paths[0]!).lines.split('\n');
  for (let i = 0, shown = 0; i < Math.max(theirs.length, mine.length) && shown < 20; i++) {
    if (theirs[i] === mine[i]) continue;
    console.log(`go   ${theirs[i]}\nours ${mine[i]}`);
    shown++;
  }
} else {
  const files = paths.flatMap((path) => globSync(`${path}/**/*.go`)).filter((path) => statSync(path).isFile());
  const { valid, differ } = compareTrees(parser, tool, files.sort());
  for (const { path, problem } of differ) console.log(`${path}: ${problem}`);
  console.log(
    `${valid - differ.length} of ${valid} files that go/parser accepts have the same tree (${files.length} in all)`,
  );
}
