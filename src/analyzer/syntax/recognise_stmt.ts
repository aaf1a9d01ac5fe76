/** Statements of the recogniser, after the statement part of parser.go (Go 1.26). */
import type { Pos } from '../base/pos.ts';
import { expectedText, syntaxText } from '../base/texts/syntax.ts';
import { checkBranches } from './branches.ts';
import * as mk from './nodes.ts';
import { exprString } from './printer.ts';
import type { Recogniser } from './recognise.ts';
import { declStmt } from './recognise_decl.ts';
import { callStmt, expr, exprList } from './recognise_expr.ts';
import * as T from './tokens.ts';
import type {
  BlockStmt,
  CaseClause,
  CommClause,
  Expr,
  ForStmt,
  IfStmt,
  Name,
  SelectStmt,
  SimpleStmt,
  Stmt,
  SwitchStmt,
} from './tree.ts';

/** The statement keyword whose header is read; 0 outside headers. */
type Keyword = T.Token | 0;

export function funcBody(p: Recogniser): BlockStmt {
  p.fnest++;
  const before = p.errcnt;
  const body = blockStmt(p, '');
  p.fnest--;
  if (before === p.errcnt) checkBranches(body, p);
  return body;
}

function simpleStmt(p: Recogniser, first: Expr | null, keyword: Keyword): SimpleStmt {
  if (keyword === T._For && p.tok === T._Range) return rangeClause(p, null, false);
  const lhs = first ?? exprList(p);
  if (lhs.kind !== 'ListExpr' && p.tok !== T._Assign && p.tok !== T._Define) return singleStmt(p, lhs);
  const pos = p.pos();
  if (p.tok !== T._Assign && p.tok !== T._Define) {
    p.syntaxError(expectedText.assignment);
    p.advance(T._Semi, T._Rbrace);
    return mk.mkExprStmt(lhs.kind === 'ListExpr' ? lhs.elemList[0]! : lhs);
  }
  const def = p.tok === T._Define;
  p.next();
  if (keyword === T._For && p.tok === T._Range) return rangeClause(p, lhs, def);
  const rhs = exprList(p);
  if (rhs.kind === 'TypeSwitchGuard' && keyword === T._Switch && def && lhs.kind === 'Name') {
    return mk.mkExprStmt(mk.mkTypeSwitchGuard(rhs.pos, rhs.end, lhs, rhs.x));
  }
  return mk.mkAssignStmt(pos, p.lastEnd, def ? ':' : '', lhs, rhs);
}

/** A simple statement with one expression on the left. */
function singleStmt(p: Recogniser, lhs: Expr): SimpleStmt {
  const pos = p.pos();
  const { op } = p;
  switch (p.tok) {
    case T._AssignOp: {
      p.next();
      const rhs = expr(p);
      return mk.mkAssignStmt(pos, p.lastEnd, op, lhs, rhs);
    }
    case T._IncOp:
      p.next();
      return mk.mkAssignStmt(pos, p.lastEnd, op, lhs, null);
    case T._Arrow:
      p.next();
      return mk.mkSendStmt(pos, lhs, expr(p));
    default:
      return mk.mkExprStmt(lhs);
  }
}

function rangeClause(p: Recogniser, lhs: Expr | null, def: boolean): SimpleStmt {
  const pos = p.pos();
  p.next();
  return mk.mkRangeClause(pos, lhs, def, expr(p));
}

function labeledStmtOrNil(p: Recogniser, label: Name): Stmt | null {
  const pos = p.pos();
  p.want(T._Colon);
  if (p.tok === T._Rbrace) return mk.mkLabeledStmt(pos, label, mk.mkEmptyStmt(p.pos(), p.pos()));
  const stmt = stmtOrNil(p);
  if (stmt !== null) return mk.mkLabeledStmt(pos, label, stmt);
  p.plainError(pos, syntaxText.labelNeedsStatement);
  return null;
}

/** `context` is empty only where the current token is known to be '{'. */
function blockStmt(p: Recogniser, context: string): BlockStmt {
  const pos = p.pos();
  if (!p.got(T._Lbrace)) {
    p.syntaxError(expectedText.braceAfter(context));
    p.advance(T._Name, T._Rbrace);
    const rbrace = p.pos();
    if (p.got(T._Rbrace)) return mk.mkBlockStmt(pos, p.lastEnd, [], rbrace);
  }
  const list = stmtList(p);
  const rbrace = p.pos();
  p.want(T._Rbrace);
  return mk.mkBlockStmt(pos, p.lastEnd, list, rbrace);
}

// ---- statements with a header

interface Header {
  readonly init: SimpleStmt | null;
  readonly cond: Expr | null;
  readonly post: SimpleStmt | null;
}

