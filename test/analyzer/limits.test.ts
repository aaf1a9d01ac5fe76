// What the compiler refuses only after checking: refused by name, since it is not answered and not well-formed either.
import { expect, test } from 'vitest';
import { FactsCache, loadFacts } from '../../src/analyzer/importer/index.ts';
import { analyze } from '../../src/analyzer/index.ts';
import { nodeHost } from '../../src/cli/host.ts';

const cache = new FactsCache();

async function refusal(text: string): Promise<string | undefined> {
  const importer = await loadFacts(nodeHost, '1.26', [], cache);
  return analyze([{ name: 'x.go', text: `package p\n\n${text}\n` }], { importer }).unsupported?.what;
}

test.each([
  ['var c chan [1 << 16]byte', 'channel elements of 64 kB and more'],
  ['type T struct{ a [1 << 16]byte }\n\nfunc f() { _ = make(chan T) }', 'channel elements of 64 kB and more'],
  ['type V [1 << 50]byte', 'types larger than the address space'],
  ['import "C"', 'cgo: import "C"'],
])('%s', async (text, what) => {
  expect(await refusal(text)).toContain(what);
});

test.each(['var c chan [1<<16 - 1]byte', 'var p *[1 << 40]byte', 'func f[T any](c chan T, t [8]T) {}'])(
  '%s is answered',
  async (text) => {
    expect(await refusal(text)).toBeUndefined();
  },
);
