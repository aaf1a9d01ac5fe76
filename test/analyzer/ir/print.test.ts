/** Expressions as the compiler's IR printer shows them, recorded from -m (tools/proof-ir.ts --record). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { positionOf } from '../../../src/analyzer/base/pos.ts';
import { FactsCache } from '../../../src/analyzer/importer/index.ts';
import { nodeString } from '../../../src/analyzer/ir/fmt.ts';
import { builtFunctions } from '../../../tools/irtrees.ts';
import { expressionsFile, printedFile } from '../../../tools/proof-ir.ts';

const text = readFileSync(expressionsFile, 'utf8');
const printed = JSON.parse(readFileSync(printedFile, 'utf8')) as Readonly<Record<string, string>>;

test('values assigned to an interface', async () => {
  const built = await builtFunctions(expressionsFile, text, new FactsCache());
  if (typeof built === 'string') throw new Error(built);
  const body = built.funcs.find((fn) => fn.nname.sym.name === 'expressions')!.body;
  const ours: Record<string, string> = {};
  for (const n of body) {
    if (n.op !== 'OAS' || n.y === null) continue;
    const { line } = positionOf(built.set, n.pos)!;
    if (printed[line] !== undefined) ours[line] = nodeString(n.y, built.noder);
  }
  expect(Object.keys(ours).length).toBeGreaterThan(80);
  expect(ours).toEqual(printed);
});
