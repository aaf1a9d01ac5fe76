/**
 * `stackorheap stack [--go V] [--json] --frames 48,24,32x2000`: where a goroutine's stack grows. Depth 1 is the goroutine's
 * own function; one line per call that grows. Frames are the $F of the compiler's -S listing.
 */
import {
  BadInput,
  defaultRuntimeVersion,
  type Growth,
  growths,
  makeStackConfig,
  parseFrames,
  SegmentedRun,
  type StackConfig,
  StackRun,
} from '../runtime/index.ts';
import { BufferedLines } from './buffered.ts';
import { type Command, UsageError } from './command.ts';

interface Flags {
  go: string;
  json: boolean;
  frames: string | undefined;
}

function parseFlags(args: readonly string[]): Flags {
  const flags: Flags = { go: defaultRuntimeVersion, json: false, frames: undefined };
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = splitFlag(args[i]!);
    const value = (): string => {
      const text = inline ?? args[++i];
      if (text === undefined) throw new UsageError(`${name} needs a value`);
      return text;
    };
    if (name === '--json') flags.json = true;
    else if (name === '--go') flags.go = value();
    else if (name === '--frames') flags.frames = value();
    else throw new UsageError(`unknown argument ${args[i]}`);
  }
  return flags;
}

function splitFlag(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg, undefined];
}

function format(growth: Growth, json: boolean): string {
  const { depth, from, to, copiedBytes } = growth;
  return json
    ? JSON.stringify({ depth, from, to, copiedBytes })
    : `depth ${depth}: ${from} -> ${to} bytes, ${copiedBytes} copied`;
}

export function stackCommand(configOf: (version: string) => StackConfig = makeStackConfig): Command {
  return async (args, terminal) => {
    const flags = parseFlags(args);
    if (flags.frames === undefined) throw new UsageError('--frames is missing');
    const output = new BufferedLines(terminal);
    try {
      const config = configOf(flags.go);
      const run = config.mode === 'segmented' ? new SegmentedRun(config) : new StackRun(config);
      for (const growth of growths(config, parseFrames(config, flags.frames), run))
        output.line(format(growth, flags.json));
      output.flush();
      return 0;
    } catch (error) {
      output.flush();
      if (error instanceof BadInput) throw new UsageError(error.message);
      throw error;
    }
  };
}

export const stack: Command = stackCommand();
