/** The parser of -m=2 against what compilers printed: recorded outputs of five versions, rebuilt from the parsed data. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { escapeTexts } from '../../src/analyzer/base/texts/escape.ts';
import { marked, splitFiles } from '../../src/course/build-report/files.ts';
import { type BuildPath, type Position, parseBuildOutput } from '../../src/course/build-report/parse.ts';
import { buildReport } from '../../src/course/build-report/report.ts';
import { codeOf } from '../../src/course/messages/codes.ts';
import { words } from '../../src/course/words/index.ts';

const folder = resolve(import.meta.dirname, '../testdata/programs');
const versions = readdirSync(folder).filter((name) => name.startsWith('outputs-'));
const MODES = ['-m=2', '-m=2 -l', '-m', '-m -l'] as const;

type Recorded = Readonly<Record<string, Partial<Record<(typeof MODES)[number], readonly string[]>>>>;
const recorded = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded;
const sourceOf = (program: string) => readFileSync(join(folder, `${program}.go`), 'utf8');

const place = ({ file, line, col }: Position) => `${file}:${line}${col === 0 ? '' : `:${col}`}`;

/** The compiler's lines of a path, written again from the data alone. */
function written(path: BuildPath, arrow: string): string[] {
  const { subject, sink, kind, flows, truncated } = path;
  const named = path.function !== '';
  const derefs = /\d+$/.exec(path.kind === 'leaks' ? '' : '0');
  const header =
    kind === 'escapes'
      ? `${subject} escapes to heap${named ? ` in ${path.function}` : ''}:`
      : `parameter ${subject} leaks to ${sink}${named ? ` for ${path.function}` : ''} with derefs=${derefs ?? ''}`;
  const lines = flows.flatMap(({ to, from, derefs: n, notes }) => [
    `  flow: ${to} ${arrow} ${n < 0 ? '&' : '*'.repeat(n)}${from}:`,
    ...notes.map(({ text, why, at }) => `    from ${text} (${why}) at ${at ? place(at) : '<unknown line number>'}`),
  ]);
  if (truncated) lines.push(escapeTexts.truncated());
  return [header, ...lines].map((line) => `${place(path.at)}: ${line}`);
}

describe.each(versions)('%s', (name) => {
  const outputs = recorded(name);
  const detailed = Object.entries(outputs).flatMap(([program, modes]) =>
    (['-m=2', '-m=2 -l'] as const).flatMap((mode) => (modes[mode] ? [{ program, mode, lines: modes[mode] }] : [])),
  );
  const arrow = detailed.some(({ lines }) => lines.some((line) => line.includes(' ← '))) ? '←' : '=';

  test('every path is found whole: written again, it is what the compiler printed', () => {
    let rebuilt = 0;
    for (const { lines } of detailed) {
      for (const path of parseBuildOutput(lines.join('\n')).paths) {
        const again = written(path, arrow);
        const printed = lines.slice(path.row - 1, path.row - 1 + again.length);
        expect(printed[0]!.startsWith(again[0]!)).toBe(true);
        expect(printed.slice(1)).toEqual(again.slice(1));
        rebuilt += again.length;
      }
    }
    const inPaths = detailed
      .flatMap(({ lines }) => lines)
      .filter((line) => /:\s{3,5}(?:flow:|from) |: (?:parameter .* leaks to .*|.* escapes to heap.*):$/.test(line));
    expect(rebuilt).toBe(
      inPaths.length + detailed.flatMap(({ lines }) => lines).filter((l) => l.includes('warning: truncated')).length,
    );
  });

  test('no line is dropped: each is placed or listed', () => {
    for (const { program, lines } of detailed) {
      const file = { name: `${program}.go`, text: sourceOf(program) };
      const { says, unplaced } = buildReport([file], lines.join('\n'), words.en);
      expect(says.length + unplaced.length).toBe(lines.filter((line) => !line.startsWith('# ')).length);
      for (const { text } of unplaced) expect(text.startsWith(`${program}.go:`) && !/:\d+: /.test(text)).toBe(false);
    }
  });

  test('what has a path is what the short output says is on the heap', () => {
    for (const [program, modes] of Object.entries(outputs)) {
      const [long, short] = [modes['-m=2 -l'], modes['-m -l']];
      if (!long || !short) continue;
      const file = { name: `${program}.go`, text: sourceOf(program) };
      const { picture } = buildReport([file], long.join('\n'), words.en);
      const ofHeap = new Set(
        short.flatMap((line) => {
          const found = /^(.*:\d+:\d+): (?:moved to heap: .*|.* escapes to heap)$/.exec(line);
          return found?.[1]?.startsWith(file.name) ? [found[1]] : [];
        }),
      );
      const withPath = new Set(
        long.flatMap((line) => /^(.*:\d+:\d+): .* escapes to heap(?: in .*)?:$/.exec(line)?.[1] ?? []),
      );
      // The reverse does not hold: the closure that a go statement is given has a path and no short line.
      for (const at of ofHeap) expect(withPath).toContain(at);
      const drawn = picture.walks.map(({ span }) => span!.line).sort();
      const expected = new Set(
        [...withPath].filter((at) => at.startsWith(file.name)).map((at) => Number(at.split(':')[1])),
      );
      expect(new Set(drawn)).toEqual(expected);
    }
  });
});

