// What go/types and gc said when the recordings were made (tools/record-types.ts).
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeFileSet, positionOf } from '../../../src/analyzer/base/pos.ts';
import { FactsCache, loadFacts } from '../../../src/analyzer/importer/index.ts';
import { importsOf } from '../../../src/analyzer/index.ts';
import { parseSource } from '../../../src/analyzer/syntax/parse.ts';
import { check } from '../../../src/analyzer/types/check.ts';
import { gcSizes } from '../../../src/analyzer/types/sizes.ts';
import { nodeHost } from '../../../src/cli/host.ts';
import { dumpTypes } from '../../../src/cli/types-dump.ts';

const testdata = fileURLToPath(new URL('../../testdata', import.meta.url));
const cache = new FactsCache();

function recorded(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

async function checked(folder: string, name: string, path: string) {
  const sources = [{ name, text: readFileSync(`${folder}/${name}`) }];
  const set = makeFileSet(sources);
  const { file, errors: syntax } = parseSource(set.files[0]!, null);
  const importer = await loadFacts(nodeHost, '1.26', importsOf(sources), cache);
  const config = { importer, sizes: gcSizes, goVersion: 'go1.26', ignoreBranchErrors: true };
  const result = check(set, [file], path, config);
  const all = [...syntax, ...result.errors].sort((a, b) => a.pos - b.pos);
  const errors = all.flatMap((e) => {
    const p = positionOf(set, e.pos)!;
    return `${p.file}:${p.line}:${p.col}: ${e.message}`.split('\n');
  });
  return {
    errors,
    lines: () => dumpTypes({ fileSet: set, files: [file], package: result.package, info: result.info }),
  };
}

describe('types of expressions', async () => {
  const byFile = new Map<string, string[]>();
  for (const line of recorded(`${testdata}/types/programs.txt`)) {
    const file = line.slice(0, line.indexOf(':'));
    byFile.set(file, [...(byFile.get(file) ?? []), line]);
  }
  for (const [name, want] of byFile) {
    it(name, async () => {
      const { errors, lines } = await checked(`${testdata}/programs`, name, 'main');
      expect(errors).toEqual([]);
      const got = lines().map(
        (l) => `${l.file}:${l.start}-${l.end} ${l.kind} ${l.type}${l.value === undefined ? '' : ` = ${l.value}`}`,
      );
      // Two lines of one place and type have no order in Go.
      expect(got.sort()).toEqual(want.sort());
    });
  }
});

describe('errors', () => {
  const folder = `${testdata}/types/errors`;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.go'))) {
    it(name, async () => {
      const { errors } = await checked(folder, name, 'p');
      expect(errors).toEqual(recorded(`${folder}/${name.replace(/\.go$/, '.txt')}`));
    });
  }
});
