/** Types, fields and parameters of the recogniser, after the type part of parser.go (Go 1.26). */
import type { Pos } from '../base/pos.ts';
import { expectedText, parseText, syntaxText } from '../base/texts/syntax.ts';
import * as mk from './nodes.ts';
import type { Recogniser } from './recognise.ts';
import { expr, literal, typeList } from './recognise_expr.ts';
import { paramList } from './recognise_param.ts';
import * as T from './tokens.ts';
import type { BasicLit, Expr, Field, FuncType, IndexExpr, InterfaceType, Name, StructType } from './tree.ts';

export function type_(p: Recogniser): Expr {
  const type = typeOrNil(p);
  if (type !== null) return type;
  const bad = p.badExpr();
  p.syntaxError(expectedText.type);
  p.advance(T._Comma, T._Colon, T._Semi, T._Rparen, T._Rbrack, T._Rbrace);
  return bad;
}

export function typeOrNil(p: Recogniser): Expr | null {
  p.enter();
  const type = typeBody(p);
  p.leave();
  return type;
}

function typeBody(p: Recogniser): Expr | null {
  const pos = p.pos();
  switch (p.tok) {
    case T._Star: {
      p.next();
      const x = type_(p);
      return mk.mkOperation(pos, pos, p.lastEnd, '*', x, null);
    }
    case T._Arrow: {
      p.next();
      p.want(T._Chan);
      const elem = chanElem(p);
      return mk.mkChanType(pos, pos, p.lastEnd, 'RecvOnly', elem);
    }
    case T._Func:
      p.next();
      return funcType(p, pos, 'function type').type;
    case T._Lbrack:
      p.next();
      return p.got(T._Rbrack) ? sliceType(p, pos) : arrayType(p, pos, null);
    case T._Chan: {
      p.next();
      const dir = p.got(T._Arrow) ? 'SendOnly' : '';
      const elem = chanElem(p);
      return mk.mkChanType(pos, pos, p.lastEnd, dir, elem);
    }
    case T._Map: {
      p.next();
      p.want(T._Lbrack);
      const key = type_(p);
      p.want(T._Rbrack);
      const value = type_(p);
      return mk.mkMapType(pos, p.lastEnd, key, value);
    }
    case T._Struct:
      return structType(p);
    case T._Interface:
      return interfaceType(p);
    case T._Name:
      return qualifiedName(p, null);
    case T._Lparen: {
      p.next();
      const type = type_(p);
      p.want(T._Rparen);
      return type;
    }
    default:
      return null;
  }
}

export function qualifiedName(p: Recogniser, first: Name | null): Expr {
  let x: Expr;
  if (first !== null) x = first;
  else if (p.tok === T._Name) x = p.name();
  else {
    x = mk.mkName(p.pos(), p.pos(), '_');
    p.syntaxError(expectedText.name);
    p.advance(T._Dot, T._Semi, T._Rbrace);
  }
  if (p.tok === T._Dot) {
    const pos = p.pos();
    p.next();
    x = mk.mkSelectorExpr(pos, x, p.name());
  }
  return p.tok === T._Lbrack ? typeInstance(p, x) : x;
}

function typeInstance(p: Recogniser, x: Expr): IndexExpr {
  const pos = p.pos();
  p.want(T._Lbrack);
  let index: Expr;
  if (p.tok === T._Rbrack) {
    p.syntaxError(expectedText.typeArguments);
    index = p.badExpr();
  } else index = typeList(p, true);
  p.want(T._Rbrack);
  return mk.mkIndexExpr(pos, p.lastEnd, x, index);
}

/** A non-empty `context` names a place where type parameters are not permitted. `start` is that of `func` or the name. */
export function funcType(p: Recogniser, start: Pos, context: string): { tparamList: readonly Field[]; type: FuncType } {
  const pos = p.pos();
  let tparamList: readonly Field[] = [];
  if (p.got(T._Lbrack)) {
    if (context !== '') p.plainError(pos, syntaxText.noTypeParameters(context));
    if (p.tok === T._Rbrack) {
      p.syntaxErrorText(syntaxText.emptyTypeParameters);
      p.next();
    } else tparamList = paramList(p, null, null, T._Rbrack, true, false);
  }
  p.want(T._Lparen);
  const params = paramList(p, null, null, T._Rparen, false, true);
  const results = funcResult(p);
  return { tparamList, type: mk.mkFuncType(pos, start, p.lastEnd, params, results) };
}

