import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goVersionOf } from '../../../src/analyzer/syntax/goversion.ts';
import { brokenPrograms } from '../../../tools/syntax-broken.ts';
import { makeParsers, read } from './parsers.ts';

// Recorded from the compiler by tools/syntax-record.ts.
const folder = join(import.meta.dirname, '../../testdata/syntax');
const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const { errors } = json<{ errors: Record<string, string[]> }>('broken.json');
const programs = brokenPrograms(readFileSync(join(folder, 'broken.txt'), 'utf8'));
const { treeSitter } = await makeParsers();

describe("all errors, worded, placed and chosen as gc's", () => {
  test.each([...programs])('%s', (name, text) => {
    expect(read(treeSitter, text).messages).toEqual(errors[name]);
  });

  test('every program has a recording', () => {
    expect([...programs.keys()]).toEqual(Object.keys(errors));
  });
});

test.each(Object.entries(json<Record<string, string>>('constraints.json')))('the Go version of %s', (line, version) => {
  expect(goVersionOf(line.slice('//go:build'.length)) ?? 'error').toBe(version);
});
