/** Every check by name: a whole pack, one thing spoilt, and the place where it is reported. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeHost } from '../../src/cli/host.ts';
import { readYaml } from '../../src/cli/pack_yaml.ts';
import { CourseEngine } from '../../src/course/engine.ts';
import { checkPack } from '../../src/course/pack/check.ts';
import { CHECKS, type CheckName, type PackProblem } from '../../src/course/pack/checks.ts';
import { type PackFile, packLimits } from '../../src/course/pack/files.ts';
import { newPack } from '../../src/course/pack/skeleton.ts';
import type { Report } from '../../src/course/report.ts';
import { words } from '../../src/course/words/index.ts';
import { schemaFiles } from '../../tools/pack-schema.ts';

type Files = Record<string, string>;

const engine = new CourseEngine(nodeHost);
const whole: Files = newPack('whole', '0.1.0');

function listing(files: Files, extra: readonly PackFile[] = [], cut = false) {
  const own = Object.entries(files).map(
    ([path, text]): PackFile => ({ path, type: 'file', bytes: Buffer.byteLength(text), text }),
  );
  return { files: [...own, ...extra], cut };
}

async function problemsOf(
  files: Files,
  extra: readonly PackFile[] = [],
  cut = false,
  stop = () => false,
  change: (report: Report) => Report = (report) => report,
): Promise<readonly PackProblem[]> {
  const { problems } = await checkPack(listing(files, extra, cut), {
    yaml: readYaml,
    report: async (file, text, goVersion) => change(await engine.report({ file, text, words: words.en, goVersion })),
    engineVersion: '0.1.0',
    stop,
  });
  return problems;
}

/** The pack with `from` replaced by `to` in one file; `from` must be there. */
function spoilt(path: string, from: string, to: string): Files {
  const text = whole[path]!;
  expect(text).toContain(from);
  return { ...whole, [path]: text.replace(from, () => to) };
}

/** Line and column, from 1, of `piece` in the text of `path`. */
function where(files: Files, path: string, piece: string): string {
  const at = files[path]!.indexOf(piece);
  expect(at, `${path} has ${piece}`).toBeGreaterThanOrEqual(0);
  const before = files[path]!.slice(0, at).split('\n');
  return `${path}:${before.length}:${before.at(-1)!.length + 1}`;
}

const Q = 'questions/first.yaml';
const T = 'questions/first.en.yaml';
const L = 'lessons/en/first.md';
const M = 'pack.yaml';
const O = 'outline.yaml';
const LEAVES = 'programs/leaves.go';
const V = 'variants/first.yaml';

const PLACED = `kind: predict-placement
    places: [{ id: v, mark: $v, in: '$v := 1', belief: $belief }]
    reason: { about: v, options: [returned, stays-inside, address-means-heap] }`;
const EQUAL = `kind: choose-reason
    mark: $v
    in: '$v := 1'
    lures: { stays-inside: $belief }
    options: [returned, returned, stays-inside]`;