function funcResult(p: Recogniser): readonly Field[] {
  if (p.got(T._Lparen)) return paramList(p, null, null, T._Rparen, false, false);
  const pos = p.pos();
  const type = typeOrNil(p);
  return type === null ? [] : [mk.mkField(pos, pos, p.lastEnd, null, type)];
}

/** '[' is consumed; `len` is the already read length, if any. */
export function arrayType(p: Recogniser, pos: Pos, first: Expr | null): Expr {
  let len = first;
  if (len === null && !p.got(T._DotDotDot)) {
    p.xnest++;
    len = expr(p);
    p.xnest--;
  }
  if (p.tok === T._Comma) {
    p.syntaxErrorText(syntaxText.commaInArray);
    p.next();
  }
  p.want(T._Rbrack);
  const elem = type_(p);
  return mk.mkArrayType(pos, p.lastEnd, len, elem);
}

/** '[' and ']' are consumed. */
export function sliceType(p: Recogniser, pos: Pos): Expr {
  const elem = type_(p);
  return mk.mkSliceType(pos, p.lastEnd, elem);
}

function chanElem(p: Recogniser): Expr {
  const type = typeOrNil(p);
  if (type !== null) return type;
  p.syntaxErrorText(syntaxText.chanElement);
  return p.badExpr();
}

// ---- structs

interface StructParts {
  readonly fields: Field[];
  readonly tags: (BasicLit | null)[];
  tagged: boolean;
}

function structType(p: Recogniser): StructType {
  const pos = p.pos();
  const parts: StructParts = { fields: [], tags: [], tagged: false };
  p.want(T._Struct);
  p.want(T._Lbrace);
  p.list('struct type', T._Semi, T._Rbrace, () => {
    fieldDecl(p, parts);
    return false;
  });
  return mk.mkStructType(pos, p.lastEnd, parts.fields, parts.tagged ? parts.tags : []);
}

function addField(parts: StructParts, pos: Pos, name: Name | null, type: Expr, end: Pos, tag: BasicLit | null): void {
  parts.fields.push(mk.mkField(pos, pos, end, name, type));
  parts.tags.push(tag);
  if (tag !== null) parts.tagged = true;
}

function embedded(p: Recogniser, parts: StructParts, pos: Pos, type: Expr): void {
  const end = p.lastEnd;
  addField(parts, pos, null, type, end, literal(p));
}

function fieldDecl(p: Recogniser, parts: StructParts): void {
  const pos = p.pos();
  switch (p.tok) {
    case T._Name:
      namedField(p, parts, pos);
      break;
    case T._Star: {
      p.next();
      const paren = embeddedParen(p);
      const x = qualifiedName(p, null);
      const type = mk.mkOperation(pos, pos, p.lastEnd, '*', x, null);
      if (paren) p.got(T._Rparen);
      embedded(p, parts, pos, type);
      break;
    }
    case T._Lparen: {
      embeddedParen(p);
      const star = p.pos();
      const pointer = p.got(T._Star);
      const x = qualifiedName(p, null);
      const type = pointer ? mk.mkOperation(star, star, p.lastEnd, '*', x, null) : x;
      p.got(T._Rparen);
      embedded(p, parts, pos, type);
      break;
    }
    default:
      p.syntaxError(expectedText.field);
      p.advance(T._Semi, T._Rbrace);
  }
}

function embeddedParen(p: Recogniser): boolean {
  if (p.tok !== T._Lparen) return false;
  p.syntaxErrorText(syntaxText.parenthesizedEmbedded);
  p.next();
  return true;
}

function namedField(p: Recogniser, parts: StructParts, pos: Pos): void {
  const first = p.name();
  if (p.tok === T._Dot || p.tok === T._Literal || p.tok === T._Semi || p.tok === T._Rbrace) {
    embedded(p, parts, pos, qualifiedName(p, first));
    return;
  }
  const names = [first];
  while (p.got(T._Comma)) names.push(p.name());
  let type: Expr;
  if (names.length === 1 && p.tok === T._Lbrack) {
    type = arrayOrTArgs(p, first);
    if (type.kind === 'IndexExpr') {
      embedded(p, parts, pos, type);
      return;
    }
  } else type = type_(p);
  const end = p.lastEnd;
  const tag = literal(p);
  for (const name of names) addField(parts, name.pos, name, type, end, tag);
}

