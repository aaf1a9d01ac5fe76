import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dumpFile } from '../../../tools/syntax-dump.ts';
import { makeParsers, read } from './parsers.ts';

// Recorded from go/parser by tools/syntax-record.ts: kinds, positions and texts of all nodes.
const folder = join(import.meta.dirname, '../../testdata/syntax/trees');
const parsers = await makeParsers();

describe.each(globSync(join(folder, '*.go')).sort())('%s', (path) => {
  const source = readFileSync(path);
  const recorded = readFileSync(path.replace(/\.go$/, '.tree'), 'utf8');

  test.each(['treeSitter', 'recogniser'] as const)(`${basename(path)} by the %s is go/parser's tree`, (way) => {
    const { file, base, messages, refused } = read(parsers[way], source);
    expect(messages).toEqual([]);
    expect(refused).toBeNull();
    expect(dumpFile(file, base)).toBe(recorded);
  });

  test(`${basename(path)} is the same tree both ways, gc's positions and parentheses included`, () => {
    const { branchTargets: theirs, ...lowered } = read(parsers.treeSitter, source).file;
    const { branchTargets: ours, ...recognised } = read(parsers.recogniser, source).file;
    expect(lowered).toEqual(recognised);
    const targets = (map: typeof ours): string[] =>
      [...map].map(([s, t]) => `${s.tok} ${s.pos} to ${t.kind} ${t.pos}`).sort();
    // The lowered file keeps the recogniser's targets beside its own: each pair then counts once.
    expect([...new Set(targets(theirs))]).toEqual(targets(ours));
  });
});
