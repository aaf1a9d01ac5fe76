/**
 * The directory tests of GOROOT/test that look at -m: several small packages, each compiled after those it imports.
 * Their expectations are those of the inliner; here every package is asked for `-m -l`, live, and has to agree line for
 * line. What one package says about its functions is what our own analysis of it found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceText } from '../src/analyzer/base/pos.ts';
import type { FunctionFacts } from '../src/analyzer/importer/functions.ts';
import { FactsCache, type FactsImporter, loadFacts } from '../src/analyzer/importer/index.ts';
import { analyze, importsOf } from '../src/analyzer/index.ts';
import { gcSizes } from '../src/analyzer/types/sizes.ts';
import { diagnosticLine } from '../src/cli/engine.ts';
import { nodeHost } from '../src/cli/host.ts';
import { SourceImporter } from '../src/cli/source_importer.ts';
import { compile, type Toolchain } from '../src/cli/toolchain.ts';

export interface DirectoryTest {
  /** Path of the folder below GOROOT/test. */
  readonly folder: string;
  readonly packages: readonly TestPackage[];
}

interface TestPackage {
  readonly path: string;
  readonly files: readonly string[];
}

/** Folders whose test has an errorcheck action with -m, in order of name. */
export function directoryTests(goroot: string): DirectoryTest[] {
  const root = join(goroot, 'test');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((entry) => entry.endsWith('.go') && !entry.includes('.dir/'))
    .filter((entry) => /^\/\/ errorcheck\w*dir\b.* -m\b/.test(readFileSync(join(root, entry), 'latin1')))
    .sort()
    .map((entry) => entry.replace(/\.go$/, '.dir'))
    .map((folder) => ({ folder, packages: packagesOf(join(root, folder)) }));
}

/** Files of one package name are one package; it goes by its first file, as in Go's runner. */
function packagesOf(folder: string): TestPackage[] {
  const files = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.go'))) {
    const name = /^package (\w+)/m.exec(readFileSync(join(folder, file), 'utf8'))![1]!;
    files.set(name, [...(files.get(name) ?? []), file]);
  }
  return [...files].map(([name, list]) => ({
    path: name === 'main' ? 'main' : `test/${list[0]!.replace(/\.go$/, '')}`,
    files: list,
  }));
}

/** Package by package: the compiler's lines and ours. */
export async function compareDirectory(
  toolchain: Toolchain,
  { folder, packages }: DirectoryTest,
): Promise<{ readonly path: string; readonly theirs: readonly string[]; readonly ours: readonly string[] }[]> {
  const root = join(toolchain.goroot, 'test', folder);
  const scratch = await mkdtemp(join(tmpdir(), 'stackorheap-directory-'));
  const importConfig = join(scratch, 'importcfg');
  const objects = packages.map(({ path }, i) => `packagefile ${path}=${join(scratch, `${i}.a`)}\n`);
  await writeFile(importConfig, (await readFile(toolchain.importConfig, 'utf8')) + objects.join(''));
  const own = new Analyses(root, packages);
  const results = [];
  for (const [i, { path, files }] of packages.entries()) {
    const real = await compile(
      { ...toolchain, importConfig },
      files.map((file) => join(root, file)),
      {
        flags: ['-m', '-l'],
        path,
        complete: false,
        extra: ['-D', 'test', '-o', join(scratch, `${i}.a`)],
      },
    );
    if (real.exitCode !== 0) throw new Error(`${folder}: ${real.lines.join('\n')}`);
    const theirs = real.lines.filter((line) => files.includes(line.slice(0, line.indexOf(':'))));
    results.push({ path, theirs, ours: await own.lines(path, files) });
  }
  await rm(scratch, { recursive: true });
  return results;
}

class Analyses {
  private readonly cache = new FactsCache();
  private readonly tags = new Map<string, readonly string[]>();
  private readonly root: string;
  private readonly packages: readonly TestPackage[];

  constructor(root: string, packages: readonly TestPackage[]) {
    this.root = root;
    this.packages = packages;
  }

  async lines(path: string, files: readonly string[]): Promise<string[]> {
    const sources = this.read(files);
    const facts = await loadFacts(nodeHost, '1.26', importsOf(sources), this.cache);
    const analysis = analyze(sources, { importer: this.importer(facts), inline: false, pkgPath: path });
    if (analysis.status !== 'ok')
      return [`${analysis.status}: ${JSON.stringify(analysis.unsupported ?? analysis.errors)}`];
    for (const fn of analysis.functions) this.tags.set(`${path}.${fn.name}`, fn.tags);
    return analysis.diagnostics.filter((d) => d.own).map(diagnosticLine);
  }

  private importer(facts: FactsImporter): FactsImporter {
    const others = new SourceImporter((path) => this.sources(path), {
      sizes: gcSizes,
      goVersion: 'go1.26',
      rest: facts,
    });
    return {
      import: (path) => others.import(path.replace(/^\.\//, 'test/')),
      factsOf: (func) => {
        const notes = this.tags.get(`${func.pkg?.path}.${func.name}`);
        return notes === undefined ? facts.factsOf(func) : { ...plainFunction, notes };
      },
      depthOf: (obj) => facts.depthOf(obj),
      bodyOf: (func) => facts.bodyOf(func),
      placeOf: (pos) => facts.placeOf(pos),
      tagOf: (func) => facts.tagOf(func),
    };
  }

  private sources(path: string): SourceText[] | undefined {
    const found = this.packages.find((pkg) => pkg.path === path);
    return found && this.read(found.files);
  }

  private read(files: readonly string[]): SourceText[] {
    return files.map((name) => ({ name, text: readFileSync(join(this.root, name), 'utf8') }));
  }
}

const plainFunction: Omit<FunctionFacts, 'notes'> = {
  cost: -1,
  noBody: false,
  noescape: false,
  noinline: false,
  uintptrKeepAlive: false,
  uintptrEscapes: false,
  delayResults: false,
};
