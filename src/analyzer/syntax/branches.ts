/**
 * Checks labels and branches of a function body and finds the targets of branches, after branches.go of
 * cmd/compile/internal/syntax (Go 1.26). Function literals are bodies of their own: they are checked where they are read.
 *
 * A goto whose label is not yet seen travels outwards as a forward jump; a label of the block that it reaches resolves
 * it. What is left at the end jumps into a block or to nowhere.
 */

import type { Pos } from '../base/pos.ts';
import { branchText } from '../base/texts/syntax.ts';
import { exprString } from './printer.ts';
import type { BlockStmt, BranchStmt, Expr, ForStmt, LabeledStmt, Stmt } from './tree.ts';

/** Where errors and targets go; the recogniser is one. */
export interface BranchSink {
  readonly branchTargets: Map<BranchStmt, Stmt>;
  readonly positionWords: (pos: Pos) => string;
  readonly lateError: (pos: Pos, code: string, message: string) => void;
}

interface Label {
  readonly parent: Block;
  readonly lstmt: LabeledStmt;
  used: boolean;
}

interface Block {
  readonly parent: Block | null;
  readonly start: Pos;
  /** The labeled statement that this block is the body of. */
  readonly lstmt: LabeledStmt | null;
}

/** What unlabeled branches refer to. `caseIndex` is that of the directly enclosing switch, or -1. */
interface Targets {
  readonly breaks: Stmt | null;
  readonly continues: ForStmt | null;
  readonly caseIndex: number;
}

export function checkBranches(body: BlockStmt, sink: BranchSink): void {
  const scope = new LabelScope(sink);
  const open = scope.blockBranches(null, { breaks: null, continues: null, caseIndex: -1 }, null, body.pos, body.list);
  scope.finish(open);
}

class LabelScope {
  private readonly sink: BranchSink;
  private readonly labels = new Map<string, Label>();

  constructor(sink: BranchSink) {
    this.sink = sink;
  }

  private error(pos: Pos, message: string): void {
    this.sink.lateError(pos, 'branch', message);
  }

  finish(open: readonly BranchStmt[]): void {
    for (const { label } of open) {
      const name = label!.value;
      const found = this.labels.get(name);
      if (found) found.used = true;
      this.error(
        label!.pos,
        found ? branchText.intoBlock(name, this.sink.positionWords(found.parent.start)) : branchText.notDefined(name),
      );
    }
    for (const { used, lstmt } of this.labels.values()) {
      if (!used) this.error(lstmt.label.pos, branchText.notUsed(lstmt.label.value));
    }
  }

  private declareLabel(block: Block, s: LabeledStmt): Label {
    const name = s.label.value;
    const other = this.labels.get(name);
    if (other) {
      this.error(s.label.pos, branchText.alreadyDefined(name, this.sink.positionWords(other.lstmt.label.pos)));
      return other;
    }
    const label: Label = { parent: block, lstmt: s, used: false };
    this.labels.set(name, label);
    return label;
  }

  /** The labeled statement that a goto in `block` may jump back to. */
  private gotoTarget(block: Block, name: string): LabeledStmt | null {
    const label = this.labels.get(name);
    if (!label) return null;
    label.used = true;
    for (let b: Block | null = block; b !== null; b = b.parent) if (b === label.parent) return label.lstmt;
    return null;
  }

  /** The labeled statement around `block`; 'invalid' when the label exists elsewhere, null when nowhere. */
  private enclosingTarget(block: Block, name: string): LabeledStmt | 'invalid' | null {
    const label = this.labels.get(name);
    if (!label) return null;
    label.used = true;
    for (let b: Block | null = block; b !== null; b = b.parent) if (b.lstmt === label.lstmt) return label.lstmt;
    return 'invalid';
  }

