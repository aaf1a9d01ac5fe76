/** What Go's runtime was seen to do, release by release, against the models: no difference in any kind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runtimeVersions } from '../../src/runtime/index.ts';
import { compareAll, type Observations } from '../../tools/runtime-fixtures/compare.ts';

const folder = join(import.meta.dirname, '../testdata/runtime');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

interface Recording extends Observations {
  readonly head: {
    readonly schema: number;
    readonly goVersion: string;
    readonly gomaxprocs: number;
    readonly gogc: string;
  };
}

test('every modelled release was recorded', () => {
  expect(files.sort()).toEqual(runtimeVersions.map(({ toolchain }) => `go${toolchain}.json`).sort());
});

describe.each(files)('%s', (file) => {
  const recording = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording;
  const version = recording.head.goVersion.replace(/^go/, '');
  const minor = Number(version.split('.')[1]!.replace(/rc.*/, ''));
  // The size histogram came with 1.16, the metrics that name what the goal counts with 1.21.
  const empty = new Set([...(minor < 16 ? ['borders'] : []), ...(minor < 21 ? ['goal'] : [])]);

  test('was recorded under the exact settings', () => {
    expect(recording.head).toMatchObject({
      schema: 1,
      goVersion: file.replace('.json', ''),
      gomaxprocs: 1,
      gogc: 'off',
    });
  });

  const results = compareAll(version, recording);
  test.each(Object.keys(results) as (keyof Observations)[])('%s', (kind) => {
    const { compared, mismatches } = results[kind];
    expect(mismatches).toEqual([]);
    expect(compared > 0).toBe(!empty.has(kind));
  });
});
