/**
 * A program's tokens and top-level declarations, read by the engine's own scanner and parser. Space and comments are
 * nothing; a `//go:` directive is a token, because it changes what the compiler does.
 */
import { makeFileSet } from '../../../analyzer/base/pos.ts';
import type { Decl, Expr } from '../../../analyzer/syntax/index.ts';
import { parseSource } from '../../../analyzer/syntax/parse.ts';
import { Scanner } from '../../../analyzer/syntax/scanner.ts';
import * as T from '../../../analyzer/syntax/tokens.ts';

export interface Token {
  readonly text: string;
  /** Byte offset. */
  readonly start: number;
  readonly isName: boolean;
}

export interface Declaration {
  readonly kind: Decl['kind'];
  /** A method's as Go prints it: `(*encoder).put`. An import's: its path. */
  readonly names: readonly string[];
  /** Byte offsets. */
  readonly start: number;
  readonly end: number;
  readonly directives: readonly string[];
  /** Directives first. */
  readonly tokens: readonly Token[];
}

export interface Program {
  readonly tokens: readonly Token[];
  readonly declarations: readonly Declaration[];
  /** Names under which packages are imported, by path; '.' and '_' as written. */
  readonly imports: ReadonlyMap<string, string>;
}

class Reader extends Scanner {
  readonly found: Token[] = [];

  override directive(offset: number, text: string): void {
    this.found.push({ text: `//${text}`, start: offset, isName: false });
  }

  read(): Token[] {
    for (;;) {
      this.next();
      if (this.tok === T._EOF) return this.found;
      const text = this.tok === T._Semi ? ';' : this.textBetween(this.off, this.chOff);
      this.found.push({ text, start: this.off, isName: this.tok === T._Name });
    }
  }
}

const CLOSERS: ReadonlySet<string> = new Set([')', ']', '}']);

/** Without the semicolons and commas that only a line's end asks for. */
function withoutTrailing(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ text }, i) => {
    if (text !== ';' && text !== ',') return true;
    const next = tokens[i + 1]?.text;
    return next !== undefined && !CLOSERS.has(next);
  });
}

export function tokensOf(text: string): Token[] {
  const bytes = makeFileSet([{ name: 'main.go', text }]).files[0]!.bytes;
  return withoutTrailing(new Reader(bytes).read());
}

function receiverOf(type: Expr): string {
  if (type.kind === 'Name') return type.value;
  if (type.kind === 'Operation' && type.op === '*' && type.y === null) return `(*${receiverOf(type.x)})`;
  if (type.kind === 'ParenExpr') return receiverOf(type.x);
  return type.kind === 'IndexExpr' ? receiverOf(type.x) : '';
}

function namesOf(decl: Decl): string[] {
  switch (decl.kind) {
    case 'ImportDecl':
      return [decl.path.value.slice(1, -1)];
    case 'TypeDecl':
      return [decl.name.value];
    case 'FuncDecl':
      return [decl.recv?.type ? `${receiverOf(decl.recv.type)}.${decl.name.value}` : decl.name.value];
    case 'ConstDecl':
    case 'VarDecl':
      return decl.nameList.map(({ value }) => value);
  }
}

export function readProgram(text: string): Program {
  const [source] = makeFileSet([{ name: 'main.go', text }]).files;
  const { file } = parseSource(source!, null);
  const tokens = tokensOf(text);
  const imports = new Map<string, string>();
  const declarations = file.declList.map((decl): Declaration => {
    const directives = decl.pragma?.map(({ verb }) => verb) ?? [];
    const start = Math.min(decl.start, ...(decl.pragma?.map(({ pos }) => pos) ?? [])) - source!.base;
    const end = decl.end - source!.base;
    const [name] = namesOf(decl);
    if (decl.kind === 'ImportDecl') imports.set(name!, decl.localPkgName?.value ?? name!.split('/').at(-1)!);
    const inside = tokens.filter((token) => token.start >= start && token.start < end);
    return { kind: decl.kind, names: namesOf(decl), start, end, directives, tokens: inside };
  });
  return { tokens, declarations, imports };
}

export function sameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every(({ text }, i) => text === b[i]!.text);
}

/** Whether `part` stands in `whole` as a run of neighbouring tokens. */
export function holdsTokens(whole: readonly Token[], part: readonly Token[]): boolean {
  const first = part[0]?.text;
  return whole.some(({ text }, at) => text === first && part.every((token, i) => whole[at + i]?.text === token.text));
}
