/**
 * The learner's log of answers in this browser.
 *
 * The log in memory is what the page works with; IndexedDB is where it lasts. Answers reach other tabs at once. When the
 * disk is full or switched off, nothing is lost while the page is open: the entries wait, the learner is told and can
 * save a file.
 */
import { version } from '../../../package.json' with { type: 'json' };
import { defaultGoVersion, pinnedToolchain } from '../../analyzer/base/versions.ts';
import { appendRecord, emptyLog, mergeLogs, type ProgressLog } from '../../course/progress/log.ts';
import { type AnswerRecord, builtInPack, type Occasion, recordSchema } from '../../course/progress/record.ts';
import { itemKey, itemStates } from '../../course/progress/state.ts';
import { entriesBeyond, hashOf, logOfOldText, logOfValues, type StoredEntry } from '../../course/progress/stored.ts';
import { type Disk, openDisk, readAll, write } from './disk.ts';
import { RETURNING } from './returning-key.ts';

/** Where the first versions kept the log. */
const OLD_LOG = 'stack-or-heap.progress';
/** The built-in course, where an element does not name another pack. */
export const PACK = builtInPack;

export function packOf(element: Element): string {
  return element.closest<HTMLElement>('[data-pack]')?.dataset.pack ?? PACK;
}

export const ENGINE_VERSION = version;

export type Trouble = 'full' | 'unavailable';

class Store {
  log: ProgressLog = emptyLog;
  readonly ready: Promise<void>;
  #disk: Promise<Disk>;
  #waiting: StoredEntry[] = [];
  #writing: Promise<void> = Promise.resolve();
  readonly #tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(OLD_LOG) : undefined;

  constructor() {
    this.#disk = openDisk();
    this.ready = this.#start();
    this.#tabs?.addEventListener('message', ({ data }) => this.#merge(logOfValues(data as unknown[])));
    addEventListener('beforeunload', (event) => this.#waiting.length > 0 && event.preventDefault());
  }

  async #start(): Promise<void> {
    try {
      this.#merge(logOfValues(await readAll(await this.#disk)));
      this.#remember();
    } catch {
      // Said at the first answer that cannot be kept.
    }
    await this.#migrate();
  }

  async #migrate(): Promise<void> {
    const text = local(() => localStorage.getItem(OLD_LOG));
    if (!text) return;
    await this.absorb(logOfOldText(text));
    if (this.#waiting.length === 0) local(() => localStorage.removeItem(OLD_LOG));
  }

  #merge(log: ProgressLog): void {
    const merged = mergeLogs(this.log, log);
    if (merged.records.length === this.log.records.length && merged.unread.length === this.log.unread.length) return;
    this.log = merged;
    document.dispatchEvent(new Event('progress'));
  }

  #remember(): void {
    if (this.log.records.length > 0) local(() => localStorage.setItem(RETURNING, '1'));
  }

  /** Adds what is new in `log` for good; resolves when it is written, or known to wait. */
  absorb(log: ProgressLog): Promise<void> {
    const entries = entriesBeyond(log, this.log);
    this.#merge(log);
    this.#tabs?.postMessage(entries.map(({ value }) => value));
    this.#waiting.push(...entries);
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const entries = [...this.#waiting];
    try {
      await write(await this.#disk, entries);
      this.#waiting = this.#waiting.slice(entries.length);
      this.#remember();
      document.dispatchEvent(new Event('progress-kept'));
    } catch (error) {
      const trouble = (error as DOMException).name === 'QuotaExceededError' ? 'full' : 'unavailable';
      // A closed or broken connection is opened anew for the next answer.
      if (trouble === 'unavailable') {
        this.#disk = openDisk();
        this.#disk.catch(() => {});
      }
      const { tellTrouble } = await import('../record/trouble.ts');
      tellTrouble(trouble, this.#waiting.length, () => this.retry());
    }
  }

  retry(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  add(record: AnswerRecord): void {
    void this.absorb(appendRecord(this.log, record));
  }
}

const store = new Store();

/** Storage may be switched off: then there is nothing, and nothing is kept. */
function local<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** What is known by now; `progress` is dispatched on the document whenever it has grown. */
export function load(): ProgressLog {
  return store.log;
}

/** The log once it has been read from the disk. */
export async function loaded(): Promise<ProgressLog> {
  await store.ready;
  return store.log;
}

export function absorb(log: ProgressLog): Promise<void> {
  return store.absorb(log);
}

export type Given = Pick<
  AnswerRecord,
  | 'lesson'
  | 'item'
  | 'revision'
  | 'answer'
  | 'score'
  | 'misconceptions'
  | 'confidence'
  | 'hints'
  | 'gaveUp'
  | 'durationMs'
  | 'occasion'
> &
  /** Of a drawn variant, its seed; of a question about another Go version, that one; of a mounted pack, its id. */
  Partial<Pick<AnswerRecord, 'seed' | 'goVersion' | 'pack'>>;

export function save(given: Given, program: string): Given {
  const at = Date.now();
  const answers = itemStates(store.log).get(itemKey(given.pack ?? PACK, given.item))?.answers ?? [];
  store.add({
    schema: recordSchema,
    id: newId(at),
    pack: PACK,
    seed: 0,
    programHash: program === '' ? '' : hashOf(program),
    attempt: answers.filter(({ occasion }) => occasion === given.occasion).length + 1,
    at,
    engineVersion: ENGINE_VERSION,
    goVersion: pinnedToolchain[defaultGoVersion],
    ...given,
  });
  return given;
}

/** The releases that a key is about: `1.25, 1.26` names their pinned patches. */
export function releasesOf(go: string): string {
  const pinned: Readonly<Record<string, string>> = pinnedToolchain;
  return go
    .split(', ')
    .map((version) => pinned[version] ?? version)
    .join(', ');
}

/** Unique over devices and tabs, without asking any of them. */
function newId(at: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${at.toString(36)}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Why a question is asked, from where it stands. The question before a lesson is a pre-question at its first answer
 * only; answered again, it counts for the lesson.
 */
export function occasionOf(element: Element, item: string): Occasion {
  const said = element.closest<HTMLElement>('[data-occasion]')?.dataset.occasion as Occasion | undefined;
  const isFirst = !itemStates(store.log).has(itemKey(packOf(element), item));
  return !said || (said === 'pre-question' && !isFirst) ? 'lesson' : said;
}
