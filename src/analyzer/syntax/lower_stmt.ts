/** Statements from tree-sitter's nodes. */
import type { Pos } from '../base/pos.ts';
import type { Lowering } from './lower.ts';
import { declStmt } from './lower_decl.ts';
import { expr, exprList } from './lower_expr.ts';
import { type } from './lower_type.ts';
import * as mk from './nodes.ts';
import { clauseEnd } from './recognise_stmt.ts';
import type {
  BlockStmt,
  BranchStmt,
  CaseClause,
  CommClause,
  Expr,
  ForStmt,
  IfStmt,
  Operator,
  SelectStmt,
  SimpleStmt,
  Stmt,
  SwitchStmt,
} from './tree.ts';

export function block(l: Lowering, i: number): BlockStmt {
  const list = l.children(i).find((c) => l.kind(c) === 'statement_list');
  return mk.mkBlockStmt(l.start(i), l.end(i), list === undefined ? [] : stmtList(l, list), l.end(i) - 1);
}

/**
 * The ';' of an empty statement also ends it, as gc reads; tree-sitter-go asks for another one after it, which gc reads
 * as the next empty statement.
 */
function stmtList(l: Lowering, i: number): readonly Stmt[] {
  const list: Stmt[] = [];
  let afterEmpty = false;
  for (const c of l.children(i)) {
    switch (l.kind(c)) {
      case '\n':
      case '\0':
        continue;
      case ';':
        if (afterEmpty) list.push(mk.mkEmptyStmt(l.start(c), l.end(c)));
        continue;
    }
    let last = stmt(l, c);
    list.push(last);
    while (last.kind === 'LabeledStmt') last = last.stmt;
    afterEmpty = last.kind === 'EmptyStmt';
  }
  return list;
}

function stmt(l: Lowering, i: number): Stmt {
  const start = l.start(i);
  const end = l.end(i);
  switch (l.kind(i)) {
    case 'const_declaration':
    case 'type_declaration':
    case 'var_declaration':
      return declStmt(l, i);
    case 'return_statement': {
      const list = l.children(i)[1];
      return mk.mkReturnStmt(start, end, list === undefined ? null : exprList(l, list));
    }
    case 'go_statement':
    case 'defer_statement': {
      const [keyword, x] = l.children(i);
      return mk.mkCallStmt(start, end, l.kind(keyword!) === 'go' ? 'go' : 'defer', expr(l, x!));
    }
    case 'if_statement':
      return ifStmt(l, i);
    case 'for_statement':
      return forStmt(l, i);
    case 'expression_switch_statement':
    case 'type_switch_statement':
      return switchStmt(l, i);
    case 'select_statement':
      return selectStmt(l, i);
    case 'labeled_statement': {
      const [label, colon, body] = l.children(i);
      return mk.mkLabeledStmt(
        l.start(colon!),
        l.name(label!),
        body === undefined ? emptyAt(l.startOfNext(i)) : stmt(l, body),
      );
    }
    case 'fallthrough_statement':
      return mk.mkBranchStmt(start, end, 'fallthrough', null);
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement': {
      const [keyword, label] = l.children(i);
      return mk.mkBranchStmt(
        start,
        end,
        l.kind(keyword!) as BranchStmt['tok'],
        label === undefined ? null : l.name(label),
      );
    }
    case 'block':
      return block(l, i);
    case 'empty_statement':
      return mk.mkEmptyStmt(start, end);
    default:
      return simpleStmt(l, i);
  }
}

/** The empty statement between a label and '}', which stands at the brace. */
function emptyAt(pos: Pos): Stmt {
  return mk.mkEmptyStmt(pos, pos);
}

function simpleStmt(l: Lowering, i: number): SimpleStmt {
  switch (l.kind(i)) {
    case 'expression_statement':
      return mk.mkExprStmt(expr(l, l.children(i)[0]!));
    case 'send_statement': {
      const [chan, arrow, value] = l.children(i);
      return mk.mkSendStmt(l.start(arrow!), expr(l, chan!), expr(l, value!));
    }
    case 'inc_statement':
    case 'dec_statement': {
      const [x, op] = l.children(i);
      return mk.mkAssignStmt(l.start(op!), l.end(i), l.kind(i) === 'inc_statement' ? '+' : '-', expr(l, x!), null);
    }
    case 'assignment_statement':
    case 'short_var_declaration': {
      const [lhs, op, rhs] = l.children(i);
      const operator = l.kind(op!).slice(0, -1) as Operator | '';
      return mk.mkAssignStmt(l.start(op!), l.end(i), operator, exprList(l, lhs!), exprList(l, rhs!));
    }
    case 'receive_statement': {
      const parts = l.children(i);
      if (parts.length === 1) return mk.mkExprStmt(expr(l, parts[0]!));
      const [lhs, op, rhs] = parts;
      return mk.mkAssignStmt(l.start(op!), l.end(i), l.kind(op!) === ':=' ? ':' : '', exprList(l, lhs!), expr(l, rhs!));
    }
    default:
      return l.regroup('unknown node');
  }
}

