/**
 * The import law of the house, as a readable partial order. A folder may import itself, what stands in its own line and
 * what those lines may import in turn. Do not relax a line to fix a build: move the code to where it belongs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const LAW: Readonly<Record<string, readonly string[]>> = {
  'analyzer/base': [],
  'analyzer/analysis': ['analyzer/base'],
  'analyzer/syntax': ['analyzer/base'],
  'analyzer/types': ['analyzer/syntax'],
  'analyzer/ir': ['analyzer/types'],
  'analyzer/importer': ['analyzer/ir'],
  'analyzer/inline': ['analyzer/ir'],
  'analyzer/escape': ['analyzer/ir', 'analyzer/analysis'],
  'analyzer/index': ['analyzer/importer', 'analyzer/inline', 'analyzer/escape'],
  'runtime/base': [],
  'runtime/allocator': ['runtime/base'],
  'runtime/stack': ['runtime/base'],
  runtime: ['analyzer/index', 'runtime/allocator', 'runtime/stack'],
  course: ['runtime'],
  worker: ['course'],
  cli: ['course'],
  components: ['course', 'worker'],
  content: ['course'],
  pages: ['components', 'content'],
};

/** Folders that run anywhere: no platform, no package, no clock, no chance. */
const PURE = ['analyzer', 'runtime', 'course'];
const PACKAGES_ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'analyzer/syntax': ['web-tree-sitter'],
  course: ['zod'],
};
const IMPURE =
  /(?<![.\w])(?:Date\.now|new Date|Math\.random|performance\.now|setTimeout|(?:await|return) fetch\(|process\.|globalThis\.)/;

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|astro|mdx)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'));

/** The longest line of the law that `path` (relative to src) falls under. */
function folderOf(path: string): string | undefined {
  const bare = path.replace(/\.(?:ts|astro|mdx)$/, '');
  return Object.keys(LAW)
    .filter((folder) => bare === folder || bare.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function mayImport(from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  seen.add(from);
  return LAW[from]!.some((next) => !seen.has(next) && mayImport(next, to, seen));
}

const IMPORT =
  /^\s*(?:import|export)\s[^;'"`=]*?\bfrom\s*['"]([^'"\n]+)['"]|^\s*import\s+['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function complaintsAbout(path: string): string[] {
  const from = folderOf(path);
  if (!from)
    return path === 'content.config.ts' || path === 'env.d.ts' ? [] : [`${path}: belongs to no folder of the law`];
  const text = readFileSync(join(root, path), 'utf8');
  const pure = PURE.includes(path.split('/')[0]!);
  const complaints: string[] = [];
  for (const name of importsOf(text)) {
    if (name.startsWith('.')) {
      const target = relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/');
      const to = folderOf(target.replace(/\?.*$/, ''));
      if (to && !mayImport(from, to)) complaints.push(`${path}: ${from} must not import ${to} (${name})`);
      if (pure && target.startsWith('..')) complaints.push(`${path}: leaves src (${name})`);
    } else if (pure && !(PACKAGES_ALLOWED[from] ?? []).includes(name)) {
      complaints.push(`${path}: a pure folder must not import ${name}`);
    }
  }
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  if (pure && IMPURE.test(code)) complaints.push(`${path}: uses ${IMPURE.exec(code)![0]}`);
  return complaints;
}

test('every import follows the law', () => {
  expect(files.flatMap(complaintsAbout)).toEqual([]);
});

test('the law has no cycle', () => {
  const cyclic = Object.keys(LAW).filter((folder) =>
    LAW[folder]!.some((next) => next !== folder && mayImport(next, folder)),
  );
  expect(cyclic).toEqual([]);
});
