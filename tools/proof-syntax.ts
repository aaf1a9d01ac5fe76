/**
 * Bulk proofs of the parser.
 *
 *   node tools/run.mjs tools/proof-syntax.ts --count N [--seed S]    N mutated programs: no throw, none slower than 1 s
 *   node tools/run.mjs tools/proof-syntax.ts --errors N [--seed S]   N mutated programs: every error as gc words and places it
 *   node tools/run.mjs tools/proof-syntax.ts --trees N [--seed S]    N mutated programs: of those still valid, tree-sitter's
 *                                                                    lowered tree is the recogniser's
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { makeFileSet, positionOf } from '../src/analyzer/base/pos.ts';
import { createParser, parse } from '../src/analyzer/syntax/index.ts';
import { parserBytes } from './syntax-bytes.ts';
import { chance, mutateBytes, mutateTokens } from './syntax-mutate.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    errors: { type: 'string' },
    trees: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const programs = globSync(join(root, 'test', '**', '*.go'))
  .filter((path) => statSync(path).isFile() && statSync(path).size < 20_000)
  .sort();
const random = chance(Number(values.seed));
const parser = await createParser(parserBytes());

function pick(): Buffer {
  return readFileSync(programs[random(programs.length)]!);
}

function fuzz(count: number): void {
  let slowest = 0;
  for (let i = 0; i < count; i++) {
    const text = pick();
    const mutant = i % 2 === 0 ? mutateBytes(text, random) : Buffer.from(mutateTokens(text.toString(), random));
    const source = makeFileSet([{ name: 'x.go', text: mutant }]).files[0]!;
    const start = performance.now();
    try {
      parse(parser, source);
    } catch (error) {
      const path = join(tmpdir(), 'proof-syntax-throw.go');
      writeFileSync(path, mutant);
      console.log(`program ${i} throws, kept as ${path}:`, error);
      process.exitCode = 1;
      return;
    }
    const ms = performance.now() - start;
    if (ms > 1000) console.log(`program ${i}: ${ms.toFixed(0)} ms`);
    slowest = Math.max(slowest, ms);
  }
  console.log(`${count} mutated programs, 0 throws, slowest ${slowest.toFixed(1)} ms`);
}

/**
 * All errors of some files of one folder, by file name. A file without a package clause ends the compiler before the
 * files after it: then the two halves are asked apart. z.go holds an error that shows that the end was reached.
 */
function askCompiler(folder: string, names: readonly string[]): Map<string, string[]> {
  const errors = askOnce(folder, [...names, 'z.go']);
  if (errors.has('z.go') || names.length <= 1) return errors;
  const half = names.length >> 1;
  return new Map([...askCompiler(folder, names.slice(0, half)), ...askCompiler(folder, names.slice(half))]);
}

function askOnce(folder: string, names: readonly string[]): Map<string, string[]> {
  const { stdout } = spawnSync(
    'go',
    ['tool', 'compile', '-e', '-p', 'p', '-o', join(tmpdir(), 'proof-syntax.o'), ...names],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 120_000,
    },
  );
  const errors = new Map<string, string[]>();
  for (const [, name, rest] of stdout.matchAll(
    /^([^\s:]+\.go):(\d+:(?:\d+:)? [\s\S]*?)\n(?=[^\s:]+\.go:\d|$(?!\n))/gm,
  )) {
    errors.set(name!, [...(errors.get(name!) ?? []), rest!]);
  }
  return errors;
}

function compareErrors(count: number): void {
  const batch = 60;
  let same = 0;
  let sameFirst = 0;
  let broken = 0;
  for (let done = 0; done < count; done += batch) {
    const folder = mkdtempSync(join(tmpdir(), 'proof-syntax-'));
    const names: string[] = [];
    writeFileSync(join(folder, 'z.go'), 'package p\n1\n');
    for (let i = 0; i < batch; i++) {
      const mutant = mutateTokens(pick().toString(), random);
      if (/^package\s+\w+\s*$/m.test(mutant) === false || /line /.test(mutant)) continue;
      const name = `m${i}.go`;
      writeFileSync(join(folder, name), mutant);
      names.push(name);
    }
    const theirs = askCompiler(folder, names);
    for (const name of names) {
      const set = makeFileSet([{ name, text: readFileSync(join(folder, name)) }]);
      const ours = parse(parser, set.files[0]!).errors.map(({ pos, message }) => {
        const { line, col } = positionOf(set, pos)!;
        // The compiler keeps columns up to 254.
        return col < 255 ? `${line}:${col}: ${message}` : `${line}: ${message}`;
      });
      const wanted = theirs.get(name) ?? [];
      if (wanted.length === 0 && ours.length === 0) continue;
      broken++;
      if (wanted[0] === ours[0]) sameFirst++;
      if (wanted.join('\n') === ours.join('\n')) same++;
      else {
        const i = wanted.findIndex((line, at) => line !== ours[at]);
        const at = i < 0 ? wanted.length : i;
        console.log(`${join(folder, name)}\n  gc   ${wanted[at]}\n  ours ${ours[at]}`);
      }
    }
  }
  console.log(`${broken} broken programs: first error the same in ${sameFirst}, all errors the same in ${same}`);
}

async function compareTrees(count: number): Promise<void> {
  const recogniser = await createParser(null);
  let valid = 0;
  let same = 0;
  for (let i = 0; i < count; i++) {
    const text = mutateTokens(pick().toString(), random);
    const source = makeFileSet([{ name: 'x.go', text }]).files[0]!;
    const recognised = parse(recogniser, source);
    if (recognised.errors.length > 0 || recognised.refused) continue;
    valid++;
    const lowered = parse(parser, source).file;
    if (isDeepStrictEqual({ ...lowered, branchTargets: null }, { ...recognised.file, branchTargets: null })) same++;
    else {
      const path = join(tmpdir(), `proof-syntax-tree-${i}.go`);
      writeFileSync(path, text);
      console.log(`${path}: the trees differ`);
      process.exitCode = 1;
    }
  }
  console.log(`${valid} of ${count} mutated programs are valid, ${same} have the same tree both ways`);
}

if (values.trees) await compareTrees(Number(values.trees));
if (values.count) fuzz(Number(values.count));
if (values.errors) compareErrors(Number(values.errors));
