/** The keys are right: judged by what the toolchain printed about the programs, not by the engine that made them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessonsWithQuestions, programs, questionsOf } from '../../src/components/build/content.ts';
import { report } from '../../src/components/build/engine.ts';
import { keyFile } from '../../src/components/build/keys.ts';
import { isPlaced } from '../../src/course/kinds/schemas.ts';
import { findMark } from '../../src/course/span.ts';
import { recordedFile } from '../../tools/record-content.ts';

const recorded = JSON.parse(readFileSync(recordedFile, 'utf8')) as Record<string, string[]>;

/** "moved to heap" stands at the name; "escapes to heap" somewhere in the expression, on its line. */
function compilerSays(program: string, line: number, col: number, mark: string): 'stack' | 'heap' {
  const moved = recorded[program]!.includes(`${program}.go:${line}:${col}: moved to heap: ${mark}`);
  const escapes = recorded[program]!.some(
    (text) => text.startsWith(`${program}.go:${line}:`) && text.endsWith(`${mark} escapes to heap`),
  );
  return moved || escapes ? 'heap' : 'stack';
}

// Keys of all kinds, and the boxes of lessons, are made from these reports.
test.each([...programs])('of %s the engine says what the compiler said', async (program, text) => {
  const own = recorded[program]!.filter((line) => !line.startsWith('$GOROOT/'));
  expect((await report(program, text, 'en')).says).toEqual(own);
});

describe.each(lessonsWithQuestions())('%s', (lesson) => {
  test.each(questionsOf(lesson).map((entry) => [entry.question.id, entry] as const))('%s', async (_, entry) => {
    const { question, text } = entry;
    const key = await keyFile(entry, 'en');
    if (!isPlaced(question)) {
      expect('truth' in key && key.truth).not.toEqual([]);
      return;
    }
    const expected = question.places.map((place) => {
      const { line, col } = findMark(text, place.mark, place.in);
      return [place.id, compilerSays(question.program, line, col, place.mark)];
    });
    if ('reasonText' in key) expect(key.places.map(({ id, verdict }) => [id, verdict])).toEqual(expected);
    else expect(expected).toHaveLength(1);
  });
});
