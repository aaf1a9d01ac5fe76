/** Makes the syntax that the range-over-func rewrite needs, with the types and objects of its expressions. */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { makeBool, makeInt64 } from '../../types/constant.ts';
import { TypeAndValue } from '../../types/info.ts';
import { type Obj, Var } from '../../types/object.ts';
import type { Package } from '../../types/package.ts';
import { BasicKind, emptyTuple, type Signature, type Type } from '../../types/type.ts';
import { Typ, universeBool } from '../../types/universe.ts';
import type { RangeFuncs, RuntimeHelper } from './rangefunc.ts';

export class SyntaxMaker implements RangeFuncs {
  readonly types = new Map<syntax.Expr, TypeAndValue>();
  readonly uses = new Map<syntax.Name, Obj>();
  readonly defs = new Map<syntax.Name, Obj>();
  readonly replaced = new Map<syntax.Stmt, syntax.Stmt>();
  readonly bodyClosures = new Set<syntax.FuncLit>();
  readonly deferAt = new Map<syntax.CallStmt, syntax.Expr>();
  readonly resultNames = new Map<Var, string>();
  readonly helpers = new Map<syntax.Name, RuntimeHelper>();

  private readonly pkg: Package;

  constructor(pkg: Package) {
    this.pkg = pkg;
  }

  private value<T extends syntax.Expr>(e: T, type: Type): T {
    this.types.set(e, new TypeAndValue('value', type, null));
    return e;
  }

  newVar(pos: Pos, name: string, type: Type): Var {
    return new Var('local', pos, this.pkg, name, type);
  }

  private name(pos: Pos, value: string): syntax.Name {
    return { kind: 'Name', pos, start: pos, end: pos, value };
  }

  use(pos: Pos, obj: Var): syntax.Name {
    const name = this.value(this.name(pos, obj.name), obj.typ!);
    this.uses.set(name, obj);
    return name;
  }

  intConst(pos: Pos, c: number): syntax.BasicLit {
    const lit: syntax.BasicLit = {
      kind: 'BasicLit',
      pos,
      start: pos,
      end: pos,
      value: String(c),
      litKind: 'IntLit',
      bad: false,
    };
    this.types.set(lit, new TypeAndValue('constant', Typ[BasicKind.Int]!, makeInt64(c)));
    return lit;
  }

  /** `true` or `false`: untyped, so that a return converts it. */
  bool(pos: Pos, b: boolean): syntax.Expr {
    const name = this.name(pos, String(b));
    this.types.set(name, new TypeAndValue('constant', Typ[BasicKind.UntypedBool]!, makeBool(b)));
    return name;
  }

  list(pos: Pos, elemList: readonly syntax.Expr[]): syntax.Expr {
    return elemList.length === 1 ? elemList[0]! : { kind: 'ListExpr', pos, start: pos, end: pos, elemList };
  }

  compare(pos: Pos, op: syntax.Operator, x: syntax.Expr, y: syntax.Expr): syntax.Expr {
    return this.value({ kind: 'Operation', pos, start: pos, end: pos, op, x, y }, universeBool);
  }

  call(pos: Pos, fun: syntax.Expr, argList: readonly syntax.Expr[], type: Type | null): syntax.CallExpr {
    const call: syntax.CallExpr = { kind: 'CallExpr', pos, start: pos, end: pos, fun, argList, hasDots: false };
    return this.value(call, type ?? emptyTuple);
  }

  helperCall(pos: Pos, helper: RuntimeHelper, argList: readonly syntax.Expr[], type: Type | null): syntax.CallExpr {
    const fun = this.name(pos, `runtime.${helper}`);
    this.helpers.set(fun, helper);
    return this.call(pos, fun, argList, type);
  }

  funcLit(pos: Pos, type: Signature, body: syntax.BlockStmt): syntax.FuncLit {
    const funcType: syntax.FuncType = { kind: 'FuncType', pos, start: pos, end: pos, paramList: [], resultList: [] };
    const lit: syntax.FuncLit = { kind: 'FuncLit', pos, start: pos, end: pos, type: funcType, body };
    this.bodyClosures.add(lit);
    return this.value(lit, type);
  }

  varDecl(pos: Pos, obj: Var, values: syntax.Expr | null): syntax.VarDecl {
    const name = this.name(pos, obj.name);
    this.defs.set(name, obj);
    return {
      kind: 'VarDecl',
      pos,
      start: pos,
      end: pos,
      group: null,
      pragma: null,
      nameList: [name],
      type: null,
      values,
    };
  }

  declStmt(pos: Pos, declList: readonly syntax.VarDecl[]): syntax.DeclStmt {
    return { kind: 'DeclStmt', pos, start: pos, end: pos, declList };
  }

  assign(pos: Pos, lhs: syntax.Expr, rhs: syntax.Expr): syntax.AssignStmt {
    return { kind: 'AssignStmt', pos, start: pos, end: pos, op: '', lhs, rhs };
  }

  exprStmt(pos: Pos, x: syntax.Expr): syntax.ExprStmt {
    return { kind: 'ExprStmt', pos, start: pos, end: pos, x };
  }

  returnStmt(pos: Pos, results: syntax.Expr | null): syntax.ReturnStmt {
    return { kind: 'ReturnStmt', pos, start: pos, end: pos, results };
  }

  branch(pos: Pos, tok: syntax.BranchStmt['tok'], label: string): syntax.BranchStmt {
    return { kind: 'BranchStmt', pos, start: pos, end: pos, tok, label: this.name(pos, label) };
  }

  block(pos: Pos, rbrace: Pos, list: readonly syntax.Stmt[]): syntax.BlockStmt {
    return { kind: 'BlockStmt', pos, start: pos, end: rbrace, list, rbrace };
  }

  ifStmt(pos: Pos, cond: syntax.Expr, then: readonly syntax.Stmt[]): syntax.IfStmt {
    return {
      kind: 'IfStmt',
      pos,
      start: pos,
      end: pos,
      init: null,
      cond,
      // biome-ignore lint/suspicious/noThenProperty: the syntax tree calls the branch so
      then: this.block(pos, pos, then),
      else: null,
    };
  }
}
