/**
 * Compares our tree with go/parser's for all Go files below some folders: kinds, positions and texts of all nodes.
 *
 *   node tools/run.mjs tools/syntax-compare.ts FOLDER…        default: GOROOT/src and GOROOT/test
 *   node tools/run.mjs tools/syntax-compare.ts FILE.go        prints the first lines that differ
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFileSet } from '../src/analyzer/base/pos.ts';
import { createParser, parse } from '../src/analyzer/syntax/index.ts';
import { parserBytes } from './syntax-bytes.ts';
import { dumpFile } from './syntax-dump.ts';

const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const paths = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'src'), join(root, 'test')];
const tool = join(mkdtempSync(join(tmpdir(), 'syntaxdump-')), 'syntaxdump');
execFileSync('go', ['build', '-o', tool, '.'], { cwd: join(import.meta.dirname, 'syntaxdump') });
const parser = await createParser(parserBytes());

function ours(path: string): { dump: string; problem: string } {
  const source = makeFileSet([{ name: path, text: readFileSync(path) }]).files[0]!;
  const { file, errors, refused } = parse(parser, source);
  const problem = refused?.message ?? errors.find((e) => e.code === 'syntax')?.message ?? '';
  return { dump: dumpFile(file, source.base), problem };
}

if (paths.length === 1 && statSync(paths[0]!).isFile()) {
  const theirs = execFileSync(tool, paths, { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n');
  const mine = ours(paths[0]!).dump.split('\n');
  for (let i = 0, shown = 0; i < Math.max(theirs.length, mine.length) && shown < 20; i++) {
    if (theirs[i] === mine[i]) continue;
    console.log(`go   ${theirs[i]}\nours ${mine[i]}`);
    shown++;
  }
} else {
  const files = paths
    .flatMap((path) => globSync(`${path}/**/*.go`))
    .filter((f) => statSync(f).isFile())
    .sort();
  const answer = execFileSync(tool, { input: files.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
  let same = 0;
  let valid = 0;
  for (const row of answer.trim().split('\n')) {
    const [path, hash] = row.split('\t') as [string, string];
    if (hash === 'error') continue;
    valid++;
    const { dump, problem } = ours(path);
    if (createHash('sha1').update(dump).digest('hex') === hash) same++;
    else console.log(`${path}: ${problem === '' ? 'trees differ' : problem}`);
  }
  console.log(`${same} of ${valid} files that go/parser accepts have the same tree (${files.length} files in all)`);
}
