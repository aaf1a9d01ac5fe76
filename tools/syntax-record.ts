/**
 * Records what the installed Go toolchain says about test/testdata/syntax: trees/*.tree are go/parser's trees of
 * trees/*.go (tools/syntaxdump), broken.json the compiler's errors for each program of broken.txt, constraints.json the Go
 * version that each //go:build line of constraints.txt demands ("error" when it is none).
 *
 *   node tools/run.mjs tools/syntax-record.ts
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenPrograms } from './syntax-broken.ts';

const folder = join(import.meta.dirname, '..', 'test', 'testdata', 'syntax');
const work = mkdtempSync(join(tmpdir(), 'syntax-record-'));
const tool = join(work, 'syntaxdump');
execFileSync('go', ['build', '-o', tool, '.'], { cwd: join(import.meta.dirname, 'syntaxdump') });
for (const path of globSync(join(folder, 'trees', '*.go'))) {
  writeFileSync(path.replace(/\.go$/, '.tree'), execFileSync(tool, [path], { maxBuffer: 1 << 26 }));
}

// The second file has a syntax error, which keeps the compiler from checking types.
writeFileSync(join(work, 'z.go'), 'package p\n1\n');
const errors: Record<string, string[]> = {};
for (const [name, text] of brokenPrograms(readFileSync(join(folder, 'broken.txt'), 'utf8'))) {
  writeFileSync(join(work, 'x.go'), text);
  const args = ['tool', 'compile', '-e', '-p', 'p', '-o', 'x.o', 'x.go', 'z.go'];
  const { stdout } = spawnSync('go', args, { cwd: work, encoding: 'utf8' });
  errors[name] = stdout
    .trimEnd()
    .split(/\n(?=[xz]\.go:)/)
    .filter((message) => message.startsWith('x.go:'))
    .map((message) => message.slice('x.go:'.length));
}

const constraints = readFileSync(join(folder, 'constraints.txt'), 'utf8').trimEnd().split('\n');
const versions = execFileSync(tool, ['-goversion'], { input: constraints.join('\n'), encoding: 'utf8' })
  .trimEnd()
  .split('\n');
writeFileSync(
  join(folder, 'constraints.json'),
  `${JSON.stringify(Object.fromEntries(constraints.map((line, i) => [line, versions[i]])), null, 1)}\n`,
);
const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
writeFileSync(join(folder, 'broken.json'), `${JSON.stringify({ version, errors }, null, 1)}\n`);
