/** Loops over functions: which statements they are, and what the rewrite notes about one (rangefunc.ts). */
import type * as syntax from '../../syntax/tree.ts';
import type { Info } from '../../types/info.ts';
import type { Var } from '../../types/object.ts';
import { coreType } from './expr.ts';
import { walkStmts } from './walksyntax.ts';

export function hasRangeFunc(info: Info, body: syntax.BlockStmt): boolean {
  let found = false;
  walkStmts(body.list, {
    stmt: (s) => {
      found ||= isRangeFunc(info, s);
      return !found;
    },
    funcLit: (lit) => {
      found ||= hasRangeFunc(info, lit.body);
    },
  });
  return found;
}

export function isRangeFunc(info: Info, s: syntax.Stmt): s is syntax.ForStmt {
  if (s.kind !== 'ForStmt' || s.init?.kind !== 'RangeClause') return false;
  const tv = info.types.get(s.init.x);
  return tv !== undefined && coreType(tv.type)?.kind === 'Signature';
}

export class Loop {
  readonly stmt: syntax.ForStmt;
  readonly stateVar: Var;
  readonly stateDecl: syntax.DeclStmt;
  /** The outermost loop has depth 1. */
  readonly depth: number;
  checkRet = false;
  checkBreak = false;
  checkContinue = false;
  readonly checkBranch: Branch[] = [];
  constructor(stmt: syntax.ForStmt, stateVar: Var, stateDecl: syntax.DeclStmt, depth: number) {
    this.stmt = stmt;
    this.stateVar = stateVar;
    this.stateDecl = stateDecl;
    this.depth = depth;
  }
}

export interface Branch {
  readonly tok: syntax.BranchStmt['tok'];
  readonly label: string;
  readonly next: number;
}
