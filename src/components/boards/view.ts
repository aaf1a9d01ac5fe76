/** What a board has to bring: its kind of question, its words in place, its drawing. Pure data in, pure data out. */
import type { Models, RuntimeKind, TruthKey } from '../../course/kinds/runtime/kind.ts';
import { fill } from '../strings/fill.ts';
import type { Shape } from './shape.ts';

/** A sentence of this board by its name, with values put in. Numbers get their separators. */
export type Say = (name: string, values?: Readonly<Record<string, string | number>>) => string;

export function sayer(words: Readonly<Record<string, string>>, locale: string): Say {
  const numbers = new Intl.NumberFormat(locale);
  return (name, values = {}) => {
    const text = words[name];
    if (text === undefined) throw new Error(`a board has no words for "${name}"`);
    const shown = Object.entries(values).map(
      ([key, value]) => [key, typeof value === 'number' ? numbers.format(value) : value] as const,
    );
    return fill(text, Object.fromEntries(shown));
  };
}

export interface DrawInput<Task, Key> {
  readonly task: Task;
  readonly key: Key;
  /** The answer may be shown. Before that a drawing shows the question only. */
  readonly open: boolean;
  readonly guess: string | undefined;
  /** How many steps of the ink are shown. */
  readonly step: number;
  readonly say: Say;
  /** Where the constants come from: Go's own unless others are given. */
  readonly models?: Models;
}

export interface Drawing {
  readonly picture: Shape;
  /** The same in words, in reading order. */
  readonly words: readonly string[];
}

export interface BoardView<Task extends { readonly go: string }, Key extends TruthKey> {
  readonly kind: RuntimeKind<Task, Key>;
  /** The form of its choices: what lies in the heap is round, what lies on the stack is square. */
  readonly form: 'heap' | 'stack' | 'plain';
  /** The guess is a number field beside the drawing, not one of a row. */
  readonly freeNumber?: boolean;
  /** The question that the page opens with. */
  readonly first: Task;
  /** The question for another version, where it is more than the same numbers. */
  readonly adopt?: (task: Task, go: string) => Task;
  readonly ask: (task: Task, say: Say) => string;
  readonly choice: (choice: string, task: Task, say: Say) => string;
  readonly steps: (task: Task, key: Key) => number;
  readonly draw: (input: DrawInput<Task, Key>) => Drawing;
  /** Why it is so, in a sentence or two, once it is ink. */
  readonly why: (task: Task, key: Key, say: Say, models?: Models) => string;
  /** The learner's own case: its fields, filled from a task, and the task from what was typed. */
  readonly fields: (task: Task) => readonly {
    readonly name: string;
    readonly type: 'number' | 'text' | 'checkbox';
    readonly value: string | boolean;
  }[];
  readonly read: (value: (name: string) => string, checked: (name: string) => boolean, task: Task) => Task;
  /** The same case on the command line. */
  readonly command?: (task: Task) => string;
}

export type AnyView = BoardView<{ readonly go: string }, TruthKey>;