function header(p: Recogniser, keyword: T.Token): Header {
  p.want(keyword);
  if (p.tok === T._Lbrace) {
    if (keyword !== T._If) return { init: null, cond: null, post: null };
    p.syntaxErrorText(syntaxText.conditionMissing);
    return { init: null, cond: p.badExpr(), post: null };
  }
  const outer = p.xnest;
  p.xnest = -1;
  const result = headerBody(p, keyword);
  p.xnest = outer;
  return result;
}

function headerBody(p: Recogniser, keyword: T.Token): Header {
  let init: SimpleStmt | null = null;
  let cond: SimpleStmt | null = null;
  let post: SimpleStmt | null = null;
  let semiPos: Pos = 0;
  let semiLit = '';

  if (p.tok !== T._Semi) {
    if (p.got(T._Var)) p.syntaxErrorText(syntaxText.varInHeader(T.spellingOf(keyword)));
    init = simpleStmt(p, null, keyword);
    if (init.kind === 'RangeClause') return { init, cond: null, post: null };
  }
  if (p.tok === T._Lbrace) {
    cond = init;
    init = null;
  } else {
    if (p.tok === T._Semi) {
      semiPos = p.pos();
      semiLit = p.lit;
      p.next();
    } else {
      p.want(T._Lbrace);
      if (p.tok !== T._Lbrace) p.advance(T._Lbrace, T._Rbrace);
    }
    if (keyword === T._For) {
      if (p.tok !== T._Semi) {
        if (p.tok === T._Lbrace) {
          p.syntaxError(expectedText.forCondition);
          return { init, cond: null, post: null };
        }
        cond = simpleStmt(p, null, 0);
      }
      p.want(T._Semi);
      if (p.tok !== T._Lbrace) {
        post = simpleStmt(p, null, 0);
        if (post.kind === 'AssignStmt' && post.op === ':') p.plainError(post.pos, syntaxText.declareInPost);
      }
    } else if (p.tok !== T._Lbrace) cond = simpleStmt(p, null, keyword);
  }
  return { init, cond: condition(p, keyword, cond, semiPos, semiLit), post };
}

/** The expression of a condition statement. '=' for '==' is the usual slip, so it is quoted. */
function condition(
  p: Recogniser,
  keyword: T.Token,
  stmt: SimpleStmt | null,
  semiPos: Pos,
  semiLit: string,
): Expr | null {
  if (stmt === null) {
    if (keyword !== T._If || semiPos === 0) return null;
    p.plainError(
      semiPos,
      semiLit === 'semicolon' ? syntaxText.conditionMissing : syntaxText.unexpectedBeforeIfBlock(semiLit),
    );
    return mk.mkBadExpr(semiPos, semiPos);
  }
  if (stmt.kind === 'ExprStmt') return stmt.x;
  const quoted =
    stmt.kind === 'AssignStmt' && stmt.op === '' && stmt.rhs !== null
      ? `assignment ${emphasize(stmt.lhs)} = ${emphasize(stmt.rhs)}`
      : exprString(stmt);
  p.plainError(stmt.pos, syntaxText.notAValue(quoted));
  return null;
}

function emphasize(x: Expr): string {
  const text = exprString(x);
  return x.kind === 'Operation' && x.y !== null ? `(${text})` : text;
}

function forStmt(p: Recogniser): ForStmt {
  const pos = p.pos();
  const { init, cond, post } = header(p, T._For);
  return mk.mkForStmt(pos, init, cond, post, blockStmt(p, 'for clause'));
}

function ifStmt(p: Recogniser): IfStmt {
  p.enter();
  const pos = p.pos();
  const { init, cond } = header(p, T._If);
  const then = blockStmt(p, 'if clause');
  let otherwise: IfStmt | BlockStmt | null = null;
  if (p.got(T._Else)) {
    if (p.tok === T._If) otherwise = ifStmt(p);
    else if (p.tok === T._Lbrace) otherwise = blockStmt(p, '');
    else {
      p.syntaxErrorText(syntaxText.elseFollow);
      p.advance(T._Name, T._Rbrace);
    }
  }
  p.leave();
  return mk.mkIfStmt(pos, otherwise?.end ?? then.end, init, cond ?? mk.mkBadExpr(pos, pos), then, otherwise);
}

function wantClauses(p: Recogniser, keyword: string): void {
  if (p.got(T._Lbrace)) return;
  p.syntaxErrorText(syntaxText.braceAfter(keyword));
  p.advance(T._Case, T._Default, T._Rbrace);
}

function switchStmt(p: Recogniser): SwitchStmt {
  const pos = p.pos();
  const { init, cond } = header(p, T._Switch);
  wantClauses(p, 'switch');
  const body: CaseClause[] = [];
  while (p.tok !== T._EOF && p.tok !== T._Rbrace) body.push(caseClause(p));
  const rbrace = p.pos();
  p.want(T._Rbrace);
  return mk.mkSwitchStmt(pos, p.lastEnd, init, cond, body, rbrace);
}

