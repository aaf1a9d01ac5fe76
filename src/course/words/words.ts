/** What the course says about an engine's answer, in one language. Backticks mark code. */
import type { LocationKind, Rule } from '../../analyzer/analysis.ts';
import type { Belief } from '../beliefs.ts';

/** A location as a sentence names it. */
export interface Subject {
  readonly kind: LocationKind;
  readonly name: string;
  /** The function whose frame it would live in; '' for none. */
  readonly owner: string;
}

export interface Move {
  readonly from: Subject;
  readonly to: Subject;
  /** -1: the address moves; 0: the value; n: what n loads give. */
  readonly derefs: number;
  readonly first: boolean;
  readonly why: string;
}

export interface Words {
  born(self: Subject): string;
  moved(move: Move): string;
  decided(rule: Rule, self: Subject, to: Subject): string;
  /** On the heap by itself, without a path. */
  forced(rule: Rule, self: Subject, text: string): string;
  /** The address goes there, but no further than the call. */
  lent(self: Subject, to: Subject): string;
  /** The address is an argument of a call that does not keep it. */
  lentToCall(self: Subject, call: string): string;
  stays(self: Subject): string;
  noAddress(self: Subject): string;
  readonly beliefs: Readonly<Record<Belief, { readonly title: string; readonly refutation: string }>>;
  readonly reasons: Readonly<Record<string, string>>;
  /** What the most common compile errors mean, by Go's error code. */
  readonly errors: Readonly<Record<string, string>>;
}
