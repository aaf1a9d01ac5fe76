/**
 * Parameter lists: names and types are told apart only at the end of a list, so entries are collected first and types
 * are spread over the names from right to left (parser.go, Go 1.26).
 */
import type { Pos } from '../base/pos.ts';
import { expectedText, parseText, syntaxText } from '../base/texts/syntax.ts';
import * as mk from './nodes.ts';
import type { Recogniser } from './recognise.ts';
import { arrayOrTArgs, embeddedElem, qualifiedName, typeOrNil } from './recognise_type.ts';
import * as T from './tokens.ts';
import type { Expr, Field, Name } from './tree.ts';

/** A parameter while its list is read: at least one of name and type is set. */
interface Param {
  readonly pos: Pos;
  name: Name | null;
  type: Expr | null;
  end: Pos;
}

function fromField(field: Field): Param {
  return { pos: field.pos, name: field.name, type: field.type, end: field.end };
}

function paramDeclOrNil(p: Recogniser, first: Name | null, follow: T.Token): Param | null {
  const typeSetsOk = follow === T._Rbrack;
  const pos = first === null ? p.pos() : first.pos;
  if (first === null && typeSetsOk && p.tok === T._Operator && p.op === '~')
    return fromField(embeddedElem(p, pos, pos, null, null));

  let name: Name | null = null;
  if (p.tok === T._Name || first !== null) {
    name = first ?? p.name();
    let type: Expr | null = null;
    let kept: Name | null = null;
    if (p.tok === T._Lbrack) {
      type = arrayOrTArgs(p, name);
      if (type.kind !== 'IndexExpr') kept = name;
    } else if (p.tok === T._Dot) type = qualifiedName(p, name);
    else if (isUnion(p, typeSetsOk)) type = name;
    if (type !== null) {
      if (isUnion(p, typeSetsOk)) return fromField(embeddedElem(p, pos, type.start, kept, type));
      return { pos, name: kept, type, end: p.lastEnd };
    }
  }

  if (p.tok === T._DotDotDot) {
    const dots = p.pos();
    p.next();
    const elem = typeOrNil(p);
    if (elem !== null) return { pos, name, type: mk.mkDotsType(dots, p.lastEnd, elem), end: p.lastEnd };
    const bad = p.badExpr();
    p.syntaxErrorText(syntaxText.dotsMissingType);
    return { pos, name, type: bad, end: p.lastEnd };
  }
  if (typeSetsOk && p.tok === T._Operator && p.op === '~') return fromField(embeddedElem(p, pos, p.pos(), name, null));

  const start = p.pos();
  const type = typeOrNil(p);
  if (type !== null && isUnion(p, typeSetsOk)) return fromField(embeddedElem(p, pos, start, name, type));
  if (name !== null || type !== null) return { pos, name, type, end: p.lastEnd };
  p.syntaxError(expectedText.token(T.tokenWords(follow)));
  p.advance(T._Comma, follow);
  return null;
}

function isUnion(p: Recogniser, typeSetsOk: boolean): boolean {
  return typeSetsOk && p.tok === T._Operator && p.op === '|';
}

/**
 * "(" or "[" is consumed. `name` (and `type`) are the already read start of the list, if any. Type parameters need names
 * (`requireNames`); `dotsOk` permits a final ...T.
 */
export function paramList(
  p: Recogniser,
  name: Name | null,
  type: Expr | null,
  close: T.Token,
  requireNames: boolean,
  dotsOk: boolean,
): readonly Field[] {
  const firstEnd = p.lastEnd;
  if (name !== null && type !== null && p.tok === close) {
    p.next();
    return [mk.mkField(name.pos, name.start, firstEnd, name, type)];
  }
  const list: Param[] = [];
  let firstName = name;
  let firstType = type;
  let named = 0;
  let typed = 0;
  const end = p.list('parameter list', T._Comma, close, () => {
    const par: Param | null =
      firstType !== null && firstName !== null
        ? { pos: firstName.pos, name: firstName, type: firstType, end: firstEnd }
        : paramDeclOrNil(p, firstName, close);
    firstName = null;
    firstType = null;
    if (par === null) return false;
    if (par.type !== null) typed++;
    if (par.type !== null && par.name !== null) named++;
    list.push(par);
    return false;
  });
  if (list.length === 0) return [];
  if (named === 0 && !requireNames) {
    for (const par of list) {
      if (par.name === null) continue;
      par.type = par.name;
      par.name = null;
    }
  } else if (named !== list.length) distributeTypes(p, list, named === typed, requireNames, end);
  checkDots(p, list, dotsOk);
  return list.map((par) => mk.mkField(par.pos, par.pos, par.end, par.name, par.type!));
}

/** All parameters must have names; each takes the type of the next one that has a type. */
function distributeTypes(
  p: Recogniser,
  list: readonly Param[],
  typesMissing: boolean,
  requireNames: boolean,
  end: Pos,
): void {
  let errPos = 0;
  let type: Expr | null = null;
  let typeEnd = 0;
  for (let i = list.length - 1; i >= 0; i--) {
    const par = list[i]!;
    if (par.type !== null) {
      type = par.type;
      typeEnd = par.end;
      if (par.name === null) {
        errPos = type.start;
        par.name = mk.mkName(errPos, errPos, '_');
      }
    } else if (type !== null) {
      par.type = type;
      par.end = typeEnd;
    } else {
      errPos = par.name!.pos;
      par.type = mk.mkBadExpr(errPos, errPos);
    }
  }
  if (errPos === 0) return;
  if (typesMissing) {
    p.plainError(end, requireNames ? syntaxText.missingConstraint : syntaxText.missingParameterType);
  } else if (requireNames) {
    p.plainError(errPos, syntaxText.missingTypeParameterName + (list.length === 1 ? syntaxText.orArrayLength : ''));
  } else p.plainError(errPos, syntaxText.missingParameterName);
}

/** ...T is valid only for a final parameter; elsewhere it is reported once and read as T. */
function checkDots(p: Recogniser, list: readonly Param[], dotsOk: boolean): void {
  let first = true;
  for (let i = 0; i < list.length; i++) {
    const par = list[i]!;
    const { type } = par;
    if (type === null || type.kind !== 'DotsType' || (dotsOk && i + 1 === list.length)) continue;
    if (first) p.errorAt(type.pos, dotsOk ? parseText.dotsNotFinal : parseText.dotsInvalid);
    first = false;
    par.type = type.elem;
  }
}
