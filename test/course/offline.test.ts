/** The service worker's list: every file by the hash of its content, and nothing that changes without its file. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { siteFiles, workerText } from '../../tools/offline.ts';

const template = readFileSync(new URL('../../tools/service-worker.js', import.meta.url), 'utf8');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'en/lessons/frames'), { recursive: true });
  mkdirSync(join(folder, '_'));
  for (const path of ['en/index.html', 'en/lessons/frames/index.html', '_/a.js', 'sw.js', 'offline.json'])
    writeFileSync(join(folder, path), path);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('names all files but its own, with slashes', () => {
  expect(siteFiles(folder).map(({ path }) => path)).toEqual([
    '_/a.js',
    'en/index.html',
    'en/lessons/frames/index.html',
  ]);
});

it('changes with the content, and only with it', () => {
  const before = siteFiles(folder);
  writeFileSync(join(folder, 'en/index.html'), 'edited');
  const changed = siteFiles(folder).filter(({ hash }, index) => hash !== before[index]!.hash);
  expect(changed.map(({ path }) => path)).toEqual(['en/index.html']);
});

it('fills the worker: a shell for the first visit, lessons when they are opened', () => {
  const text = workerText(template, siteFiles(folder));
  const list = (name: string) => JSON.parse(new RegExp(`const ${name} = (.*);`).exec(text)![1]!) as object;
  expect(Object.keys(list('FILES'))).toHaveLength(3);
  expect(list('SHELL')).toEqual(['_/a.js', 'en/index.html']);
});
