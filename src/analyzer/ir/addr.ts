/** Taking addresses: the one maker of AddrExpr, since it also marks the variable. Follows ir.NewAddrExpr (Go 1.26). */
import type { Pos } from '../base/pos.ts';
import type { AddrExpr, Expr } from './expr.ts';
import { canonical } from './name.ts';
import { noNodes } from './node.ts';
import { isArray, isString, newPointer } from './type.ts';
import { outerValue } from './visit.ts';

export function newAddr(pos: Pos, x: Expr, implicit = false): AddrExpr {
  const type = newPointer(x.type);
  switch (x.op) {
    case 'OARRAYLIT':
    case 'OMAPLIT':
    case 'OSLICELIT':
    case 'OSTRUCTLIT':
      return { op: 'OPTRLIT', pos, type, init: noNodes, x, implicit };
    default:
      markAddrtaken(x);
      return { op: 'OADDR', pos, type, init: noNodes, x, implicit };
  }
}

function markAddrtaken(x: Expr): void {
  const outer = outerValue(x);
  if (outer.op !== 'ONAME') return;
  outer.addrtaken = true;
  if (outer.isClosureVar) canonical(outer).addrtaken = true;
}

export function isAddressable(n: Expr): boolean {
  switch (n.op) {
    case 'OINDEX':
      if (isString(n.x.type)) return false;
      return isArray(n.x.type) ? isAddressable(n.x) : true;
    case 'ODEREF':
    case 'ODOTPTR':
    case 'OLINKSYMOFFSET':
      return true;
    case 'ODOT':
      return isAddressable(n.x);
    case 'ONAME':
      return n.class !== 'PFUNC';
    default:
      return false;
  }
}
