/** Declarations inside functions. Follows declStmt of types2/decl.go of Go 1.26. */
import type { ConstDecl, DeclStmt, TypeDecl, VarDecl } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { makeInt64 } from './constant.ts';
import { constDecl, declare, typeDecl, varDecl } from './decl.ts';
import { pop, processDelayed, push } from './environment.ts';
import { Const, TypeName, Var } from './object.ts';
import { arity, startsConstGroup } from './resolver.ts';
import { unpackListExpr } from './util.ts';

export function declStmt(check: Checker, s: DeclStmt): void {
  const list = s.declList;
  let first = -1;
  let last: ConstDecl | null = null;
  for (let i = 0; i < list.length; i++) {
    const decl = list[i]!;
    if (decl.kind !== 'ConstDecl') first = -1;
    switch (decl.kind) {
      case 'ConstDecl': {
        if (startsConstGroup(list, i, first)) {
          first = i;
          last = null;
        }
        const inherited: boolean = !decl.type && !decl.values && last !== null;
        if (!inherited) last = decl;
        localConst(check, decl, last!, i - first, inherited);
        break;
      }
      case 'VarDecl':
        localVar(check, decl);
        break;
      case 'TypeDecl':
        localType(check, decl);
        break;
    }
  }
}

function localConst(check: Checker, s: ConstDecl, last: ConstDecl, iota: number, inherited: boolean): void {
  const top = check.delayed.length;
  const values = unpackListExpr(last.values);
  const lhs = s.nameList.map((name, i) => {
    const obj = new Const(name.pos, check.pkg, name.value, null, makeInt64(iota));
    constDecl(check, obj, last.type, values[i] ?? null, inherited);
    return obj;
  });
  arity(check, s.pos, s.nameList, values, true, inherited);
  processDelayed(check, top);
  for (let i = 0; i < lhs.length; i++) declare(check, check.env.scope, s.nameList[i]!, lhs[i]!, s.end);
}

function localVar(check: Checker, s: VarDecl): void {
  const top = check.delayed.length;
  const lhs0 = s.nameList.map((name) => new Var('local', name.pos, check.pkg, name.value, null));
  const values = unpackListExpr(s.values);
  for (let i = 0; i < lhs0.length; i++) {
    let lhs: readonly Var[] | null = null;
    let init = values[i] ?? null;
    if (values.length === 1 && lhs0.length !== 1) {
      lhs = lhs0;
      init = values[0]!;
    }
    varDecl(check, lhs0[i]!, lhs, s.type, init);
    if (values.length === 1) break; // all variables were initialized together
  }
  if (!s.type || values.length > 0) arity(check, s.pos, s.nameList, values, false, false);
  processDelayed(check, top);
  for (let i = 0; i < lhs0.length; i++) declare(check, check.env.scope, s.nameList[i]!, lhs0[i]!, s.end);
}

function localType(check: Checker, s: TypeDecl): void {
  const obj = new TypeName(s.name.pos, check.pkg, s.name.value, null);
  declare(check, check.env.scope, s.name, obj, s.name.pos);
  push(check, obj);
  typeDecl(check, obj, s);
  pop(check);
}
