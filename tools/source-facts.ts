/**
 * Packages that the facts do not hold in full, from GOROOT's source: declarations by the checker, tags by our own
 * escape analysis of the package. For the compiler's tests, which may import internal packages.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../src/analyzer/base/pos.ts';
import type { FunctionFacts } from '../src/analyzer/importer/functions.ts';
import { type FactsCache, type FactsImporter, loadFacts } from '../src/analyzer/importer/index.ts';
import { analyze, importsOf } from '../src/analyzer/index.ts';
import { rememberingSizes } from '../src/analyzer/types/sizes.ts';
import { readProgram } from '../src/cli/files.ts';
import { nodeHost } from '../src/cli/host.ts';
import { SourceImporter } from '../src/cli/source_importer.ts';

const insider = { ...nodeHost, whole: true };

/** An importer for `imports` that takes internal packages from source, and the internal ones that those import. */
export async function withSource(
  goroot: string,
  imports: readonly string[],
  cache: FactsCache,
): Promise<FactsImporter> {
  const sources = new Map<string, readonly SourceText[]>();
  const others = new Set<string>();
  const visit = (path: string): void => {
    if (!path.includes('internal/') || !existsSync(join(goroot, 'src', path))) others.add(path);
    if (others.has(path) || sources.has(path)) return;
    const { files } = readProgram([join(goroot, 'src', path)], '1.26');
    for (const imported of importsOf(files)) visit(imported);
    // After what it imports, which is analysed first.
    sources.set(path, files);
  };
  imports.forEach(visit);
  const facts = await loadFacts(insider, '1.26', others, cache);
  if (sources.size === 0) return facts;

  const list = (path: string): readonly SourceText[] | undefined => sources.get(path);
  const source = new SourceImporter(list, { sizes: rememberingSizes(), goVersion: 'go1.26', rest: facts });
  const tags = new Map<string, readonly string[]>();
  const importer: FactsImporter = {
    import: (path) => source.import(path),
    factsOf: (func) => {
      const notes = tags.get(`${func.pkg?.path}.${func.name}`);
      return notes === undefined ? facts.factsOf(func) : { ...noFacts, notes };
    },
    depthOf: (obj) => (sources.has(obj.pkg?.path ?? '') ? 'full' : facts.depthOf(obj)),
    bodyOf: (func) => facts.bodyOf(func),
    placeOf: (pos) => facts.placeOf(pos),
    tagOf: (func) => facts.tagOf(func),
  };
  for (const [path, files] of sources) {
    const analysis = analyze(files, { importer, inline: false, pkgPath: path });
    for (const fn of analysis.functions) tags.set(`${path}.${fn.name}`, fn.tags);
  }
  return importer;
}

const noFacts: FunctionFacts = {
  notes: [],
  cost: -1,
  noBody: false,
  noescape: false,
  noinline: false,
  uintptrKeepAlive: false,
  uintptrEscapes: false,
  delayResults: false,
};
