/**
 * Programs that bring many rules together, against the live compiler. The first line of each names the flags under which
 * it is compared; a mended difference adds a program or a function here.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { live } from './live.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'test/testdata/escape');

const cases = readdirSync(folder).flatMap((file) => {
  const [first] = readFileSync(join(folder, file), 'utf8').split('\n');
  const flags = first!.replace(/^\/\/ checked: /, '').split('; ');
  return flags.map((flag) => [file, flag] as const);
});

live('programs of many rules', () => {
  test.each(cases)('%s %s: equal', (file, flags) => {
    const args = [join(root, 'bin/stackorheap'), 'verify', ...flags.split(' '), join(folder, file)];
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toMatch(/^equal: \d+ lines/);
    expect(status).toBe(0);
  });
});
