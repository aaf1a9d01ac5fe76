/**
 * Reporting errors. Follows types2/errors.go of Go 1.26.
 *
 * Invariants: an error is reported at the position that gc prints; parts after the first stand on lines of their own,
 * indented, with their position in front. Errors that follow from an earlier one (they mention invalid operands or
 * types) are dropped. Texts come from base/texts/types.ts.
 */
import { diagnostic } from '../base/diagnostic.ts';
import { noPos, type Pos, positionText } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Node } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { type Arg, sprintf } from './format.ts';
import type { Obj } from './object.ts';
import { Operand } from './operand.ts';
import { startPos } from './util.ts';
import { allowVersion, type GoVersion } from './version.ts';

/** A place to report at: a position, or something that has one. */
export type Poser = Pos | Node | Operand | Obj;

/** The position that an error at `at` is printed with. */
export function atPos(at: Poser): Pos {
  if (typeof at === 'number') return at;
  if (at instanceof Operand) return at.expr ? startPos(at.expr) : noPos;
  return 'start' in at ? startPos(at) : at.pos;
}

/** Where a test leaves the reason why it failed; functions that take one take null from callers who do not ask. */
export interface Cause {
  text: string;
}

export class ErrorReport {
  readonly check: Checker;
  readonly code: string;
  soft = false;
  private parts: { pos: Pos; msg: string }[] = [];

  constructor(check: Checker, code: string) {
    this.check = check;
    this.code = code;
  }

  addf(at: Poser, format: string, ...args: Arg[]): void {
    this.parts.push({ pos: atPos(at), msg: sprintf(this.check, format, args) });
  }

  /** Mentions the other declaration, if it stands in a file of this check. */
  addAltDecl(obj: Obj): void {
    if (obj.pos !== noPos) this.addf(obj, texts.otherDeclaration, obj.name);
  }

  empty(): boolean {
    return this.parts.length === 0;
  }

  pos(): Pos {
    return this.parts[0]?.pos ?? noPos;
  }

  msg(): string {
    let text = '';
    for (let i = 0; i < this.parts.length; i++) {
      const part = this.parts[i]!;
      if (i > 0) text += `\n\t${part.pos === noPos ? '' : `${positionString(this.check, part.pos)}: `}`;
      text += part.msg;
    }
    return text;
  }

  report(): void {
    const { check } = this;
    const first = this.parts[0]!.msg;
    if (check.firstErr && (first.indexOf('invalid operand') > 0 || first.indexOf('invalid type') > 0)) return;
    handleError(check, this.pos(), this.code, this.msg(), this.soft);
  }
}

function handleError(check: Checker, pos: Pos, code: string, msg: string, soft: boolean): void {
  if (check.env.errpos !== noPos) pos = check.env.errpos;
  if (code === 'InvalidSyntaxTree') msg = sprintf(check, texts.invalidTree, [msg]);
  const error = diagnostic(pos, code, msg, soft);
  check.firstErr ??= error;
  check.errors.push(error);
}

export function newError(check: Checker, code: string): ErrorReport {
  return new ErrorReport(check, code);
}

export function errorf(check: Checker, at: Poser, code: string, format: string, ...args: Arg[]): void {
  const err = new ErrorReport(check, code);
  err.addf(at, format, ...args);
  err.report();
}

export function softErrorf(check: Checker, at: Poser, code: string, format: string, ...args: Arg[]): void {
  const err = new ErrorReport(check, code);
  err.addf(at, format, ...args);
  err.soft = true;
  err.report();
}

/** Reports something that needs a newer language version. */
export function versionErrorf(check: Checker, at: Poser, v: GoVersion, format: string, ...args: Arg[]): void {
  const msg = sprintf(check, format, args);
  errorf(check, at, 'UnsupportedFeature', texts.requires, msg, v);
}

/** Reports whether the language version allows what came with `v`; says so if it does not. */
export function verifyVersionf(check: Checker, at: Poser, v: GoVersion, format: string, ...args: Arg[]): boolean {
  if (allowVersion(check, v)) return true;
  versionErrorf(check, at, v, format, ...args);
  return false;
}

/** file:line:column, as messages print it. */
export function positionString(check: Checker, pos: Pos): string {
  return positionText(check.fileSet, pos);
}