test('the newest compilers print no line of an unknown kind', () => {
  for (const version of ['1.26.8', '1.27rc1']) {
    const lines = Object.values(recorded(`outputs-${version}.json`)).flatMap((modes) =>
      MODES.flatMap((mode) => modes[mode] ?? []),
    );
    const unknown = parseBuildOutput(lines.join('\n')).lines.filter(({ code }) => code === 'other');
    expect(unknown.map(({ message }) => message)).toEqual([]);
  }
});

test('every text of the table is known by its words', () => {
  const t = escapeTexts;
  const texts: readonly (readonly [string, string])[] = [
    ['moved-to-heap', t.movedToHeap('x')],
    ['escapes-to-heap', t.escapesToHeap('&T{...}')],
    ['escapes-to-heap', t.appendEscapes()],
    ['does-not-escape', t.doesNotEscape('p')],
    ['does-not-escape', t.appendDoesNotEscape()],
    ['leaking-param', t.leakingParam('p')],
    ['leaking-param-content', t.leakingParamContent('p')],
    ['leaking-param-to-result', t.leakingParamToResult('p', '~r0', 0)],
    ['mutates-param', t.mutatesParam('p', 0)],
    ['calls-param', t.callsParam('f', 0)],
    ['param-does-not-escape-mutate-or-call', t.doesNotEscapeMutateOrCall('p')],
    ['assuming-unsafe-uintptr', t.assumingUnsafeUintptr('p')],
    ['marking-escaping-uintptr', t.markingEscapingUintptr('p')],
    ['marking-escaping-uintptr', t.markingEscapingUintptrs('p')],
    ['ignoring-self-assignment', t.ignoringSelfAssignment('(*T).f', 't.b = t.b[:n]')],
    ['zero-copy-conversion', t.zeroCopy()],
    ['devirtualizing', t.devirtualizing('x.M', 'T')],
    ['partially-devirtualizing', t.partiallyDevirtualizing('x.M', 'T')],
    ['cannot-devirtualize', t.cannotDevirtualizeReceiver('x.M()', 'T')],
    ['cannot-devirtualize', t.cannotDevirtualizeInterface('x.M()', 'T')],
    ['imprecise-call', t.impreciseCall()],
    ['kept-alive', t.keptAlive('main.n')],
    ['kept-alive', t.unknownToBloop()],
    ['skip-inlining', t.skipInlining('for b.Loop() { ... }')],
    ['bounds-check-elided', t.boundsCheckElided()],
    ['capturing', t.capturing('main', 'value', 'n', false, true, 8)],
    ['escapes-header', t.escapesHeader('x', 'main')],
    ['escapes-header', t.escapesHeaderOld('x')],
    ['parameter-leaks-header', t.parameterLeaks('p', '{heap}', 'f', 0)],
    ['parameter-leaks-header', t.parameterLeaksOld('p', '{heap}', 0)],
    ['flow', t.flow('p', '&', 'x')],
    ['flow', t.flowOld('p', '&', 'x')],
    ['from', t.from('&x', 'address-of', 'a.go:1:1')],
    ['truncated', t.truncated()],
  ];
  for (const [code, text] of texts) expect([code, codeOf(text)]).toEqual([code, code]);
  const functions = Object.entries(t).filter(([, text]) => typeof text === 'function' && text !== t.storageFor);
  expect(texts.length).toBe(functions.length);
});

