/**
 * Records how go/types prints the objects of every std package that has facts, as a hash for each package: what a reader
 * of the facts has to arrive at, also where there is no Go.
 *
 *   node tools/run.mjs tools/record-facts.ts [--work DIR]     test/testdata/facts/described.json
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goVersions, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { findToolchain } from '../src/cli/toolchain.ts';

/** A hash of each package's lines. */
export function hashPackages(lines: readonly string[]): Record<string, string> {
  const hashes: Record<string, string> = {};
  let start = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && !lines[i]!.startsWith('package ')) continue;
    const path = lines[start]!.split(' ')[2]!;
    hashes[path] = createHash('sha256').update(lines.slice(start, i).join('\n')).digest('hex').slice(0, 12);
    start = i;
  }
  return hashes;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { work: { type: 'string', default: join(tmpdir(), 'stackorheap-stdfacts') } },
  });
  const recorded: Record<string, Record<string, string>> = {};
  for (const version of goVersions) {
    const toolchain = findToolchain(pinnedToolchain[version]);
    if (!toolchain) throw new Error('record-facts: no Go toolchain here');
    const text = execFileSync(join(toolchain.goroot, 'bin', 'go'), ['run', '.', '-describe', '-work', values.work], {
      cwd: resolve(import.meta.dirname, 'stdfacts'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: toolchain.environment,
    });
    recorded[version] = hashPackages(text.trimEnd().split('\n'));
    console.log(`${version}: ${Object.keys(recorded[version]).length} packages`);
  }
  const folder = resolve(import.meta.dirname, '../test/testdata/facts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'described.json'), `${JSON.stringify(recorded, null, 1)}\n`);
}
