/** select. Follows selectStmt of noder/writer.go and noder/reader.go and tcSelect of typecheck/stmt.go (Go 1.26). */
import type * as syntax from '../../syntax/tree.ts';
import type { Expr } from '../expr.ts';
import type { Node } from '../node.ts';
import type { AssignListStmt, AssignStmt } from '../stmt.ts';
import * as st from '../stmt.ts';
import type { Reader } from './reader.ts';
import { blankName, block, stmtList, stmts } from './stmt.ts';

export function selectStmt(r: Reader, stmt: syntax.SelectStmt, label: string | null): Node {
  const clauses = stmt.body.map((clause) => {
    const before: Node[] = [];
    const comm = commStmt(r, block(stmtList(r, clause.comm)), clause.pos, before);
    return st.newComm(clause.pos, comm, [...before, ...stmts(r, clause.body)]);
  });
  return st.newSelect(stmt.pos, clauses, label);
}

/** The communication as OSEND or OSELRECV2; what has to be done with the received value goes before the body. */
function commStmt(r: Reader, comm: Node | null, pos: number, before: Node[]): Node | null {
  if (comm === null) return null;
  switch (comm.op) {
    case 'OAS':
      return recvAssign(r, comm, pos, before);
    case 'OAS2':
      return recvAssignList(comm, before);
    case 'ORECV':
      return selRecv(comm.pos, [blankName(r), blankName(r)], comm, false, comm.init);
    default:
      return comm;
  }
}

function recvAssign(r: Reader, as: AssignStmt, pos: number, before: Node[]): Node {
  const y = as.y!;
  if (y.op === 'OCONVIFACE' && y.implicit && !as.def) {
    // The received value is kept in a temporary and converted when the case has been chosen.
    const tmp = r.temp(pos, y.x.type);
    const recv = selRecv(pos, [tmp, blankName(r)], y.x, true, [st.newDecl(pos, tmp)]);
    tmp.defn = recv;
    y.x = tmp;
    before.push(as);
    return recv;
  }
  const x = (y.op === 'OCONVNOP' || y.op === 'OCONVIFACE') && y.implicit ? y.x : y;
  // As in gc, the definition of the variable stays at the assignment that this replaces: it counts as assigned again.
  return selRecv(as.pos, [as.x, blankName(r)], x, as.def, as.init);
}

/** `v, ok := <-c` was made an assignment from temporaries; the receive itself is in the init of the first. */
function recvAssignList(as: AssignListStmt, before: Node[]): Node {
  const first = as.rhs[0]!;
  const recv = first.init[0] as AssignListStmt;
  as.rhs[0] = withoutInit(first);
  before.push(as);
  const sel = st.newAssignList(recv.pos, 'OSELRECV2', recv.lhs, recv.rhs, recv.def);
  sel.init = recv.init;
  for (const x of sel.lhs) if (x.op === 'ONAME' && x.defn === recv) x.defn = sel;
  return sel;
}

function withoutInit(x: Expr): Expr {
  x.init = [];
  return x;
}

function selRecv(pos: number, lhs: Expr[], recv: Expr, def: boolean, init: Node[]): AssignListStmt {
  const n = st.newAssignList(pos, 'OSELRECV2', lhs, [recv], def);
  n.init = init;
  return n;
}
