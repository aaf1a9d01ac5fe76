/** Pasted sources to files: parts below `-- path/name.go --` lines, or one file whose name the output tells. */
import { parseBuildOutput } from './parse.ts';
import type { GivenFile } from './report.ts';

const MARKER = /^-- (\S.*?) --\s*$/;

export function splitFiles(pasted: string, output: string): GivenFile[] {
  const files: { name: string; lines: string[] }[] = [];
  const before: string[] = [];
  for (const line of pasted.replaceAll('\r\n', '\n').split('\n')) {
    const name = MARKER.exec(line)?.[1];
    if (name !== undefined) files.push({ name: name.replaceAll('\\', '/').replace(/^\.\//, ''), lines: [] });
    else (files.at(-1)?.lines ?? before).push(line);
  }
  if (before.some((line) => line.trim() !== '')) files.unshift({ name: nameOf(output), lines: before });
  return files.map(({ name, lines }) => ({ name, text: lines.join('\n') }));
}

/** The file that most lines are about; `main.go` where the output names none. */
function nameOf(output: string): string {
  const counts = new Map<string, number>();
  for (const { at } of parseBuildOutput(output).lines) {
    if (at === null || at.file.startsWith('<') || at.file.startsWith('$')) continue;
    const name = at.file.replaceAll('\\', '/').replace(/^\.\//, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'main.go';
}

/** A file as a part of the pasted text. */
export function marked({ name, text }: GivenFile): string {
  return `-- ${name} --\n${text.endsWith('\n') ? text : `${text}\n`}`;
}
