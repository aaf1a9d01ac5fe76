/** Walks the repository: line length, file length, words that must not stay, files that must not be there. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { missingEntries } from '../tools/lockfile.ts';

const MAX_LINE = 160;
/** A line that is one literal cannot be broken by a formatter. */
const ONE_LITERAL = /^\s*(?:return |\w+ :?= )?[`'"/].*[`'"/](?:\.split\(|[a-z]*[,;]?| \+ .*)?$/;
/** A file that grows past this is two ideas. Tables of data may be longer. */
const MAX_FILE = 400;
const LONG_TABLES = [
  /\/texts\//,
  /\/strings\//,
  /\/words\//,
  /\.css$/,
  /\.mdx?$/,
  /\.json$/,
  /^test\/testdata\//,
  /\.yaml$/,
  /^package-lock/,
];
const BANNED = /\b(?:TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-nocheck|\.only\(|debugger;/;
/** No file may know where somebody keeps this repository. */
const PLACES = /(?<![\w.])\/(?:work|home|Users|root)\/\w/;
const GENERATED = /^(?:public\/facts\/|test\/testdata\/|package-lock\.json|LICENSE)/;

const root = resolve(import.meta.dirname, '..');
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
const sources = listed
  .split('\n')
  .filter((path) => /\.(?:ts|mjs|astro|css|mdx?|json|yaml|go)$|^\.ci\/|^bin\//.test(path))
  .filter((path) => !GENERATED.test(path) && existsSync(join(root, path)));

function complain(check: (path: string, lines: string[]) => string[]): string[] {
  return sources.flatMap((path) => check(path, readFileSync(join(root, path), 'utf8').split('\n')));
}

test(`no line is longer than ${MAX_LINE} characters`, () => {
  const long = complain((path, lines) =>
    lines.flatMap((line, index) =>
      line.length > MAX_LINE && !ONE_LITERAL.test(line) && !LONG_TABLES.some((table) => table.test(path))
        ? [`${path}:${index + 1}: ${line.length}`]
        : [],
    ),
  );
  expect(long).toEqual([]);
});

test(`no file is longer than ${MAX_FILE} lines`, () => {
  const long = complain((path, lines) =>
    lines.length - 1 > MAX_FILE && !LONG_TABLES.some((table) => table.test(path))
      ? [`${path}: ${lines.length} lines`]
      : [],
  );
  expect(long).toEqual([]);
});

test('no leftover words', () => {
  const found = complain((path, lines) =>
    path === 'test/tidy.test.ts'
      ? []
      : lines.flatMap((line, index) => (BANNED.test(line) ? [`${path}:${index + 1}: ${BANNED.exec(line)![0]}`] : [])),
  );
  expect(found).toEqual([]);
});

test('no path of anybody’s machine', () => {
  const found = complain((path, lines) =>
    lines.flatMap((line, index) => (PLACES.test(line) ? [`${path}:${index + 1}`] : [])),
  );
  expect(found).toEqual([]);
});

test('the lockfile is complete for every platform and names no registry', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  expect(Object.keys(missingEntries(lock))).toEqual([]);
  expect(JSON.stringify(lock)).not.toContain('"resolved"');
});
