import { expect, test } from 'vitest';
import { cutAt, highlight } from '../../src/components/build/highlight.ts';
import { railsOf, rangesOfLine } from '../../src/components/code/model.ts';
import { fill, pieces } from '../../src/components/strings/fill.ts';

test.each([
  [{ line: 2, col: 3, endLine: 2, endCol: 6 }, 2, 10, '2-5'],
  [{ line: 2, col: 3, endLine: 4, endCol: 2 }, 2, 10, '2-10'],
  [{ line: 2, col: 3, endLine: 4, endCol: 2 }, 3, 10, '0-10'],
  [{ line: 2, col: 3, endLine: 4, endCol: 2 }, 4, 10, '0-1'],
  [{ line: 2, col: 3, endLine: 4, endCol: 2 }, 5, 10, 'none'],
  [{ line: 2, col: 3, endLine: 3, endCol: 1 }, 3, 10, 'none'],
])('%j covers of line %d with %d characters: %s', (span, line, length, expected) => {
  const range = rangesOfLine(span, line, length);
  expect(range ? `${range.start}-${range.end}` : 'none').toBe(expected);
});

test.each([
  [[4, 6, 7], '4:1v 5:| 6:2| 7:3^'],
  [[7, 4], '4:2v 5:| 6:| 7:1^'],
  [[4, 4, undefined], '4:1·2'],
  [[], ''],
] as const)('steps at lines %j: %s', (lines, expected) => {
  const said = [...railsOf(lines)].map(
    ([line, { label, up, down }]) => `${line}:${label}${up && down ? '|' : up ? '^' : down ? 'v' : ''}`,
  );
  expect(said.join(' ')).toBe(expected);
});

test('highlighting keeps the text, names classes and can be cut anywhere', async () => {
  const text = 'package main // say\n\nfunc f() { return "a" }\n';
  const lines = await highlight(text);
  expect(lines.map((tokens) => tokens.map((t) => t.text).join('')).join('\n')).toBe(text.trimEnd());
  expect(lines[0]!.map((t) => `${t.class || '-'}:${t.text.trim()}`)).toEqual(['k:package', '-:main', 'm:// say']);
  expect(cutAt(lines[0]!, [3, 9]).map((t) => t.text)).toEqual(['pa', 'ckage', ' ', 'main ', '// say']);
});

test('words', () => {
  expect(fill('{n} of {of}, {x}', { n: 1, of: 2 })).toBe('1 of 2, {x}');
  expect(pieces('take `&n` now')).toEqual([
    { text: 'take ', code: false },
    { text: '&n', code: true },
    { text: ' now', code: false },
  ]);
});
