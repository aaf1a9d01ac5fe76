/**
 * The figures for the runtime models: what was recorded, what the installed Go does now on cases drawn afresh, and speed.
 *
 *   node tools/run.mjs tools/proof-runtime.ts [--seed 1] [--recorded]     --recorded: without asking Go
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Allocator, makeConfig, makeStackConfig } from '../src/runtime/index.ts';
import {
  type CostRow,
  compareAll,
  compareCosts,
  comparePages,
  comparePrologues,
  compareTiny,
  type Observations,
  type PageRun,
  type TinyProgram,
} from './runtime-fixtures/compare.ts';
import type { Comparison } from './runtime-fixtures/comparison.ts';
import { prologueSource } from './runtime-fixtures/listing.ts';
import { liveScale, observe, seeds } from './runtime-fixtures/observe.ts';
import { makeProbe } from './runtime-fixtures/probe.ts';

let different = 0;

function report(what: string, { compared, mismatches }: Comparison): void {
  different += mismatches.length;
  console.log(`${what.padEnd(44)} ${String(compared).padStart(8)} compared, ${mismatches.length} different`);
  for (const mismatch of mismatches.slice(0, 3)) console.log(`    ${mismatch.slice(0, 300)}`);
}

function recorded(): void {
  const folder = join(import.meta.dirname, '../test/testdata/runtime');
  for (const file of readdirSync(folder)) {
    const version = /^go(.*)\.json$/.exec(file)![1]!;
    const results = Object.values(
      compareAll(version, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Observations),
    );
    report(`recorded, Go ${version}`, {
      compared: results.reduce((sum, one) => sum + one.compared, 0),
      mismatches: results.flatMap(({ mismatches }) => mismatches),
    });
  }
}

function live(seed: number): void {
  const probe = makeProbe('1.26.8');
  if (!probe) {
    console.log('not run: there is no Go to ask');
    return;
  }
  const heap = makeConfig(probe.goVersion);
  try {
    for (const [kind, comparison] of Object.entries(compareAll(probe.goVersion, observe(probe, liveScale, seed))))
      report(`live, ${kind}`, comparison);
    report('live, every size 0 to 40,000', compareCosts(heap, probe.run('every-size')[0] as CostRow[]));
    report('live, tiny allocations', compareTiny(heap, probe.run('tiny', seed, 6000) as TinyProgram[]));
    report(
      'live, page requests',
      comparePages(
        heap,
        seeds(seed, 400).map((s) => probe.run('pages', s, 255)[0] as PageRun),
      ),
    );
    const functions = probe
      .list(prologueSource(Array.from({ length: 1024 }, (_, i) => 8 * (i + 1))))
      .filter(({ name }) => name !== 'ext');
    report('live, prologues of frames 0 to 8,192', comparePrologues(makeStackConfig(probe.goVersion), functions));
  } finally {
    probe.close();
  }
}

function speed(): void {
  for (const limit of [512, 2048, 32760]) {
    const allocator = new Allocator(makeConfig('1.26'));
    const start = performance.now();
    for (let i = 0, seed = 1; i < 1_000_000; i++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      allocator.malloc((seed >>> 8) % limit, (seed & 128) !== 0);
    }
    console.log(`a million allocations below ${limit} B: ${Math.round(performance.now() - start)} ms`);
  }
}

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, recorded: { type: 'boolean', default: false } },
});
recorded();
if (!values.recorded) live(Number(values.seed));
speed();
process.exitCode = different > 0 ? 1 : 0;
