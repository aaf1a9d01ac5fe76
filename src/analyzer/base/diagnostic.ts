import { baseAt, type FileSet, type Pos } from './pos.ts';

/**
 * One message of the compiler at one place. `code` names the rule (an entry of base/texts, or a types2 error code);
 * `message` is the text as gc prints it after "file:line:col: ", and may hold further lines that start with a tab.
 */
export interface Diagnostic {
  readonly pos: Pos;
  readonly code: string;
  readonly message: string;
  /** A soft error does not invalidate the types found ("declared and not used"). */
  readonly soft: boolean;
}

export function diagnostic(pos: Pos, code: string, message: string, soft = false): Diagnostic {
  return { pos, code, message, soft };
}

/**
 * Errors by place, each once, as the compiler prints them with -e. Files, and parts of files behind `//line` directives,
 * come in the order of the first errors that were found in them.
 */
export function sortedErrors(set: FileSet, found: readonly Diagnostic[]): Diagnostic[] {
  const bases = new Map<Pos, number>();
  const order = found.map((error) => {
    const start = baseAt(set, error.pos);
    const base = bases.get(start) ?? bases.size;
    bases.set(start, base);
    return { error, base };
  });
  order.sort((a, b) => a.base - b.base || a.error.pos - b.error.pos);
  const sorted = order.map(({ error }) => error);
  return sorted.filter((e, i) => e.pos !== sorted[i - 1]?.pos || e.message !== sorted[i - 1]?.message);
}

/** Without -e the compiler stops at the tenth error that it finds, prints the ten by place, and gives up where it stood. */
const mostErrors = 10;

export function firstErrors(set: FileSet, found: readonly Diagnostic[]): Diagnostic[] {
  const tenth = found[mostErrors - 1];
  if (tenth === undefined) return sortedErrors(set, found);
  return [...sortedErrors(set, found.slice(0, mostErrors)), diagnostic(tenth.pos, 'limit', 'too many errors')];
}
