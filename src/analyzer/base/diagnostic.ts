import type { Pos } from './pos.ts';

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
