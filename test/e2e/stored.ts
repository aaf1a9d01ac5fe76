/** The stored answers of a page's origin, as the database has them, in the order in which they were given; damaged ones too. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AnswerRecord } from '../../src/course/progress/record.ts';

export async function stored(page: Page): Promise<AnswerRecord[]> {
  const all = await page.evaluate(
    () =>
      new Promise<AnswerRecord[]>((resolve, reject) => {
        const opening = indexedDB.open('stack-or-heap');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          if (!opening.result.objectStoreNames.contains('answers')) return resolve([]);
          const reading = opening.result.transaction('answers').objectStore('answers').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as AnswerRecord[]);
          };
        };
      }),
  );
  return all.sort((a, b) => a?.at - b?.at || a?.attempt - b?.attempt);
}

export async function storedCount(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await stored(page)).length).toBe(count);
}
