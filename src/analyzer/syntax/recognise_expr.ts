/**
 * Expressions of the recogniser, after the expression part of parser.go (Go 1.26). Parentheses are kept in expressions
 * and dropped where gc drops them: around the operand of &, and around types.
 */
import type { Pos } from '../base/pos.ts';
import { expectedText, parseText, syntaxText } from '../base/texts/syntax.ts';
import * as mk from './nodes.ts';
import { exprString } from './printer.ts';
import type { Recogniser } from './recognise.ts';
import { funcBody } from './recognise_stmt.ts';
import { funcType, type_, typeOrNil } from './recognise_type.ts';
import * as T from './tokens.ts';
import type { BasicLit, CallStmt, ChanType, CompositeLit, Expr, Operator } from './tree.ts';

export function unparen(x: Expr): Expr {
  let inner = x;
  while (inner.kind === 'ParenExpr') inner = inner.x;
  return inner;
}

export function expr(p: Recogniser): Expr {
  return binaryExpr(p, unaryExpr(p), 0);
}

export function binaryExpr(p: Recogniser, first: Expr, prec: number): Expr {
  let x = first;
  let links = 0;
  while ((p.tok === T._Operator || p.tok === T._Star) && p.prec > prec) {
    const pos = p.pos();
    const op = p.op;
    const opPrec = p.prec;
    p.link(++links);
    p.next();
    const y = binaryExpr(p, unaryExpr(p), opPrec);
    x = mk.mkOperation(pos, x.start, y.end, op, x, y);
  }
  return x;
}

function unaryExpr(p: Recogniser): Expr {
  p.enter();
  const x = unaryBody(p);
  p.leave();
  return x;
}

function unaryBody(p: Recogniser): Expr {
  const pos = p.pos();
  if (p.tok === T._Operator || p.tok === T._Star) {
    const op: Operator = p.op;
    switch (op) {
      case '*':
      case '+':
      case '-':
      case '!':
      case '^':
      case '~': {
        p.next();
        const x = unaryExpr(p);
        return mk.mkOperation(pos, pos, p.lastEnd, op, x, null);
      }
      case '&': {
        p.next();
        const x = unparen(unaryExpr(p));
        return mk.mkOperation(pos, pos, p.lastEnd, op, x, null);
      }
    }
  } else if (p.tok === T._Arrow) {
    p.next();
    const x = unaryExpr(p);
    if (x.kind === 'ChanType') return receiveType(p, pos, x);
    return mk.mkOperation(pos, pos, p.lastEnd, '<-', x, null);
  }
  return pexpr(p, null, true);
}

/**
 * `<-` before a channel type belongs to the type: <-(chan E) is (<-chan E), <-(chan<- E) is (<-chan (<-E)), which needs
 * another channel type as E. `pos` stays that of `chan`.
 */
function receiveType(p: Recogniser, start: Pos, x: ChanType): ChanType {
  if (x.dir === 'RecvOnly') {
    p.syntaxErrorText(syntaxText.chanExpected('<-'));
    return x;
  }
  if (x.dir === '') return mk.mkChanType(x.pos, start, x.end, 'RecvOnly', x.elem);
  let elem = x.elem;
  if (elem.kind === 'ChanType') elem = receiveType(p, p.base + p.binary.indexOf('<-', x.pos - p.base), elem);
  else p.syntaxErrorText(syntaxText.chanExpected(exprString(elem)));
  return mk.mkChanType(x.pos, start, x.end, 'RecvOnly', elem);
}

/** go and defer. */
export function callStmt(p: Recogniser): CallStmt {
  const pos = p.pos();
  const tok = p.tok === T._Go ? 'go' : 'defer';
  p.next();
  const x = pexpr(p, null, p.tok === T._Lparen);
  const call = unparen(x);
  if (call !== x) p.errorAt(x.pos, parseText.parenthesizedCall(tok));
  return mk.mkCallStmt(pos, p.lastEnd, tok, call);
}

export function literal(p: Recogniser): BasicLit | null {
  if (p.tok !== T._Literal) return null;
  const pos = p.pos();
  const { lit, kind, bad } = p;
  p.next();
  return mk.mkBasicLit(pos, p.lastEnd, lit, kind, bad);
}

function operand(p: Recogniser, keepParens: boolean): Expr {
  switch (p.tok) {
    case T._Name:
      return p.name();
    case T._Literal:
      return literal(p)!;
    case T._Lparen: {
      const pos = p.pos();
      p.next();
      p.xnest++;
      const x = expr(p);
      p.xnest--;
      p.want(T._Rparen);
      return keepParens || p.tok === T._Lbrace ? mk.mkParenExpr(pos, p.lastEnd, x) : x;
    }
    case T._Func: {
      const pos = p.pos();
      p.next();
      const { type } = funcType(p, pos, 'function type');
      if (p.tok !== T._Lbrace) return type;
      p.xnest++;
      const body = funcBody(p);
      p.xnest--;
      return mk.mkFuncLit(pos, type, body);
    }
    case T._Lbrack:
    case T._Chan:
    case T._Map:
    case T._Struct:
    case T._Interface:
      return type_(p);
    default: {
      const x = p.badExpr();
      p.syntaxError(expectedText.expression);
      p.advance(T._Rparen, T._Rbrack, T._Rbrace);
      return x;
    }
  }
}

/** PrimaryExpr; `first` is its already read start, if any. */
export function pexpr(p: Recogniser, first: Expr | null, keepParens: boolean): Expr {
  let x = first ?? operand(p, keepParens);
  for (let links = 0; ; p.link(++links)) {
    switch (p.tok) {
      case T._Dot:
        x = selector(p, x);
        break;
      case T._Lbrack:
        x = indexOrSlice(p, x);
        break;
      case T._Lparen:
        x = call(p, x);
        break;
      case T._Lbrace: {
        const type = unparen(x);
        if (!mayBeLiteralType(p, type)) return x;
        if (type !== x) p.syntaxErrorText(syntaxText.parenthesizedLiteralType);
        x = complitexpr(p, x);
        break;
      }
      default:
        return x;
    }
  }
}

