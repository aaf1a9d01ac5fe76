/**
 * Programs in error, compared live with gc: GOROOT/test's programs with a few places changed, all errors with -e.
 *
 *   node tools/run.mjs tools/proof-type-mutants.ts [--count N] [--seed S] [--show K]
 *
 * Prints how many programs have exactly gc's errors (line, column, text), and what most often differs. Programs that
 * do not parse, or whose errors come from later phases of gc, are left out.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFileSet, positionOf } from '../src/analyzer/base/pos.ts';
import { FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { importsOf } from '../src/analyzer/index.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/check.ts';
import { gcSizes } from '../src/analyzer/types/sizes.ts';
import { compile, findToolchain } from '../src/cli/toolchain.ts';
import { chance } from './syntax-mutate.ts';
import { mutateSyntax } from './types-mutate.ts';
import { goroot, testPrograms } from './typesdump.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
  },
});

const toolchain = findToolchain();
if (!toolchain) throw new Error('no Go toolchain');
const folder = mkdtempSync(join(tmpdir(), 'type-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const facts = new URL('../public/facts/', import.meta.url);
const host = { bytes: async (name: string) => new Uint8Array(readFileSync(new URL(name, facts))) };
const cache = new FactsCache();
const root = goroot();
const testdata = join(root, 'src', 'internal', 'types', 'testdata');
const programs = [...testPrograms(join(root, 'test')), ...testPrograms(testdata), ...testPrograms(testdata)];
const random = chance(Number(values.seed));

/** gc's errors: `line:col: text`, further lines of one message joined. */
async function theirs(file: string): Promise<string[] | null> {
  // Some mutants take gc minutes (huge arrays).
  const compiled = await compile(toolchain!, [file], { flags: ['-e'], complete: false, timeout: 5000 }).catch(() => null);
  if (!compiled) return null;
  const { lines } = compiled;
  const errors: string[] = [];
  for (const line of lines) {
    const m = /^x\.go:(\d+:\d+: .*)$/.exec(line);
    if (m) errors.push(m[1]!);
    else if (line.startsWith('\t') && errors.length > 0) errors[errors.length - 1] += `\n${line}`;
  }
  return errors;
}

async function own(bytes: Uint8Array): Promise<string[] | null> {
  const sources = [{ name: 'x.go', text: bytes }];
  const set = makeFileSet(sources);
  const parsed = parseSource(set.files[0]!, null);
  if (parsed.errors.length > 0) return null;
  const importer = await loadFacts(host, '1.26', importsOf(sources), cache);
  const { errors } = check(set, [parsed.file], 'main', {
    importer,
    sizes: gcSizes,
    goVersion: 'go1.26',
    ignoreBranchErrors: true,
  });
  const texts = errors.map((e) => {
    const p = positionOf(set, e.pos);
    return `${p?.line}:${p?.col}: ${e.message}`;
  });
  return [...new Set(texts)];
}

let tried = 0;
let exact = 0;
const differences = new Map<string, { count: number; example: string }>();

function note(sign: string, error: string, example: string): void {
  const text = `${sign} ${error.replace(/^\d+:\d+: /, '').replace(/"[^"]*"|\b[a-zA-Z_]\w*\b(?=\s*\()|\d+/g, '…')}`.slice(0, 140);
  const entry = differences.get(text);
  if (entry) entry.count++;
  else differences.set(text, { count: 1, example });
}

for (let i = 0; tried < Number(values.count); i++) {
  const program = programs[random(programs.length)]!;
  const bytes = readFileSync(program);
  if (bytes.length > 30_000) continue;
  const mutant = mutateSyntax(bytes, random);
  const ours = mutant && (await own(mutant));
  if (!mutant || !ours) continue;
  const file = join(folder, 'x.go');
  writeFileSync(file, mutant);
  const want = await theirs(file);
  // Packages that the facts leave out.
  if (!want || want.some((e) => e.includes('could not import'))) continue;
  tried++;
  const missing = want.filter((e) => !ours.includes(e));
  const extra = ours.filter((e) => !want.includes(e));
  if (missing.length === 0 && extra.length === 0) {
    exact++;
    continue;
  }
  const kept = join(tmpdir(), `type-mutant-${values.seed}-${i}.go`);
  writeFileSync(kept, mutant);
  for (const e of missing) note('-', e, `${kept}:${e}`);
  for (const e of extra) note('+', e, `${kept}:${e}`);
}
for (const [text, { count, example }] of [...differences].sort((a, b) => b[1].count - a[1].count).slice(0, Number(values.show))) {
  console.log(`${count} ${text}\n      ${example.replaceAll('\n', ' | ')}`);
}
console.log(`programs ${exact} of ${tried} exact`);
