/**
 * The recogniser: a recursive-descent reader of Go source, after parser.go of cmd/compile/internal/syntax (Go 1.26). It
 * is the judge of validity: it finds gc's syntax errors, worded and placed as gc does, including the follow-up errors
 * after gc's own way of skipping ahead.
 *
 * - The grammar is in recognise_decl, _type, _expr and _stmt, as functions over this state.
 * - Never throws on any text: nesting deeper than `maxNesting` or a chain longer than `maxChain` ends the reading with
 *   `refused` set.
 * - Each loop consumes a token or ends; `advance` without a follow list consumes one.
 *
 * NOT-GO: gc has no nesting limit (its stack grows); a JavaScript stack does not.
 */

import { LimitReached } from '../base/budget.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type LineBase, type Pos, positionText, type SourceFile } from '../base/pos.ts';
import { expectedText, parseText, scanText } from '../base/texts/syntax.ts';
import type { Unsupported } from '../base/unsupported.ts';
import { goVersionOf } from './goversion.ts';
import { mkBadExpr, mkName } from './nodes.ts';
import { type Audience, belongsToDeclaration, directiveError, isMisplaced, lineDirective } from './pragma.ts';
import { Scanner } from './scanner.ts';
import * as T from './tokens.ts';
import type { BadExpr, BranchStmt, Directive, Name, Pragma, Stmt } from './tree.ts';

const maxNesting = 300;

/** Operators or selectors in a row: a + b + c + …, which make a tree as deep as it is long. The longest in GOROOT has 942. */
const maxChain = 1500;

const stopset: readonly T.Token[] = [
  T._Break,
  T._Const,
  T._Continue,
  T._Defer,
  T._Fallthrough,
  T._For,
  T._Go,
  T._Goto,
  T._If,
  T._Return,
  T._Select,
  T._Switch,
  T._Type,
  T._Var,
];

export class Recogniser extends Scanner {
  readonly base: Pos;
  readonly errors: Diagnostic[] = [];
  readonly directives: Directive[] = [];
  readonly lineBases: LineBase[] = [];
  readonly branchTargets = new Map<BranchStmt, Stmt>();
  /** The directives of declarations by the declaration's position. */
  readonly pragmas = new Map<Pos, Pragma>();
  /** Errors so far, without those about branches and directives: they do not stop gc's parser either. */
  errcnt = 0;
  refused: Unsupported | LimitReached | null = null;
  goVersion = '';
  /** Before the package clause. */
  top = true;
  /** Function nesting. */
  fnest = 0;
  /** Expression nesting; below zero in a statement header, where T{ does not start a composite literal. */
  xnest = 0;
  /** End of the token before the current one. */
  lastEnd: Pos;
  /** Whether the type list read last had a comma. */
  listComma = false;
  private depth = 0;
  private pragma: Directive[] | null = null;

  private readonly source: SourceFile;
  private readonly audience: Audience;

  constructor(source: SourceFile, audience: Audience = 'user') {
    super(source.bytes);
    this.source = source;
    this.audience = audience;
    this.base = source.base;
    this.lastEnd = source.base;
  }

  // ---- positions and tokens

  pos(): Pos {
    return this.base + this.off;
  }

  /** A position inside a message. */
  positionWords(pos: Pos): string {
    return positionText({ files: [this.source], lineBases: this.lineBases }, pos);
  }

  override next(): void {
    this.lastEnd = this.base + this.chOff;
    super.next();
  }

  got(tok: T.Token): boolean {
    if (this.tok !== tok) return false;
    this.next();
    return true;
  }

  want(tok: T.Token): void {
    if (this.got(tok)) return;
    this.syntaxError(expectedText.token(T.tokenWords(tok)));
    this.advance();
  }

  /** '=', and also ':=' with a complaint. */
  gotAssign(): boolean {
    if (this.tok === T._Define) this.syntaxError(expectedText.equals);
    else if (this.tok !== T._Assign) return false;
    this.next();
    return true;
  }

  name(): Name {
    const pos = this.pos();
    if (this.tok === T._Name) {
      const value = this.lit;
      this.next();
      return mkName(pos, this.lastEnd, value);
    }
    this.syntaxError(expectedText.name);
    this.advance();
    return mkName(pos, pos, '_');
  }

  badExpr(): BadExpr {
    return mkBadExpr(this.pos(), this.pos());
  }

