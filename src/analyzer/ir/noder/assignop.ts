/** Which form an assignment of one expression to several places takes. Follows typecheck/stmt.go (assign), Go 1.26. */
import type { AssignListStmt } from '../stmt.ts';
import { newAssignList } from '../stmt.ts';

/** as with the operation (and the comma-ok form of its right side) that typecheck gives it. */
export function setAssignListOp(as: AssignListStmt): AssignListStmt {
  const x = as.rhs[0]!;
  if (as.rhs.length !== 1 || as.lhs.length < 2) return as;
  switch (x.op) {
    case 'OINDEXMAP':
      return withOp(as, 'OAS2MAPR');
    case 'ORECV':
      return withOp(as, 'OAS2RECV');
    case 'ODOTTYPE':
      return withOp(as, 'OAS2DOTTYPE', { ...x, op: 'ODOTTYPE2' });
    case 'ODYNAMICDOTTYPE':
      return withOp(as, 'OAS2DOTTYPE', { ...x, op: 'ODYNAMICDOTTYPE2' });
    case 'OCALLFUNC':
    case 'OCALLINTER':
      return withOp(as, 'OAS2FUNC');
    default:
      return as;
  }
}

function withOp(as: AssignListStmt, op: AssignListStmt['op'], x = as.rhs[0]!): AssignListStmt {
  const n = newAssignList(as.pos, op, as.lhs, [x], as.def);
  n.init = as.init;
  for (const name of n.lhs) if (name.op === 'ONAME' && name.defn === as) name.defn = n;
  return n;
}
