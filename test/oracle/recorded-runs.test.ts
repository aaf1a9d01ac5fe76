/** Recorded keys are re-run on the installed toolchain, where their Go version is the installed one. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pinnedToolchain } from '../../src/analyzer/base/versions.ts';
import { recordedRuns, runProgram, runsNeeded } from '../../tools/record-runs.ts';

const recorded = JSON.parse(readFileSync(recordedRuns, 'utf8')) as Record<string, Record<string, string>>;
const installed = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();

test('every recorded key has its recording', () => {
  for (const [program, go] of runsNeeded()) expect(recorded[program]?.[go], `${program} under Go ${go}`).toBeTruthy();
});

const here = runsNeeded().filter(([, go]) => installed === `go${pinnedToolchain[go]}`);
test.each(here)('%s prints the same under the installed Go %s', (program, go) => {
  expect(runProgram(program, go, true)).toBe(recorded[program]![go]);
});
