/** One flow body: variables, types and tree of a generic function, as bytes (src/analyzer/importer/flow_schema.ts). */
import { type FileSet, type Pos, positionOf } from '../../src/analyzer/base/pos.ts';
import { columns } from '../../src/analyzer/importer/flow.ts';
import {
  branchTargetKinds,
  exprFlag,
  modes,
  nodeShapes,
  refKind,
  selectionKinds,
  varKinds,
} from '../../src/analyzer/importer/flow_schema.ts';
import { valueKind } from '../../src/analyzer/importer/schema.ts';
import type { BranchStmt, Expr, File, FuncDecl, Name, Node } from '../../src/analyzer/syntax/tree.ts';
import { toFloat, type Value } from '../../src/analyzer/types/constant.ts';
import { exactString } from '../../src/analyzer/types/constantfmt.ts';
import type { Info } from '../../src/analyzer/types/info.ts';
import { type Func, type Obj, originOf, type Var } from '../../src/analyzer/types/object.ts';
import type { Package } from '../../src/analyzer/types/package.ts';
import type { Signature } from '../../src/analyzer/types/type.ts';
import { num, type Strings, signed } from './bytes.ts';
import { TypeWriter } from './types.ts';

export class BodyWriter {
  private readonly strings: Strings;
  private readonly set: FileSet;
  private readonly info: Info;
  private readonly file: File;
  private readonly func: Func;
  private readonly types: TypeWriter;
  private readonly vars = new Map<Var, number>();
  private readonly varList: Var[] = [];
  private readonly targets = new Map<Node, number>();
  private pos = 0;

  constructor(strings: Strings, set: FileSet, info: Info, pkg: Package, file: File, func: Func) {
    this.strings = strings;
    this.set = set;
    this.info = info;
    this.types = new TypeWriter(strings, pkg, func);
    this.file = file;
    this.func = func;
    const sig = func.typ as Signature;
    for (const v of [...(sig.recv ? [sig.recv] : []), ...sig.params.vars, ...sig.results.vars])
      this.vars.set(v, this.vars.size);
  }

  write(fileName: string, decl: FuncDecl): number[] {
    const own = this.vars.size;
    this.numberTargets(decl.body!);
    this.collect(decl.body!);
    // Positions count on from one to the next, so everything is written in the order in which it is read.
    const head: number[] = [];
    num(head, this.strings.id(fileName));
    this.writePos(head, decl.pos);
    const pragma = decl.pragma ?? [];
    num(head, pragma.length);
    for (const { verb } of pragma) num(head, this.strings.id(verb));
    const vars: number[] = [];
    const list = this.varList.slice();
    num(vars, list.length);
    for (const v of list) {
      num(vars, varKinds.indexOf(v.varKind));
      num(vars, this.strings.id(v.name));
      num(vars, this.types.type(v.typ!));
      this.writePos(vars, v.pos);
    }
    if (this.varList.length !== list.length || this.vars.size !== own + list.length)
      throw new Error('a variable was met late');
    const body: number[] = [];
    this.node(body, decl.body!);
    if (this.varList.length !== list.length) throw new Error('a variable was met late');
    return [...head, ...this.types.bytes(), ...vars, ...body];
  }

  /** Numbers the statements that branches can name, in the order of the tree. */
  private numberTargets(n: Node): void {
    this.walk(n, (node) => {
      if (branchTargetKinds.has(node.kind)) this.targets.set(node, this.targets.size);
    });
  }

  /** Finds all variables that the body declares. */
  private collect(n: Node): void {
    this.walk(n, (node) => {
      if (node.kind === 'FuncLit') {
        const sig = this.info.types.get(node)!.type as Signature;
        for (const v of [...sig.params.vars, ...sig.results.vars]) this.addVar(v);
      }
      if (node.kind === 'CaseClause') {
        const obj = this.info.implicits.get(node);
        if (obj?.kind === 'Var') this.addVar(obj);
      }
      if (node.kind === 'Name') {
        const obj = this.info.defs.get(node);
        if (obj?.kind === 'Var') this.addVar(obj);
      }
    });
  }

  private addVar(v: Var): void {
    if (this.vars.has(v)) return;
    this.vars.set(v, this.vars.size);
    this.varList.push(v);
  }

