/** The shared programs against what real compilers said about them (recorded by tools/record.ts). */
import { describe, expect, test } from 'vitest';
import { compareRecorded } from '../../tools/proof-programs.ts';

/** All programs that compile with the release. A number may only grow. */
const floors = [
  { version: '1.22', exact: 94 },
  { version: '1.24', exact: 95 },
  { version: '1.25', exact: 95 },
  { version: '1.26', exact: 96 },
  { version: '1.27', exact: 96 },
] as const;

describe.each(['-m -l', '-m=2 -l'])('%s', (mode) => {
  test.each(floors)('Go $version: $exact exact, none wrong', async ({ version, exact }) => {
    const verdicts = await compareRecorded(version, mode);
    expect(verdicts.filter((v) => v.verdict === 'wrong').map((v) => `${v.name}\n${v.detail}`)).toEqual([]);
    expect(verdicts.filter((v) => v.verdict === 'exact').length).toBeGreaterThanOrEqual(exact);
  });
});
