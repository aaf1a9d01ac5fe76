/** Every line that a lesson quotes from an old release was printed by that release. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { changes } from '../../src/components/build/teaching.ts';

const folder = resolve(import.meta.dirname, '../testdata/programs');
const recordings = readdirSync(folder).filter((name) => /^outputs-.*\.json$/.test(name));

function printed(go: string, program: string, flags: string): string[] {
  const file = recordings.find((name) => new RegExp(`^outputs-${go.replace('.', '\\.')}\\.\\d+\\.json$`).test(name));
  expect(file, `a recording of Go ${go}`).toBeDefined();
  const all = JSON.parse(readFileSync(resolve(folder, file!), 'utf8')) as Record<string, Record<string, string[]>>;
  return all[program]![flags]!;
}

/** The texts behind the position, of one line of the program or of all. */
function said(lines: readonly string[], program: string, line: number | undefined): string[] {
  return lines.flatMap((text) => {
    const match = /^([\w]+\.go):(\d+):\d+: (.*)$/.exec(text);
    if (line === undefined) return [text.trim()];
    return match?.[1] === `${program}.go` && Number(match[2]) === line ? [match[3]!] : [];
  });
}

test.each(Object.entries(changes()))('%s', (_, { program, flags, line, was, is }) => {
  expect(was.says).not.toBe(is.says);
  for (const [{ go, says }, other] of [
    [was, is],
    [is, was],
  ] as const) {
    const lines = said(printed(go, program, flags), program, line);
    if (says === '') {
      expect(lines, `Go ${go}`).not.toContain(other.says);
      continue;
    }
    const places = says.split(' / ').map((each) => lines.indexOf(each));
    expect(places, `Go ${go}: ${says}`).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test('V1 to V25 are all there', () => {
  expect(Object.keys(changes())).toEqual(Array.from({ length: 25 }, (_, i) => `V${i + 1}`));
});
