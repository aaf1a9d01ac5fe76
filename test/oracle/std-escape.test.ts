/** Packages of std, analysed from GOROOT/src, against the compiler: the whole list is tools/proof-std.ts. */
import { expect, test } from 'vitest';
import { compareStd } from '../../tools/proof-std.ts';
import { live, toolchain } from './live.ts';

const packages = [
  'bufio',
  'bytes',
  'container/list',
  'encoding/csv',
  'errors',
  'flag',
  'fmt',
  'path',
  'regexp',
  'sort',
  'strings',
];

live('std, -m -l', () => {
  test.each([1, 2])('level %d', async (level) => {
    const verdicts = [];
    for await (const verdict of compareStd(toolchain!, packages, { level })) verdicts.push(verdict);
    expect(verdicts.length).toBe(packages.length);
    expect(verdicts.filter(({ verdict }) => verdict !== 'exact' && verdict !== 'order')).toEqual([]);
    expect(verdicts.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(1000);
  });
});