function ifStmt(l: Lowering, i: number): IfStmt {
  const parts = l.children(i);
  const semi = parts.findIndex((c) => l.kind(c) === ';');
  const init = semi < 0 ? null : simpleStmt(l, parts[semi - 1]!);
  const at = semi < 0 ? 1 : semi + 1;
  const then = block(l, parts[at + 1]!);
  const other = parts[at + 3];
  const otherwise = other === undefined ? null : l.kind(other) === 'block' ? block(l, other) : ifStmt(l, other);
  return mk.mkIfStmt(l.start(i), l.end(i), init, expr(l, parts[at]!), then, otherwise);
}

function forStmt(l: Lowering, i: number): ForStmt {
  const parts = l.children(i);
  const body = block(l, parts[parts.length - 1]!);
  const pos = l.start(i);
  const clause = parts.length === 3 ? parts[1]! : -1;
  if (clause < 0) return mk.mkForStmt(pos, null, null, null, body);
  if (l.kind(clause) === 'range_clause') return mk.mkForStmt(pos, rangeClause(l, clause), null, null, body);
  if (l.kind(clause) !== 'for_clause') return mk.mkForStmt(pos, null, expr(l, clause), null, body);
  let init: SimpleStmt | null = null;
  let cond: Expr | null = null;
  let post: SimpleStmt | null = null;
  let semis = 0;
  for (const c of l.children(clause)) {
    if (l.kind(c) === ';') semis++;
    else if (semis === 0) init = simpleStmt(l, c);
    else if (semis === 1) cond = expr(l, c);
    else post = simpleStmt(l, c);
  }
  return mk.mkForStmt(pos, init, cond, post, body);
}

function rangeClause(l: Lowering, i: number): SimpleStmt {
  const parts = l.children(i);
  const x = expr(l, parts[parts.length - 1]!);
  const pos = l.start(parts[parts.length - 2]!);
  if (parts.length === 2) return mk.mkRangeClause(pos, null, false, x);
  return mk.mkRangeClause(pos, exprList(l, parts[0]!), l.kind(parts[1]!) === ':=', x);
}

/** Both kinds of switch: what stands between the keyword and '{', then the clauses. */
function switchStmt(l: Lowering, i: number): SwitchStmt {
  const parts = l.children(i);
  const brace = parts.findIndex((c) => l.kind(c) === '{');
  const head = parts.slice(1, brace);
  const semi = head.findIndex((c) => l.kind(c) === ';');
  const init = semi > 0 ? simpleStmt(l, head[semi - 1]!) : null;
  const tag = head.slice(semi + 1);
  const body = parts.slice(brace + 1, -1).map((c) => caseClause(l, c));
  let value: Expr | null = null;
  if (l.kind(i) === 'type_switch_statement') value = typeSwitchGuard(l, tag);
  else if (tag.length > 0) value = expr(l, tag[0]!);
  return mk.mkSwitchStmt(l.start(i), l.end(i), init, value, body, l.end(i) - 1);
}

/** [alias :=] x . ( type ) */
function typeSwitchGuard(l: Lowering, tag: readonly number[]): Expr {
  const defined = l.kind(tag[1]!) === ':=';
  const [x, dot] = defined ? tag.slice(2) : tag;
  const lhs = defined ? exprList(l, tag[0]!) : null;
  if (lhs !== null && lhs.kind !== 'Name') l.regroup('type switch header');
  return mk.mkTypeSwitchGuard(
    l.start(dot!),
    l.end(tag[tag.length - 1]!),
    lhs as Extract<Expr, { kind: 'Name' }> | null,
    expr(l, x!),
  );
}

interface ClauseParts {
  readonly head: readonly number[];
  readonly colon: Pos;
  readonly body: readonly Stmt[];
}

/** `case … :` or `default :`, then statements. */
function clauseParts(l: Lowering, i: number): ClauseParts {
  const parts = l.children(i);
  let at = parts.length - 1;
  const body = l.kind(parts[at]!) === 'statement_list' ? stmtList(l, parts[at--]!) : [];
  return { head: parts.slice(1, at), colon: l.start(parts[at]!), body };
}

function caseClause(l: Lowering, i: number): CaseClause {
  const { head, colon, body } = clauseParts(l, i);
  let cases: Expr | null = null;
  if (l.kind(i) === 'expression_case') cases = exprList(l, head[0]!);
  else if (l.kind(i) === 'type_case') {
    const types = head.filter((c) => l.kind(c) !== ',').map((c) => type(l, c, true));
    cases = types.length === 1 ? types[0]! : mk.mkListExpr(types);
  }
  return mk.mkCaseClause(l.start(i), clauseEnd(body, colon + 1), cases, body, colon);
}

function selectStmt(l: Lowering, i: number): SelectStmt {
  const clauses = l.children(i).slice(2, -1);
  const body = clauses.map((c): CommClause => {
    const parts = clauseParts(l, c);
    const comm = parts.head[0] === undefined ? null : simpleStmt(l, parts.head[0]);
    return mk.mkCommClause(l.start(c), clauseEnd(parts.body, parts.colon + 1), comm, parts.body, parts.colon);
  });
  return mk.mkSelectStmt(l.start(i), l.end(i), body, l.end(i) - 1);
}