function selectStmt(p: Recogniser): SelectStmt {
  const pos = p.pos();
  p.want(T._Select);
  wantClauses(p, 'select');
  const body: CommClause[] = [];
  while (p.tok !== T._EOF && p.tok !== T._Rbrace) body.push(commClause(p));
  const rbrace = p.pos();
  p.want(T._Rbrace);
  return mk.mkSelectStmt(pos, p.lastEnd, body, rbrace);
}

function wantCase(p: Recogniser): void {
  if (p.got(T._Default)) return;
  p.syntaxError(expectedText.caseClause);
  p.advance(T._Colon, T._Case, T._Default, T._Rbrace);
}

function caseClause(p: Recogniser): CaseClause {
  const pos = p.pos();
  let cases: Expr | null = null;
  if (p.got(T._Case)) cases = exprList(p);
  else wantCase(p);
  const colon = p.pos();
  p.want(T._Colon);
  const end = Math.max(p.lastEnd, colon);
  const body = stmtList(p);
  return mk.mkCaseClause(pos, clauseEnd(body, end), cases, body, colon);
}

function commClause(p: Recogniser): CommClause {
  const pos = p.pos();
  let comm: SimpleStmt | null = null;
  if (p.got(T._Case)) comm = simpleStmt(p, null, 0);
  else wantCase(p);
  const colon = p.pos();
  p.want(T._Colon);
  const end = Math.max(p.lastEnd, colon);
  const body = stmtList(p);
  return mk.mkCommClause(pos, clauseEnd(body, end), comm, body, colon);
}

export function clauseEnd(body: readonly Stmt[], afterColon: Pos): Pos {
  return body.length > 0 ? body[body.length - 1]!.end : afterColon;
}

// ---- statement lists

function stmtOrNil(p: Recogniser): Stmt | null {
  p.enter();
  const stmt = stmtBody(p);
  p.leave();
  return stmt;
}

function stmtBody(p: Recogniser): Stmt | null {
  if (p.tok === T._Name) {
    p.clearPragma();
    const lhs = exprList(p);
    if (lhs.kind === 'Name' && p.tok === T._Colon) return labeledStmtOrNil(p, lhs);
    return simpleStmt(p, lhs, 0);
  }
  if (p.tok === T._Var || p.tok === T._Const || p.tok === T._Type) return declStmt(p);
  p.clearPragma();
  const pos = p.pos();
  switch (p.tok) {
    case T._Lbrace:
      return blockStmt(p, '');
    case T._Operator:
    case T._Star:
      return startsOperand(p.op) ? simpleStmt(p, null, 0) : null;
    case T._Literal:
    case T._Func:
    case T._Lparen:
    case T._Lbrack:
    case T._Struct:
    case T._Map:
    case T._Chan:
    case T._Interface:
    case T._Arrow:
      return simpleStmt(p, null, 0);
    case T._For:
      return forStmt(p);
    case T._Switch:
      return switchStmt(p);
    case T._Select:
      return selectStmt(p);
    case T._If:
      return ifStmt(p);
    case T._Fallthrough:
      p.next();
      return mk.mkBranchStmt(pos, p.lastEnd, 'fallthrough', null);
    case T._Break:
    case T._Continue: {
      const tok = p.tok === T._Break ? 'break' : 'continue';
      p.next();
      const label = p.tok === T._Name ? p.name() : null;
      return mk.mkBranchStmt(pos, p.lastEnd, tok, label);
    }
    case T._Go:
    case T._Defer:
      return callStmt(p);
    case T._Goto: {
      p.next();
      const label = p.name();
      return mk.mkBranchStmt(pos, p.lastEnd, 'goto', label);
    }
    case T._Return: {
      p.next();
      const results = p.tok === T._Semi || p.tok === T._Rbrace ? null : exprList(p);
      return mk.mkReturnStmt(pos, p.lastEnd, results);
    }
    case T._Semi:
      return mk.mkEmptyStmt(pos, p.lit === 'semicolon' ? pos + 1 : pos);
    default:
      return null;
  }
}

function startsOperand(op: string): boolean {
  return op === '+' || op === '-' || op === '*' || op === '&' || op === '^' || op === '!';
}

function stmtList(p: Recogniser): readonly Stmt[] {
  const list: Stmt[] = [];
  while (p.tok !== T._EOF && p.tok !== T._Rbrace && p.tok !== T._Case && p.tok !== T._Default) {
    const stmt = stmtOrNil(p);
    p.clearPragma();
    if (stmt === null) break;
    list.push(stmt);
    if (!p.got(T._Semi) && p.tok !== T._Rbrace) {
      p.syntaxError(expectedText.endOfStatement);
      p.advance(T._Semi, T._Rbrace, T._Case, T._Default);
      p.got(T._Semi);
    }
  }
  return list;
}