/** check · file · what stands there · what is put there · at what piece of the spoilt text it is reported, in which file. */
const spoils: readonly (readonly [CheckName, string, string, string, string, string?])[] = [
  ['schema', M, "go: '1.26'", "go: '1.26'\ncolour: red", 'colour'],
  ['schema', M, 'version: 0.1.0', 'version: one', 'one'],
  ['schema', Q, 'goal: stack', 'goal: moon', 'moon'],
  ['schema', T, '  after: The line', '  afterwards: The line', 'afterwards'],
  ['go-version', M, "'1.26'", "'1.9'", "'1.9'"],
  ['engine-version', M, 'engine: 0.1.0', 'engine: 0.2.0', '0.2.0'],
  ['yaml-syntax', Q, 'program: leaves', 'program: [leaves', 'places:'],
  ['yaml-syntax', Q, 'program: leaves', 'program: leaves\n  program: stays', 'program: stays'],
  ['yaml-syntax', Q, 'program: leaves', 'program: !!js/function leaves', '!!js'],
  ['yaml-aliases', M, 'objectives:', 'elsewhere: &a [b]\nobjectives: *a\nx:', '*a'],
  [
    'duplicate-lesson',
    O,
    '    - { id: first',
    '    - { id: first, title: { en: x } }\n    - { id: first',
    'first, title: { en: An',
  ],
  ['lesson-not-in-outline', O, 'id: first', 'id: other', '---', L],
  ['lesson-missing', O, '    - { id: first', '    - { id: more, title: { en: x } }\n    - { id: first', 'more'],
  ['lesson-front-matter', L, '---\ntitle', 'title', 'title'],
  ['schema', L, 'minutes: 10', 'minutes: ten', 'ten'],
  ['code-not-closed', L, '## What decides', '```\n## What decides', '```'],
  ['code-not-closed', L, 'Follow the address.', 'Follow `the address.', '`the'],
  ['code-not-closed', L, 'Follow the address.', '- a\n  ~~~\nFollow', '  ~~~'],
  ['raw-html', L, 'Follow the address.', 'Follow <b>the</b> address.', '<b>'],
  ['raw-html', L, 'Follow the address.', 'Follow <!-- --> it.', '<!--'],
  ['unsafe-address', L, 'Follow the address.', '[x](javascript:alert(1))', 'javascript'],
  ['dead-link', L, 'Follow the address.', '[x](../elsewhere/)', '../elsewhere'],
  ['dead-link', L, 'Follow the address.', '[x](#nowhere)', '#nowhere'],
  ['path-traversal', L, 'Follow the address.', '[x](../../../../secret)', '../'],
  ['path-traversal', L, 'Follow the address.', '[x](/etc/passwd)', '/etc'],
  ['path-traversal', Q, 'program: leaves', 'program: ../../leaves', '../../leaves'],
  ['missing-alt-text', L, 'Follow the address.', '![](https://example.org/x.png)', '![]'],
  ['unknown-directive', L, '::predict{id=two}', '::predicted{id=two}', '::predicted'],
  ['unknown-directive', L, '::predict{id=two}', '::predict{name=two}', '::predict'],
  ['unknown-term', L, 'Follow the address.', 'Follow :term[it]{id=address}.', ':term'],
  ['duplicate-id', Q, 'id: line', 'id: two', 'two\n  revision: 1\n  kind: find'],
  ['questions-without-lesson', O, 'first', 'first', '#', 'questions/lost.yaml'],
  ['unknown-question', L, '::ask{id=line}', '::ask{id=lines}', '::ask{id=lines}'],
  ['question-not-placed', L, '::ask{id=line}\n', '', 'line\n', Q],
  ['question-placed-twice', L, '::ask{id=line}', '::ask{id=line}\n\n::ask{id=line}', '::ask{id=line}\n\n## '],
  ['question-order', L, '::ask{id=slot}\n\n::ask{id=count}', '::ask{id=count}\n\n::ask{id=slot}', '::ask{id=count}'],
  ['wrong-place-for-kind', L, '::predict{id=two}', '::ask{id=two}', '::ask{id=two}'],
  ['later-kind', Q, 'kind: find-line', 'kind: trace-output', 'trace-output'],
  [
    'course-kind',
    Q,
    'kind: find-line\n  program: leaves\n  mark: n\n  in: n := 1',
    "kind: fix-function\n  program: leaves\n  go: '1.26'\n  function: main\n  budget: { allocations: 0 }\n  kept: [main]\n  work: [n]\n  solutions: [a, b]\n  lessons: [first]",
    'fix-function',
  ],
  ['missing-words', T, 'line:\n', 'lines:\n', 'line\n', Q],
  ['unused-words', T, 'line:\n', 'lines:\n', 'lines:'],
  ['negated-stem', T, 'Which line sends `n` to the heap?', 'Which line does NOT send it?', 'Which line does NOT'],
  ['negated-stem', T, 'Which line sends `n` to the heap?', 'Which line is not about it?', 'Which line is not'],
  ['option-without-lure', Q, "  lures: { '1': new-means-heap }\n", '', 'count\n'],
  ['lure-without-refutation', Q, "'1': new-means-heap", "'1': invented", 'invented'],
  ['key-refused', Q, "'1': new-means-heap", "'0': new-means-heap", 'count\n'],
  ['lure-without-option', Q, "'1': new-means-heap", 'one: new-means-heap', 'new-means-heap }'],
  [
    'duplicate-question',
    Q,
    'of: slot-bytes\n  size: 20\n  pointers: false',
    'of: heap-places\n  program: stays',
    'count\n',
  ],
  ['unknown-program', Q, 'program: leaves', 'program: gone', 'gone'],
  ['wide-program', LEAVES, 'm := 2', `m := 2 // ${'x'.repeat(40)}`, '\tm := 2'],
  ['program-does-not-compile', LEAVES, 'q := &m', 'q := &missing', 'missing'],
  ['schema', V, 'level: 1', 'level: 9', '9\n'],
  ['variant-lesson', V, 'lesson: first', 'lesson: none', 'none'],
  ['variant-slot', V, 'v: [n, m, k]', 'v: [n, m, k]\n    w: [a, b]', 'leave-or-not'],
  ['variant-slot', V, '$v := 1\n    \tp', '$missing := 1\n    \tp', 'leave-or-not'],
  ['variant-broken', V, 'p := &$v', 'p := $v', 'leave-or-not'],
  ['variant-one-answer', V, "res: int, out: '*p', use: f()", "res: '*int', out: '(p)', use: '*f()'", 'leave-or-not'],
  ['variant-equal-options', V, PLACED, EQUAL, 'leave-or-not'],
  ['variant-belief', V, 'beliefs: [locals', 'beliefs: [closures-allocate, locals', 'closures-allocate'],
  ['mark-not-found', Q, 'in: m := 2', 'in: m := 7', 'm := 7'],
  ['mark-ambiguous', Q, 'mark: m, in: m := 2', 'mark: m', 'm, belief'],
  ['mark-without-place', Q, 'mark: new(int)', "mark: '*p = 4'", "'*p = 4'"],
  [
    'key-refused',
    Q,
    'options: [stays-inside, new-means-heap, returned]',
    'options: [size, new-means-heap, returned]',
    'why\n',
  ],
  ['key-refused', Q, 'goal: stack', 'goal: heap', 'kept\n'],
  [
    'recorded-missing',
    Q,
    'of: slot-bytes\n  size: 20\n  pointers: false',
    "of: recorded\n  program: stays\n  after: x\n  go: '1.26'",
    'recorded\n',
  ],
];

