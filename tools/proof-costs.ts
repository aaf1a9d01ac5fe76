/**
 * Node counts of functions without calls against the costs that the compiler prints under -m=2 (ircosts.ts).
 *
 *   node tools/run.mjs tools/proof-costs.ts [FILE.go …]      default: the shared programs and the programs of GOROOT/test
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FactsCache } from '../src/analyzer/importer/index.ts';
import { nodeCost } from './ircosts.ts';
import { builtFunctions, compileLines } from './irtrees.ts';
import { sharedPrograms } from './programs.ts';

export interface CostResult {
  readonly file: string;
  readonly compared: number;
  /** `F: ours, gc's` for each function that differs. */
  readonly different: readonly string[];
}

export async function compareCosts(path: string, text: string, cache: FactsCache, temp: string): Promise<CostResult> {
  const file = basename(path);
  const built = await builtFunctions(path, text, cache, { keepInit: true });
  if (typeof built === 'string') return { file, compared: 0, different: [] };
  const costs = printedCosts(compileLines(path, text, temp, ['-m=2']));
  const different: string[] = [];
  let compared = 0;
  for (const fn of built.funcs) {
    const theirs = costs.get(fn.nname.sym.name);
    const ours = theirs === undefined ? null : nodeCost(fn);
    if (ours === null) continue;
    compared++;
    if (ours !== theirs) different.push(`${fn.nname.sym.name}: ${ours}, gc ${theirs}`);
  }
  return { file, compared, different };
}

function printedCosts(lines: readonly string[]): Map<string, number> {
  const costs = new Map<string, number>();
  for (const line of lines) {
    const can = /: can inline (.+?) with cost (\d+) as: /.exec(line);
    const cannot = /: cannot inline (.+): function too complex: cost (\d+) exceeds budget/.exec(line);
    const found = can ?? cannot;
    if (found) costs.set(found[1]!, Number(found[2]));
  }
  return costs;
}

export function goPrograms(goroot: string): string[] {
  const folder = join(goroot, 'test');
  const names = readdirSync(folder).filter((name) => name.endsWith('.go'));
  return names
    .map((name) => join(folder, name))
    .filter((path) => /^\/\/ (run|compile|build)\b/m.test(readFileSync(path, 'utf8')));
}

async function main(): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), 'proof-costs-'));
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  const given = process.argv.slice(2);
  const paths = given.length > 0 ? given : [...sharedPrograms().map((p) => p.path), ...goPrograms(goroot)];
  const cache = new FactsCache();
  let compared = 0;
  let different = 0;
  try {
    for (const path of paths) {
      const result = await compareCosts(path, readFileSync(path, 'utf8'), cache, temp);
      compared += result.compared;
      different += result.different.length;
      for (const line of result.different) console.log(`${result.file} ${line}`);
    }
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
  console.log(`${compared} functions without calls, ${compared - different} with gc's cost`);
}

if (process.argv[1] === import.meta.filename) await main();