test('positions: packages, Windows paths, no column, no position', () => {
  const { lines } = parseBuildOutput(
    [
      '# example.com/m/sub',
      'sub/s.go:3:8: moved to heap: n',
      'C:\\src\\m\\main.go:5:2: moved to heap: x',
      '<autogenerated>:1: leaking param content: .this',
      '../../pkg/mod/github.com/a/b@v1.2.3/b.go:9:14: leaking param: p',
      'go: downloading github.com/a/b v1.2.3',
    ].join('\r\n'),
  );
  expect(lines.map(({ at, code, package: pkg }) => [at && [at.file, at.line, at.col], code, pkg])).toEqual([
    [['sub/s.go', 3, 8], 'moved-to-heap', 'example.com/m/sub'],
    [['C:\\src\\m\\main.go', 5, 2], 'moved-to-heap', 'example.com/m/sub'],
    [['<autogenerated>', 1, 0], 'leaking-param-content', 'example.com/m/sub'],
    [['../../pkg/mod/github.com/a/b@v1.2.3/b.go', 9, 14], 'leaking-param', 'example.com/m/sub'],
    [null, 'other', 'example.com/m/sub'],
  ]);
});

test('two packages with a file of the same name: the longer path decides', () => {
  const files = [
    { name: 's.go', text: 'package other\n' },
    { name: 'sub/s.go', text: 'package sub\n\nfunc F(n int) *int { return &n }\n' },
  ];
  const output =
    '# m/sub\nsub/s.go:3:8: moved to heap: n\n./gone.go:1:1: moved to heap: x\n./s.go:40:1: moved to heap: y\n';
  const { says, unplaced } = buildReport(files, output, words.en);
  expect(says.map(({ file, line }) => [file, line])).toEqual([['sub/s.go', 3]]);
  expect(unplaced.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'file'],
    [4, 'line'],
  ]);
});

describe('pasted sources', () => {
  const names = (pasted: string, output = '') => splitFiles(pasted, output).map(({ name, text }) => [name, text]);

  test('parts below markers', () => {
    expect(names('-- a.go --\npackage a\n-- sub/b.go --\r\npackage b\n')).toEqual([
      ['a.go', 'package a'],
      ['sub/b.go', 'package b\n'],
    ]);
  });

  test('one file takes the name that the output is about', () => {
    expect(names('package a\n', './x/a.go:1:1: can inline f\n<autogenerated>:1: p does not escape\n')).toEqual([
      ['x/a.go', 'package a\n'],
    ]);
    expect(names('package a\n')[0]![0]).toBe('main.go');
    expect(names('  \n')).toEqual([]);
  });

  test('what is marked is read back', () => {
    const files = [
      { name: 'a.go', text: 'package a\n' },
      { name: 'b.go', text: 'package b' },
    ];
    expect(splitFiles(files.map(marked).join(''), '').map(({ name }) => name)).toEqual(['a.go', 'b.go']);
  });
});