/** What follows `x` at '[': an array or slice type, or x instantiated (an IndexExpr). */
export function arrayOrTArgs(p: Recogniser, x: Name): Expr {
  const pos = p.pos();
  p.want(T._Lbrack);
  if (p.got(T._Rbrack)) return sliceType(p, pos);
  const n = typeList(p, false);
  const comma = p.listComma;
  p.want(T._Rbrack);
  const end = p.lastEnd;
  if (!comma) {
    const elem = typeOrNil(p);
    if (elem !== null) return mk.mkArrayType(pos, p.lastEnd, n, elem);
  }
  return mk.mkIndexExpr(pos, end, x, n);
}

// ---- interfaces

function interfaceType(p: Recogniser): InterfaceType {
  const pos = p.pos();
  const methods: Field[] = [];
  p.want(T._Interface);
  p.want(T._Lbrace);
  p.list('interface type', T._Semi, T._Rbrace, () => {
    const start = p.pos();
    if (p.tok !== T._Name) {
      methods.push(embeddedElem(p, start, start, null, null));
      return false;
    }
    const f = methodDecl(p, start);
    methods.push(f.name === null ? embeddedElem(p, start, start, null, f.type) : f);
    return false;
  });
  return mk.mkInterfaceType(pos, p.lastEnd, methods);
}

const methodContext = 'interface method';

function methodDecl(p: Recogniser, pos: Pos): Field {
  const name = p.name();
  const method = (): Field => {
    const { type } = funcType(p, p.pos(), methodContext);
    return mk.mkField(pos, pos, p.lastEnd, name, type);
  };
  const embed = (type: Expr): Field => mk.mkField(pos, pos, p.lastEnd, null, type);
  if (p.tok === T._Lparen) return method();
  if (p.tok !== T._Lbrack) return embed(qualifiedName(p, name));

  const lbrack = p.pos();
  p.next();
  if (p.tok === T._Rbrack) {
    const rbrack = p.pos();
    p.next();
    const isMethod = p.tok === T._Lparen;
    p.errorAt(rbrack, isMethod ? parseText.emptyTypeParameters : parseText.emptyTypeArguments);
    return isMethod ? method() : embed(name);
  }
  const list = paramList(p, null, null, T._Rbrack, false, false);
  const first = list[0];
  if (first === undefined) return p.tok === T._Lparen ? method() : embed(name);
  if (first.name !== null) {
    const f = method();
    p.errorAt(lbrack, parseText.genericInterfaceMethod);
    return f;
  }
  const index = list.length === 1 ? first.type : mk.mkListExpr(list.map((field) => field.type));
  return embed(mk.mkIndexExpr(lbrack, p.lastEnd, name, index));
}

/** EmbeddedTerm { "|" EmbeddedTerm } for a field that starts at `pos`; `first` is its already read first term, begun at `start`. */
export function embeddedElem(p: Recogniser, pos: Pos, start: Pos, name: Name | null, first: Expr | null): Field {
  let type = first ?? embeddedTerm(p);
  while (p.tok === T._Operator && p.op === '|') {
    const or = p.pos();
    p.next();
    const y = embeddedTerm(p);
    type = mk.mkOperation(or, start, p.lastEnd, '|', type, y);
  }
  return mk.mkField(pos, pos, p.lastEnd, name, type);
}

function embeddedTerm(p: Recogniser): Expr {
  if (p.tok === T._Operator && p.op === '~') {
    const pos = p.pos();
    p.next();
    const x = type_(p);
    return mk.mkOperation(pos, pos, p.lastEnd, '~', x, null);
  }
  const type = typeOrNil(p);
  if (type !== null) return type;
  const bad = p.badExpr();
  p.syntaxError(expectedText.term);
  p.advance(T._Operator, T._Semi, T._Rparen, T._Rbrack, T._Rbrace);
  return bad;
}
