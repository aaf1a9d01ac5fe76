/** What bin/stackorheap starts: the process's streams as a `Terminal`, and its exit status. */
import { writeSync } from 'node:fs';
import type { Terminal } from './command.ts';
import { main } from './index.ts';

/** Writes all of `text` at once, also to a pipe that is slow: nothing is lost when the process ends. */
function write(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      else if (code === 'EPIPE') process.exit(0);
      else throw error;
    }
  }
}

async function* lines(): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  process.stdin.on('error', () => undefined);
  for await (const chunk of process.stdin) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    const parts = rest.split('\n');
    rest = parts.pop()!;
    for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part;
  }
  if (rest !== '') yield rest;
}

const terminal: Terminal = { out: (text) => write(1, text), err: (text) => write(2, text), lines };

export async function start(): Promise<void> {
  process.exit(await main(process.argv.slice(2), terminal));
}
