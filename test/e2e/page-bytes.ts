/** What a page fetches before anything is pressed, told from the built files: its HTML, style sheets, and scripts with all that they import. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export interface PageBytes {
  readonly document: number;
  readonly stylesheet: number;
  readonly script: number;
}

/** The pages of the built site, as `en/lessons/frames/`; an address that is no folder keeps its name. */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.html'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

export class SiteBytes {
  readonly #dist: string;
  /** The path below which the site is served. */
  readonly #base: string;
  readonly #sizes = new Map<string, number>();
  readonly #imports = new Map<string, readonly string[]>();

  constructor(dist: string, base: string) {
    this.#dist = dist;
    this.#base = base;
  }

  of(page: string): PageBytes {
    const file = page.endsWith('.html') ? page : `${page}index.html`;
    const html = readFileSync(join(this.#dist, file), 'utf8');
    const sum = (files: Iterable<string>) => [...files].reduce((total, each) => total + this.#size(each), 0);
    return {
      document: this.#size(file),
      stylesheet: sum(this.#named(html, /<link rel="stylesheet" href="([^"]+)"/g)),
      script: sum(this.#withImports(this.#named(html, /<script[^>]* src="([^"]+)"/g))),
    };
  }

  #named(html: string, pattern: RegExp): string[] {
    return [...html.matchAll(pattern)].map(([, address]) => {
      if (!address!.startsWith(this.#base)) throw new Error(`${address} is not a file of the site`);
      return address!.slice(this.#base.length);
    });
  }

  #withImports(entries: readonly string[]): Set<string> {
    const files = new Set<string>();
    const add = (file: string) => {
      if (files.has(file)) return;
      files.add(file);
      for (const next of this.#importsOf(file)) add(next);
    };
    for (const entry of entries) add(entry);
    return files;
  }

  /** Static imports only: what `import()` names is fetched later, or never. */
  #importsOf(file: string): readonly string[] {
    const known = this.#imports.get(file);
    if (known) return known;
    const text = readFileSync(join(this.#dist, file), 'utf8');
    const pattern = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*\s{},]*?from)?\s*["'`]([^"'`]+\.js)["'`]/g;
    const found = [...text.matchAll(pattern)].map(([, name]) => join(dirname(file), name!).split(sep).join('/'));
    this.#imports.set(file, found);
    return found;
  }

  #size(file: string): number {
    const known = this.#sizes.get(file) ?? brotliCompressSync(readFileSync(join(this.#dist, file))).length;
    this.#sizes.set(file, known);
    return known;
  }
}