  /** Skips to a token of `follow`, or of the statement starters inside a function; without `follow` one token. */
  advance(...follow: T.Token[]): void {
    while (this.tok !== T._EOF) {
      if (follow.includes(this.tok) || (follow.length > 0 && this.fnest > 0 && stopset.includes(this.tok))) return;
      this.next();
      if (follow.length === 0) return;
    }
  }

  // ---- nesting

  /** Counts one level; every `enter` that returns is matched by a `leave`. */
  enter(): void {
    if (++this.depth > maxNesting) throw new LimitReached('nesting of the source');
  }

  /** The n-th link of a chain. */
  link(n: number): void {
    if (n > maxChain) throw new LimitReached('length of an expression');
  }

  leave(): void {
    this.depth--;
  }

  // ---- errors

  override error(offset: number, message: string): void {
    this.errorAt(this.base + offset, message);
  }

  errorAt(pos: Pos, message: string): void {
    this.errcnt++;
    this.errors.push(diagnostic(pos, 'syntax', message));
  }

  /** An error that does not count as a parse error. */
  lateError(pos: Pos, code: string, message: string): void {
    this.errors.push(diagnostic(pos, code, message));
  }

  /** `syntax error: unexpected TOKEN` + tail at the current token. */
  syntaxError(tail: string): void {
    if (this.tok === T._EOF && this.errcnt > 0) return;
    this.errorAt(this.pos(), parseText.unexpected(this.foundWords(), tail));
  }

  /** A complete message, which does not name the current token. */
  plainError(pos: Pos, text: string): void {
    if (this.tok === T._EOF && this.errcnt > 0) return;
    this.errorAt(pos, parseText.syntaxError(text));
  }

  /** A complete message at the current token. */
  syntaxErrorText(text: string): void {
    this.plainError(this.pos(), text);
  }

  private foundWords(): string {
    switch (this.tok) {
      case T._Name:
        return `name ${this.lit}`;
      case T._Semi:
        return this.lit;
      case T._Literal:
        return `literal ${this.lit}`;
      case T._Operator:
        return this.op;
      case T._AssignOp:
        return `${this.op}=`;
      case T._IncOp:
        return this.op + this.op;
      default:
        return T.tokenWords(this.tok);
    }
  }

  // ---- directives

  override directive(offset: number, text: string, blank: boolean): void {
    const end = text.search(/\s/);
    const directive: Directive = { pos: this.base + offset, verb: end < 0 ? text : text.slice(0, end), text };
    this.directives.push(directive);
    if (this.top && directive.verb === 'go:build')
      this.goVersion = goVersionOf(text.slice('go:build'.length)) ?? this.goVersion;
    const message = blank ? directiveError(directive, this.audience) : scanText.misplacedDirective;
    if (message !== null) this.lateError(directive.pos, 'directive', message);
    if (blank && belongsToDeclaration(directive, message)) {
      this.pragma ??= [];
      this.pragma.push(directive);
    }
  }

  /** The pending directives become those of the declaration at the current token. */
  takePragma(): Pragma | null {
    const pragma = this.pragma;
    if (pragma === null) return null;
    this.pragma = null;
    this.pragmas.set(this.pos(), pragma);
    return pragma;
  }

  /** Ends a form that takes no directives: those pending are misplaced. */
  clearPragma(): void {
    if (this.pragma === null) return;
    for (const directive of this.pragma) {
      const message = isMisplaced(directive);
      if (message !== null) this.lateError(directive.pos, 'directive', message);
    }
    this.pragma = null;
  }

  override lineDirective(offset: number, text: string, end: number): void {
    const directive = lineDirective(text);
    if (directive === null) return;
    if ('message' in directive) {
      this.errorAt(this.base + offset + directive.at, directive.message);
      return;
    }
    const file = directive.file ?? this.lineBases.at(-1)?.file ?? this.source.name;
    this.lineBases.push({ pos: this.base + end, file, line: directive.line, col: directive.col });
  }

  // ---- lists

  /** [ element { separator element } [separator] ] close; an element that returns true is the last. The result is close's position. */
  list(context: string, separator: T.Token, close: T.Token, element: () => boolean): Pos {
    let done = false;
    while (this.tok !== T._EOF && this.tok !== close && !done) {
      done = element();
      if (!this.got(separator) && this.tok !== close) {
        this.syntaxError(expectedText.inList(context, T.tokenWords(separator), T.tokenWords(close)));
        this.advance(T._Rparen, T._Rbrack, T._Rbrace);
        if (this.tok !== close) return this.pos();
      }
    }
    const pos = this.pos();
    this.want(close);
    return pos;
  }
}
