/**
 * What package-level initialisation asks of an expression: is it zero, a fixed place, without effect on others.
 * Follows the predicates of cmd/compile/internal/staticinit/sched.go and ir.IsZero (Go 1.26).
 */
import { sign, stringVal } from '../types/constant.ts';
import type { Expr } from './expr.ts';
import type { Node, Op } from './node.ts';
import type { Pkg } from './sym.ts';
import * as ty from './type.ts';
import { anyOf, outerValue } from './visit.ts';

/** Whether n is the zero value. */
export function isZero(n: Expr): boolean {
  switch (n.op) {
    case 'ONIL':
      return true;
    case 'OLITERAL':
      if (n.val.kind === 'String') return stringVal(n.val) === '';
      return n.val.kind === 'Bool' ? !n.val.val : sign(n.val) === 0;
    case 'OARRAYLIT':
    case 'OSTRUCTLIT':
      return n.list.every((e) => isZero(e.op === 'OKEY' || e.op === 'OSTRUCTKEY' ? e.value : e));
    default:
      return false;
  }
}

/** Whether n lies at a fixed place of a package variable. */
export function isStaticLoc(n: Expr): boolean {
  switch (n.op) {
    case 'ONAME':
      return n.class === 'PEXTERN';
    case 'ODOT':
      return isStaticLoc(n.x);
    case 'OINDEX':
      return !ty.isSlice(n.x.type) && n.index.op === 'OLITERAL' && isStaticLoc(n.x);
    default:
      return false;
  }
}

const noSideEffect = new Set<Op>([
  'ONAME',
  'OTYPE',
  'OLITERAL',
  'ONIL',
  'OADD',
  'OSUB',
  'OOR',
  'OXOR',
  'OADDSTR',
  'OADDR',
  'OANDAND',
  'OBYTES2STR',
  'ORUNES2STR',
  'OSTR2BYTES',
  'OSTR2RUNES',
  'OCAP',
  'OMAPLIT',
  'OSTRUCTLIT',
  'OARRAYLIT',
  'OSLICELIT',
  'OPTRLIT',
  'OCONV',
  'OCONVIFACE',
  'OCONVNOP',
  'ODOT',
  'OEQ',
  'ONE',
  'OLT',
  'OLE',
  'OGT',
  'OGE',
  'OKEY',
  'OSTRUCTKEY',
  'OLEN',
  'OMUL',
  'OLSH',
  'ORSH',
  'OAND',
  'OANDNOT',
  'ONEW',
  'ONOT',
  'OBITNOT',
  'OPLUS',
  'ONEG',
  'OOROR',
  'OPAREN',
  'ORUNESTR',
  'OREAL',
  'OIMAG',
  'OCOMPLEX',
]);

export function isSideEffect(n: Node): boolean {
  if (noSideEffect.has(n.op)) return false;
  switch (n.op) {
    case 'ODIV':
    case 'OMOD':
      return n.y.op !== 'OLITERAL' || sign(n.y.val) === 0;
    case 'OMAKECHAN':
    case 'OMAKEMAP':
      return n.len?.op !== 'OLITERAL' || sign(n.len.val) !== 0;
    default:
      return true;
  }
}

export function mayModifyPkgVar(n: Node, local: Pkg): boolean {
  const safe = (x: Expr): boolean => {
    let outer = outerValue(x);
    while (outer.op === 'ODEREF') outer = outer.x;
    return outer.op === 'ONAME' && !(outer.class === 'PEXTERN' && outer.sym.pkg === local);
  };
  return anyOf(n, (x) => {
    switch (x.op) {
      case 'OCALLFUNC':
      case 'OCALLINTER':
      case 'OAPPEND':
      case 'OCLEAR':
      case 'OCOPY':
        return true;
      case 'OASOP':
      case 'OAS':
        return !safe(x.x);
      case 'OAS2':
      case 'OAS2DOTTYPE':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2RECV':
        return !x.lhs.every(safe);
      default:
        return false;
    }
  });
}
