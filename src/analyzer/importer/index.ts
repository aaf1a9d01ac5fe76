/**
 * The standard library as data. `loadFacts` fetches what a program's imports need; the importer that it gives is
 * synchronous and decodes on demand. The same files serve Node, the worker and the build through `EngineHost`.
 *
 * Invariants: files are named by content and never change; a `FactsCache` holds what was fetched and decoded, so that a
 * second analysis pays nothing. Decoded packages are shared by all analyses with one cache: no check changes them.
 */
import type { GoVersion } from '../base/versions.ts';
import { originOf, type Func, type Obj } from '../types/object.ts';
import type { Importer, Package } from '../types/package.ts';
import { unsafePackage } from '../types/universe.ts';
import type { FunctionFacts } from './functions.ts';
import { PackageFile, type Siblings } from './package_file.ts';
import { schema } from './schema.ts';

export type { FunctionFacts } from './functions.ts';

/** Where the engine's data comes from. Names are relative to the folder of the facts: `1.26.json`, `data/….bin`. */
export interface EngineHost {
  bytes(name: string): Promise<Uint8Array>;
  /** The facts are the second set, for analysing std itself: internal and vendored packages can be imported. */
  readonly whole?: boolean;
}

export interface FactsImporter extends Importer {
  /** What the compiler found about a function or method of a std package; undefined for generic ones and all others. */
  factsOf(func: Func): FunctionFacts | undefined;
  /** Whether the facts hold the whole declaration or only that there is one of that name. */
  depthOf(obj: Obj): 'full' | 'name';
  /** Raw escape notes, receiver first. */
  tagOf(func: Func): readonly string[] | undefined;
}

/** What one host has given so far, by Go version. Pass the same one to have nothing fetched or decoded twice. */
export class FactsCache {
  readonly versions = new Map<GoVersion, Promise<VersionFacts>>();
}

/** Fetches the facts of `imports` and of all that they refer to. Unknown paths are left to the checker to report. */
export async function loadFacts(host: EngineHost, version: GoVersion, imports: Iterable<string>, cache = new FactsCache()): Promise<FactsImporter> {
  let facts = cache.versions.get(version);
  if (!facts) {
    facts = host.bytes(`${version}.json`).then((bytes) => new VersionFacts(host, parseIndex(bytes)));
    cache.versions.set(version, facts);
    facts.catch(() => cache.versions.delete(version));
  }
  const loaded = await facts;
  await loaded.fetch(imports);
  return loaded;
}

/** Facts hold of these packages only what importable ones need of them. */
const internalPath = /^vendor\/|(^|\/)internal(\/|$)/;

interface IndexEntry {
  readonly hash: string;
  readonly refers: readonly string[];
}

type Index = ReadonlyMap<string, IndexEntry>;

function parseIndex(bytes: Uint8Array): Index {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  const index = JSON.parse(text) as { schema: number; packages: Record<string, [hash: string, refers: string]> };
  if (index.schema !== schema) throw new Error(`facts of schema ${index.schema}; this engine reads schema ${schema}`);
  const paths = Object.keys(index.packages);
  return new Map(paths.map((path) => {
    const [hash, refers] = index.packages[path]!;
    return [path, { hash, refers: refers === '' ? [] : refers.split(' ').map((number) => paths[Number(number)]!) }];
  }));
}

/** The facts of one Go version, as far as they are fetched. */
class VersionFacts implements FactsImporter, Siblings {
  private readonly host: EngineHost;
  private readonly index: Index;
  private readonly pending = new Map<string, Promise<void>>();
  private readonly bytes = new Map<string, Uint8Array>();
  private readonly files = new Map<string, PackageFile>();
  private typeParams = 0;

  constructor(host: EngineHost, index: Index) {
    this.host = host;
    this.index = index;
  }

  async fetch(imports: Iterable<string>): Promise<void> {
    const wanted: Promise<void>[] = [];
    const seen = new Set<string>();
    const visit = (path: string): void => {
      const entry = this.index.get(path);
      if (!entry || seen.has(path)) return;
      seen.add(path);
      let promise = this.pending.get(path);
      if (!promise) {
        promise = this.host.bytes(`data/${entry.hash}.bin`).then((bytes) => void this.bytes.set(path, bytes));
        this.pending.set(path, promise);
        promise.catch(() => this.pending.delete(path));
      }
      if (!this.bytes.has(path)) wanted.push(promise);
      for (const other of entry.refers) visit(other);
    };
    for (const path of imports) visit(this.resolve(path) ?? '');
    await Promise.all(wanted);
  }

  import(path: string): Package | string | undefined {
    if (path === 'unsafe') return unsafePackage;
    const known = this.resolve(path);
    return known === undefined ? undefined : this.file(known).pkg;
  }

  /** The path under which the index knows what an import declaration names. */
  private resolve(path: string): string | undefined {
    if (this.host.whole === true) return [path, `vendor/${path}`].find((known) => this.index.has(known));
    return this.index.has(path) && !internalPath.test(path) ? path : undefined;
  }

  file(path: string): PackageFile {
    let file = this.files.get(path);
    if (!file) {
      const bytes = this.bytes.get(path);
      if (!bytes) throw new Error(`the facts of ${path} were not loaded`);
      file = new PackageFile(bytes, this);
      this.files.set(path, file);
    }
    return file;
  }

  nextTypeParam(): number {
    return ++this.typeParams;
  }

  factsOf(func: Func): FunctionFacts | undefined {
    const origin = originOf(func);
    const file = origin.pkg ? this.files.get(origin.pkg.path) : undefined;
    const place = file?.placeOf(origin);
    if (!file || !place) return undefined;
    const table = file.functionTable();
    return table.facts(table.first[place.object]! + Math.max(0, place.method - 1));
  }

  depthOf(obj: Obj): 'full' | 'name' {
    return this.files.get(obj.pkg?.path ?? '')?.isNameOnly(obj) === true ? 'name' : 'full';
  }

  tagOf(func: Func): readonly string[] | undefined {
    return this.factsOf(func)?.notes;
  }
}
