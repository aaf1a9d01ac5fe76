/** Whether a function's end can be reached. Follows types2/return.go of Go 1.26 and the spec's terminating statements. */
import type { CaseClause, CommClause, Stmt } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { unparen } from './util.ts';

/** Reports whether nothing runs after s; `label` is that of s, or ''. */
export function isTerminating(check: Checker, s: Stmt, label: string): boolean {
  switch (s.kind) {
    case 'LabeledStmt':
      return isTerminating(check, s.stmt, s.label.value);
    case 'ExprStmt': {
      const call = unparen(s.x);
      return call.kind === 'CallExpr' && check.env.isPanic !== null && check.env.isPanic.has(call);
    }
    case 'ReturnStmt':
      return true;
    case 'BranchStmt':
      return s.tok === 'goto' || s.tok === 'fallthrough';
    case 'BlockStmt':
      return isTerminatingList(check, s.list);
    case 'IfStmt':
      return s.else !== null && isTerminating(check, s.then, '') && isTerminating(check, s.else, '');
    case 'SwitchStmt':
      return isTerminatingSwitch(check, s.body, label);
    case 'SelectStmt':
      return s.body.every((cc) => isTerminatingList(check, cc.body) && !hasBreakList(cc.body, label, true));
    case 'ForStmt':
      return s.init?.kind !== 'RangeClause' && !s.cond && !hasBreak(s.body, label, true);
    default:
      return false;
  }
}

function isTerminatingList(check: Checker, list: readonly Stmt[]): boolean {
  let i = list.length - 1;
  while (i >= 0 && list[i]!.kind === 'EmptyStmt') i--;
  return i >= 0 && isTerminating(check, list[i]!, '');
}

function isTerminatingSwitch(check: Checker, body: readonly CaseClause[], label: string): boolean {
  let hasDefault = false;
  for (const cc of body) {
    if (!cc.cases) hasDefault = true;
    if (!isTerminatingList(check, cc.body) || hasBreakList(cc.body, label, true)) return false;
  }
  return hasDefault;
}

/** Reports whether s holds a break to `label`, or, if `implicit`, one without label that leaves the statement around s. */
function hasBreak(s: Stmt, label: string, implicit: boolean): boolean {
  switch (s.kind) {
    case 'LabeledStmt':
      return hasBreak(s.stmt, label, implicit);
    case 'BranchStmt':
      if (s.tok !== 'break') return false;
      return s.label ? s.label.value === label : implicit;
    case 'BlockStmt':
      return hasBreakList(s.list, label, implicit);
    case 'IfStmt':
      return hasBreak(s.then, label, implicit) || (s.else !== null && hasBreak(s.else, label, implicit));
    case 'SwitchStmt':
    case 'SelectStmt':
      return label !== '' && hasBreakClauses(s.body, label);
    case 'ForStmt':
      return label !== '' && hasBreak(s.body, label, false);
    default:
      return false;
  }
}

function hasBreakList(list: readonly Stmt[], label: string, implicit: boolean): boolean {
  for (const s of list) if (hasBreak(s, label, implicit)) return true;
  return false;
}

function hasBreakClauses(body: readonly (CaseClause | CommClause)[], label: string): boolean {
  for (const cc of body) if (hasBreakList(cc.body, label, false)) return true;
  return false;
}
