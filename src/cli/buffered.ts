/**
 * Output in large pieces: a million short writes would take longer than the answers. What is waiting is written when the
 * piece is full, when the process would wait for more input, and at the end.
 */
import type { Terminal } from './command.ts';

const pieceLength = 1 << 16;

export class BufferedLines {
  readonly #terminal: Terminal;
  #lines: string[] = [];
  #length = 0;
  #planned = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  line(text: string): void {
    this.#lines.push(text);
    this.#length += text.length + 1;
    if (this.#length >= pieceLength) this.flush();
    else if (!this.#planned) {
      this.#planned = true;
      setImmediate(() => {
        this.#planned = false;
        this.flush();
      });
    }
  }

  flush(): void {
    if (this.#lines.length === 0) return;
    const text = `${this.#lines.join('\n')}\n`;
    this.#lines = [];
    this.#length = 0;
    this.#terminal.out(text);
  }
}
