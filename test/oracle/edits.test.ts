/** "What would keep it on the stack": the edited programs, asked of the installed compiler. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../src/cli/toolchain.ts';
import { CourseEngine } from '../../src/course/engine.ts';
import { words } from '../../src/course/words/index.ts';
import { live, toolchain } from './live.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'test/testdata/programs');
const engine = new CourseEngine({ bytes: (name) => Promise.resolve(readFileSync(join(root, 'public/facts', name))) });

async function onHeap(file: string): Promise<number> {
  const { exitCode, lines } = await compile(toolchain!, [file], { flags: ['-m', '-l'] });
  expect([exitCode, lines]).toEqual([0, lines]);
  return lines.filter((line) => /main\.go:.*(?:moved to heap: .*| escapes to heap)$/.test(line)).length;
}

live('edits', () => {
  test('each that can be made compiles, and the compiler puts less on the heap', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'edits-'));
    const file = join(scratch, 'main.go');
    let tried = 0;
    for (const program of readdirSync(folder).filter((name) => name.endsWith('.go'))) {
      const text = readFileSync(join(folder, program), 'utf8');
      const { picture } = await engine.inspect({ file: 'main.go', text, words: words.en });
      writeFileSync(file, text);
      const before = await onHeap(file);
      for (const walk of picture.walks.filter(({ verdict }) => verdict === 'heap')) {
        for (const edit of await engine.edits({ file: 'main.go', text, location: walk.node })) {
          if (edit.text === null) continue;
          writeFileSync(file, edit.text);
          expect([program, edit.was, (await onHeap(file)) < before]).toEqual([program, edit.was, true]);
          tried++;
        }
      }
    }
    rmSync(scratch, { recursive: true });
    console.log(`${tried} edits, all confirmed by the compiler`);
    expect(tried).toBeGreaterThan(20);
  });
});
