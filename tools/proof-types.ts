/**
 * Compares our types of expressions with go/types'.
 *
 *   node tools/run.mjs tools/proof-types.ts programs | goroot | std | PATH…     [--diff N] [--command]
 *
 * --command asks `stackorheap types` with its facts; without it imports come from the toolchain's source.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCommand, type Comparison, compare, goroot, reference, stdImporter, testPrograms } from './typesdump.ts';

const args = process.argv.slice(2);
const at = args.indexOf('--diff');
const shown = at < 0 ? 20 : Number(args.splice(at, 2)[1]);
const command = args.includes('--command');
if (command) args.splice(args.indexOf('--command'), 1);
const root = goroot();

/** The packages that a word of the command line stands for. */
function pathsOf(word: string): string[] {
  switch (word) {
    case 'programs': {
      const folder = fileURLToPath(new URL('../test/testdata/programs', import.meta.url));
      return readdirSync(folder)
        .filter((name) => name.endsWith('.go'))
        .map((name) => join(folder, name));
    }
    case 'goroot':
      return testPrograms(join(root, 'test'));
    case 'std':
      return stdFolders(join(root, 'src'));
    default:
      return [word];
  }
}

function stdFolders(folder: string): string[] {
  const found: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((e) => e.isFile() && e.name.endsWith('.go') && !e.name.endsWith('_test.go'))) found.push(folder);
  for (const e of entries) {
    if (e.isDirectory() && !['testdata', 'cmd', 'builtin'].includes(e.name) && !e.name.startsWith('.')) {
      found.push(...stdFolders(join(folder, e.name)));
    }
  }
  return found;
}

/** Paths below GOROOT that are known to differ. */
const known = new Set(
  readFileSync(new URL('../test/testdata/types/differences.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => join(root, line.split('\t')[0]!)),
);
const paths = args.flatMap(pathsOf);
const importer = stdImporter(root);
const results: Comparison[] = [];
const batch = 100;
for (let i = 0; i < paths.length; i += batch) {
  const part = paths.slice(i, i + batch);
  const answers = command ? byCommand(part) : null;
  for (const ref of reference(part)) {
    const result = compare(ref, answers?.get(ref.dir) ?? importer);
    results.push(result);
    if (result.status === 'same' && known.has(result.path)) console.log(`no longer different: ${result.path}`);
    if (result.diff.length > 0 && !known.has(result.path)) {
      console.log(`${result.status} ${result.path}: ${result.diff.length}`);
      for (const line of result.diff.slice(0, shown)) console.log(`  ${line}`);
    }
  }
}
const answered = results.filter((r) => r.status !== 'refused');
const same = answered.filter((r) => r.status === 'same').length;
const total = answered.reduce((sum, r) => sum + r.total, 0);
const wrong = answered.reduce((sum, r) => sum + r.diff.filter((line) => line.startsWith('-')).length, 0);
const refused = results.filter((r) => r.status === 'refused');
console.log(`packages ${same} of ${answered.length} identical; expressions ${total - wrong} of ${total}`);
console.log(`refused by go/types ${refused.length}, by us too ${refused.filter((r) => r.diff.length === 0).length}`);
const unexplained = answered.filter((r) => (r.status === 'same') === known.has(r.path));
console.log(`differences not in the list, or in the list and gone: ${unexplained.length}`);
process.exitCode = unexplained.length === 0 ? 0 : 1;
