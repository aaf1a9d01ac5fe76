/**
 * The standard library as data. `loadFacts` fetches what a program's imports need; the importer that it gives is
 * synchronous and decodes on demand. The same files serve Node, the worker and the build through `EngineHost`.
 *
 * Invariants: files are named by content and never change; a `FactsCache` holds what was fetched and decoded, so that a
 * second analysis pays nothing. Decoded packages are shared by all analyses with one cache: no check changes them.
 */

import type { Pos } from '../base/pos.ts';
import type { GoVersion } from '../base/versions.ts';
import { type Func, type Obj, originOf } from '../types/object.ts';
import type { Importer, Package } from '../types/package.ts';
import { unsafePackage } from '../types/universe.ts';
import { columns, type FlowBody, FlowFile, type FlowSiblings } from './flow.ts';
import type { FunctionFacts } from './functions.ts';
import { StdNamesakes } from './namesakes.ts';
import { PackageFile, type Siblings } from './package_file.ts';
import { schema } from './schema.ts';
import { type Primer, readPrimer, unpack } from './unpack.ts';

export type { FlowBody } from './flow.ts';
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
  /** What a generic function or method of std does, as a tree with the checker's side tables. */
  bodyOf(func: Func): FlowBody | undefined;
  /** The place in std's source of a position in a flow body; undefined for all other positions. */
  placeOf(pos: Pos): Place | undefined;
  /** Raw escape notes, receiver first. */
  tagOf(func: Func): readonly string[] | undefined;
}

/** A place in a file of std, with the file's path as the compiler prints it: `$GOROOT/src/…`. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly col: number;
}

/** What one host has given so far, by Go version. Pass the same one to have nothing fetched or decoded twice. */
export class FactsCache {
  readonly versions = new Map<GoVersion, Promise<VersionFacts>>();
}

/** Fetches the facts of `imports` and of all that they refer to. Unknown paths are left to the checker to report. */
export async function loadFacts(
  host: EngineHost,
  version: GoVersion,
  imports: Iterable<string>,
  cache = new FactsCache(),
): Promise<FactsImporter> {
  let facts = cache.versions.get(version);
  if (!facts) {
    facts = openVersion(host, version);
    cache.versions.set(version, facts);
    facts.catch(() => cache.versions.delete(version));
  }
  const loaded = await facts;
  await loaded.fetch(imports);
  return loaded;
}

async function openVersion(host: EngineHost, version: GoVersion): Promise<VersionFacts> {
  const index = parseIndex(await host.bytes(`${version}.json`));
  return new VersionFacts(host, version, index.packages, await host.bytes(`data/${index.primer}.bin`));
}

/** Facts hold of these packages only what importable ones need of them. */
const internalPath = /^vendor\/|(^|\/)internal(\/|$)/;

/** Positions in std's source lie above those of any program; each file has room for as many lines as it may have. */
const firstStdPos = 2 ** 40;
const posSpace = 2 ** 26;

interface IndexEntry {
  readonly hash: string;
  readonly refers: readonly string[];
  /** Hash of the flow bodies; '' where there are none. */
  readonly flow: string;
  readonly hidden: ReadonlySet<string>;
}

type Packages = ReadonlyMap<string, IndexEntry>;

interface Index {
  /** Hash of what all packages are coded with. */
  readonly primer: string;
  readonly packages: Packages;
}

function parseIndex(bytes: Uint8Array): Index {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  const index = JSON.parse(text) as {
    schema: number;
    primer: string;
    packages: Record<string, [hash: string, refers: string, flow?: string, flowRefers?: string]>;
    hidden: Record<string, string>;
  };
  if (index.schema !== schema) throw new Error(`facts of schema ${index.schema}; this engine reads schema ${schema}`);
  const paths = Object.keys(index.packages);
  const packages = new Map(
    paths.map((path): [string, IndexEntry] => {
      const [hash, refers, flow = '', flowRefers = ''] = index.packages[path]!;
      const others = `${refers} ${flowRefers}`.split(' ').filter((number) => number !== '');
      const hidden = new Set(index.hidden[path]?.split(' '));
      return [path, { hash, flow, hidden, refers: others.map((number) => paths[Number(number)]!) }];
    }),
  );
  return { primer: index.primer, packages };
}

