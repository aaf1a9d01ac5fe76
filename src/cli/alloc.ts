/**
 * `stackorheap alloc [--go V] [--json] SIZE[p]…`: where the allocator puts objects of these sizes, for a fresh P in that
 * order. "span" numbers the spans in the order in which they were taken, from 0; "offset" is where in its span the object's
 * first byte lies (behind the header). wasteBytes: the slot less header and object.
 */
import {
  Allocator,
  type AllocatorConfig,
  BadInput,
  defaultRuntimeVersion,
  makeConfig,
  type Placement,
  parseBytes,
  placementOf,
} from '../runtime/index.ts';
import { BufferedLines } from './buffered.ts';
import { type Command, type Terminal, UsageError } from './command.ts';

interface Request {
  readonly size: number;
  readonly pointers: boolean;
}

interface Answer extends Placement {
  readonly span: number | null;
  readonly offset: number | null;
}

export type ConfigOf = (version: string) => AllocatorConfig;

function parseSize(text: string, config: AllocatorConfig): Request {
  const trimmed = text.trim();
  const pointers = trimmed.endsWith('p');
  return { size: parseBytes(pointers ? trimmed.slice(0, -1) : trimmed, config.maxAlloc, 'size'), pointers };
}

function answer(allocator: Allocator, { size, pointers }: Request): Answer {
  const address = allocator.malloc(size, pointers);
  const span = allocator.lastSpan;
  return {
    ...placementOf(allocator.config, size, pointers),
    span: span ? span.id : null,
    offset: span ? address - span.base : null,
  };
}

function describe(a: Answer): string {
  const what = `${a.size} B${a.pointers ? ' with pointers' : ''}`;
  if (a.path === 'zero') return `${what}: zero, no memory: all objects without size share one address`;
  const place = `span ${a.span}, offset ${a.offset}`;
  if (a.path === 'large') return `${what}: large, ${a.slotBytes} B in whole pages, ${a.wasteBytes} B unused; ${place}`;
  const header = a.headerBytes > 0 ? `, ${a.headerBytes} B header` : '';
  const waste = a.path === 'tiny' ? '' : `, ${a.wasteBytes} B unused`;
  return `${what}: ${a.path}, class ${a.class}, slot ${a.slotBytes} B${header}${waste}; ${place}`;
}

interface Flags {
  go: string;
  json: boolean;
  readonly sizes: string[];
}

function parseFlags(args: readonly string[]): Flags {
  const flags: Flags = { go: defaultRuntimeVersion, json: false, sizes: [] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--json') flags.json = true;
    else if (arg === '--go') {
      const version = args[++i];
      if (version === undefined) throw new UsageError('--go needs a version');
      flags.go = version;
    } else if (arg.startsWith('--go=')) flags.go = arg.slice(5);
    else if (arg.startsWith('-') && arg !== '-' && !/^-\d/.test(arg)) throw new UsageError(`unknown option ${arg}`);
    else flags.sizes.push(arg);
  }
  if (flags.sizes.length === 0) throw new UsageError('no sizes given');
  return flags;
}

/** The command on given constants; the shipped one takes those of the asked version. */
export function allocCommand(configOf: ConfigOf = makeConfig): Command {
  return async (args, terminal) => {
    const flags = parseFlags(args);
    try {
      const allocator = new Allocator(configOf(flags.go));
      if (flags.sizes.includes('-')) {
        if (flags.sizes.length > 1) throw new UsageError('"-" stands alone: all sizes then come from standard input');
        return await stream(allocator, flags.json, terminal);
      }
      const requests = flags.sizes.map((text) => parseSize(text, allocator.config));
      const output = new BufferedLines(terminal);
      for (const request of requests) output.line(format(answer(allocator, request), flags.json));
      output.flush();
      return 0;
    } catch (error) {
      if (error instanceof BadInput) throw new UsageError(error.message);
      throw error;
    }
  };
}

function format(a: Answer, json: boolean): string {
  return json ? JSON.stringify(a) : describe(a);
}

/** One answer a line, in order. A line that is no size gets its error in its place; the exit status then is 2. */
async function stream(allocator: Allocator, json: boolean, terminal: Terminal): Promise<number> {
  const output = new BufferedLines(terminal);
  let status = 0;
  let number = 0;
  for await (const line of terminal.lines()) {
    number++;
    try {
      output.line(format(answer(allocator, parseSize(line, allocator.config)), json));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      status = 2;
      output.line(json ? JSON.stringify({ error: error.message }) : `error: ${error.message}`);
      terminal.err(`stackorheap: line ${number}: ${error.message}\n`);
    }
  }
  output.flush();
  return status;
}

export const alloc: Command = allocCommand();
