// Types and constant values of every expression, against go/types.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare, goroot, reference, stdImporter } from '../../tools/typesdump.ts';

const folder = fileURLToPath(new URL('../testdata/programs', import.meta.url));
const programs = readdirSync(folder)
  .filter((name) => name.endsWith('.go'))
  .map((name) => join(folder, name));
const std = [
  'errors',
  'sort',
  'strings',
  'strconv',
  'bytes',
  'slices',
  'maps',
  'sync',
  'fmt',
  'container/list',
  'unicode/utf8',
];

describe('types of expressions', () => {
  it('are those of go/types in all programs and in some std packages', () => {
    const root = goroot();
    const importer = stdImporter(root);
    const refs = reference([...programs, ...std.map((path) => join(root, 'src', path))]);
    expect(refs.length).toBe(programs.length + std.length);
    for (const ref of refs) {
      const result = compare(ref, importer);
      expect({ path: result.path, status: result.status, diff: result.diff.slice(0, 5) }).toEqual({
        path: result.path,
        status: 'same',
        diff: [],
      });
      expect(result.total).toBeGreaterThan(0);
    }
  });
});