/** The facts of one Go version, as far as they are fetched. */
class VersionFacts implements FactsImporter, Siblings, FlowSiblings {
  readonly goVersion: string;
  private readonly host: EngineHost;
  private readonly index: Packages;
  private readonly primerBytes: Uint8Array;
  private primer: Primer | null = null;
  private readonly pending = new Map<string, Promise<void>>();
  private readonly bytes = new Map<string, Uint8Array>();
  private readonly flowBytes = new Map<string, Uint8Array>();
  private readonly files = new Map<string, PackageFile>();
  private readonly flows = new Map<string, FlowFile>();
  /** Source files of std that positions lie in. */
  private readonly sources: string[] = [];
  private readonly namesakes: StdNamesakes;
  private typeParams = 0;

  constructor(host: EngineHost, goVersion: string, index: Packages, primer: Uint8Array) {
    this.namesakes = new StdNamesakes(goVersion);
    this.host = host;
    this.goVersion = goVersion;
    this.index = index;
    this.primerBytes = primer;
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
        promise = this.fetchPackage(path, entry);
        this.pending.set(path, promise);
        promise.catch(() => this.pending.delete(path));
      }
      if (!this.bytes.has(path)) wanted.push(promise);
      for (const other of entry.refers) visit(other);
    };
    for (const path of imports) visit(this.resolve(path) ?? '');
    await Promise.all(wanted);
  }

  private async fetchPackage(path: string, entry: IndexEntry): Promise<void> {
    const flow = entry.flow === '' ? undefined : this.host.bytes(`data/${entry.flow}.bin`);
    const [bytes, flowBytes] = await Promise.all([this.host.bytes(`data/${entry.hash}.bin`), flow]);
    if (flowBytes) this.flowBytes.set(path, flowBytes);
    this.bytes.set(path, bytes);
  }

  import(path: string): Package | string | undefined {
    if (path === 'unsafe') return unsafePackage;
    const known = this.resolve(path);
    if (known === undefined) return undefined;
    const { pkg } = this.file(known);
    pkg.hidden = this.index.get(known)!.hidden;
    if (pkg.imports.length === 0) pkg.imports = this.namesakes.importsOf(known);
    return pkg;
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
      this.primer ??= readPrimer(this.primerBytes);
      file = new PackageFile(unpack(bytes, this.primer), this);
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

  bodyOf(func: Func): FlowBody | undefined {
    const origin = originOf(func);
    const path = origin.pkg?.path ?? '';
    const bytes = this.flowBytes.get(path);
    const key = this.files.get(path)?.keyOf(origin);
    if (!bytes || key === undefined) return undefined;
    let flow = this.flows.get(path);
    if (!flow) {
      flow = new FlowFile(bytes, origin.pkg!, this);
      this.flows.set(path, flow);
    }
    return flow.body(key, origin);
  }

  packageOf(path: string): Package {
    return path === 'unsafe' ? unsafePackage : this.file(path).pkg;
  }

  positions(file: string): Pos {
    let i = this.sources.indexOf(file);
    if (i < 0) i = this.sources.push(file) - 1;
    return firstStdPos + i * posSpace;
  }

  placeOf(pos: Pos): Place | undefined {
    if (pos < firstStdPos) return undefined;
    const offset = pos - firstStdPos;
    const within = offset % posSpace;
    return {
      file: this.sources[Math.floor(offset / posSpace)]!,
      line: Math.floor(within / columns),
      col: within % columns,
    };
  }

  depthOf(obj: Obj): 'full' | 'name' {
    return this.files.get(obj.pkg?.path ?? '')?.isNameOnly(obj) === true ? 'name' : 'full';
  }

  tagOf(func: Func): readonly string[] | undefined {
    return this.factsOf(func)?.notes;
  }
}
