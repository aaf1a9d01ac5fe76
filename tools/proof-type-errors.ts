/**
 * How many of the type errors that Go's own tests expect our checker reports, at their line and with their text.
 *
 *   node tools/run.mjs tools/proof-type-errors.ts [-v] [NAME…]    -v lists each difference; NAME keeps files with it
 */
import { errorcheckFiles, errorcheckTest } from './errorcheck.ts';
import { type Figures, figures, goroot, testdataTest, testdataTests, type Verdict } from './typeerrors.ts';

const verbose = process.argv.includes('-v');
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const wanted = (name: string) => names.length === 0 || names.some((part) => name.includes(part));

const root = goroot();
const testdata: Verdict[] = [];
for (const test of testdataTests(root)) if (wanted(test.name)) testdata.push(await testdataTest(test));
const errorcheck: Verdict[] = [];
for (const file of errorcheckFiles(root)) if (wanted(file.name)) errorcheck.push(await errorcheckTest(root, file));

report('internal/types/testdata', testdata);
report('test (errorcheck)', errorcheck);

function report(title: string, verdicts: readonly Verdict[]): void {
  if (verbose) for (const verdict of verdicts) list(verdict);
  const f = figures(verdicts);
  console.log(`${title}: ${describe(f)}`);
}

function describe(f: Figures): string {
  const percent = (n: number) => ((100 * n) / Math.max(1, f.expected)).toFixed(2);
  return `${f.files} files, ${f.expected} expected, ${f.matched} matched (${percent(f.matched)} %), ${f.extra} extra (${percent(f.extra)} %), ${f.crashes} crashes`;
}

function list({ name, missed, extra, crash }: Verdict): void {
  if (crash) console.log(`${name}: CRASH ${crash.split('\n').slice(0, 4).join(' | ')}`);
  else {
    for (const want of missed) console.log(`${name}:${want.line}: missed ${want.source}`);
    for (const error of extra) console.log(`${name}:${error.line}: extra ${error.message.replaceAll('\n', '\\n')}`);
  }
}
