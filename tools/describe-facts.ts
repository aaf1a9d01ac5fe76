/**
 * Prints the facts of a Go version as the importer reads them, in the form of `tools/stdfacts -describe`.
 *
 *   node tools/run.mjs tools/describe-facts.ts [1.26]
 */

import { type GoVersion, goVersions } from '../src/analyzer/base/versions.ts';
import { FactsCache, type FactsImporter, loadFacts } from '../src/analyzer/importer/index.ts';
import { exactString } from '../src/analyzer/types/constantfmt.ts';
import { methodAt, numMethods } from '../src/analyzer/types/named.ts';
import type { Func } from '../src/analyzer/types/object.ts';
import { objectString } from '../src/analyzer/types/objectstring.ts';
import type { Package } from '../src/analyzer/types/package.ts';
import { byPath } from '../src/analyzer/types/typestring.ts';
import { nodeHost } from '../src/cli/host.ts';

export async function describeFacts(version: GoVersion): Promise<string[]> {
  const index = JSON.parse(Buffer.from(await nodeHost.bytes(`${version}.json`)).toString()) as {
    packages: Record<string, unknown>;
  };
  const paths = Object.keys(index.packages);
  const importer = await loadFacts({ ...nodeHost, whole: true }, version, paths, new FactsCache());
  return paths.flatMap((path) => describePackage(importer, importer.import(path) as Package));
}

function describePackage(importer: FactsImporter, pkg: Package): string[] {
  const lines = [`package ${pkg.name} ${pkg.path}`];
  for (const name of pkg.scope.names()) {
    const obj = pkg.scope.lookup(name)!;
    const depth = importer.depthOf(obj);
    if (depth === 'name') {
      lines.push(`opaque ${pkg.path}.${obj.name}`);
      continue;
    }
    const text = objectString(obj, byPath);
    if (obj.kind === 'Const') lines.push(`${text} = ${exactString(obj.val!)}`);
    else if (obj.kind === 'Func') lines.push(`${text} ${factsText(importer, obj)}`);
    else lines.push(text);
    if (obj.kind === 'TypeName' && obj.typ!.kind === 'Named') {
      for (let i = 0; i < numMethods(obj.typ); i++) {
        const method = methodAt(obj.typ, i);
        lines.push(
          importer.depthOf(method) === 'name'
            ? `  ${method.name}`
            : `  ${objectString(method, byPath)} ${factsText(importer, method)}`,
        );
      }
    }
  }
  return lines;
}

function factsText(importer: FactsImporter, func: Func): string {
  const facts = importer.factsOf(func);
  if (!facts) return '-';
  const flags = [
    true,
    facts.noBody,
    facts.noescape,
    facts.noinline,
    facts.uintptrKeepAlive,
    facts.uintptrEscapes,
    facts.delayResults,
  ].reduce((sum, set, i) => sum + (set ? 1 << i : 0), 0);
  const notes = facts.notes.map((note) =>
    note === '' ? ' -' : ` [${[...note.slice('esc:'.length)].map((c) => c.charCodeAt(0)).join(' ')}]`,
  );
  return `cost ${facts.cost} flags ${flags} notes${notes.join('')}`;
}

if (import.meta.main) {
  const version = goVersions.find((known) => known === (process.argv[2] ?? '1.26'))!;
  process.stdout.write(`${(await describeFacts(version)).join('\n')}\n`);
}
