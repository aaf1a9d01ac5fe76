/** The log in IndexedDB. Every function fails with the browser's own error; what to do about it is the store's matter. */
import { type IDBPDatabase, openDB } from 'idb';
import type { StoredEntry } from '../../course/progress/stored.ts';

const NAME = 'stack-or-heap';
const ANSWERS = 'answers';

export type Disk = IDBPDatabase;

/** Browsers that keep nothing throw at once; here that is a rejection like any other. */
export async function openDisk(): Promise<Disk> {
  return openDB(NAME, 1, {
    upgrade(database) {
      database.createObjectStore(ANSWERS);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

export function readAll(disk: Disk): Promise<unknown[]> {
  return disk.getAll(ANSWERS);
}

/** All of `entries` or none. */
export async function write(disk: Disk, entries: readonly StoredEntry[]): Promise<void> {
  const transaction = disk.transaction(ANSWERS, 'readwrite');
  try {
    const puts = entries.map(({ key, value }) => transaction.store.put(value, key));
    await Promise.all([...puts, transaction.done]);
  } catch (error) {
    // A put that throws at once leaves a transaction that would still commit what came before it.
    transaction.done.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw error;
  }
}
