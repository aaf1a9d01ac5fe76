/** Receivers as written, and the types that methods belong to. Follows types2/resolver.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr, Name } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { errorf } from './errors.ts';
import type { Func, TypeName } from './object.ts';
import { isStar, makeName, unpackListExpr, unparen } from './util.ts';

/** A method with the name of its receiver's base type, as written. */
export interface MethodInfo {
  readonly obj: Func;
  readonly ptr: boolean;
  readonly recv: Name;
}

/** Finds the type that each method belongs to. */
export function resolveMethods(check: Checker, methods: readonly MethodInfo[]): void {
  if (methods.length === 0) return;
  check.methods = new Map();
  for (const m of methods) {
    const { ptr, base } = resolveBaseTypeName(check, m.ptr, m.recv);
    if (!base) continue;
    m.obj.ptrRecv = ptr;
    const list = check.methods.get(base);
    if (list) list.push(m.obj);
    else check.methods.set(base, [m.obj]);
  }
}

/** Takes a receiver type apart: pointer, base type, names of type parameters. */
export function unpackRecv(
  check: Checker,
  rtyp: Expr,
  unpackParams: boolean,
): { ptr: boolean; base: Expr; tparams: Name[] } {
  let base = unparen(rtyp);
  let ptr = false;
  const tparams: Name[] = [];
  if (isStar(base)) {
    ptr = true;
    base = unparen(base.x);
  }
  if (base.kind === 'IndexExpr') {
    const { index } = base;
    base = base.x;
    if (unpackParams) for (const arg of unpackListExpr(index)) tparams.push(recvTypeParam(check, arg));
  }
  return { ptr, base, tparams };
}

function recvTypeParam(check: Checker, arg: Expr): Name {
  if (arg.kind === 'Name') return arg;
  if (arg.kind !== 'BadExpr') errorf(check, arg, 'BadDecl', texts.receiverParamName, arg);
  return makeName(arg.pos, '_');
}

/** Follows aliases from a receiver's name to the type declaration that it means. */
function resolveBaseTypeName(check: Checker, ptr: boolean, start: Name): { ptr: boolean; base: TypeName | null } {
  const seen = new Set<TypeName>();
  let name: Expr = start;
  while (name.kind === 'Name') {
    const tname = check.pkg.scope.lookup(name.value);
    if (tname?.kind !== 'TypeName' || seen.has(tname)) break;
    const tdecl = check.objMap.get(tname)?.tdecl;
    if (!tdecl) break;
    if (!tdecl.alias) return { ptr, base: tname };
    if (tdecl.tparamList.length > 0) break;
    seen.add(tname);
    let typ = unparen(tdecl.type);
    if (isStar(typ)) {
      if (ptr) break;
      ptr = true;
      typ = unparen(typ.x);
    }
    name = typ;
  }
  return { ptr: false, base: null };
}