function selector(p: Recogniser, x: Expr): Expr {
  const pos = p.pos();
  p.next();
  if (p.tok === T._Name) return mk.mkSelectorExpr(pos, x, p.name());
  if (p.tok === T._Lparen) {
    p.next();
    if (p.got(T._Type)) {
      p.want(T._Rparen);
      return mk.mkTypeSwitchGuard(pos, p.lastEnd, null, x);
    }
    const type = type_(p);
    p.want(T._Rparen);
    return mk.mkAssertExpr(pos, p.lastEnd, x, type);
  }
  p.syntaxError(expectedText.nameOrParen);
  p.advance(T._Semi, T._Rparen);
  return x;
}

function indexOrSlice(p: Recogniser, x: Expr): Expr {
  const pos = p.pos();
  p.next();
  let i: Expr | null = null;
  if (p.tok !== T._Colon) {
    let comma = false;
    if (p.tok === T._Rbrack) {
      p.syntaxError(expectedText.operand);
      i = p.badExpr();
    } else {
      i = typeList(p, false);
      comma = p.listComma;
    }
    if (comma || p.tok === T._Rbrack) {
      p.want(T._Rbrack);
      return mk.mkIndexExpr(pos, p.lastEnd, x, i);
    }
  }
  if (!p.got(T._Colon)) {
    p.syntaxError(expectedText.indexEnd);
    p.advance(T._Comma, T._Colon, T._Rbrack);
  }
  p.xnest++;
  let j: Expr | null = null;
  let k: Expr | null = null;
  let full = false;
  if (p.tok !== T._Colon && p.tok !== T._Rbrack) j = expr(p);
  if (p.tok === T._Colon) {
    full = true;
    if (j === null) {
      p.errorAt(p.pos(), parseText.middleIndex);
      j = p.badExpr();
    }
    p.next();
    if (p.tok === T._Rbrack) {
      p.errorAt(p.pos(), parseText.finalIndex);
      k = p.badExpr();
    } else k = expr(p);
  }
  p.xnest--;
  p.want(T._Rbrack);
  return mk.mkSliceExpr(pos, p.lastEnd, x, [i, j, k], full);
}

function call(p: Recogniser, fun: Expr): Expr {
  const pos = p.pos();
  p.next();
  const args: Expr[] = [];
  let hasDots = false;
  p.xnest++;
  p.list('argument list', T._Comma, T._Rparen, () => {
    args.push(expr(p));
    hasDots = p.got(T._DotDotDot);
    return hasDots;
  });
  p.xnest--;
  return mk.mkCallExpr(pos, p.lastEnd, fun, args, hasDots);
}

/** Whether `{` after x starts a composite literal, not a block. */
function mayBeLiteralType(p: Recogniser, x: Expr): boolean {
  switch (x.kind) {
    case 'Name':
    case 'SelectorExpr':
      return p.xnest >= 0;
    case 'IndexExpr':
      return p.xnest >= 0 && !isValue(x);
    case 'ArrayType':
    case 'SliceType':
    case 'StructType':
    case 'MapType':
      return true;
    default:
      return false;
  }
}

/** Whether x cannot be a type. */
function isValue(x: Expr): boolean {
  switch (x.kind) {
    case 'BasicLit':
    case 'CompositeLit':
    case 'FuncLit':
    case 'SliceExpr':
    case 'AssertExpr':
    case 'TypeSwitchGuard':
    case 'CallExpr':
      return true;
    case 'Operation':
      return x.op !== '*' || x.y !== null;
    case 'ParenExpr':
      return isValue(x.x);
    case 'IndexExpr':
      return isValue(x.x) || isValue(x.index);
    default:
      return false;
  }
}

function element(p: Recogniser): Expr {
  return p.tok === T._Lbrace ? complitexpr(p, null) : expr(p);
}

function complitexpr(p: Recogniser, type: Expr | null): CompositeLit {
  const pos = p.pos();
  const elements: Expr[] = [];
  let nkeys = 0;
  p.enter();
  p.xnest++;
  p.want(T._Lbrace);
  const rbrace = p.list('composite literal', T._Comma, T._Rbrace, () => {
    let x = element(p);
    if (p.tok === T._Colon) {
      const colon = p.pos();
      p.next();
      x = mk.mkKeyValueExpr(colon, x, element(p));
      nkeys++;
    }
    elements.push(x);
    return false;
  });
  p.xnest--;
  p.leave();
  return mk.mkCompositeLit(pos, type === null ? pos : type.start, p.lastEnd, type, elements, nkeys, rbrace);
}

export function exprList(p: Recogniser): Expr {
  const x = expr(p);
  if (!p.got(T._Comma)) return x;
  const list = [x, expr(p)];
  while (p.got(T._Comma)) list.push(expr(p));
  return mk.mkListExpr(list);
}

/** Types separated by commas, of which the first may be any expression unless `strict`. Sets `p.listComma`. */
export function typeList(p: Recogniser, strict: boolean): Expr {
  p.xnest++;
  let x = strict ? type_(p) : expr(p);
  const comma = p.got(T._Comma);
  if (comma) {
    let t = typeOrNil(p);
    if (t !== null) {
      const list = [x, t];
      while (p.got(T._Comma)) {
        t = typeOrNil(p);
        if (t === null) break;
        list.push(t);
      }
      x = mk.mkListExpr(list);
    }
  }
  p.xnest--;
  p.listComma = comma;
  return x;
}