  /** Visits the nodes that are written, in their order. */
  private walk(n: Node, visit: (n: Node) => void): void {
    const node = this.simplified(n);
    visit(node);
    const shape = nodeShapes.find(({ kind }) => kind === node.kind);
    if (!shape) throw new Error(`${this.func.name}: ${node.kind} has no form in a body`);
    for (const [name, code] of shape.fields) {
      const value = (node as unknown as Record<string, unknown>)[name];
      if (code === 'e') this.walk(value as Node, visit);
      else if (code === 'o' && value !== null) this.walk(value as Node, visit);
      else if (code === 'l') for (const child of this.children(node, value as readonly Node[])) this.walk(child, visit);
      else if (code === 'x') for (const child of value as (Node | null)[]) if (child) this.walk(child, visit);
    }
  }

  /** Declarations of constants and types are in the values and types that use them. */
  private children(node: Node, list: readonly Node[]): readonly Node[] {
    return node.kind === 'DeclStmt' ? list.filter((child) => child.kind === 'VarDecl') : list;
  }

  private readonly replaced = new Map<Node, Node>();

  /** Constants become values, type expressions their types, qualified names names. */
  private simplified(n: Node): Node {
    const known = this.replaced.get(n);
    if (known) return known;
    const made = this.simplify(n);
    this.replaced.set(n, made);
    if (made !== n) this.replaced.set(made, made);
    return made;
  }

  private simplify(n: Node): Node {
    const place = { pos: n.pos, start: n.pos, end: n.pos };
    const tv = this.info.types.get(n as Expr);
    if (tv?.mode === 'typexpr') {
      const made: Name = { kind: 'Name', ...place, value: '' };
      this.info.types.set(made, tv);
      return made;
    }
    if (tv && tv.value !== null && tv.mode === 'constant' && n.kind !== 'BasicLit') {
      const made: Expr = { kind: 'BasicLit', ...place, value: '', litKind: 'IntLit', bad: false };
      this.info.types.set(made, tv);
      return made;
    }
    if (n.kind === 'SelectorExpr' && n.x.kind === 'Name' && this.info.uses.get(n.x)?.kind === 'PkgName') {
      const made: Name = { kind: 'Name', ...place, value: n.sel.value };
      if (tv) this.info.types.set(made, tv);
      this.info.uses.set(made, this.info.uses.get(n.sel)!);
      const instance = this.info.instances.get(n.sel);
      if (instance) this.info.instances.set(made, instance);
      return made;
    }
    return n;
  }

  private writePos(out: number[], pos: Pos): void {
    const at = positionOf(this.set, pos);
    const value = at ? at.line * columns + Math.min(at.col, columns - 1) : this.pos;
    signed(out, value - this.pos);
    this.pos = value;
  }

  private node(out: number[], original: Node): void {
    const n = this.simplified(original);
    const number = nodeShapes.findIndex(({ kind }) => kind === n.kind);
    const { expr, fields } = nodeShapes[number]!;
    num(out, number);
    this.writePos(out, n.pos);
    if (expr) this.exprFacts(out, n as Expr);
    if (n.kind === 'FuncLit') this.literalType(out, this.info.types.get(n)!.type as Signature);
    if (n.kind === 'BranchStmt') this.branch(out, n);
    if (n.kind === 'CaseClause') {
      const implicit = this.info.implicits.get(n);
      num(out, implicit?.kind === 'Var' ? this.vars.get(implicit)! + 1 : 0);
    }
    for (const [name, code] of fields) this.field(out, n, (n as unknown as Record<string, unknown>)[name], code);
    const selection = n.kind === 'SelectorExpr' ? this.info.selections.get(n) : undefined;
    if (selection) {
      num(out, selectionKinds.indexOf(selection.kind));
      num(out, this.types.type(selection.recv));
    }
  }

  private field(out: number[], n: Node, value: unknown, code: string): void {
    switch (code) {
      case 'e':
        this.node(out, value as Node);
        return;
      case 'o':
        num(out, value === null ? 0 : 1);
        if (value !== null) this.node(out, value as Node);
        return;
      case 'l': {
        const list = this.children(n, value as readonly Node[]);
        num(out, list.length);
        for (const child of list) this.node(out, child);
        return;
      }
      case 'x':
        for (const child of value as (Node | null)[]) this.field(out, n, child, 'o');
        return;
      case 's':
        num(out, this.strings.id(value as string));
        return;
      case 'b':
        num(out, value === true ? 1 : 0);
        return;
      default:
        this.writePos(out, value as Pos);
    }
  }

