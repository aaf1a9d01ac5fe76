/**
 * Where tree-sitter-go and the recogniser disagree: every declaration of the files below some folders that needs a
 * repair, with the rule's name, and every file whose lowered tree differs from the recogniser's (there must be none).
 *
 *   node tools/run.mjs tools/syntax-treesitter.ts FOLDER…      default: GOROOT/src and GOROOT/test
 */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeFileSet, positionOf } from '../src/analyzer/base/pos.ts';
import { lower } from '../src/analyzer/syntax/lower.ts';
import { Recogniser } from '../src/analyzer/syntax/recognise.ts';
import { fileOrNil } from '../src/analyzer/syntax/recognise_decl.ts';
import { TreeSitterGo, textFor } from '../src/analyzer/syntax/treesitter.ts';
import { parserBytes } from './syntax-bytes.ts';

interface Difference {
  readonly pos: number;
  readonly words: string;
}

/** The innermost node in which two trees differ. */
function firstDifference(a: unknown, b: unknown, pos = 1): Difference {
  const words = (x: unknown): string =>
    typeof x === 'object' && x !== null && 'kind' in x ? String(x.kind) : String(x);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return { pos, words: `${words(a)} / ${words(b)}` };
  const at = 'pos' in a ? Number(a.pos) : pos;
  if ('kind' in a && 'kind' in b && a.kind !== b.kind) return { pos: at, words: `${words(a)} / ${words(b)}` };
  for (const [key, value] of Object.entries(a)) {
    const other = (b as Record<string, unknown>)[key];
    if (isDeepStrictEqual(value, other)) continue;
    const inner = firstDifference(value, other, at);
    return { pos: inner.pos, words: `${words(a)}.${key}: ${inner.words}` };
  }
  return { pos: at, words: 'nothing' };
}

const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const paths = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'src'), join(root, 'test')];
const treeSitter = await TreeSitterGo.load(parserBytes());
const files = paths
  .flatMap((path) => (path.endsWith('.go') ? [path] : globSync(`${path}/**/*.go`)))
  .filter((path) => statSync(path).isFile())
  .sort();
const rules = new Map<string, number>();
const ms = { recognise: 0, treeSitter: 0, lower: 0 };
let valid = 0;
let declarations = 0;
let differ = 0;
let lines = 0;
for (const path of files) {
  const set = makeFileSet([{ name: path, text: readFileSync(path) }]);
  const start = performance.now();
  const p = new Recogniser(set.files[0]!);
  let file: ReturnType<typeof fileOrNil> = null;
  try {
    file = fileOrNil(p);
  } catch (error) {
    console.log(`${path}: ${error}`);
  }
  const recognised = performance.now();
  if (file === null || p.errcnt > 0) continue;
  valid++;
  lines += set.files[0]!.lineStarts.length;
  declarations += file.declList.length;
  const tree = treeSitter.parse(textFor(p));
  const parsed = performance.now();
  if (tree === null) throw new Error(`${path}: tree-sitter gives no tree`);
  const lowered = lower(tree, file, p);
  ms.recognise += recognised - start;
  ms.treeSitter += parsed - recognised;
  ms.lower += performance.now() - parsed;
  for (const { pos, rule } of lowered.repairs) {
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
    const { line } = positionOf(set, pos)!;
    console.log(`${path}:${line}: ${rule}`);
  }
  if (!isDeepStrictEqual({ ...lowered.file, branchTargets: null }, { ...file, branchTargets: null })) {
    differ++;
    const i = file.declList.findIndex((decl, n) => !isDeepStrictEqual(decl, lowered.file.declList[n]));
    const at = firstDifference(file.declList[i], lowered.file.declList[i]);
    console.log(`${path}:${positionOf(set, at.pos)?.line}: DIFFERS: ${at.words}`);
  }
}
console.log(Object.fromEntries(rules), `of ${declarations} declarations in ${valid} files; ${differ} files differ`);
console.log(
  `ms per 200 lines`,
  Object.fromEntries(Object.entries(ms).map(([k, v]) => [k, ((v / lines) * 200).toFixed(3)])),
);
