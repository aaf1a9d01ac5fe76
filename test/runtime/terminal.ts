import type { Command } from '../../src/cli/command.ts';

export interface Ran {
  readonly status: number | Error;
  readonly out: string[];
  readonly err: string;
}

/** Runs a command in this process, with `input` as the lines of its standard input. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  input: Iterable<string> = [],
): Promise<Ran> {
  let out = '';
  let err = '';
  async function* lines(): AsyncGenerator<string> {
    yield* input;
  }
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    lines,
  } as unknown as Parameters<Command>[1];
  try {
    const status = await command(args, terminal);
    return { status, out: out.split('\n').slice(0, -1), err };
  } catch (error) {
    return { status: error as Error, out: out.split('\n').slice(0, -1), err };
  }
}
