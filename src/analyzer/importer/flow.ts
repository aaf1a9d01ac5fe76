/**
 * Reads flow bodies back into the form that the IR builder takes: a function's tree with the checker's side tables.
 * A body is decoded for each question; the builder asks once for an instance.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { Unsupported } from '../base/unsupported.ts';
import type { Directive, Expr, File, FuncDecl, Name, Node, SelectorExpr } from '../syntax/tree.ts';
import type { BranchStmt, Stmt } from '../syntax/tree_stmt.ts';
import { Info, Selection, TypeAndValue } from '../types/info.ts';
import { lookupFieldOrMethod } from '../types/lookup.ts';
import { type Func, type Obj, Var } from '../types/object.ts';
import type { Package } from '../types/package.ts';
import { Signature, Tuple } from '../types/type.ts';
import { Universe } from '../types/universe.ts';
import {
  branchTargetKinds,
  exprFlag,
  flowSchema,
  modes,
  nodeShapes,
  refKind,
  selectionKinds,
  varKinds,
} from './flow_schema.ts';
import { TypeReader } from './flow_types.ts';
import { decodeUtf8, isAscii, Reader } from './reader.ts';
import { flowValue } from './values.ts';

/** A generic function's tree with what the checker found in it. */
export interface FlowBody {
  readonly decl: FuncDecl;
  readonly info: Info;
  readonly file: File;
}

/** What bodies need of the facts. */
export interface FlowSiblings {
  readonly goVersion: string;
  packageOf(path: string): Package;
  /** The base of positions in a source file of std. */
  positions(file: string): Pos;
}

/** Columns up to this many; a line's positions lie so far apart. */
export const columns = 1024;

/** The bodies of one package. */
export class FlowFile {
  private readonly pkg: Package;
  private readonly bytes: Uint8Array;
  private readonly strings: readonly string[];
  private readonly starts = new Map<string, number>();
  private readonly siblings: FlowSiblings;

  constructor(bytes: Uint8Array, pkg: Package, siblings: FlowSiblings) {
    this.bytes = bytes;
    this.pkg = pkg;
    this.siblings = siblings;
    const r = new Reader(bytes, 0);
    const schema = r.num();
    if (schema !== flowSchema)
      throw new Error(`flow bodies of schema ${schema}; this engine reads schema ${flowSchema}`);
    const count = r.num();
    const text = r.text(r.num());
    this.strings = count === 0 ? [] : text.split('\n').map((s) => (isAscii(s) ? s : decodeUtf8(s)));
    const lengths: [string, number][] = [];
    for (let n = r.num(); n > 0; n--) lengths.push([this.strings[r.num()]!, r.num()]);
    let at = r.pos;
    for (const [key, length] of lengths) {
      this.starts.set(key, at);
      at += length;
    }
  }

  /** The body of a function (`F`) or method (`T.M`), if it has one here. */
  body(key: string, func: Func): FlowBody | undefined {
    const start = this.starts.get(key);
    if (start === undefined) return undefined;
    return new BodyReader(new Reader(this.bytes, start), this.strings, this.pkg, func, this.siblings).read();
  }
}

class BodyReader {
  private readonly r: Reader;
  private readonly strings: readonly string[];
  private readonly pkg: Package;
  private readonly siblings: FlowSiblings;
  private readonly func: Func;
  private readonly info = new Info();
  private readonly types: TypeReader;
  private readonly vars: Var[] = [];
  private readonly targets: Stmt[] = [];
  private readonly branches: [BranchStmt, number][] = [];
  private base: Pos = noPos;
  private pos: Pos = noPos;

  constructor(r: Reader, strings: readonly string[], pkg: Package, func: Func, siblings: FlowSiblings) {
    this.r = r;
    this.strings = strings;
    this.pkg = pkg;
    this.func = func;
    this.siblings = siblings;
    this.types = new TypeReader(r, strings, pkg, func, siblings);
  }

  read(): FlowBody {
    const { r, info } = this;
    this.base = this.siblings.positions(this.str());
    const pos = this.readPos();
    const directives: Directive[] = [];
    for (let n = r.num(); n > 0; n--) {
      const verb = this.str();
      directives.push({ pos, verb, text: verb });
    }
    this.types.read(pos);
    const sig = this.func.typ as Signature;
    this.vars.push(...(sig.recv ? [sig.recv] : []), ...sig.params.vars, ...sig.results.vars);
    for (let n = r.num(); n > 0; n--) {
      const kind = varKinds[r.num()]!;
      const name = this.str();
      const type = this.types.next();
      this.vars.push(new Var(kind, this.readPos(), this.pkg, name, type));
    }
    const body = this.node() as unknown as NonNullable<FuncDecl['body']>;
    const name: Name = { kind: 'Name', pos, start: pos, end: pos, value: this.func.name };
    const branchTargets = new Map<BranchStmt, Stmt>();
    for (const [branch, target] of this.branches) branchTargets.set(branch, this.targets[target]!);
    const decl: FuncDecl = {
      kind: 'FuncDecl',
      pos,
      start: pos,
      end: pos,
      pragma: directives.length > 0 ? directives : null,
      recv: null,
      name,
      tparamList: [],
      type: { kind: 'FuncType', pos, start: pos, end: pos, paramList: [], resultList: [] },
      body,
    };
    const file: File = {
      kind: 'File',
      pos,
      start: pos,
      end: pos,
      pragma: null,
      pkgName: name,
      declList: [decl],
      eof: pos,
      goVersion: '',
      directives: [],
      branchTargets,
    };
    info.fileVersions.set(file, `go${this.siblings.goVersion}`);
    info.defs.set(name, this.func);
    return { decl, info, file };
  }

