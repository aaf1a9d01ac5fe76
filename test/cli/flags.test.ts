import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { parseFlags } from '../../src/cli/flags.ts';

describe('flags', () => {
  test.each([
    ['-m -l a.go', { level: 1, noInline: true, paths: ['a.go'] }],
    ['-l -m=2 a.go', { level: 2, noInline: true }],
    ['-m -m a.go', { level: 2, noInline: false }],
    ['-m -l=4 a.go', { level: 1, noInline: false }],
    ['-N -m -l a.go', { noOptimize: true, noInline: true }],
    ['-m -l -smallframes a.go', { smallFrames: true }],
    ['-m -d=escapemutationscalls,zerocopy -l a.go', { debug: { escapemutationscalls: 1, zerocopy: 1 } }],
    ['-m -d=inlfuncswithclosures=1 a.go', { debug: { inlfuncswithclosures: 1 } }],
    ['--go 1.24 a.go', { goVersion: '1.24' }],
    ['--go=go1.26.8 a.go', { goVersion: '1.26' }],
    ['--go=1.27rc1 a.go', { goVersion: '1.27' }],
    ['--json --why x a.go b.go', { json: true, why: 'x', paths: ['a.go', 'b.go'] }],
    ['--batch -m', { batch: true, paths: [] }],
    ['-e a.go', { allErrors: true }],
    ['-- -m', { level: 0, paths: ['-m'] }],
    ['a.go', { goVersion: '1.26', level: 0, noInline: false, json: false, batch: false }],
  ])('%s', (line, expected) => {
    expect(parseFlags(line.split(' '))).toMatchObject(expected);
  });

  test.each([
    '-x a.go',
    '--go 1.23 a.go',
    '--go',
    '-m=two a.go',
    '-d=wb a.go',
    '--batch a.go',
    '--batch --why x',
    '-l=maybe a.go',
    '--json=perhaps a.go',
    '-race a.go',
  ])('%s is usage', (line) => {
    expect(() => parseFlags(line.split(' '))).toThrow(UsageError);
  });
});
