/**
 * Writes the flow bodies of std's generic functions beside the facts that tools/pack-facts.ts has written: our own front end reads
 * the toolchain's source, and what it found is written as resolved trees (src/analyzer/importer/flow_schema.ts).
 *
 *   node tools/run.mjs tools/stdflow.ts [--go 1.26] [--facts public/facts]
 *
 * Run it after every run of tools/pack-facts.ts. Two runs give equal bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFileSet, type SourceText } from '../src/analyzer/base/pos.ts';
import { type GoVersion, goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { flowSchema } from '../src/analyzer/importer/flow_schema.ts';
import { FactsCache, type FactsImporter, loadFacts } from '../src/analyzer/importer/index.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/check.ts';
import { methodAt, namedOrigin, numMethods, typeParamsOf } from '../src/analyzer/types/named.ts';
import type { Func } from '../src/analyzer/types/object.ts';
import type { Package } from '../src/analyzer/types/package.ts';
import { rememberingSizes } from '../src/analyzer/types/sizes.ts';
import type { Signature } from '../src/analyzer/types/type.ts';
import { goCurrent } from '../src/analyzer/types/version.ts';
import { readProgram } from '../src/cli/files.ts';
import { SourceImporter } from '../src/cli/source_importer.ts';
import { findToolchain } from '../src/cli/toolchain.ts';
import { BodyWriter } from './flow/body.ts';
import { num, Strings } from './flow/bytes.ts';

const { values: options } = parseArgs({
  options: {
    go: { type: 'string', default: '1.26' },
    facts: { type: 'string', default: resolve(import.meta.dirname, '../public/facts') },
  },
});
const version = goVersions.find((known) => known === options.go);
if (!version) throw new Error(`--go is one of ${goVersions.join(', ')}`);
const toolchain = findToolchain(pinnedToolchain[version]);
if (!toolchain) throw new Error('stdflow: no Go toolchain here');
const source = join(toolchain.goroot, 'src');

async function writeAll(goVersion: GoVersion, folder: string): Promise<void> {
  const indexFile = join(folder, `${goVersion}.json`);
  const index = JSON.parse(readFileSync(indexFile, 'utf8')) as { packages: Record<string, string[]> };
  const paths = Object.keys(index.packages);
  const host = { whole: true, bytes: (name: string) => readFile(join(folder, name)) };
  for (const entry of Object.values(index.packages)) entry.length = 2;
  const facts = await loadFacts(
    {
      ...host,
      bytes: async (name) =>
        name.endsWith('.json') ? new Uint8Array(Buffer.from(JSON.stringify(index))) : host.bytes(name),
    },
    goVersion,
    paths,
    new FactsCache(),
  );
  const language = newestLanguage(goVersion);
  const importer = new SourceImporter(listFiles, { sizes: rememberingSizes(), goVersion: language });
  const numberOf = (path: string): number => {
    const i = paths.indexOf(path);
    if (i < 0) throw new Error(`${path} is not in the facts`);
    return i;
  };
  let total = 0;
  let bodies = 0;
  for (const path of paths) {
    const wanted = genericFunctions(facts, facts.import(path) as Package);
    if (wanted.size === 0) continue;
    const encoded = encodePackage(path, wanted, importer, language);
    if (typeof encoded === 'string') {
      console.log(`${goVersion}: no bodies of ${path}: ${encoded}`);
      continue;
    }
    const { bytes, count, refers } = encoded;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    writeFileSync(join(folder, 'data', `${hash}.bin`), bytes);
    index.packages[path]!.push(
      hash,
      [...refers]
        .filter((other) => other !== path && other !== 'unsafe')
        .map((other) => numberOf(other))
        .sort((a, b) => a - b)
        .join(' '),
    );
    total += bytes.length;
    bodies += count;
  }
  writeFileSync(indexFile, `${JSON.stringify(index, null, 1)}\n`);
  console.log(`${goVersion}: ${bodies} bodies, ${total} bytes in ${folder}`);
}

/** The checker refuses what is newer than it knows; std of a newer release mostly keeps to the older language. */
function newestLanguage(goVersion: GoVersion): string {
  return Number(goVersion.slice(2)) > Number(goCurrent.slice(4)) ? goCurrent : `go${goVersion}`;
}

function listFiles(path: string): readonly SourceText[] | undefined {
  const folder = [join(source, path), join(source, 'vendor', path)].find((candidate) => existsSync(candidate));
  return folder === undefined ? undefined : readProgram([folder], version!).files;
}

/** Keys of the functions of a package that have type parameters. */
function genericFunctions(facts: FactsImporter, pkg: Package): Set<string> {
  const keys = new Set<string>();
  for (const name of pkg.scope.names()) {
    const obj = pkg.scope.lookup(name)!;
    if (obj.kind === 'Func' && (obj.typ as Signature).tparams.length > 0) keys.add(name);
    if (obj.kind !== 'TypeName' || obj.typ?.kind !== 'Named' || facts.depthOf(obj) === 'name') continue;
    const generic = typeParamsOf(obj.typ).length > 0;
    for (let i = 0; i < numMethods(obj.typ); i++) {
      const method = methodAt(obj.typ, i);
      if (facts.depthOf(method) === 'full' && (generic || (method.typ as Signature).tparams.length > 0))
        keys.add(`${name}.${method.name}`);
    }
  }
  return keys;
}

function encodePackage(
  path: string,
  wanted: ReadonlySet<string>,
  importer: SourceImporter,
  language: string,
): { bytes: Uint8Array; count: number; refers: ReadonlySet<string> } | string {
  const sources = listFiles(path)!;
  const set = makeFileSet(sources.map((file) => ({ name: file.name, text: file.text })));
  const files = set.files.map((file) => parseSource(file, null).file);
  const {
    info,
    package: pkg,
    errors,
  } = check(set, files, path, { importer, sizes: rememberingSizes(), goVersion: language, ignoreBranchErrors: true });
  // A package that our checker does not take whole has no bodies: its generic functions are then refused.
  if (errors.length > 0) return errors[0]!.message;
  const strings = new Strings();
  const records: { key: string; bytes: number[] }[] = [];
  for (const [i, file] of files.entries()) {
    for (const decl of file.declList) {
      if (decl.kind !== 'FuncDecl' || decl.body === null) continue;
      const func = info.defs.get(decl.name) as Func;
      const key = keyOf(func);
      if (wanted.has(key))
        records.push({
          key,
          bytes: new BodyWriter(strings, set, info, pkg, file, func).write(
            `$GOROOT/src/${path}/${sources[i]!.name}`,
            decl,
          ),
        });
    }
  }
  records.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key } of records) strings.id(key);
  const out: number[] = [];
  num(out, flowSchema);
  const text = Buffer.from(strings.list.join('\n'));
  num(out, strings.list.length);
  num(out, text.length);
  out.push(...text);
  num(out, records.length);
  for (const { key, bytes } of records) {
    num(out, strings.id(key));
    num(out, bytes.length);
  }
  for (const { bytes } of records) for (const byte of bytes) out.push(byte);
  return { bytes: Uint8Array.from(out), count: records.length, refers: strings.packages };
}

function keyOf(func: Func): string {
  const { recv } = func.typ as Signature;
  if (!recv) return func.name;
  const type = recv.typ!.kind === 'Pointer' ? recv.typ!.base : recv.typ!;
  return `${type.kind === 'Named' ? namedOrigin(type).obj.name : ''}.${func.name}`;
}

await writeAll(version, options.facts);
