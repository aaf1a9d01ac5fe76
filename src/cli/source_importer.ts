/**
 * Packages from source: for folder trees of one module, and for std packages that the facts leave out. Declarations are
 * checked, function bodies are not.
 *
 * Invariant: every package is read and checked once; asked for again while that goes on, it is an import cycle.
 */
import { makeFileSet, type SourceText } from '../analyzer/base/pos.ts';
import { parseSource } from '../analyzer/syntax/parse.ts';
import { check } from '../analyzer/types/check.ts';
import { Context } from '../analyzer/types/context.ts';
import type { Importer, Package } from '../analyzer/types/package.ts';
import type { Sizes } from '../analyzer/types/sizes.ts';
import { unsafePackage } from '../analyzer/types/universe.ts';

/** The files of the package of that path; undefined if there is none. */
export type ListFiles = (path: string) => readonly SourceText[] | undefined;

export interface SourceOptions {
  readonly sizes: Sizes;
  readonly goVersion: string;
  /** Asked for what `list` does not have. */
  readonly rest?: Importer;
}

export class SourceImporter implements Importer {
  private readonly list: ListFiles;
  private readonly options: SourceOptions;
  private readonly packages = new Map<string, Package | string>();
  private readonly context = new Context();

  constructor(list: ListFiles, options: SourceOptions) {
    this.list = list;
    this.options = options;
  }

  import(path: string): Package | string | undefined {
    if (path === 'unsafe') return unsafePackage;
    const known = this.packages.get(path);
    if (known !== undefined) return known;
    const sources = this.list(path);
    if (!sources) return this.options.rest?.import(path);
    this.packages.set(path, 'import cycle');
    const imported = this.load(path, sources);
    this.packages.set(path, imported);
    return imported;
  }

  private load(path: string, sources: readonly SourceText[]): Package | string {
    const set = makeFileSet(sources);
    const files = set.files.map((source) => parseSource(source, null).file);
    const { package: pkg, errors } = check(set, files, path, {
      importer: this,
      sizes: this.options.sizes,
      goVersion: this.options.goVersion,
      ignoreFuncBodies: true,
      ignoreBranchErrors: true,
      context: this.context,
    });
    return errors.length > 0 && files.length === 0 ? errors[0]!.message : pkg;
  }
}
