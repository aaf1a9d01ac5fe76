/**
 * Labels and the branches to them. Follows types2/labels.go of Go 1.26.
 *
 * One walk over a body: labels are entered as they appear; a goto to a label further down waits in a list of forward
 * jumps, which its block hands outwards. A jump forward must not pass a variable declaration of the label's block.
 */
import { noPos, type Pos, positionOf } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { BlockStmt, BranchStmt, LabeledStmt, Stmt } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { errorf, newError, softErrorf } from './errors.ts';
import { Label } from './object.ts';
import { recordDef, recordUse } from './recording.ts';
import { universeInvalid } from './universe.ts';

export function labels(check: Checker, body: BlockStmt): void {
  const all = new Map<string, Label>();
  const walk: Walk = { check, all };
  for (const jmp of blockBranches(walk, null, null, body.list)) {
    const name = jmp.label!.value;
    const alt = all.get(name);
    if (alt) {
      errorf(check, jmp.label!, 'JumpIntoBlock', texts.jumpIntoBlock, name);
      alt.used = true;
    } else {
      errorf(check, jmp.label!, 'UndeclaredLabel', texts.labelUndeclared, name);
    }
  }
  for (const lbl of all.values()) {
    if (!lbl.used) softErrorf(check, lbl.pos, 'UnusedLabel', texts.labelUnused, lbl.name);
  }
}

interface Walk {
  readonly check: Checker;
  readonly all: Map<string, Label>;
}

/** One block of statements on the walk. */
class Block {
  readonly walk: Walk;
  readonly parent: Block | null;
  /** The labeled statement that this block belongs to. */
  readonly lstmt: LabeledStmt | null;
  readonly labels = new Map<string, LabeledStmt>();
  varDeclPos: Pos = noPos;
  fwdJumps: BranchStmt[] = [];
  /** Forward jumps that had begun before the last variable declaration. */
  badJumps: BranchStmt[] = [];

  constructor(walk: Walk, parent: Block | null, lstmt: LabeledStmt | null) {
    this.walk = walk;
    this.parent = parent;
    this.lstmt = lstmt;
  }
}

/** A label of this block or one around it. */
function gotoTarget(b: Block | null, name: string): boolean {
  for (; b; b = b.parent) if (b.labels.has(name)) return true;
  return false;
}

/** The labeled statement around here, or null. */
function enclosingTarget(b: Block | null, name: string): LabeledStmt | null {
  for (; b; b = b.parent) if (b.lstmt?.label.value === name) return b.lstmt;
  return null;
}

/** Walks a block; returns the jumps that found no target in it. */
function blockBranches(
  walk: Walk,
  parent: Block | null,
  lstmt: LabeledStmt | null,
  list: readonly Stmt[],
): BranchStmt[] {
  const b = new Block(walk, parent, lstmt);
  for (const s of list) stmtBranches(b, null, s);
  return b.fwdJumps;
}

function recordVarDecl(b: Block, pos: Pos): void {
  b.varDeclPos = pos;
  b.badJumps = [...b.fwdJumps];
}

function stmtBranches(b: Block, lstmt: LabeledStmt | null, s: Stmt): void {
  switch (s.kind) {
    case 'DeclStmt':
      for (const d of s.declList) if (d.kind === 'VarDecl') recordVarDecl(b, d.pos);
      return;
    case 'AssignStmt':
      if (s.op === ':') recordVarDecl(b, s.pos);
      return;
    case 'LabeledStmt':
      if (s.label.value !== '_') {
        declareLabel(b, s);
        lstmt = s;
      }
      stmtBranches(b, lstmt, s.stmt);
      return;
    case 'BranchStmt':
      branch(b, s);
      return;
    case 'BlockStmt':
      b.fwdJumps.push(...blockBranches(b.walk, b, lstmt, s.list));
      return;
    case 'IfStmt':
      stmtBranches(b, lstmt, s.then);
      if (s.else) stmtBranches(b, lstmt, s.else);
      return;
    case 'SwitchStmt':
    case 'SelectStmt': {
      const outer = new Block(b.walk, b, lstmt);
      for (const clause of s.body) b.fwdJumps.push(...blockBranches(b.walk, outer, null, clause.body));
      return;
    }
    case 'ForStmt':
      stmtBranches(b, lstmt, s.body);
      return;
    default:
  }
}

function declareLabel(b: Block, s: LabeledStmt): void {
  const { check, all } = b.walk;
  const name = s.label.value;
  const lbl = new Label(s.label.pos, check.pkg, name, universeInvalid);
  const alt = all.get(name);
  if (alt) {
    const err = newError(check, 'DuplicateLabel');
    err.soft = true;
    err.addf(lbl.pos, texts.labelRedeclared, name);
    err.addAltDecl(alt);
    err.report();
  } else {
    all.set(name, lbl);
    b.labels.set(name, s);
    recordDef(check, s.label, lbl);
  }
  // Jumps that waited for this label.
  const waiting: BranchStmt[] = [];
  for (const jmp of b.fwdJumps) {
    if (jmp.label!.value !== name) {
      waiting.push(jmp);
      continue;
    }
    lbl.used = true;
    recordUse(check, jmp.label!, lbl);
    if (b.varDeclPos !== noPos && b.badJumps.includes(jmp)) {
      const line = positionOf(check.fileSet, b.varDeclPos)?.line ?? 0;
      softErrorf(check, jmp.label!, 'JumpOverDecl', texts.jumpOverVariable, name, line);
    }
  }
  b.fwdJumps = waiting;
}

function branch(b: Block, s: BranchStmt): void {
  if (!s.label) return; // checked with the statement
  const { check, all } = b.walk;
  const name = s.label.value;
  if (s.tok === 'goto') {
    if (!gotoTarget(b, name)) {
      b.fwdJumps.push(s);
      return;
    }
  } else if (s.tok === 'fallthrough') {
    errorf(check, s, 'InvalidSyntaxTree', texts.branchStatement, `${s.tok} ${name}`);
    return;
  } else {
    const target = enclosingTarget(b, name)?.stmt.kind;
    const valid = target === 'ForStmt' || (s.tok === 'break' && (target === 'SwitchStmt' || target === 'SelectStmt'));
    if (!valid) {
      errorf(check, s.label, 'MisplacedLabel', s.tok === 'break' ? texts.breakLabel : texts.continueLabel, name);
      return;
    }
  }
  const obj = all.get(name)!;
  obj.used = true;
  recordUse(check, s.label, obj);
}
