/** The programs of the messages' pages, asked of the installed compiler: it prints the line that the page is about. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../src/cli/toolchain.ts';
import { CourseEngine } from '../../src/course/engine.ts';
import { codeOf } from '../../src/course/messages/codes.ts';
import { type MessageEntry, messageTable } from '../../src/course/messages/table.ts';
import { live, toolchain } from './live.ts';

const root = resolve(import.meta.dirname, '../..');
const engine = new CourseEngine({ bytes: (name) => Promise.resolve(readFileSync(join(root, 'public/facts', name))) });

/** The two codes whose lines read alike. */
const ALIKE: Readonly<Record<string, string>> = { 'param-does-not-escape': 'does-not-escape' };

async function printed({ code, flags }: MessageEntry): Promise<string[]> {
  const file = join(root, `src/content/messages/${code}.go`);
  const complete = code !== 'assuming-unsafe-uintptr';
  const { lines } = await compile(toolchain!, [file], { flags: flags.split(' '), complete });
  return lines
    .map((line) => line.replaceAll(/(?:[^\s:]*\/)?[\w-]+\.go:/g, 'main.go:'))
    .filter((line) => line.startsWith('main.go:'));
}

async function computed({ code, level, debug }: MessageEntry): Promise<string[]> {
  const text = readFileSync(join(root, `src/content/messages/${code}.go`), 'utf8');
  const answer = await engine.lines({ file: 'main.go', text, level: level === 'm2' ? 2 : 1, debug });
  return answer.diagnostics
    .filter(({ own }) => own)
    .map(({ line, col, message }) => `main.go:${line}:${col}: ${message}`);
}

live('messages', () => {
  test.each(messageTable.map((entry) => [entry.code, entry] as const))('%s', async (code, entry) => {
    const lines = await printed(entry);
    if (entry.recorded) {
      for (const line of entry.recorded) expect(lines).toContain(`main.go:${line}`);
      return;
    }
    expect(await computed(entry)).toEqual(lines);
    // Go 1.24 and 1.25 only: the pinned toolchain prints none.
    if (code === 'skip-inlining') return;
    const codes = lines.map((line) => codeOf(line.replace(/^main\.go:\d+(?::\d+)?: /, '')));
    expect(codes).toContain(ALIKE[code] ?? code);
  });
});
