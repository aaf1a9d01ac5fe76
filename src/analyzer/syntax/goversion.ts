/**
 * The Go version that a //go:build line demands, as go/build/constraint.GoVersion (Go 1.26) derives it: the least version
 * under which the expression can hold.
 */

/** Minor version of "go1.N", 0 for "go1", -1 for no demand. */
type Minor = number;

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = text.match(/\(|\)|&&|\|\||!|[\p{L}\p{Nd}_.]+|\S/gu) ?? [];
  }

  /** undefined when the text is no build constraint. */
  read(): Minor | undefined {
    const minor = this.or(1, 0);
    return this.at === this.tokens.length ? minor : undefined;
  }

  private or(sign: number, depth: number): Minor | undefined {
    let minor = this.and(sign, depth);
    while (minor !== undefined && this.tokens[this.at] === '||') {
      this.at++;
      const y = this.and(sign, depth);
      minor = y === undefined ? undefined : sign > 0 ? Math.min(minor, y) : Math.max(minor, y);
    }
    return minor;
  }

  private and(sign: number, depth: number): Minor | undefined {
    let minor = this.not(sign, depth);
    while (minor !== undefined && this.tokens[this.at] === '&&') {
      this.at++;
      const y = this.not(sign, depth);
      minor = y === undefined ? undefined : sign > 0 ? Math.max(minor, y) : Math.min(minor, y);
    }
    return minor;
  }

  private not(sign: number, depth: number): Minor | undefined {
    if (depth > 500) return undefined;
    const token = this.tokens[this.at++];
    if (token === '!') return this.tokens[this.at] === '!' ? undefined : this.not(-sign, depth + 1);
    if (token === '(') {
      const minor = this.or(sign, depth + 1);
      return this.tokens[this.at++] === ')' ? minor : undefined;
    }
    if (token === undefined || !/^[\p{L}\p{Nd}_.]+$/u.test(token)) return undefined;
    if (sign < 0) return -1;
    if (token === 'go1') return 0;
    return /^go1\.[0-9]+$/.test(token) ? Number(token.slice(4)) : -1;
  }
}

/** "go1.21", "" for no demand, undefined when the line is no build constraint. */
export function goVersionOf(constraint: string): string | undefined {
  if (!/^[ \t]/.test(constraint)) return undefined;
  const minor = new Reader(constraint).read();
  if (minor === undefined) return undefined;
  if (minor < 0) return '';
  return minor === 0 ? 'go1' : `go1.${minor}`;
}
