import type { Pos } from './pos.ts';

/**
 * A pass met something that it does not model. Thrown inside a pass, caught once in analyzer/index.ts and shown as
 * "unsupported: …". The answer to a program that throws it is a refusal: never a guess.
 */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
  readonly pos: Pos;
  /** What is not modelled, as a noun phrase: "cgo", "assembly functions". */
  readonly what: string;

  constructor(pos: Pos, what: string) {
    super(`unsupported: ${what}`);
    this.pos = pos;
    this.what = what;
  }
}
