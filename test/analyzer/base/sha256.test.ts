import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/analyzer/base/sha256.ts';

test.each([0, 1, 55, 56, 63, 64, 65, 119, 1000])('%i letters', (length) => {
  const text = 'aé→z'.repeat(length).slice(0, length);
  expect(Buffer.from(sha256(text)).toString('hex')).toBe(createHash('sha256').update(text).digest('hex'));
});
