/** The facts of std as the importer reads them. Expected values: go/types and the compiler, recorded by tools/record-facts.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type GoVersion, goVersions } from '../../src/analyzer/base/versions.ts';
import { FactsCache, loadFacts } from '../../src/analyzer/importer/index.ts';
import { methodAt, numMethods, typeParamsOf } from '../../src/analyzer/types/named.ts';
import type { Func } from '../../src/analyzer/types/object.ts';
import type { Package } from '../../src/analyzer/types/package.ts';
import type { Signature } from '../../src/analyzer/types/type.ts';
import { nodeHost } from '../../src/cli/host.ts';
import { describeFacts } from '../../tools/describe-facts.ts';
import { hashPackages } from '../../tools/record-facts.ts';

const testdata = join(import.meta.dirname, '../testdata/facts');

test.each(goVersions)('Go %s: every package reads as go/types prints it', async (version) => {
  const recorded = JSON.parse(readFileSync(join(testdata, 'described.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  expect(hashPackages(await describeFacts(version))).toEqual(recorded[version]);
});

describe('notes', () => {
  // As `go build -gcflags=-m=2` and the export data of Go 1.26.8 have them.
  test.each([
    ['fmt', 'Println', ['esc:\u0002']],
    ['os', 'File.Close', ['esc:\u0002']],
    ['strings', 'Builder.WriteString', ['esc:\u0002\u0001', 'esc:\u0000\u0000\u0000']],
    ['time', 'Sleep', ['']],
  ])('%s.%s', async (path, name, expected) => {
    const importer = await loadFacts(nodeHost, '1.26', [path]);
    const [first, method] = name.split('.');
    const obj = (importer.import(path) as Package).scope.lookup(first!)!;
    let func = obj as Func;
    if (obj.kind === 'TypeName' && obj.typ?.kind === 'Named') {
      for (let i = 0; i < numMethods(obj.typ); i++)
        if (methodAt(obj.typ, i).name === method) func = methodAt(obj.typ, i);
    }
    const notes = importer.tagOf(func)!;
    expect(notes[0]).toBe(expected[0]);
    expect(notes.length).toBe(expected.length);
  });
});

test('unexported names that the compiler knows', async () => {
  // `name sqrt not exported by package math`, but `undefined: fmt.println (but have Println)`
  const importer = await loadFacts(nodeHost, '1.26', ['math', 'fmt']);
  const hidden = (path: string) => (importer.import(path) as Package).hidden;
  expect(['sqrt', 'pow', 'floor', 'Sqrt'].filter((name) => hidden('math').has(name))).toEqual(['sqrt', 'pow']);
  expect(hidden('fmt').has('println')).toBe(false);
});

describe('loading', () => {
  test('asks only for what is imported and what that refers to', async () => {
    const asked: string[] = [];
    const host = {
      bytes: (name: string) => {
        asked.push(name);
        return nodeHost.bytes(name);
      },
    };
    const cache = new FactsCache();
    const importer = await loadFacts(host, '1.26', ['errors'], cache);
    expect(importer.import('errors')).toMatchObject({ path: 'errors', name: 'errors' });
    expect(asked.length).toBeLessThan(8);
    const before = asked.length;
    await loadFacts(host, '1.26', ['errors'], cache);
    expect(asked.length).toBe(before);
  });
  test('what a program cannot import is unknown', async () => {
    const importer = await loadFacts(nodeHost, '1.26', ['os', 'internal/poll', 'nothing/here']);
    expect(importer.import('internal/poll')).toBeUndefined();
    expect(importer.import('nothing/here')).toBeUndefined();
    expect(importer.import('unsafe')).toMatchObject({ path: 'unsafe' });
  });
  test('a failed request is tried again', async () => {
    let fail = true;
    const host = {
      bytes: (name: string) =>
        fail && name.startsWith('data/') ? Promise.reject(new Error('offline')) : nodeHost.bytes(name),
    };
    const cache = new FactsCache();
    await expect(loadFacts(host, '1.26', ['errors'], cache)).rejects.toThrow('offline');
    fail = false;
    expect((await loadFacts(host, '1.26', ['errors'], cache)).import('errors')).toMatchObject({ name: 'errors' });
  });
  test('facts of another schema are refused', async () => {
    const host = { bytes: () => Promise.resolve(new TextEncoder().encode('{"schema":99,"packages":{}}')) };
    await expect(loadFacts(host, '1.26', [])).rejects.toThrow('schema 99');
  });
});

describe('flow bodies', () => {
  test.each(goVersions)('Go %s: every one can be read', async (version: GoVersion) => {
    const index = JSON.parse(Buffer.from(await nodeHost.bytes(`${version}.json`)).toString()) as {
      packages: Record<string, string[]>;
    };
    const importer = await loadFacts({ ...nodeHost, whole: true }, version, Object.keys(index.packages));
    let bodies = 0;
    for (const [path, entry] of Object.entries(index.packages)) {
      if (entry.length < 3) continue;
      const { scope } = importer.import(path) as Package;
      for (const name of scope.names()) {
        const obj = scope.lookup(name)!;
        const funcs: Func[] = [];
        if (obj.kind === 'Func' && (obj.typ as Signature).tparams.length > 0) funcs.push(obj);
        if (obj.kind === 'TypeName' && obj.typ?.kind === 'Named' && typeParamsOf(obj.typ).length > 0) {
          for (let i = 0; i < numMethods(obj.typ); i++) funcs.push(methodAt(obj.typ, i));
        }
        for (const func of funcs) {
          const body = importer.bodyOf(func);
          if (!body) continue;
          bodies++;
          expect(importer.placeOf(body.decl.pos)!.file).toContain(`$GOROOT/src/${path}/`);
        }
      }
    }
    expect(bodies).toBeGreaterThan(80);
  });
});

test('small: the facts of the packages that 99 % of the programs need, with notes, costs and the primer', async () => {
  const index = JSON.parse(Buffer.from(await nodeHost.bytes('1.26.json')).toString()) as {
    primer: string;
    packages: Record<string, string[]>;
  };
  const popular = (
    'fmt os log time strings net/http io strconv sync encoding/json math/rand bufio errors net math bytes runtime ' +
    'io/ioutil sort path/filepath html/template flag reflect context regexp text/template encoding/csv slices ' +
    'sync/atomic os/exec unicode/utf8 image path go/token testing crypto/md5 encoding/binary go/ast go/parser ' +
    'runtime/pprof crypto/rand math/big net/rpc image/color net/url os/signal crypto/sha256 crypto/sha1 encoding/hex ' +
    'encoding/base64 encoding/xml encoding/gob compress/gzip archive/zip archive/tar container/list container/heap ' +
    'container/ring runtime/debug syscall text/tabwriter unicode database/sql net/http/httptest crypto/tls crypto/x509 ' +
    'crypto/hmac crypto/aes crypto/cipher crypto/rsa hash hash/crc32 hash/fnv html image/png image/jpeg image/gif ' +
    'image/draw io/fs maps math/bits math/cmplx net/smtp'
  ).split(' ');
  expect(popular.length).toBe(83);
  let size = 0;
  for (const hash of [index.primer, ...popular.map((path) => index.packages[path]![0]!)])
    size += brotliCompressSync(await nodeHost.bytes(`data/${hash}.bin`)).length;
  expect(size).toBeLessThan(60_000);
});
