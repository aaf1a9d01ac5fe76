/**
 * The shared programs on every release of the version lens, and under -m=2: the same lines as recorded from the real
 * compilers, also in their order and with their repetitions where that is known to hold. The numbers may only grow.
 */
import { expect, test } from 'vitest';
import { compareRecorded } from '../../../tools/proof-programs.ts';

test.each([
  { version: '1.22', mode: '-m -l', exact: 94, verbatim: 94 },
  { version: '1.24', mode: '-m -l', exact: 95, verbatim: 95 },
  { version: '1.25', mode: '-m -l', exact: 95, verbatim: 95 },
  { version: '1.26', mode: '-m -l', exact: 96, verbatim: 96 },
  { version: '1.27', mode: '-m -l', exact: 96, verbatim: 96 },
  { version: '1.22', mode: '-m=2 -l', exact: 94, verbatim: 94 },
  { version: '1.24', mode: '-m=2 -l', exact: 95, verbatim: 91 },
  { version: '1.25', mode: '-m=2 -l', exact: 95, verbatim: 91 },
  { version: '1.26', mode: '-m=2 -l', exact: 96, verbatim: 91 },
  { version: '1.27', mode: '-m=2 -l', exact: 96, verbatim: 91 },
] as const)(
  'Go $version $mode: at least $exact exact, $verbatim verbatim',
  async ({ version, mode, exact, verbatim }) => {
    const verdicts = await compareRecorded(version, mode);
    expect(verdicts.filter((v) => v.verdict === 'wrong').map((v) => `${v.name}\n${v.detail}`)).toEqual([]);
    expect(verdicts.filter((v) => v.verdict === 'exact').length).toBeGreaterThanOrEqual(exact);
    expect(verdicts.filter((v) => v.verbatim).length).toBeGreaterThanOrEqual(verbatim);
  },
);