  private str(): string {
    return this.strings[this.r.num()]!;
  }

  private readPos(): Pos {
    this.pos += this.r.signed();
    return this.base + this.pos;
  }

  /** A tree with its side tables. */
  private node(): Node {
    const { r } = this;
    const { kind, expr, fields } = nodeShapes[r.num()]!;
    const pos = this.readPos();
    const node: Record<string, unknown> = { kind, pos, start: pos, end: pos, ...constantFields[kind] };
    if (branchTargetKinds.has(kind)) this.targets.push(node as unknown as Stmt);
    const flags = expr ? r.num() : 0;
    if (flags !== 0) this.exprFacts(node as unknown as Expr, flags);
    if (kind === 'FuncLit') this.literalType(node as unknown as Expr);
    if (kind === 'BranchStmt') {
      const target = r.num();
      if (target > 0) this.branches.push([node as unknown as BranchStmt, target - 1]);
    }
    if (kind === 'CaseClause') {
      const implicit = r.num();
      if (implicit > 0) this.info.implicits.set(node as unknown as Node, this.vars[implicit - 1]!);
    }
    for (const [name, code] of fields) node[name] = this.field(code);
    if ((flags & exprFlag.selection) !== 0) this.selection(node as unknown as SelectorExpr);
    return node as unknown as Node;
  }

  private field(code: string): unknown {
    const { r } = this;
    switch (code) {
      case 'e':
        return this.node();
      case 'o':
        return r.num() === 0 ? null : this.node();
      case 'l': {
        const list: Node[] = [];
        for (let n = r.num(); n > 0; n--) list.push(this.node());
        return list;
      }
      case 'x':
        return [this.field('o'), this.field('o'), this.field('o')];
      case 's':
        return this.str();
      case 'b':
        return r.num() === 1;
      default:
        return this.readPos();
    }
  }

  private exprFacts(e: Expr, flags: number): void {
    const { r, info } = this;
    if ((flags & exprFlag.type) !== 0) {
      const mode = modes[r.num()]!;
      const type = this.types.next();
      const value = (flags & exprFlag.value) !== 0 ? flowValue(r, this.strings) : null;
      info.types.set(e, new TypeAndValue(mode, type, value));
    }
    if ((flags & exprFlag.use) !== 0) info.uses.set(e as Name, this.reference()!);
    if ((flags & exprFlag.def) !== 0) info.defs.set(e as Name, this.reference());
    if ((flags & exprFlag.instance) !== 0) {
      const typeArgs = this.types.list();
      info.instances.set(e as Name, { typeArgs, type: this.types.next() });
    }
  }

  private reference(): Obj | null {
    const { r } = this;
    switch (r.num()) {
      case refKind.variable:
        return this.vars[r.num()]!;
      case refKind.global:
        return this.types.global();
      case refKind.universe:
        return Universe.lookup(this.str());
      case refKind.localType:
        return this.types.local(r.num()).obj;
      default:
        return null;
    }
  }

  /** A literal's type is made of the variables that its body uses. */
  private literalType(e: Expr): void {
    const { r } = this;
    const variadic = r.num() === 1;
    const vars = (): Var[] => {
      const list: Var[] = [];
      for (let n = r.num(); n > 0; n--) list.push(this.vars[r.num()]!);
      return list;
    };
    const params = new Tuple(vars());
    this.info.types.set(e, new TypeAndValue('value', new Signature(null, params, new Tuple(vars()), variadic), null));
  }

  private selection(e: SelectorExpr): void {
    const { r } = this;
    const kind = selectionKinds[r.num()]!;
    const recv = this.types.next();
    const found = lookupFieldOrMethod(recv, true, this.pkg, e.sel.value, false);
    const { obj } = found;
    if (obj === null || (obj.kind !== 'Var' && obj.kind !== 'Func'))
      throw new Unsupported(noPos, `body of ${this.pkg.name}.${this.func.name}, which selects ${e.sel.value}`);
    this.info.selections.set(e, new Selection(kind, recv, obj, found.index!, found.indirect));
    this.info.uses.set(e.sel, obj);
  }
}

/** Fields that bodies do not keep. */
const constantFields: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  BasicLit: { value: '', litKind: 'IntLit', bad: false },
  CompositeLit: { type: null, nkeys: 0 },
  FuncLit: { type: { kind: 'FuncType', pos: noPos, start: noPos, end: noPos, paramList: [], resultList: [] } },
  VarDecl: { group: null, pragma: null, type: null },
};
