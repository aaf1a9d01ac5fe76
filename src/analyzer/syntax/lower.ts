/**
 * Lowering: tree-sitter's tree of a valid file to ours, one top-level declaration at a time.
 *
 * The recogniser has read the file before and is the judge; here its declarations tell where each one starts, and
 * tree-sitter's node at the same place is lowered. Where tree-sitter-go 0.25 cannot read a declaration (an ERROR or
 * MISSING node in it) or reads it in a way that cannot be told from another one, the repair is the recogniser's own
 * reading of that declaration, and `Lowered.repairs` names the rule. In GOROOT that is 78 of 383,604 declarations:
 *
 * - new and make of a value: new(42), new(x + 1), new(f(x)), make(n - 1) with an own make;
 * - [...]T outside a composite literal, ~x as an operand, a type literal as an operand: interface{ m() }.m, struct{ T }.m,
 *   func(int) as a value, conversions with no or two operands: []byte(), []byte(a, b);
 * - const x T without a value, a one-line group whose last member has no ';': const (a = 1);
 * - if ; x {}, switch ; {}, a label before a label or before ';', .(type) outside a type switch;
 * - <-chan T as the start of an expression, where <- may be a receive.
 *
 * Other readings that differ from gc's are put right here and need no repair: parameter names taken for types in long
 * lists (lower_type paramList), the * of *(*T)(x) inside the conversion (lower_expr postfix), chan <- chan T read as
 * chan (<-chan T) (lower_type chanType), empty statements (lower_stmt stmtList); newlines, comments, names and runes outside ASCII (textFor).
 */
import type { Pos } from '../base/pos.ts';
import { checkBranches } from './branches.ts';
import { lowerFunc, lowerSpec } from './lower_decl.ts';
import * as mk from './nodes.ts';
import type { Recogniser } from './recognise.ts';
import type { BasicLit, BlockStmt, BranchStmt, Decl, File, LitKind, Name, Pragma, Stmt } from './tree.ts';
import type { FlatTree } from './treesitter.ts';

export type Repair =
  /** tree-sitter-go has no rule for what stands here. */
  | 'tree-sitter error'
  /** No node starts where the declaration starts. */
  | 'tree-sitter misses the declaration'
  /** It ends before or after the declaration's end. */
  | 'tree-sitter ends the declaration elsewhere'
  | Regroup;

/** Places where tree-sitter-go's grouping cannot be told apart from another one that gc reads differently. */
export type Regroup =
  | 'receive or receive-only channel'
  | 'operand that ends in a type'
  | 'type switch header'
  | 'unknown node';

/** Thrown inside a declaration's lowering, caught once in `lower`. */
class RegroupError extends Error {
  readonly rule: Regroup;

  constructor(rule: Regroup) {
    super(rule);
    this.rule = rule;
  }
}

export interface Lowered {
  readonly file: File;
  readonly repairs: readonly { readonly pos: Pos; readonly rule: Repair }[];
}

export class Lowering {
  readonly tree: FlatTree;
  readonly base: Pos;
  readonly pragmas: ReadonlyMap<Pos, Pragma>;
  readonly branchTargets: Map<BranchStmt, Stmt>;
  private readonly p: Recogniser;

  constructor(tree: FlatTree, p: Recogniser) {
    this.tree = tree;
    this.p = p;
    this.base = p.base;
    this.pragmas = p.pragmas;
    this.branchTargets = new Map(p.branchTargets);
  }

  kind(i: number): string {
    return this.tree.kind[i]!;
  }

  start(i: number): Pos {
    return this.base + this.tree.start[i]!;
  }

  end(i: number): Pos {
    return this.base + this.tree.end[i]!;
  }

  /** Start of the first token after node i. */
  startOfNext(i: number): Pos {
    return this.start(this.tree.next[i]!);
  }

  /** The nodes directly below i. */
  children(i: number): number[] {
    const { next } = this.tree;
    const list: number[] = [];
    for (let c = i + 1; c < next[i]!; c = next[c]!) list.push(c);
    return list;
  }

  /** The named nodes of some kind directly below i. */
  childrenOf(i: number, kind: string): number[] {
    return this.children(i).filter((c) => this.kind(c) === kind);
  }

  regroup(rule: Regroup): never {
    throw new RegroupError(rule);
  }

  text(i: number): string {
    return this.p.textBetween(this.tree.start[i]!, this.tree.end[i]!);
  }

  name(i: number): Name {
    return mk.mkName(this.start(i), this.end(i), this.text(i));
  }

  literal(i: number): BasicLit {
    return mk.mkBasicLit(this.start(i), this.end(i), this.text(i), this.litKind(i), false);
  }

  /** By the source: tree-sitter may have been shown a number in place of a rune. */
  private litKind(i: number): LitKind {
    switch (this.p.bytes[this.tree.start[i]!]) {
      case 34:
      case 96:
        return 'StringLit';
      case 39:
        return 'RuneLit';
    }
    if (this.p.bytes[this.tree.end[i]! - 1] === 105) return 'ImagLit';
    return this.kind(i) === 'float_literal' ? 'FloatLit' : 'IntLit';
  }

  /** Finds the targets of a function body's branches; the recogniser has reported their errors. */
  branches(body: BlockStmt): BlockStmt {
    checkBranches(body, { branchTargets: this.branchTargets, positionWords: () => '', lateError: () => {} });
    return body;
  }
}

export function lower(tree: FlatTree, recognised: File, p: Recogniser): Lowered {
  const l = new Lowering(tree, p);
  const nodes = declarationNodes(l);
  const repairs: { pos: Pos; rule: Repair }[] = [];
  const decls = recognised.declList.map((decl): Decl => {
    const node = nodes.get(decl.start);
    if (node === undefined) repairs.push({ pos: decl.start, rule: 'tree-sitter misses the declaration' });
    else if (tree.hasError && hasError(l, node)) repairs.push({ pos: decl.start, rule: 'tree-sitter error' });
    else {
      try {
        if (l.end(node) === decl.end) {
          return decl.kind === 'FuncDecl' ? lowerFunc(l, node, decl.pragma) : lowerSpec(l, node, decl.kind, decl.group);
        }
        repairs.push({ pos: decl.start, rule: 'tree-sitter ends the declaration elsewhere' });
      } catch (error) {
        if (!(error instanceof RegroupError)) throw error;
        repairs.push({ pos: decl.start, rule: error.rule });
      }
    }
    return decl;
  });
  const { pos, end, pragma, pkgName, eof, goVersion, directives } = recognised;
  return { file: mk.mkFile(pos, end, pragma, pkgName, decls, eof, goVersion, directives, l.branchTargets), repairs };
}

const groups: ReadonlySet<string> = new Set([
  'import_declaration',
  'const_declaration',
  'type_declaration',
  'var_declaration',
  'import_spec_list',
  'var_spec_list',
]);

/** Nodes of functions, methods and specs by their position. */
function declarationNodes(l: Lowering): Map<Pos, number> {
  const nodes = new Map<Pos, number>();
  const add = (parent: number): void => {
    for (const i of l.children(parent)) {
      if (groups.has(l.kind(i))) add(i);
      else nodes.set(l.start(i), i);
    }
  };
  add(0);
  return nodes;
}

function hasError(l: Lowering, node: number): boolean {
  for (let i = node; i < l.tree.next[node]!; i++) if (l.kind(i) === 'ERROR') return true;
  return false;
}
