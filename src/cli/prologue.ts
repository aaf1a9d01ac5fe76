/**
 * `stackorheap prologue --frame F [--leaf] [--panics]`: which stack check the compiler puts before a function, then the
 * check itself. `--batch`: JSON lines {frame, leaf, panics} on stdin, one word a line.
 */
import {
  BadInput,
  checkBytes,
  checkCode,
  defaultRuntimeVersion,
  type FunctionShape,
  makeStackConfig,
  parseBytes,
  prologueOf,
  type StackConfig,
} from '../runtime/index.ts';
import { BufferedLines } from './buffered.ts';
import { type Command, type Terminal, UsageError } from './command.ts';

interface Flags {
  go: string;
  batch: boolean;
  frame: string | undefined;
  leaf: boolean;
  panics: boolean;
}

function parseFlags(args: readonly string[]): Flags {
  const flags: Flags = { go: defaultRuntimeVersion, batch: false, frame: undefined, leaf: false, panics: false };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const at = arg.indexOf('=');
    const name = at > 0 ? arg.slice(0, at) : arg;
    const value = (): string => {
      const text = at > 0 ? arg.slice(at + 1) : args[++i];
      if (text === undefined) throw new UsageError(`${name} needs a value`);
      return text;
    };
    if (name === '--frame') flags.frame = value();
    else if (name === '--go') flags.go = value();
    else if (arg === '--leaf') flags.leaf = true;
    else if (arg === '--panics') flags.panics = true;
    else if (arg === '--batch') flags.batch = true;
    else throw new UsageError(`unknown argument ${arg}`);
  }
  return flags;
}

function parseShape(line: string, config: StackConfig): FunctionShape {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadInput('notJson', { text: JSON.stringify(line) });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput('notAShape', { text: line });
  const { frame, leaf, panics } = value as { frame?: unknown; leaf?: unknown; panics?: unknown };
  for (const flag of [leaf, panics])
    if (flag !== undefined && typeof flag !== 'boolean') throw new BadInput('notBooleans');
  return { frame: checkBytes(frame as number, config.maxFrame, 'frame'), leaf: leaf === true, panics: panics === true };
}

export function prologueCommand(configOf: (version: string) => StackConfig = makeStackConfig): Command {
  return async (args, terminal) => {
    const flags = parseFlags(args);
    try {
      const config = configOf(flags.go);
      if (flags.batch) return await batch(config, terminal);
      if (flags.frame === undefined) throw new UsageError('--frame is missing');
      const shape = {
        frame: parseBytes(flags.frame, config.maxFrame, 'frame'),
        leaf: flags.leaf,
        panics: flags.panics,
      };
      terminal.out(
        `${prologueOf(config, shape)}\n${checkCode(config, shape)
          .map((line) => `${line}\n`)
          .join('')}`,
      );
      return 0;
    } catch (error) {
      if (error instanceof BadInput) throw new UsageError(error.message);
      throw error;
    }
  };
}

/** A line that cannot be read gets the word "error" in its place and a sentence on stderr; the exit status then is 2. */
async function batch(config: StackConfig, terminal: Terminal): Promise<number> {
  const output = new BufferedLines(terminal);
  let status = 0;
  let number = 0;
  for await (const line of terminal.lines()) {
    number++;
    try {
      output.line(prologueOf(config, parseShape(line, config)));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      status = 2;
      output.line('error');
      terminal.err(`stackorheap: line ${number}: ${error.message}\n`);
    }
  }
  output.flush();
  return status;
}

export const prologue: Command = prologueCommand();
