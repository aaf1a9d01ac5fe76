/**
 * Flow bodies: what generic functions of std do, as resolved trees. Written by tools/stdflow.ts from our own front end's
 * result, read by flow.ts.
 *
 * A body holds control structure, assignments, calls, closures and allocations with the types that the checker found, in
 * which type parameters stay open. Constants are values; type expressions are types; every name is resolved. There are
 * no comments and no formatting. Positions are line and column, for the lines that the compiler prints there.
 *
 * File: schema, strings (as in facts), functions: count, for each its key (`F`, `T.M`) and the length of its record. Record:
 * source file, position, directives, local defined types, types, variables, the tree. A node is its kind, its position
 * (difference to the one before), for expressions what the checker knows of them, then its fields in the order below.
 */
export const flowSchema = 1;

/** e node, o node or nothing, l nodes, x three optional nodes, s string, b yes or no, p position. */
type FieldCode = 'e' | 'o' | 'l' | 'x' | 's' | 'b' | 'p';

interface NodeShape {
  readonly kind: string;
  readonly expr: boolean;
  readonly fields: readonly (readonly [name: string, code: FieldCode])[];
}

function shape(kind: string, expr: boolean, fields: string): NodeShape {
  return { kind, expr, fields: fields === '' ? [] : fields.split(' ').map((f) => f.split(':') as [string, FieldCode]) };
}

/** The number of a kind is its place in the list. */
export const nodeShapes: readonly NodeShape[] = [
  shape('Name', true, 'value:s'),
  shape('BasicLit', true, ''),
  shape('CompositeLit', true, 'elemList:l rbrace:p'),
  shape('KeyValueExpr', true, 'key:e value:e'),
  shape('FuncLit', true, 'body:e'),
  shape('ParenExpr', true, 'x:e'),
  shape('SelectorExpr', true, 'x:e sel:e'),
  shape('IndexExpr', true, 'x:e index:e'),
  shape('SliceExpr', true, 'x:e index:x full:b'),
  shape('AssertExpr', true, 'x:e type:e'),
  shape('TypeSwitchGuard', true, 'lhs:o x:e'),
  shape('Operation', true, 'op:s x:e y:o'),
  shape('CallExpr', true, 'fun:e argList:l hasDots:b'),
  shape('ListExpr', true, 'elemList:l'),
  shape('EmptyStmt', false, ''),
  shape('LabeledStmt', false, 'label:e stmt:e'),
  shape('BlockStmt', false, 'list:l rbrace:p'),
  shape('ExprStmt', false, 'x:e'),
  shape('SendStmt', false, 'chan:e value:e'),
  shape('DeclStmt', false, 'declList:l'),
  shape('VarDecl', false, 'nameList:l values:o'),
  shape('AssignStmt', false, 'op:s lhs:e rhs:o'),
  shape('BranchStmt', false, 'tok:s label:o'),
  shape('CallStmt', false, 'tok:s call:e'),
  shape('ReturnStmt', false, 'results:o'),
  shape('IfStmt', false, 'init:o cond:e then:e else:o'),
  shape('ForStmt', false, 'init:o cond:o post:o body:e'),
  shape('SwitchStmt', false, 'init:o tag:o body:l rbrace:p'),
  shape('SelectStmt', false, 'body:l rbrace:p'),
  shape('RangeClause', false, 'lhs:o def:b x:e'),
  shape('CaseClause', false, 'cases:o body:l colon:p'),
  shape('CommClause', false, 'comm:o body:l colon:p'),
];

/** What follows the position of an expression, as bits. */
export const exprFlag = { type: 1, value: 2, use: 4, def: 8, instance: 16, selection: 32 } as const;

/** What a use or definition refers to. */
export const refKind = { none: 0, variable: 1, global: 2, universe: 3, localType: 4 } as const;

export const modes = [
  'invalid',
  'novalue',
  'builtin',
  'typexpr',
  'constant',
  'variable',
  'mapindex',
  'value',
  'nilvalue',
  'commaok',
  'commaerr',
] as const;

export const varKinds = ['package', 'local', 'recv', 'param', 'result', 'field'] as const;

export const selectionKinds = ['FieldVal', 'MethodVal', 'MethodExpr'] as const;

/** Type kinds that only bodies have, after those of facts. */
export const flowType = { tuple: 13, localNamed: 14 } as const;

/** Statements that break, continue or goto can name; numbered in the order of the tree. */
export const branchTargetKinds = new Set(['LabeledStmt', 'ForStmt', 'SwitchStmt', 'SelectStmt']);
