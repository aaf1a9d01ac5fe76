/** What the card of the project promises: folders and files, the libraries in real use, and lessons that are alive. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outline, questionsOf } from '../../src/components/build/content.ts';
import { pose } from '../../src/components/build/pose.ts';
import { isFixFunction, isPlaced } from '../../src/course/kinds/schemas.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(text('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

test.each([
  'package.json',
  'astro.config.mjs',
  'src/content',
  'src/components',
  'src/analyzer',
  'public',
  'test',
  'README.md',
])('%s exists', (path) => {
  expect(existsSync(join(root, path))).toBe(true);
});

describe('direct dependencies in real use', () => {
  test.each([
    ['astro', 'src/content.config.ts', /from 'astro:content'/],
    ['@astrojs/mdx', 'astro.config.mjs', /integrations: \[mdx\(/],
    ['web-tree-sitter', 'src/analyzer/syntax/treesitter.ts', /from 'web-tree-sitter'/],
    ['tree-sitter-go', 'src/components/build/engine.ts', /node_modules\/tree-sitter-go\/tree-sitter-go\.wasm/],
    ['shiki', 'src/components/build/highlight.ts', /from 'shiki/],
    ['vitest', 'vitest.config.ts', /from 'vitest\/config'/],
  ])('%s', (name, file, use) => {
    expect({ ...manifest.dependencies, ...manifest.devDependencies }).toHaveProperty([name]);
    expect(text(file)).toMatch(use);
  });
});

const lessons = outline('en').flatMap((module) => module.lessons.map(({ id }) => ({ id, module: module.id })));

test('there are 28 lessons, each an MDX file', () => {
  expect(lessons).toHaveLength(28);
  const files = readdirSync(join(root, 'src/content/lessons/en')).sort();
  expect(files).toEqual(lessons.map(({ id }) => `${id}.mdx`).sort());
});

test.each(lessons)('lesson $id has a live component that analyzer or model feeds', async ({ id }) => {
  const placed = [...text(`src/content/lessons/en/${id}.mdx`).matchAll(/<(?:Ask|Predict) id="[\w-]+\/([\w-]+)"/g)];
  const fed: string[] = [];
  for (const entry of questionsOf(id)) {
    const { question } = entry;
    if (!placed.some(([, name]) => name === question.id) || isFixFunction(question)) continue;
    // A question on the program itself has the engine's verdicts for its key.
    if (isPlaced(question)) fed.push(question.id);
    else if (['engine', 'model'].includes((await pose(entry, 'en')).key.source.by)) fed.push(question.id);
  }
  expect(fed).not.toEqual([]);
});

test('frames, escape cases, allocator and stack growth have lessons', () => {
  const inModule = (module: string) => lessons.filter((lesson) => lesson.module === module).map(({ id }) => id);
  expect(inModule('A')).toContain('frames');
  expect(inModule('B')).toEqual(expect.arrayContaining(['flow', 'calls', 'containers', 'closures', 'interfaces']));
  expect(inModule('C')).toEqual(expect.arrayContaining(['slots', 'classes', 'tiny', 'sweep']));
  expect(inModule('D')).toEqual(expect.arrayContaining(['prologue', 'hot-split', 'shrinking']));
});
