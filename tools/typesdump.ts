/**
 * What our checker records, against go/types: the reference program tools/typesdump and `dumpTypes` on the same files.
 * Needs the Go toolchain.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFileSet, relativePosition, type SourceText } from '../src/analyzer/base/pos.ts';
import { parseFiles } from '../src/analyzer/syntax/parse.ts';
import { check } from '../src/analyzer/types/check.ts';
import type { Importer } from '../src/analyzer/types/package.ts';
import { rememberingSizes } from '../src/analyzer/types/sizes.ts';
import { readProgram } from '../src/cli/files.ts';
import { SourceImporter } from '../src/cli/source_importer.ts';
import { dumpTypes, type TypesLine } from '../src/cli/types-dump.ts';

export interface Reference {
  readonly dir: string;
  readonly status: 'ok' | 'error';
  readonly error?: string;
  readonly lines: readonly TypesLine[] | null;
}

export function goroot(): string {
  return execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
}

/** Asks go/types about each path. */
export function reference(paths: readonly string[]): Reference[] {
  const folder = mkdtempSync(join(tmpdir(), 'typesdump-'));
  try {
    const binary = join(folder, 'typesdump');
    execFileSync('go', ['build', '-o', binary, '.'], { cwd: fileURLToPath(new URL('typesdump', import.meta.url)) });
    const { stdout, stderr, status } = spawnSync(binary, ['-batch'], {
      input: paths.join('\n'),
      encoding: 'utf8',
      maxBuffer: 2 ** 32 - 1,
    });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Reference);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Programs of GOROOT/test that are one package in one file, and not about syntax errors. */
export function testPrograms(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.endsWith('.dir')) found.push(...testPrograms(path));
    else if (entry.name.endsWith('.go') && /^package \w+/m.test(readFileSync(path, 'utf8'))) found.push(path);
  }
  return found.sort();
}

/** Std packages from the toolchain's own source, vendored ones among them. */
export function stdImporter(root: string): Importer {
  const list = (path: string): readonly SourceText[] | undefined => {
    for (const folder of [join(root, 'src', path), join(root, 'src', 'vendor', path)]) {
      if (existsSync(folder)) return readProgram([folder], '1.26').files;
    }
    return undefined;
  };
  return new SourceImporter(list, { sizes: rememberingSizes(), goVersion: 'go1.26' });
}

export interface Ours {
  readonly lines: readonly TypesLine[];
  readonly errors: readonly string[];
}

export function ours(path: string, importer: Importer): Ours {
  const program = readProgram([path], '1.26');
  const { set, parsed } = parseFiles(makeFileSet(program.files));
  const files = parsed.map((p) => p.file);
  const result = check(set, files, 'p', {
    importer,
    sizes: rememberingSizes(),
    goVersion: 'go1.26',
    ignoreBranchErrors: true,
  });
  // Compiler directives are none of go/types' business.
  const syntax = parsed.flatMap((p) => p.errors).filter((e) => e.code !== 'directive');
  const errors = [...syntax, ...result.errors].map((e) => {
    const p = relativePosition(set, e.pos);
    return `${p?.file}:${p?.line}:${p?.col}: ${e.message}`;
  });
  return { lines: dumpTypes({ fileSet: set, files, package: result.package, info: result.info }), errors };
}

/** Asks the command, `stackorheap types --json --batch`: facts in place of sources, as users have it. */
export function byCommand(paths: readonly string[]): Map<string, Ours> {
  const command = fileURLToPath(new URL('../bin/stackorheap', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'types', '--json', '--batch'], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 32 - 1,
  });
  if (status !== 0) throw new Error(stderr);
  const answers = stdout
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { dir: string; status: string; error?: string; reason?: string; lines: TypesLine[] },
    );
  return new Map(
    answers.map((a) => [
      a.dir,
      { lines: a.lines ?? [], errors: a.status === 'ok' ? [] : [a.error ?? a.reason ?? a.status] },
    ]),
  );
}

export interface Comparison {
  readonly path: string;
  readonly status: 'same' | 'different' | 'crash' | 'refused';
  /** Lines of go/types. */
  readonly total: number;
  /** Lines that only go/types has (`-`) or only we have (`+`). */
  readonly diff: readonly string[];
}

/** A line as text: what makes two lines the same. */
export function key(line: TypesLine): string {
  return `${line.file}:${line.start}-${line.end} ${line.kind} ${line.type}${line.value === undefined ? '' : ` = ${line.value}`}`;
}

/** Compares one package; where go/types finds an error, we must too. */
export function compare(ref: Reference, answer: Importer | Ours): Comparison {
  const path = ref.dir;
  let own: Ours;
  try {
    own = 'lines' in answer ? answer : ours(path, answer);
  } catch (error) {
    return { path, status: 'crash', total: ref.lines?.length ?? 0, diff: [String((error as Error).stack)] };
  }
  if (ref.status === 'error')
    return { path, status: 'refused', total: 0, diff: own.errors.length > 0 ? [] : [ref.error ?? ''] };
  const want = new Set((ref.lines ?? []).map(key));
  const got = new Set(own.lines.map(key));
  const diff = [
    ...own.errors.map((e) => `! ${e}`),
    ...[...want].filter((k) => !got.has(k)).map((k) => `- ${k}`),
    ...[...got].filter((k) => !want.has(k)).map((k) => `+ ${k}`),
  ];
  return { path, status: diff.length === 0 ? 'same' : 'different', total: want.size, diff };
}
