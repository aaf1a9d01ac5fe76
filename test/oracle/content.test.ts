/** What is recorded about the course's programs is what the installed toolchain says now. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askAll, recordedFile } from '../../tools/record-content.ts';
import { live } from './live.ts';

live('programs of the course', () => {
  test('as recorded', async () => {
    expect(await askAll()).toEqual(JSON.parse(readFileSync(recordedFile, 'utf8')));
  });
});
