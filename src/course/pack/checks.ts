/** The checks by name. A name is stable: tools and instructors refer to it. */

export const CHECKS = {
  // The pack as a heap of files.
  'too-many-files': 'a pack has a limited number of files and folders',
  'file-too-large': 'a file of a pack has a limited size',
  'pack-too-large': 'a pack has a limited size',
  'symbolic-link': 'a pack holds files, no links to other places',
  'path-traversal': 'a name in a pack stays inside the pack',
  'unexpected-file': 'every file of a safe pack has a place in the format',
  'not-text': 'lessons, questions and programs are UTF-8 text',
  'code-in-safe-pack': 'a safe pack has Markdown lessons; MDX is code and needs `format: trusted`',
  // YAML and its schemas.
  'yaml-syntax': 'YAML files are well formed and use no tags',
  'yaml-aliases': 'YAML aliases must not multiply a small file into a large one',
  schema: 'fields are those of the published schemas',
  'manifest-missing': 'a pack has a pack.yaml',
  'go-version': 'the Go version is one that the engine answers for',
  'engine-version': 'the pack does not ask for a newer engine than this one',
  // Course and lessons.
  'duplicate-lesson': 'the outline lists a lesson once',
  'lesson-not-in-outline': 'every lesson is listed in outline.yaml',
  'lesson-missing': 'every lesson that is listed exists',
  'lesson-front-matter': 'a lesson starts with its title, lede and minutes',
  'code-not-closed': 'code ends where it is seen to end: fences at the margin, spans on one line',
  'raw-html': 'a safe pack has no HTML',
  'unsafe-address': 'addresses are relative, https, http or mailto',
  'dead-link': 'a link or image leads to something that exists',
  'missing-alt-text': 'an image says in words what it shows',
  'unknown-directive': 'directives are those of the format',
  'unknown-term': 'a glossary term is in the glossary',
  // Questions and their words.
  'duplicate-id': 'a question id occurs once in its lesson',
  'questions-without-lesson': 'a file of questions belongs to a lesson',
  'unknown-question': 'a lesson asks questions that exist',
  'question-not-placed': 'every question is asked somewhere in its lesson',
  'question-placed-twice': 'a question is asked once',
  'question-order': 'questions are asked in the order of their file',
  'wrong-place-for-kind': 'questions on the program itself use predict, the others ask',
  'few-questions': 'a lesson has at least five graded questions',
  'few-kinds': 'a lesson has at least three kinds of questions, the first lesson two',
  'course-kind': 'a task whose edits were run by Go is for packs of code: its recordings are made with the site',
  'later-kind': 'a question is of a kind that an engine, a model or a recording can answer',
  'missing-words': 'every question has its words in English',
  'unused-words': 'words belong to a question',
  'negated-stem': 'a question asks for what is, not for what is not',
  'all-of-the-above': 'options stand for themselves',
  'option-count': 'a choice has three options, or four; more help nobody',
  'option-without-lure': 'every wrong option names the belief behind it',
  'lure-without-option': 'a lure belongs to an answer that can be given, and that is wrong',
  'lure-without-refutation': 'the belief behind a lure has a refutation',
  'duplicate-question': 'no two questions ask the same about the same place of the same program',
  'stated-without-source': 'what cannot be computed names its source',
  // Programs and keys.
  'unknown-program': 'a named program exists',
  'unused-program': 'every program is asked about or shown',
  'duplicate-program': 'no two programs are the same text',
  'wide-program': 'programs fit a phone: 36 characters a line',
  'program-does-not-compile': 'programs compile',
  'program-not-supported': 'programs lie inside the subset that the engine answers for',
  'program-too-expensive': 'the engine answers for a program within its limits',
  'mark-not-found': 'a mark occurs in its program',
  'mark-ambiguous': 'a mark occurs once, or says where',
  'mark-without-place': 'a mark stands on a variable or an allocation',
  'recorded-missing': 'a recorded key has its recording',
  'key-refused': 'engine or model derive a key that an answer can meet',
  // Variants.
  'variant-lesson': 'a family of variants belongs to a lesson',
  'variant-slot': 'every slot is filled, and every value is used',
  'variant-broken': 'every variant compiles, and its key can be computed',
  'variant-one-answer': 'the cases of a family have different answers',
  'variant-equal-options': 'no two options of a variant say the same',
  'variant-belief': 'a belief that a family tries is behind a wrong answer of some variant',
  'out-of-time': 'the whole pack is checked in bounded time',
} as const;

export type CheckName = keyof typeof CHECKS;

/** Advice does not fail a pack. */
const ADVICE: ReadonlySet<CheckName> = new Set(['wide-program', 'unused-words']);

export interface Position {
  readonly line: number;
  readonly col: number;
}

export interface PackProblem extends Position {
  readonly check: CheckName;
  readonly advice: boolean;
  readonly file: string;
  readonly message: string;
}

const START: Position = { line: 1, col: 1 };
/** More problems than this help nobody, and would let a hostile pack fill a disk. */
const MAX_PROBLEMS = 1000;
const MAX_MESSAGE = 400;

/** Control characters of a pack must not reach a terminal. */
function plain(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
  return clean.length > MAX_MESSAGE ? `${clean.slice(0, MAX_MESSAGE)}…` : clean;
}

/** Collects the problems of one pack, each place and message once. */
export class Problems {
  readonly #found = new Map<string, PackProblem>();

  add(check: CheckName, file: string, message: string, at: Position = START): void {
    if (this.#found.size >= MAX_PROBLEMS) return;
    const problem = {
      check,
      advice: ADVICE.has(check),
      file: plain(file),
      line: at.line,
      col: at.col,
      message: plain(message),
    };
    this.#found.set(`${file}\0${at.line}\0${at.col}\0${check}\0${problem.message}`, problem);
  }

  /** By file, then by place. */
  sorted(): PackProblem[] {
    return [...this.#found.values()].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.col - b.col,
    );
  }
}

/** Lines and columns from 1, columns in UTF-16 units, of an offset. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, col: offset - starts[low]! + 1 };
  };
}