const choice = `- id: pick
  revision: 1
  kind: choice
  options: [one, two, three]
  truth: [one]
  source: A paper
  go: '1.26'
  lures: { two: exact-size, three: exact-size }
`;
const picked = `pick:
  ask: What is it?
  hints: []
  after: So it is.
  options: { one: This, two: That, three: Those }
`;
const withChoice: Files = {
  ...whole,
  [Q]: `${whole[Q]}\n${choice}`,
  [T]: `${whole[T]}${picked}`,
  [L]: `${whole[L]}\n::ask{id=pick}\n`,
};

async function expectOne(files: Files, check: CheckName, at: string): Promise<void> {
  const problems = await problemsOf(files);
  const places = problems.filter((each) => each.check === check).map(({ file, line, col }) => `${file}:${line}:${col}`);
  expect(places, JSON.stringify(problems)).toContain(at);
}

test('a new pack is fine', async () => {
  expect(await problemsOf(whole)).toEqual([]);
  expect(await problemsOf(withChoice)).toEqual([]);
});

describe('one thing spoilt', () => {
  test.each(spoils.map((spoil) => [spoil[0], spoil[1], spoil] as const))('%s: %s', async (_, __, spoil) => {
    const [check, path, from, to, piece, file = path] = spoil;
    const files = { ...spoilt(path, from, to), 'questions/lost.yaml': '# nothing\n[]\n' };
    if (check !== 'questions-without-lesson') delete (files as Partial<Files>)['questions/lost.yaml'];
    await expectOne(files, check, where(files, file, piece));
  });

  test.each<readonly [CheckName, string, string, string, string]>([
    ['option-count', Q, '[one, two, three]', '[one, two]', '[one, two]'],
    ['option-without-lure', Q, ', three: exact-size', '', 'three]'],
    ['lure-without-option', Q, 'three: exact-size', 'four: exact-size', 'exact-size }\n'],
    ['stated-without-source', Q, 'source: A paper', "source: ''", "''\n  go"],
    ['missing-words', T, ', three: Those', '', ''],
    ['all-of-the-above', T, 'three: Those', 'three: All of the above', 'All of'],
  ])('%s in a choice', async (check, path, from, to, piece) => {
    const files = { ...withChoice, [path]: withChoice[path]!.replace(from, to) };
    expect(files[path]).not.toBe(withChoice[path]);
    const at = piece === '' ? where(files, Q, 'three]') : `${path}:${lastPlace(files[path]!, piece)}`;
    await expectOne(files, check, at);
  });
});

