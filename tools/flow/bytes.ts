/** Numbers and names of flow bodies, as bytes. */

/** An unsigned number, 7 bits a byte, low ones first. */
export function num(out: number[], n: number): void {
  let rest = n;
  while (rest >= 0x80) {
    out.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

/** A signed number: the lowest bit says whether it is negative. */
export function signed(out: number[], n: number): void {
  num(out, n < 0 ? -n * 2 - 1 : n * 2);
}

/** The names of one package's bodies, each once. */
export class Strings {
  /** Paths of packages that something is referred to in. */
  readonly packages = new Set<string>();
  readonly list: string[] = [];
  private readonly ids = new Map<string, number>();
  id(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      if (text.includes('\n')) throw new Error('a name with a line break');
      id = this.list.push(text) - 1;
      this.ids.set(text, id);
    }
    return id;
  }
}
