/** The learner's log of answers in this browser. Storage may be missing or full: then it lasts for the page. */
import { defaultGoVersion, pinnedToolchain } from '../../analyzer/base/versions.ts';
import { appendRecord, emptyLog, exportLog, importLog, type ProgressLog } from '../../course/progress/log.ts';
import { type AnswerRecord, recordSchema } from '../../course/progress/record.ts';
import { itemKey, itemStates } from '../../course/progress/state.ts';

const LOG = 'stack-or-heap.progress';
const DEVICE = 'stack-or-heap.device';
/** The built-in course is a pack like any other. */
export const PACK = 'course';
const ENGINE_VERSION = '0.1.0';

let kept: ProgressLog = emptyLog;

export function load(): ProgressLog {
  try {
    const text = localStorage.getItem(LOG);
    const read = text === null ? undefined : importLog(kept, text);
    if (read?.ok) kept = read.log;
  } catch {
    // Storage may be switched off: what this page has is all there is.
  }
  return kept;
}

function device(): string {
  try {
    const known = localStorage.getItem(DEVICE);
    if (known) return known;
    const fresh = crypto.randomUUID().slice(0, 8);
    localStorage.setItem(DEVICE, fresh);
    return fresh;
  } catch {
    return 'here';
  }
}

/** FNV-1a: tells programs apart, nothing more. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16);
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
>;

export function save(given: Given, program: string): void {
  const log = load();
  const own = device();
  const before = itemStates(log).get(itemKey(PACK, given.item))?.answers.length ?? 0;
  const record: AnswerRecord = {
    schema: recordSchema,
    id: `${own}-${log.records.filter(({ id }) => id.startsWith(`${own}-`)).length + 1}`,
    pack: PACK,
    seed: 0,
    programHash: hash(program),
    attempt: before + 1,
    at: Date.now(),
    engineVersion: ENGINE_VERSION,
    goVersion: pinnedToolchain[defaultGoVersion],
    ...given,
  };
  kept = appendRecord(log, record);
  try {
    localStorage.setItem(LOG, exportLog(kept));
  } catch {
    // Full or switched off: the page goes on without keeping it.
  }
  document.dispatchEvent(new Event('progress'));
}