function lastPlace(text: string, piece: string): string {
  const before = text.slice(0, text.lastIndexOf(piece)).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

describe('files', () => {
  const file = (path: string, more: Partial<PackFile> = {}): PackFile => ({ path, type: 'file', bytes: 1, ...more });
  test.each<readonly [CheckName, PackFile]>([
    ['symbolic-link', file('programs/link.go', { type: 'link' })],
    ['unexpected-file', file('run.sh')],
    ['unexpected-file', file('programs/pipe.go', { type: 'other' })],
    ['path-traversal', file('programs/../../x.go')],
    ['file-too-large', file('programs/big.go', { bytes: packLimits.textBytes + 1 })],
    ['not-text', file('programs/binary.go', { text: '', binary: true })],
    ['code-in-safe-pack', file('lessons/en/other.mdx', { text: 'import x from "y"\n' })],
    ['unused-program', file('programs/alone.go', { text: 'package main\n\nfunc main() {}\n' })],
    ['duplicate-program', file('programs/twin.go', { text: whole[LEAVES]! })],
    ['few-questions', file('lessons/en/empty.md', { text: '---\ntitle: x\nlede: y\nminutes: 1\n---\n' })],
  ])('%s', async (check, extra) => {
    const problems = await problemsOf(whole, [extra]);
    const found = problems.filter((each) => each.check === check);
    const at = check === 'few-questions' ? 'questions/empty.yaml' : extra.path;
    expect(
      found.map((each) => each.file),
      JSON.stringify(problems),
    ).toEqual([at]);
  });

  test('too many, too large, no manifest, no time', async () => {
    expect((await problemsOf(whole, [], true)).map(({ check }) => check)).toEqual(['too-many-files']);
    const large = await problemsOf(whole, [file('images/x.png', { bytes: packLimits.packBytes })]);
    expect(large.map(({ check }) => check).sort()).toEqual(['file-too-large', 'pack-too-large']);
    const { [M]: _manifest, ...rest } = whole;
    expect((await problemsOf(rest)).map(({ check }) => check)).toEqual(['manifest-missing']);
    expect((await problemsOf(whole, [], false, () => true)).map(({ check }) => check)).toContain('out-of-time');
  });

  test('few kinds: from the second lesson on three', async () => {
    const outline = whole[O]!.replace('    - { id: first', '    - { id: zero, title: { en: z } }\n    - { id: first');
    const few = whole[Q]!.replace(/- id: why[\s\S]*?(?=- id: kept)/, '').replace(/- id: slot[\s\S]*/, '');
    expect((await problemsOf({ ...whole, [O]: outline })).map(({ check }) => check)).toEqual(['lesson-missing']);
    const two = few.replace(/- id: line[\s\S]*?(?=- id: kept)/, '');
    expect((await problemsOf({ ...whole, [O]: outline, [Q]: two })).map(({ check }) => check)).toContain('few-kinds');
    expect((await problemsOf({ ...whole, [Q]: two })).map(({ check }) => check)).not.toContain('few-kinds');
  });
});

test.each<readonly [CheckName, Partial<Report>, string]>([
  ['program-not-supported', { status: 'unsupported', unsupported: { line: 3, col: 2, message: 'x' } }, '3:2'],
  ['program-too-expensive', { status: 'timeout', limit: 'steps' }, '1:1'],
])('%s, once for each program and not again for its questions', async (check, change, at) => {
  const problems = await problemsOf(whole, [], false, undefined, (report) => ({ ...report, ...change }));
  expect(problems.map((each) => `${each.check} ${each.file}:${each.line}:${each.col}`)).toEqual([
    `${check} ${LEAVES}:${at}`,
    `${check} programs/stays.go:${at}`,
    `variant-broken ${V}:2:7`,
  ]);
});

test('all problems at once, in order of file and place', async () => {
  const files = {
    ...whole,
    [Q]: whole[Q]!.replace('program: leaves', 'program: gone').replace('goal: stack', 'goal: moon'),
    [L]: whole[L]!.replace('Follow', '<i>Follow'),
  };
  const problems = await problemsOf(files);
  const checks = problems.map(({ check }) => check);
  for (const check of ['raw-html', 'unknown-program', 'schema'] as const) expect(checks).toContain(check);
  const places = problems.map(({ file, line, col }) => [file, line, col] as const);
  expect(places).toEqual(
    places.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) || a[1] - b[1] || a[2] - b[2]),
  );
});

describe('the list of checks', () => {
  const tested = new Set<CheckName>();
  beforeAll(() => {
    const source = readFileSync(fileURLToPath(import.meta.url), 'utf8');
    const hostile = readFileSync(new URL('pack-hostile.test.ts', import.meta.url), 'utf8');
    for (const name of Object.keys(CHECKS) as CheckName[])
      if ((source + hostile).includes(`'${name}'`)) tested.add(name);
  });
  test('at least 25, each with a test', () => {
    expect(Object.keys(CHECKS).length).toBeGreaterThanOrEqual(25);
    expect(Object.keys(CHECKS).filter((name) => !tested.has(name as CheckName))).toEqual([]);
  });
});

test('the published JSON Schemas are current', () => {
  for (const [name, text] of Object.entries(schemaFiles()))
    expect(JSON.parse(readFileSync(new URL(`../../public/schema/${name}`, import.meta.url), 'utf8')), name).toEqual(
      JSON.parse(text),
    );
});
