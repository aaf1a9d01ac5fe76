/**
 * Makes the tree's nodes: here expressions and types, the others in nodes_stmt.ts. One literal per kind gives each kind one
 * object shape, whoever builds it, which keeps the passes' property reads monomorphic.
 */
import type { Pos } from '../base/pos.ts';
import type * as t from './tree.ts';

export * from './nodes_stmt.ts';

export const mkBadExpr = (pos: Pos, end: Pos): t.BadExpr => ({ kind: 'BadExpr', pos, start: pos, end });

export const mkName = (pos: Pos, end: Pos, value: string): t.Name => ({ kind: 'Name', pos, start: pos, end, value });

export const mkBasicLit = (pos: Pos, end: Pos, value: string, litKind: t.LitKind, bad: boolean): t.BasicLit => ({
  kind: 'BasicLit',
  pos,
  start: pos,
  end,
  value,
  litKind,
  bad,
});

export const mkCompositeLit = (
  pos: Pos,
  start: Pos,
  end: Pos,
  type: t.Expr | null,
  elemList: readonly t.Expr[],
  nkeys: number,
  rbrace: Pos,
): t.CompositeLit => ({ kind: 'CompositeLit', pos, start, end, type, elemList, nkeys, rbrace });

export const mkKeyValueExpr = (pos: Pos, key: t.Expr, value: t.Expr): t.KeyValueExpr => ({
  kind: 'KeyValueExpr',
  pos,
  start: key.start,
  end: value.end,
  key,
  value,
});

export const mkFuncLit = (pos: Pos, type: t.FuncType, body: t.BlockStmt): t.FuncLit => ({
  kind: 'FuncLit',
  pos,
  start: pos,
  end: body.end,
  type,
  body,
});

export const mkParenExpr = (pos: Pos, end: Pos, x: t.Expr): t.ParenExpr => ({
  kind: 'ParenExpr',
  pos,
  start: pos,
  end,
  x,
});

export const mkSelectorExpr = (pos: Pos, x: t.Expr, sel: t.Name): t.SelectorExpr => ({
  kind: 'SelectorExpr',
  pos,
  start: x.start,
  end: sel.end,
  x,
  sel,
});

export const mkIndexExpr = (pos: Pos, end: Pos, x: t.Expr, index: t.Expr): t.IndexExpr => ({
  kind: 'IndexExpr',
  pos,
  start: x.start,
  end,
  x,
  index,
});

export const mkSliceExpr = (
  pos: Pos,
  end: Pos,
  x: t.Expr,
  index: readonly [t.Expr | null, t.Expr | null, t.Expr | null],
  full: boolean,
): t.SliceExpr => ({ kind: 'SliceExpr', pos, start: x.start, end, x, index, full });

export const mkAssertExpr = (pos: Pos, end: Pos, x: t.Expr, type: t.Expr): t.AssertExpr => ({
  kind: 'AssertExpr',
  pos,
  start: x.start,
  end,
  x,
  type,
});

export const mkTypeSwitchGuard = (pos: Pos, end: Pos, lhs: t.Name | null, x: t.Expr): t.TypeSwitchGuard => ({
  kind: 'TypeSwitchGuard',
  pos,
  start: lhs === null ? x.start : lhs.start,
  end,
  lhs,
  x,
});

export const mkOperation = (
  pos: Pos,
  start: Pos,
  end: Pos,
  op: t.Operator,
  x: t.Expr,
  y: t.Expr | null,
): t.Operation => ({
  kind: 'Operation',
  pos,
  start,
  end,
  op,
  x,
  y,
});

export const mkCallExpr = (
  pos: Pos,
  end: Pos,
  fun: t.Expr,
  argList: readonly t.Expr[],
  hasDots: boolean,
): t.CallExpr => ({
  kind: 'CallExpr',
  pos,
  start: fun.start,
  end,
  fun,
  argList,
  hasDots,
});

export const mkListExpr = (elemList: readonly t.Expr[]): t.ListExpr => ({
  kind: 'ListExpr',
  pos: elemList[0]!.pos,
  start: elemList[0]!.start,
  end: elemList[elemList.length - 1]!.end,
  elemList,
});

export const mkArrayType = (pos: Pos, end: Pos, len: t.Expr | null, elem: t.Expr): t.ArrayType => ({
  kind: 'ArrayType',
  pos,
  start: pos,
  end,
  len,
  elem,
});

export const mkSliceType = (pos: Pos, end: Pos, elem: t.Expr): t.SliceType => ({
  kind: 'SliceType',
  pos,
  start: pos,
  end,
  elem,
});

export const mkDotsType = (pos: Pos, end: Pos, elem: t.Expr): t.DotsType => ({
  kind: 'DotsType',
  pos,
  start: pos,
  end,
  elem,
});

export const mkStructType = (
  pos: Pos,
  end: Pos,
  fieldList: readonly t.Field[],
  tagList: readonly (t.BasicLit | null)[],
): t.StructType => ({ kind: 'StructType', pos, start: pos, end, fieldList, tagList });

export const mkField = (pos: Pos, start: Pos, end: Pos, name: t.Name | null, type: t.Expr): t.Field => ({
  kind: 'Field',
  pos,
  start,
  end,
  name,
  type,
});

export const mkInterfaceType = (pos: Pos, end: Pos, methodList: readonly t.Field[]): t.InterfaceType => ({
  kind: 'InterfaceType',
  pos,
  start: pos,
  end,
  methodList,
});

export const mkFuncType = (
  pos: Pos,
  start: Pos,
  end: Pos,
  paramList: readonly t.Field[],
  resultList: readonly t.Field[],
): t.FuncType => ({ kind: 'FuncType', pos, start, end, paramList, resultList });

export const mkMapType = (pos: Pos, end: Pos, key: t.Expr, value: t.Expr): t.MapType => ({
  kind: 'MapType',
  pos,
  start: pos,
  end,
  key,
  value,
});

export const mkChanType = (pos: Pos, start: Pos, end: Pos, dir: t.ChanDir, elem: t.Expr): t.ChanType => ({
  kind: 'ChanType',
  pos,
  start,
  end,
  dir,
  elem,
});
