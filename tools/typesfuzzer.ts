/** One program through parser and checker, with what went wrong. */
import { readFileSync } from 'node:fs';
import { LimitReached } from '../src/analyzer/base/budget.ts';
import { makeFileSet } from '../src/analyzer/base/pos.ts';
import { Unsupported } from '../src/analyzer/base/unsupported.ts';
import { FactsCache, loadFacts } from '../src/analyzer/importer/index.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/index.ts';
import { rememberingSizes } from '../src/analyzer/types/sizes.ts';

export interface FuzzResult {
  readonly ms: number;
  /** What was thrown; null if the checker answered or refused in order. */
  readonly failure: string | null;
}

export async function typesFuzzer(): Promise<(bytes: Uint8Array) => FuzzResult> {
  const facts = new URL('../public/facts/', import.meta.url);
  const host = { bytes: async (name: string) => new Uint8Array(readFileSync(new URL(name, facts))) };
  const index = JSON.parse(readFileSync(new URL('1.26.json', facts), 'utf8')) as { packages: Record<string, unknown> };
  const importer = await loadFacts(host, '1.26', Object.keys(index.packages), new FactsCache());
  return (bytes) => {
    const start = performance.now();
    let failure: string | null = null;
    try {
      const set = makeFileSet([{ name: 'x.go', text: bytes }]);
      const parsed = parseSource(set.files[0]!, null);
      // Also trees with holes: an editor shows their types while a program is being written.
      check(set, [parsed.file], 'p', { importer, sizes: rememberingSizes(), goVersion: '' });
    } catch (error) {
      if (!(error instanceof Unsupported) && !(error instanceof LimitReached))
        failure = (error instanceof Error ? (error.stack ?? error.message) : String(error))
          .split('\n')
          .slice(0, 6)
          .join(' | ');
    }
    return { ms: performance.now() - start, failure };
  };
}
