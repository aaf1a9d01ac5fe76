/** How the log lies in the browser's store: nothing is lost, whatever comes back from it. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/course/json.ts';
import { emptyLog, exportLog, makeLog, mergeLogs } from '../../src/course/progress/log.ts';
import { entriesBeyond, logOfOldText, logOfValues, storedEntries } from '../../src/course/progress/stored.ts';

const answer = (id: string, score = 1): Json => ({
  schema: 2,
  id,
  pack: 'p',
  lesson: 'a',
  item: `a/${id}`,
  revision: 1,
  seed: 0,
  programHash: '',
  answer: null,
  score,
  misconceptions: [],
  confidence: 'think',
  hints: 0,
  gaveUp: false,
  durationMs: 1,
  attempt: 1,
  occasion: 'lesson',
  at: 1,
  engineVersion: '1',
  goVersion: '1.26',
});

describe('the stored entries', () => {
  const strange = [{ schema: 9 }, 'garbage', null, { ...(answer('x') as object), score: 7 }];
  const log = makeLog([answer('one'), answer('two', 0), ...(strange as Json[])]);
  it('give back the same log, damaged entries included', () => {
    expect(logOfValues(storedEntries(log).map(({ value }) => value))).toEqual(log);
    expect(log.unread).toHaveLength(strange.length);
  });
  it('have keys of their own', () => {
    expect(new Set(storedEntries(log).map(({ key }) => key)).size).toBe(storedEntries(log).length);
  });
  it('that are new are found', () => {
    expect(entriesBeyond(log, emptyLog)).toHaveLength(6);
    expect(entriesBeyond(log, makeLog([answer('one'), 'garbage']))).toHaveLength(4);
    expect(entriesBeyond(log, log)).toEqual([]);
  });
  it('may hold what no JSON can say', () => {
    expect(logOfValues([undefined, new Date(0), answer('one')])).toMatchObject({ records: [{ id: 'one' }] });
  });
});

describe('the text of the first versions', () => {
  it('is read', () => {
    const log = makeLog([answer('one'), answer('two')]);
    expect(logOfOldText(exportLog(log))).toEqual(log);
  });
  for (const text of [
    '{"kind":"stack-or-heap-progress","schema":1,"rec',
    '',
    '{"kind":"stack-or-heap-progress","schema":7,"records":[]}',
  ])
    it(`is kept when it is ${text.slice(-12) || 'empty'}`, () => {
      const log = logOfOldText(text);
      expect(log.unread.map(({ raw }) => raw)).toEqual([text]);
      expect(mergeLogs(log, log)).toEqual(log);
    });
});
