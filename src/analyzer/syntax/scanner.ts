/**
 * Tokens of a Go file, after scanner.go of cmd/compile/internal/syntax (Go 1.26): automatic semicolons, literals with
 * their errors, directives.
 *
 * - `tok` is the current token, `off` its byte offset; `lit` is its text for names, literals and semicolons.
 * - No error stops the scanner: it reports, makes the best token and goes on; every call of `next` consumes a byte or
 *   ends at EOF.
 */
import { scanText } from '../base/texts/syntax.ts';
import { number, rune, skipComment, stdString } from './literals.ts';
import { isUnicodeDigit, isUnicodeLetter, Source, unicodeWords } from './source.ts';
import * as T from './tokens.ts';
import type { LitKind, Operator } from './tree.ts';

const LF = 10;

function isLetter(ch: number): boolean {
  return (ch >= 97 && ch <= 122) || (ch >= 65 && ch <= 90) || ch === 95;
}

function isDecimal(ch: number): boolean {
  return ch >= 48 && ch <= 57;
}

export class Scanner extends Source {
  nlsemi = false;
  off = 0;
  tok: T.Token = T._EOF;
  lit = '';
  bad = false;
  kind: LitKind = 'IntLit';
  op: Operator = '+';
  prec = 0;
  /** Start, end and 1 for a name or 0 for a rune literal, of each such token with bytes outside ASCII. */
  readonly nonAscii: number[] = [];

