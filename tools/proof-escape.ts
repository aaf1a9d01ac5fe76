/**
 * The compiler's own escape tests (GOROOT/test, flags with -m and -l) against the engine: every expectation line must be
 * met and nothing else said. The rules are those of Go's own driver: on a line with `// ERROR "re" …` each pattern has to
 * match some diagnostic of that line and each diagnostic some pattern; lines with `////` are ignored; columns are too.
 *
 *   node tools/run.mjs tools/proof-escape.ts [--file escape2.go] [--diff]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FactsCache } from '../src/analyzer/importer/index.ts';
import { analyze, importsOf } from '../src/analyzer/index.ts';
import { plainDiagnostics } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { findToolchain } from '../src/cli/toolchain.ts';
import { withSource } from './source-facts.ts';

export interface TestVerdict {
  /** Path below GOROOT/test. */
  readonly file: string;
  readonly verdict: 'passed' | 'failed' | 'refused';
  /** Source lines with expectations, and how many of them are met. */
  readonly expected: number;
  readonly met: number;
  readonly complaints: readonly string[];
}

interface EscapeTest {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly goroot: string;
  readonly flags: readonly string[];
}

/** Needs more than -m: the write barrier and liveness passes, the race detector, the runtime's privileges. */
const OUT_OF_REACH = /-d=wb|-live|escapealias|escapedebug|-\+|-race|simd/;

/** Single-file tests below GOROOT/test that look at -m under -l, in order of name. */
export function escapeTests(goroot: string): EscapeTest[] {
  const root = join(goroot, 'test');
  const tests: EscapeTest[] = [];
  for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!entry.endsWith('.go') || entry.startsWith('codegen/') || entry.includes('.dir/')) continue;
    const path = join(root, entry);
    const text = readFileSync(path, 'utf8');
    const head = text.slice(0, 4096).split('\n', 12);
    const action = head.map((line) => /^\/\/\s*errorcheck\b(.*)/.exec(line)).find((match) => match !== null);
    if (!action || head.some((line) => /^\/\/go:build.*(^|[\s(])goexperiment\./.test(line))) continue;
    const flags = action[1]!
      .trim()
      .split(/\s+/)
      .filter((flag) => flag !== '' && flag !== '-0');
    if (OUT_OF_REACH.test(action[1]!) || !flags.includes('-l') || !flags.some((flag) => /^-m(=\d+)?$/.test(flag)))
      continue;
    tests.push({ file: entry, path, text, goroot, flags });
  }
  return tests;
}

/** What the lines of a test ask for: patterns by line number. */
function expectations(text: string): Map<number, RegExp[]> {
  const wanted = new Map<number, RegExp[]>();
  text.split('\n').forEach((line, i) => {
    if (line.includes('////')) return;
    const match = /\/\/ (?:GC_)?ERROR (.*)/.exec(line);
    if (!match) return;
    const patterns = [...match[1]!.matchAll(/"([^"]*)"|`([^`]*)`/g)].map((quoted) => {
      const source = (quoted[1] ?? quoted[2])!.replace(
        /LINE(?:([+-])(\d+))?/g,
        (_all, sign: string | undefined, by: string | undefined) =>
          String(i + 1 + (by === undefined ? 0 : Number(by) * (sign === '-' ? -1 : 1))),
      );
      return new RegExp(source);
    });
    if (patterns.length > 0) wanted.set(i + 1, patterns);
  });
  return wanted;
}

function judge(
  text: string,
  said: ReadonlyMap<number, readonly string[]>,
): Pick<TestVerdict, 'expected' | 'met' | 'complaints'> {
  const wanted = expectations(text);
  const complaints: string[] = [];
  let met = 0;
  for (const [line, patterns] of wanted) {
    let rest = [...(said.get(line) ?? [])];
    const missing: string[] = [];
    for (const pattern of patterns) {
      if (!rest.some((message) => pattern.test(message))) missing.push(`missing ${pattern}`);
      rest = rest.filter((message) => !pattern.test(message));
    }
    const wrong = [...missing, ...rest.map((message) => `not asked for: ${message}`)];
    if (wrong.length === 0) met++;
    else complaints.push(...wrong.map((what) => `${line}: ${what}`));
  }
  for (const [line, messages] of said)
    if (!wanted.has(line)) complaints.push(...messages.map((m) => `${line}: unexpected: ${m}`));
  return { expected: wanted.size, met, complaints };
}

export async function runEscapeTest(test: EscapeTest, cache: FactsCache): Promise<TestVerdict> {
  const { file, text } = test;
  const refused = (why: string): TestVerdict => ({
    file,
    verdict: 'refused',
    expected: expectations(text).size,
    met: 0,
    complaints: [why],
  });
  try {
    const name = basename(file);
    const sources = [{ name, text }];
    const { level, noOptimize, smallFrames, debug } = parseFlags(test.flags);
    const importer = await withSource(test.goroot, importsOf(sources), cache);
    const analysis = analyze(sources, { importer, inline: false, level, optimize: !noOptimize, smallFrames, debug });
    if (analysis.status === 'unsupported')
      return refused(`${analysis.unsupported!.what} (line ${analysis.unsupported!.line})`);
    const said = new Map<number, string[]>();
    for (const { line, message } of plainDiagnostics(analysis)) said.set(line, [...(said.get(line) ?? []), message]);
    const result = judge(text, said);
    return { file, verdict: result.complaints.length === 0 ? 'passed' : 'failed', ...result };
  } catch (error) {
    return { ...refused(error instanceof Error ? (error.stack ?? error.message) : String(error)), verdict: 'failed' };
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { file: { type: 'string' }, diff: { type: 'boolean', default: false } } });
  const toolchain = findToolchain();
  if (!toolchain) throw new Error('no Go toolchain');
  const cache = new FactsCache();
  const verdicts: TestVerdict[] = [];
  for (const test of escapeTests(toolchain.goroot)) {
    if (values.file !== undefined && !test.file.endsWith(values.file)) continue;
    verdicts.push(await runEscapeTest(test, cache));
  }
  const sum = (of: (v: TestVerdict) => number): number => verdicts.reduce((total, v) => total + of(v), 0);
  const count = (verdict: TestVerdict['verdict']): number => verdicts.filter((v) => v.verdict === verdict).length;
  console.log(
    `${verdicts.length} tests: ${count('passed')} passed, ${count('failed')} failed, ${count('refused')} refused; ` +
      `expectation lines ${sum((v) => v.met)}/${sum((v) => v.expected)}`,
  );
  for (const { file, verdict, complaints } of verdicts) {
    if (verdict === 'passed') continue;
    console.log(
      `  ${verdict} ${file}: ${values.diff ? `\n    ${complaints.join('\n    ')}` : complaints[0]!.split('\n', 2).join(' ')}`,
    );
  }
}
