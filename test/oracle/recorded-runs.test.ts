/** Recorded keys are made again on the installed toolchain, where their Go version is the installed one. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type GoVersion, pinnedToolchain } from '../../src/analyzer/base/versions.ts';
import { recordingName } from '../../src/course/kinds/recording.ts';
import { record, recordedRuns, recordingsNeeded } from '../../tools/record-runs.ts';

const recorded = JSON.parse(readFileSync(recordedRuns, 'utf8')) as Record<string, Record<string, string>>;
const installed = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
const needed = recordingsNeeded().map((each) => [`${each.program} ${recordingName(each)}`, each] as const);

test('every recorded key has its recording', () => {
  for (const [name, { program, ...rest }] of needed)
    expect(recorded[program]?.[recordingName({ program, ...rest })], name).toBeTruthy();
});

const here = needed.filter(([, { go }]) => installed === `go${pinnedToolchain[go as GoVersion]}`);
test.each(here)('%s is printed by the installed Go', async (_, recording) => {
  expect(await record(recording, true)).toBe(recorded[recording.program]![recordingName(recording)]);
});