  private exprFacts(out: number[], e: Expr): void {
    const { info } = this;
    const tv = e.kind === 'FuncLit' ? undefined : info.types.get(e);
    const used = e.kind === 'Name' ? info.uses.get(e) : undefined;
    const use = used && this.isWritten(used) ? used : undefined;
    const def = e.kind === 'Name' && info.defs.has(e) ? info.defs.get(e)! : undefined;
    const instance = e.kind === 'Name' ? info.instances.get(e) : undefined;
    // What is instantiated has the instance's type: the generic one is of other type parameters.
    const valueType = instance ? instance.type : tv?.type;
    const value = tv?.value ?? null;
    let flags = 0;
    if (tv) flags |= exprFlag.type;
    if (value) flags |= exprFlag.value;
    if (use) flags |= exprFlag.use;
    if (def !== undefined && def?.kind !== 'Label') flags |= exprFlag.def;
    if (instance) flags |= exprFlag.instance;
    if (e.kind === 'SelectorExpr' && info.selections.has(e)) flags |= exprFlag.selection;
    num(out, flags);
    if (tv) {
      num(out, modes.indexOf(tv.mode));
      num(out, this.types.type(valueType!));
      if (value) writeValue(out, this.strings, value);
    }
    if (use) this.reference(out, use);
    if ((flags & exprFlag.def) !== 0) this.reference(out, def ?? null);
    if (instance) {
      num(out, instance.typeArgs.length);
      for (const arg of instance.typeArgs) num(out, this.types.type(arg));
      num(out, this.types.type(instance.type));
    }
  }

  /** Fields of literals, methods, constants and types are found in other ways. */
  private isWritten(obj: Obj): boolean {
    if (obj.kind === 'Var') return obj.varKind !== 'field';
    if (obj.kind === 'Func') return (obj.typ as Signature).recv === null;
    return obj.kind === 'Builtin' || obj.kind === 'Nil';
  }

  private reference(out: number[], obj: Obj | null): void {
    if (obj === null || obj.kind === 'Const') {
      num(out, refKind.none);
    } else if (obj.kind === 'Var' && this.vars.has(obj)) {
      num(out, refKind.variable);
      num(out, this.vars.get(obj)!);
    } else if (obj.kind === 'TypeName') {
      num(out, refKind.localType);
      num(out, this.types.local(obj));
    } else if (obj.pkg === null) {
      num(out, refKind.universe);
      num(out, this.strings.id(obj.name));
    } else {
      num(out, refKind.global);
      this.types.global(out, originOf(obj as Func | Var));
    }
  }

  private literalType(out: number[], sig: Signature): void {
    num(out, sig.variadic ? 1 : 0);
    for (const { vars } of [sig.params, sig.results]) {
      num(out, vars.length);
      for (const v of vars) num(out, this.vars.get(v)!);
    }
  }

  private branch(out: number[], n: BranchStmt): void {
    const target = this.file.branchTargets.get(n);
    num(out, target === undefined ? 0 : this.targets.get(target)! + 1);
  }
}

function writeValue(out: number[], strings: Strings, v: Value): void {
  switch (v.kind) {
    case 'Bool':
      num(out, v.val ? valueKind.true : valueKind.false);
      return;
    case 'String':
      num(out, valueKind.bytes);
      num(out, v.val.length);
      for (let i = 0; i < v.val.length; i++) out.push(v.val.charCodeAt(i));
      return;
    case 'Int':
      if (v.val < 1n << 45n && v.val > -(1n << 45n)) {
        num(out, valueKind.int);
        signed(out, Number(v.val));
      } else {
        num(out, valueKind.bigInt);
        num(out, strings.id(v.val.toString()));
      }
      return;
    case 'Float':
      num(out, valueKind.float);
      num(out, strings.id(exactString(v)));
      return;
    case 'Complex':
      num(out, valueKind.complex);
      num(out, strings.id(exactString(toFloat(v.re))));
      num(out, strings.id(exactString(toFloat(v.im))));
      return;
    default:
      throw new Error('an unknown constant');
  }
}
