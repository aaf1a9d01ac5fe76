/**
 * Broken programs through the type checker: it must answer every one, soon.
 *
 *   node tools/run.mjs tools/proof-types-fuzz.ts [--count N] [--seed S] [--alone]
 *
 * --alone: every file of GOROOT/src and GOROOT/test by itself; else N mutations of programs of GOROOT/test, half of
 * them keeping the syntax. A program that fails is kept in the temporary folder and named.
 */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance, mutateBytes, mutateTokens } from './syntax-mutate.ts';
import { goroot } from './typeerrors.ts';
import { mutateSyntax } from './types-mutate.ts';
import { typesFuzzer } from './typesfuzzer.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    alone: { type: 'boolean', default: false },
  },
});

const root = goroot();
const checkOne = await typesFuzzer();
let slowest = { ms: 0, name: '' };
let failures = 0;

function one(name: string, bytes: Uint8Array): void {
  const { ms, failure } = checkOne(bytes);
  if (ms > slowest.ms) slowest = { ms, name };
  if (!failure && ms < 2000) return;
  failures++;
  const path = join(tmpdir(), `proof-types-${failures}.go`);
  if (failures <= 50) writeFileSync(path, bytes);
  console.log(`${name}: ${failure ?? `${ms.toFixed(0)} ms`} (kept as ${path})`);
}

let count = 0;
if (values.alone) {
  for (const folder of ['test', 'src']) {
    for (const path of globSync(join(root, folder, '**', '*.go')).sort()) {
      if (!statSync(path).isFile()) continue;
      one(path, new Uint8Array(readFileSync(path)));
      count++;
    }
  }
} else {
  const programs = globSync(join(root, 'test', '**', '*.go'))
    .concat(globSync(join(root, 'src/internal/types/testdata', '**', '*.go')))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 20_000)
    .sort();
  const random = chance(Number(values.seed));
  for (; count < Number(values.count); count++) {
    const path = programs[random(programs.length)]!;
    const bytes = readFileSync(path);
    const kind = random(4);
    const mutant =
      kind === 0
        ? mutateBytes(bytes, random)
        : kind === 1
          ? Buffer.from(mutateTokens(bytes.toString(), random))
          : (mutateSyntax(bytes, random) ?? mutateBytes(bytes, random));
    one(`${path} #${count}`, mutant);
  }
}
console.log(`${count} programs, ${failures} failures, slowest ${slowest.ms.toFixed(0)} ms (${slowest.name})`);
if (failures > 0) process.exitCode = 1;
