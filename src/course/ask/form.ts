/**
 * What a question looks like to the learner, and what an answer to it is. A kind turns its question into one of these
 * forms; so a new kind needs no new view, and every form is a list, a field or a row of radios that a keyboard can reach.
 *
 * Nothing here may give the answer away: a form is in the page, its key is not.
 */

export interface Option {
  readonly id: string;
  /** Backticks mark code. */
  readonly text: string;
}

/** Below it all options of a question fit into one row. */
const SHORT = 9;

/** Sizes, counts, single words: such options stand side by side. */
export function areShort(options: readonly Option[]): boolean {
  return options.every(({ text }) => text.length <= SHORT);
}

export type Form =
  | { readonly type: 'one'; readonly options: readonly Option[] }
  | { readonly type: 'some'; readonly options: readonly Option[] }
  | { readonly type: 'number'; readonly unit: string }
  /** `items` in the order in which they are first shown. */
  | { readonly type: 'order'; readonly items: readonly Option[] }
  | { readonly type: 'match'; readonly left: readonly Option[]; readonly right: readonly Option[] }
  /** A line of the program. */
  | { readonly type: 'line'; readonly lines: readonly number[] }
  /** True, or false with a program that refutes the sentence. */
  | { readonly type: 'witness'; readonly claim: string; readonly start: string };

export type FormType = Form['type'];

/** By form: the option; the options; the number; the ids in order; right by left; the line; the verdict with its witness. */
export type AskAnswer =
  | { readonly type: 'one'; readonly value: string }
  | { readonly type: 'some'; readonly value: readonly string[] }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'order'; readonly value: readonly string[] }
  | { readonly type: 'match'; readonly value: Readonly<Record<string, string>> }
  | { readonly type: 'line'; readonly value: number }
  | { readonly type: 'witness'; readonly value: 'true' | 'false'; readonly refutes: boolean };
