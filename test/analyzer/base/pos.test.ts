import { describe, expect, test } from 'vitest';
import { encodeUtf8, fileAt, makeFileSet, noPos, positionOf } from '../../../src/analyzer/base/pos.ts';

describe('encodeUtf8 agrees with the platform', () => {
  test.each(['', 'abc', 'é', '世界', '😀x', 'a\ud800b', '\udc00', '\ud83d', '\u0000\u007f\u0080\u07ff\u0800\uffff'])(
    '%j',
    (text) => {
      expect(Array.from(encodeUtf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
    },
  );
});

describe('positions of a set of files', () => {
  const set = makeFileSet([
    { name: 'a.go', text: 'package a\nvar é = 1\n' },
    { name: 'b.go', text: '' },
    { name: 'c.go', text: 'package c' },
  ]);
  const at = (file: number, offset: number) => positionOf(set, set.files[file]!.base + offset);

  test.each([
    [0, 0, 'a.go:1:1'],
    [0, 10, 'a.go:2:1'],
    [0, 17, 'a.go:2:8'],
    [0, 21, 'a.go:3:1'],
    [1, 0, 'b.go:1:1'],
    [2, 8, 'c.go:1:9'],
    [2, 9, 'c.go:1:10'],
  ])('offset %d %d is %s', (file, offset, words) => {
    const p = at(file, offset)!;
    expect(`${p.file}:${p.line}:${p.col}`).toBe(words);
    expect(p.offset).toBe(offset);
  });

  test('noPos and places after the last file belong to no file', () => {
    expect(positionOf(set, noPos)).toBeUndefined();
    expect(fileAt(set, 1000)).toBeUndefined();
  });
});
