/**
 * Records what each release of Go does: `node tools/run.mjs tools/runtime-fixtures/record.ts [1.26.8 …]`, all releases
 * without arguments. One file for each in test/testdata/runtime, one case a line, so that a change can be read.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeVersions } from '../../src/runtime/index.ts';
import { compareAll, type Observations } from './compare.ts';
import { observe, recordedScale } from './observe.ts';
import { makeProbe } from './probe.ts';

const folder = join(import.meta.dirname, '../../test/testdata/runtime');

function fileText(head: object, observations: Observations): string {
  const parts = Object.entries(observations).map(
    ([kind, cases]) =>
      `${JSON.stringify(kind)}: [\n${(cases as unknown[]).map((one) => JSON.stringify(one)).join(',\n')}\n]`,
  );
  return `{\n"head": ${JSON.stringify(head)},\n${parts.join(',\n')}\n}\n`;
}

const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const { toolchain } of runtimeVersions) {
  if (wanted.length > 0 && !wanted.includes(toolchain)) continue;
  const probe = makeProbe(toolchain);
  if (!probe) throw new Error('there is no Go to record with');
  try {
    const [head] = probe.run('head') as [object];
    const observations = observe(probe, recordedScale);
    writeFileSync(join(folder, `go${toolchain}.json`), fileText({ ...head, experiments: [] }, observations));
    const report = Object.entries(compareAll(toolchain, observations)).map(
      ([kind, { compared, mismatches }]) => `${kind} ${compared - mismatches.length}/${compared}`,
    );
    console.log(`go${toolchain}: ${report.join(', ')}`);
  } finally {
    probe.close();
  }
}
