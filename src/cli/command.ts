/** What a command is and what it may touch: its arguments, three streams, and an exit status. */

/** The streams of one run. Text is written as given: a command adds its own line ends. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The lines of standard input, one at a time, without their line ends. */
  readonly lines: () => AsyncIterable<string>;
}

/** Runs one command; the number is the exit status of the process. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** The command line was not understood: the message is printed with the command's usage, exit status 2. */
export class UsageError extends Error {}

/** The question lies outside of what is supported: exit status 3, "unsupported" in --batch. */
export class Refusal extends Error {}
