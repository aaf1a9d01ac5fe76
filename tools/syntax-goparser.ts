/** Asks go/parser for its trees through tools/syntaxdump, and compares ours with them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFileSet } from '../src/analyzer/base/pos.ts';
import { type Parser, parse } from '../src/analyzer/syntax/index.ts';
import { dumpFile } from './syntax-dump.ts';

/** Builds tools/syntaxdump outside the repository; the result is the program's path. */
export function buildSyntaxdump(): string {
  const tool = join(mkdtempSync(join(tmpdir(), 'syntaxdump-')), 'syntaxdump');
  execFileSync('go', ['build', '-o', tool, '.'], { cwd: join(import.meta.dirname, 'syntaxdump') });
  return tool;
}

export interface Dump {
  readonly lines: string;
  /** The first error or refusal, or "". */
  readonly problem: string;
}

export function ourDump(parser: Parser, path: string): Dump {
  const source = makeFileSet([{ name: path, text: readFileSync(path) }]).files[0]!;
  const { file, errors, refused } = parse(parser, source);
  const problem = refused?.message ?? errors.find(({ code }) => code === 'syntax')?.message ?? '';
  return { lines: dumpFile(file, source.base), problem };
}

export interface Comparison {
  /** Files that go/parser accepts. */
  readonly valid: number;
  readonly differ: readonly { readonly path: string; readonly problem: string }[];
}

export function compareTrees(parser: Parser, tool: string, files: readonly string[]): Comparison {
  const answer = execFileSync(tool, { input: files.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
  const differ: { path: string; problem: string }[] = [];
  let valid = 0;
  for (const row of answer.trim().split('\n')) {
    const [path, hash] = row.split('\t') as [string, string];
    if (hash === 'error') continue;
    valid++;
    const { lines, problem } = ourDump(parser, path);
    if (createHash('sha1').update(lines).digest('hex') !== hash)
      differ.push({ path, problem: problem || 'another tree' });
  }
  return { valid, differ };
}
