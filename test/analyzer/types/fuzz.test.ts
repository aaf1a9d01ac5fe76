import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chance, mutateBytes, mutateTokens } from '../../../tools/syntax-mutate.ts';
import { mutateSyntax } from '../../../tools/types-mutate.ts';
import { typesFuzzer } from '../../../tools/typesfuzzer.ts';

const folder = new URL('../../testdata/programs/', import.meta.url);

test('the checker answers broken programs, soon', async () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.go'))
    .sort();
  expect(names.length).toBeGreaterThan(50);
  const checkOne = await typesFuzzer();
  const random = chance(20261121);
  const failures: string[] = [];
  for (let i = 0; i < 1500; i++) {
    const name = names[random(names.length)]!;
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const mutant =
      i % 4 === 0
        ? mutateBytes(bytes, random)
        : i % 4 === 1
          ? Buffer.from(mutateTokens(Buffer.from(bytes).toString(), random))
          : (mutateSyntax(bytes, random) ?? bytes);
    const { ms, failure } = checkOne(mutant);
    if (failure) failures.push(`${name} #${i}: ${failure}`);
    else if (ms > 2000) failures.push(`${name} #${i}: ${ms} ms`);
  }
  expect(failures).toEqual([]);
});
