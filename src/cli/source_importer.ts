/**
 * Packages from source: for folder trees of one module, and for std packages that the facts leave out.
 *
 * Invariant: every package is read and checked once; asked for again while that goes on, it is an import cycle. Errors
 * in imported packages are kept in `errors`; the package is used nevertheless.
 */
import { makeFileSet, type Position, relativePosition, type SourceText } from '../analyzer/base/pos.ts';
import { parseFiles } from '../analyzer/syntax/parse.ts';
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
  readonly toolchain?: string;
  /** Check function bodies, too: their errors are wanted. */
  readonly bodies?: boolean;
  /** Asked for what `list` does not have. */
  readonly rest?: Importer;
}

export interface SourceError {
  /** Import path of the package. */
  readonly path: string;
  readonly at: Position | undefined;
  readonly message: string;
}

export class SourceImporter implements Importer {
  readonly errors: SourceError[] = [];
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

  private load(path: string, sources: readonly SourceText[]): Package {
    const { set, parsed } = parseFiles(makeFileSet(sources));
    const files = parsed.map((p) => p.file);
    const result = check(set, files, path, {
      importer: this,
      sizes: this.options.sizes,
      goVersion: this.options.goVersion,
      ...(this.options.toolchain === undefined ? {} : { toolchain: this.options.toolchain }),
      ignoreFuncBodies: !this.options.bodies,
      ignoreBranchErrors: true,
      context: this.context,
    });
    for (const { pos, message, code } of [...parsed.flatMap((p) => p.errors), ...result.errors]) {
      if (code !== 'directive') this.errors.push({ path, at: relativePosition(set, pos), message });
    }
    return result.package;
  }
}
