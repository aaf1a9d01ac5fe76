/**
 * Packs what tools/stdfacts has written: the facts of one Go version, as the engine loads them.
 *
 *   node tools/run.mjs tools/pack-facts.ts --plain DIR --out DIR [--go 1.26]
 *   node tools/run.mjs tools/pack-facts.ts --prune --out DIR     removes the data files that no index in DIR names
 *
 * All versions are packed with the primer of the default one, so that what they share has the same bytes: pack that
 * version first.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultGoVersion } from '../src/analyzer/base/versions.ts';
import type { Declarations } from '../src/analyzer/importer/packing.ts';
import { schema } from '../src/analyzer/importer/schema.ts';
import type { Tables } from '../src/analyzer/importer/tables.ts';
import { type Primer, readPrimer, unpack } from '../src/analyzer/importer/unpack.ts';
import { packPackage, packPrimer } from './facts/pack.ts';
import { readPlain } from './facts/plain.ts';
import { sameDeclarations } from './facts/same.ts';

/** Small packages that most programs load anyway: what they teach is short and of use to all. */
const primerPackages = ['errors', 'io', 'strings', 'fmt', 'bufio'];

interface Index {
  schema: number;
  toolchain: string;
  primer?: string;
  packages: Record<string, string[]>;
  /** Names that the compiler knows and a program may not use. */
  hidden: Record<string, string>;
}

const { values: options } = parseArgs({
  options: {
    plain: { type: 'string' },
    out: { type: 'string' },
    go: { type: 'string', default: defaultGoVersion },
    prune: { type: 'boolean', default: false },
  },
});
const { plain, out, go: version } = options;
if (out === undefined) throw new Error('pack-facts: --out is missing');

function readIndex(folder: string, name: string): Index {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Index;
}

/** Files are named by what is in them. */
function write(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const file = join(out!, 'data', `${hash}.bin`);
  if (!existsSync(file)) writeFileSync(file, bytes);
  return hash;
}

function pack(plain: string): void {
  const index = readIndex(plain, `${version}.json`);
  const source = (path: string): ((tables: Tables) => Declarations) => {
    const bytes = readFileSync(join(plain, 'data', `${index.packages[path]![0]}.bin`));
    return (tables) => readPlain(bytes, tables);
  };
  mkdirSync(join(out!, 'data'), { recursive: true });
  const primerHash =
    version === defaultGoVersion
      ? write(packPrimer(primerPackages.map(source)))
      : readIndex(out!, `${defaultGoVersion}.json`).primer!;
  const primer = readPrimer(readFileSync(join(out!, 'data', `${primerHash}.bin`)));
  const packages: Record<string, string[]> = {};
  let total = 0;
  for (const [path, [, refers]] of Object.entries(index.packages)) {
    const bytes = packChecked(source(path), primer);
    total += bytes.length;
    packages[path] = [write(bytes), refers!];
  }
  const packed: Index = { schema, toolchain: index.toolchain, primer: primerHash, packages, hidden: index.hidden };
  writeFileSync(join(out!, `${version}.json`), `${JSON.stringify(packed, null, 1)}\n`);
  console.log(`${index.toolchain}: ${Object.keys(packages).length} packages, ${total} bytes in ${out}`);
}

function packChecked(source: (tables: Tables) => Declarations, primer: Primer): Uint8Array {
  const bytes = packPackage(source, primer);
  const again = unpack(bytes, primer);
  const count = again.tables.types.length;
  if (!sameDeclarations(again, source(again.tables), count)) throw new Error(`${again.path} unpacks as something else`);
  return bytes;
}

function prune(): void {
  const used = new Set<string>();
  for (const name of readdirSync(out!).filter((file) => file.endsWith('.json'))) {
    const index = readIndex(out!, name);
    used.add(`${index.primer}.bin`);
    // The numbers among an entry's parts name no file.
    for (const entry of Object.values(index.packages)) for (const part of entry) used.add(`${part}.bin`);
  }
  for (const name of readdirSync(join(out!, 'data'))) if (!used.has(name)) rmSync(join(out!, 'data', name));
}

if (plain !== undefined) pack(plain);
if (options.prune) prune();
