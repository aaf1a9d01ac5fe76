/** for statements, with and without range. Follows forStmt of noder/writer.go and noder/reader.go (Go 1.26). */
import type * as syntax from '../../syntax/tree.ts';
import { boolVal } from '../../types/constant.ts';
import type { Node } from '../node.ts';
import * as st from '../stmt.ts';
import { expr, unpackList } from './expr.ts';
import { staticBool } from './prune.ts';
import type { Reader } from './reader.ts';
import { assignees, block, initDefn, stmtList, stmts } from './stmt.ts';

export function forStmt(r: Reader, stmt: syntax.ForStmt, label: string | null): Node | null {
  if (stmt.init?.kind === 'RangeClause') return rangeStmt(r, stmt, stmt.init, label);
  const always = stmt.cond === null ? null : staticBool(r, stmt.cond);
  const never = always !== null && always.value < 0;
  const init = block(stmtList(r, stmt.init));
  const cond = always === null ? null : expr(r, always.cond);
  const post = never ? null : block(stmtList(r, stmt.post));
  const body = never ? [] : stmts(r, stmt.body.list);
  if (cond?.op === 'OLITERAL' && !boolVal(cond.val)) return init;
  return st.newFor(stmt.pos, init === null ? [] : [init], cond, post, body, distinctVars(r), label);
}

function rangeStmt(r: Reader, stmt: syntax.ForStmt, clause: syntax.RangeClause, label: string | null): Node {
  const { places, names } = assignees(r, unpackList(clause.lhs));
  const x = expr(r, clause.x);
  const n = st.newRange(clause.pos, places[0] ?? null, places[1] ?? null, x, [], false, label);
  n.def = initDefn(n, names);
  n.body = stmts(r, stmt.body.list);
  n.distinctVars = distinctVars(r);
  return n;
}

/** Since Go 1.22 each iteration has its own variables; the file's language version decides. */
function distinctVars(r: Reader): boolean {
  const version = r.info.fileVersions.get(r.file) || r.noder.options.goVersion;
  const minor = /^go1\.(\d+)/.exec(version);
  const distinct = minor === null || Number(minor[1]) >= 22;
  if (distinct) r.fn.hasIterationVars = true;
  return distinct;
}
