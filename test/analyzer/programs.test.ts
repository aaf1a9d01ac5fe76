/** The shared programs against what real compilers said about them (recorded by tools/record.ts). */
import { expect, test } from 'vitest';
import { compareRecorded } from '../../tools/proof-programs.ts';

/** Programs that must be answered exactly; the rest may be refused, never answered wrongly. The numbers may only grow. */
const floors = [{ version: '1.26', mode: '-m -l', exact: 70 }] as const;

test.each(floors)('Go $version $mode: at least $exact exact, none wrong', async ({ version, mode, exact }) => {
  const verdicts = await compareRecorded(version, mode);
  expect(verdicts.filter((v) => v.verdict === 'wrong').map((v) => `${v.name}\n${v.detail}`)).toEqual([]);
  expect(verdicts.filter((v) => v.verdict === 'exact').length).toBeGreaterThanOrEqual(exact);
});