  /** Offsets of the newlines that end a statement: those that are read as semicolons. */
  readonly newlines: number[] = [];
  /** Start and end of each comment. */
  readonly comments: number[] = [];

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.sourceTexts = scanText;
  }

  /** A `//go:` comment; `blank` when nothing but white space stands before it on its line. */
  directive(_offset: number, _text: string, _blank: boolean): void {}

  /** A `//line` comment or its block form; what it says counts from `end` on. */
  lineDirective(_offset: number, _text: string, _end: number): void {}

  next(): void {
    const nlsemi = this.nlsemi;
    this.nlsemi = false;
    for (;;) {
      while (this.ch === 32 || this.ch === 9 || (this.ch === LF && !nlsemi) || this.ch === 13) this.nextch();
      const ch = this.ch;
      this.off = this.chOff;
      if (isLetter(ch) || (ch >= 0x80 && this.atIdentChar(true))) {
        this.nextch();
        this.ident();
        return;
      }
      if (ch !== 47) {
        if (this.punctuation(ch, nlsemi)) return;
        continue;
      }
      this.nextch();
      if (this.ch === 47) {
        this.nextch();
        this.lineComment();
        this.comments.push(this.off, this.chOff);
      } else if (this.ch === 42) {
        this.nextch();
        this.fullComment();
        this.comments.push(this.off, this.chOff);
        if (nlsemi && this.hasNewline(this.off, this.chOff)) {
          this.newlines.push(this.bytes.indexOf(LF, this.off));
          this.lit = 'newline';
          this.tok = T._Semi;
          return;
        }
      } else {
        this.assignop('/', T.precMul);
        return;
      }
    }
  }

  private hasNewline(from: number, to: number): boolean {
    const at = this.bytes.indexOf(LF, from);
    return at >= 0 && at < to;
  }

  /** Reads the token that starts with `ch`, neither a letter nor '/'. False: nothing usable, `ch` was skipped. */
  private punctuation(ch: number, nlsemi: boolean): boolean {
    if (isDecimal(ch)) {
      number(this, false);
      return true;
    }
    switch (ch) {
      case -1:
        if (nlsemi) {
          this.lit = 'EOF';
          this.tok = T._Semi;
        } else this.tok = T._EOF;
        return true;
      case LF:
        this.newlines.push(this.chOff);
        this.lit = 'newline';
        return this.single(T._Semi);
      case 34:
        stdString(this);
        return true;
      case 96:
        this.rawString();
        return true;
      case 39:
        rune(this);
        return true;
      case 40:
        return this.single(T._Lparen);
      case 91:
        return this.single(T._Lbrack);
      case 123:
        return this.single(T._Lbrace);
      case 44:
        return this.single(T._Comma);
      case 59:
        this.lit = 'semicolon';
        return this.single(T._Semi);
      case 41:
        return this.closing(T._Rparen);
      case 93:
        return this.closing(T._Rbrack);
      case 125:
        return this.closing(T._Rbrace);
      case 58:
        return this.follow(61) ? this.single(T._Define) : this.set(T._Colon);
      case 46:
        return this.dot();
      default:
        return this.operator(ch);
    }
  }

  private operator(ch: number): boolean {
    switch (ch) {
      case 43:
        return this.follow(43) ? this.incop('+') : this.assignop('+', T.precAdd);
      case 45:
        return this.follow(45) ? this.incop('-') : this.assignop('-', T.precAdd);
      case 42:
        this.op = '*';
        this.prec = T.precMul;
        return this.follow(61) ? this.single(T._AssignOp) : this.set(T._Star);
      case 37:
        this.nextch();
        return this.assignop('%', T.precMul);
      case 38:
        if (this.follow(38)) return this.double('&&', T.precAndAnd);
        if (this.ch !== 94) return this.assignop('&', T.precMul);
        this.nextch();
        return this.assignop('&^', T.precMul);
      case 124:
        return this.follow(124) ? this.double('||', T.precOrOr) : this.assignop('|', T.precAdd);
      case 94:
        this.nextch();
        return this.assignop('^', T.precAdd);
      case 60:
        if (this.follow(61)) return this.double('<=', T.precCmp);
        if (this.ch === 60) {
          this.nextch();
          return this.assignop('<<', T.precMul);
        }
        return this.ch === 45 ? this.single(T._Arrow) : this.plain('<', T.precCmp);
      case 62:
        if (this.follow(61)) return this.double('>=', T.precCmp);
        if (this.ch === 62) {
          this.nextch();
          return this.assignop('>>', T.precMul);
        }
        return this.plain('>', T.precCmp);
      case 61:
        return this.follow(61) ? this.double('==', T.precCmp) : this.set(T._Assign);
      case 33:
        return this.follow(61) ? this.double('!=', T.precCmp) : this.plain('!', 0);
      case 126:
        this.nextch();
        return this.plain('~', 0);
      default:
        this.error(this.chOff, scanText.character(unicodeWords(ch)));
        this.nextch();
        return false;
    }
  }

  /** Consumes the current character; reports whether `ch` stands next (and leaves it). */
  private follow(ch: number): boolean {
    this.nextch();
    return this.ch === ch;
  }

  private set(tok: T.Token): true {
    this.tok = tok;
    return true;
  }

  private single(tok: T.Token): true {
    this.nextch();
    this.tok = tok;
    return true;
  }

  private closing(tok: T.Token): true {
    this.nlsemi = true;
    return this.single(tok);
  }

  private plain(op: Operator, prec: number): true {
    this.op = op;
    this.prec = prec;
    return this.set(T._Operator);
  }

  private double(op: Operator, prec: number): true {
    this.nextch();
    return this.plain(op, prec);
  }

  private incop(op: Operator): true {
    this.op = op;
    this.prec = T.precAdd;
    return this.closing(T._IncOp);
  }

  /** op or op= */
  private assignop(op: Operator, prec: number): true {
    this.op = op;
    this.prec = prec;
    return this.ch === 61 ? this.single(T._AssignOp) : this.set(T._Operator);
  }

  private dot(): true {
    this.nextch();
    if (isDecimal(this.ch)) {
      number(this, true);
      return true;
    }
    if (this.ch === 46 && this.bytes[this.rdOff] === 46) {
      this.nextch();
      return this.single(T._DotDotDot);
    }
    return this.set(T._Dot);
  }

  private ident(): void {
    while (isLetter(this.ch) || isDecimal(this.ch)) this.nextch();
    const ascii = this.ch < 0x80 && this.bytes[this.off]! < 0x80;
    if (this.ch >= 0x80) while (this.atIdentChar(false)) this.nextch();
    if (!ascii) this.nonAscii.push(this.off, this.chOff, 1);
    const lit = ascii ? this.binary.slice(this.off, this.chOff) : this.segment(this.off);
    if (lit.length > 1 && lit.length < 12) {
      const tok = T.keywords.get(lit);
      if (tok !== undefined) {
        this.nlsemi = tok === T._Break || tok === T._Continue || tok === T._Fallthrough || tok === T._Return;
        this.tok = tok;
        return;
      }
    }
    this.nlsemi = true;
    this.lit = lit;
    this.tok = T._Name;
  }

  private atIdentChar(first: boolean): boolean {
    const ch = this.ch;
    if (isLetter(ch) || (ch >= 0x80 && isUnicodeLetter(ch))) return true;
    if (isDecimal(ch) || (ch >= 0x80 && isUnicodeDigit(ch))) {
      if (first) this.error(this.chOff, scanText.nameStartsWithDigit(unicodeWords(ch)));
      return true;
    }
    if (ch < 0x80) return false;
    this.error(this.chOff, scanText.characterInName(unicodeWords(ch)));
    return true;
  }

  setLit(kind: LitKind, ok: boolean): void {
    this.nlsemi = true;
    this.tok = T._Literal;
    this.lit = this.segment(this.off);
    this.bad = !ok;
    this.kind = kind;
  }

  private rawString(): void {
    let ok = true;
    this.nextch();
    while (this.ch !== 96) {
      if (this.ch < 0) {
        this.error(this.off, scanText.stringEnd);
        ok = false;
        break;
      }
      this.nextch();
    }
    if (ok) this.nextch();
    this.setLit('StringLit', ok);
  }

  private lineComment(): void {
    while (this.ch >= 0 && this.ch !== LF) this.nextch();
    const text = this.off + 2;
    if (this.binary.startsWith('go:', text))
      this.directive(text, this.commentText(text, this.chOff), this.blankBefore());
    else if (this.binary.startsWith('line ', text) && (this.off === 0 || this.bytes[this.off - 1] === LF)) {
      this.lineDirective(text, this.commentText(text, this.chOff), this.chOff + 1);
    }
  }

  private fullComment(): void {
    const text = this.off + 2;
    if (skipComment(this) && this.binary.startsWith('line ', text)) {
      this.lineDirective(text, this.commentText(text, this.chOff - 2), this.chOff);
    }
  }

  private commentText(from: number, to: number): string {
    const comment = this.segment(from);
    const text = comment.slice(0, comment.length - (this.chOff - to));
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  private blankBefore(): boolean {
    let i = this.off - 1;
    while (i >= 0 && (this.bytes[i] === 32 || this.bytes[i] === 9 || this.bytes[i] === 13)) i--;
    return i < 0 || this.bytes[i] === LF;
  }
}
