/**
 * The commands of `stackorheap`, each in a file of its own that is loaded only when it is asked for: the command line
 * has to start within half a second. A command gets its arguments and the streams, and gives the exit status:
 * 0 answered, 1 the program does not compile, 2 usage or a missing toolchain, 3 outside the supported subset.
 */
import { type Command, Refusal, type Terminal, UsageError } from './command.ts';

interface Entry {
  readonly usage: string;
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Entry>> = {
  escape: {
    usage:
      'escape [-m|-m=2] [-l] [--go 1.26] [--json] [--why VAR] [-e] PATH…   what the compiler says about escapes; --batch: paths on stdin',
    load: async () => (await import('./escape.ts')).escapeCommand,
  },
  types: {
    usage: 'types [--json] [--batch] PATH…   every expression with its type and constant value',
    load: async () => (await import('./types.ts')).types,
  },
  verify: {
    usage:
      'verify [-m|-m=2] [-l] [--go 1.26] PATH…   the same question to the installed Go toolchain, differences side by side',
    load: async () => (await import('./verify.ts')).verify,
  },
  alloc: {
    usage:
      'alloc [--go 1.26] [--json] SIZE[p]…   where the allocator puts objects of these sizes (p: with pointers); "-": sizes from stdin, one a line',
    load: async () => (await import('./alloc.ts')).alloc,
  },
  stack: {
    usage: "stack [--go 1.26] [--json] --frames 48,24,32x2000   where a goroutine's stack grows",
    load: async () => (await import('./stack.ts')).stack,
  },
  prologue: {
    usage:
      'prologue [--go 1.26] --frame F [--leaf] [--panics]   which stack check a function gets; --batch: JSON lines {frame, leaf, panics} on stdin',
    load: async () => (await import('./prologue.ts')).prologue,
  },
  pack: {
    usage:
      'pack new DIR | check DIR [--format text|json] | preview DIR | export DIR [FILE]   lesson packs: begin, check, show, hand on',
    load: async () => (await import('./pack.ts')).pack,
  },
};

export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === 'version') {
    const { versionText } = await import('./version.ts');
    terminal.out(versionText());
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.err : terminal.out)(usage());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    terminal.err(`stackorheap: unknown command "${name}"\n${usage()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(`stackorheap ${entry.usage}\n`);
    return 0;
  }
  try {
    const command = await entry.load();
    return await command(rest, terminal);
  } catch (error) {
    if (error instanceof Refusal) {
      terminal.err(`stackorheap: outside the supported subset: ${error.message}\n`);
      return 3;
    }
    if (!(error instanceof UsageError)) {
      terminal.err(
        `stackorheap: internal error, nothing was answered: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      return 3;
    }
    terminal.err(`stackorheap: ${error.message}\nusage: stackorheap ${entry.usage}\n`);
    return 2;
  }
}

function usage(): string {
  const lines = Object.values(commands).map((entry) => `  stackorheap ${entry.usage}\n`);
  return `usage:\n${lines.join('')}  stackorheap --version\n`;
}