  /** Checks one block; the result is its gotos that are still open. */
  blockBranches(
    parent: Block | null,
    context: Targets,
    lstmt: LabeledStmt | null,
    start: Pos,
    body: readonly Stmt[],
  ): BranchStmt[] {
    const block: Block = { parent, start, lstmt };
    let open: BranchStmt[] = [];
    /** Open when the last variable was declared: a label after it must not resolve them. */
    let overVar: BranchStmt[] = [];
    let varPos: Pos = 0;
    let varName: Expr | null = null;
    let label: LabeledStmt | null = null;
    const recordVar = (pos: Pos, name: Expr): void => {
      varPos = pos;
      varName = name;
      overVar = open.slice();
    };
    const inner = (targets: Targets, from: Pos, list: readonly Stmt[]): void => {
      open.push(...this.blockBranches(block, targets, label, from, list));
    };
    const resolve = (s: LabeledStmt): void => {
      const name = s.label.value;
      const declared = this.declareLabel(block, s);
      open = open.filter((jump) => {
        if (jump.label!.value !== name) return true;
        this.sink.branchTargets.set(jump, s);
        declared.used = true;
        if (overVar.includes(jump)) {
          this.error(
            jump.label!.pos,
            branchText.overDeclaration(name, exprString(varName!), this.sink.positionWords(varPos)),
          );
        }
        return false;
      });
    };

    const list = withoutTrailingEmpty(body);
    for (let i = 0; i < list.length; i++) {
      label = null;
      let s = list[i]!;
      for (; s.kind === 'LabeledStmt'; s = s.stmt) {
        if (s.label.value === '_') continue;
        resolve(s);
        label = s;
      }
      const nested: Targets = { breaks: context.breaks, continues: context.continues, caseIndex: -1 };
      switch (s.kind) {
        case 'DeclStmt': {
          const v = s.declList.find((d) => d.kind === 'VarDecl');
          if (v?.kind === 'VarDecl') recordVar(v.pos, v.nameList[0]!);
          break;
        }
        case 'AssignStmt':
          if (s.op === ':') recordVar(s.pos, s.lhs);
          break;
        case 'BranchStmt':
          if (s.label === null) this.unlabeled(s, context, i + 1 === list.length);
          else if (this.labeled(s, block)) open.push(s);
          break;
        case 'BlockStmt':
          inner(nested, s.pos, s.list);
          break;
        case 'IfStmt':
          inner(nested, s.then.pos, s.then.list);
          if (s.else !== null) inner(nested, s.else.pos, [s.else]);
          break;
        case 'ForStmt':
          inner({ breaks: s, continues: s, caseIndex: -1 }, s.body.pos, s.body.list);
          break;
        case 'SwitchStmt':
          for (let c = 0; c < s.body.length; c++) {
            inner({ breaks: s, continues: context.continues, caseIndex: c }, s.body[c]!.pos, s.body[c]!.body);
          }
          break;
        case 'SelectStmt':
          for (const clause of s.body)
            inner({ breaks: s, continues: context.continues, caseIndex: -1 }, clause.pos, clause.body);
          break;
      }
    }
    return open;
  }

  private unlabeled(s: BranchStmt, context: Targets, last: boolean): void {
    const target = s.tok === 'break' ? context.breaks : s.tok === 'continue' ? context.continues : null;
    if (target !== null) this.sink.branchTargets.set(s, target);
    else if (s.tok === 'break') this.error(s.pos, branchText.breakOutside);
    else if (s.tok === 'continue') this.error(s.pos, branchText.continueOutside);
    else if (s.tok === 'fallthrough') {
      const message = fallthroughError(context, last);
      if (message !== null) this.error(s.pos, message);
    }
  }

  /** True: a goto whose label is still to come. */
  private labeled(s: BranchStmt, block: Block): boolean {
    const name = s.label!.value;
    if (s.tok === 'goto') {
      const target = this.gotoTarget(block, name);
      if (target === null) return true;
      this.sink.branchTargets.set(s, target);
      return false;
    }
    const target = this.enclosingTarget(block, name);
    const stmt = target === null || target === 'invalid' ? null : target.stmt;
    const isBreak = s.tok === 'break';
    if (target === null) {
      this.error(s.label!.pos, isBreak ? branchText.breakLabelMissing(name) : branchText.continueLabelMissing(name));
    } else if (stmt?.kind === 'ForStmt' || (isBreak && (stmt?.kind === 'SwitchStmt' || stmt?.kind === 'SelectStmt'))) {
      this.sink.branchTargets.set(s, stmt);
    } else this.error(s.label!.pos, isBreak ? branchText.breakLabel(name) : branchText.continueLabel(name));
    return false;
  }
}

function fallthroughError({ breaks, caseIndex }: Targets, last: boolean): string | null {
  if (breaks?.kind !== 'SwitchStmt') return branchText.fallthroughPlace;
  if (breaks.tag?.kind === 'TypeSwitchGuard') return branchText.fallthroughTypeSwitch;
  if (caseIndex < 0 || !last) return branchText.fallthroughPlace;
  return caseIndex + 1 === breaks.body.length ? branchText.fallthroughFinal : null;
}

function withoutTrailingEmpty(list: readonly Stmt[]): readonly Stmt[] {
  let n = list.length;
  while (n > 0 && list[n - 1]!.kind === 'EmptyStmt') n--;
  return n === list.length ? list : list.slice(0, n);
}
