/**
 * `for b.Loop()` of package testing: what the loop's statements compute is kept alive, so that nothing is optimised away.
 * Follows cmd/compile/internal/bloop (Go 1.26).
 *
 * After each statement the variables that it sets are passed to runtime.KeepAlive; results that nobody takes, and
 * arguments that are no variables, get temporaries first. The calls are marked: escape analysis disregards them.
 */
import type { Pos } from '../base/pos.ts';
import { Var } from '../types/object.ts';
import { BasicKind, emptyTuple, Signature, Tuple, type Type } from '../types/type.ts';
import { emptyInterface, Typ } from '../types/universe.ts';
import { isAddressable, newAddr } from './addr.ts';
import type { CallExpr, Expr } from './expr.ts';
import { newCall, newConv } from './expr.ts';
import type { Func } from './func.ts';
import { isBlank, type Name, newName } from './name.ts';
import type { Node } from './node.ts';
import { newTemp } from './noder/reader.ts';
import type { AssignListStmt, AssignStmt } from './stmt.ts';
import * as st from './stmt.ts';
import { type Pkg, runtimePkg } from './sym.ts';
import { signatureOf } from './type.ts';
import { anyChild } from './visit.ts';

/** What a statement of a testing loop has kept alive; the compiler says so under -m=2. */
export interface KeptAlive {
  readonly pos: Pos;
  readonly what: 'variable' | 'result' | 'results' | 'argument' | 'dereference' | 'unknown';
  /** Of a variable; null otherwise. */
  readonly name: Name | null;
}

/** A variable, something behind a pointer (which needs no call), or what the pass does not know. */
type Written = Name | 'dereference' | null;

/** Edits the loops of fn. */
export function bloopWalk(fn: Func, local: Pkg, report: (fact: KeptAlive) => void): void {
  new Editor(fn, local, report).edit(fn, false);
}

class Editor {
  private readonly fn: Func;
  private readonly local: Pkg;
  private keepAliveFunc: Name | null = null;

  private readonly report: (fact: KeptAlive) => void;

  constructor(fn: Func, local: Pkg, report: (fact: KeptAlive) => void) {
    this.fn = fn;
    this.local = local;
    this.report = report;
  }

  private note(pos: Pos, what: KeptAlive['what'], name: Name | null = null): void {
    this.report({ pos, what, name });
  }

  /** What a write to x changes, reported as kept alive by the statement at pos. */
  private written(pos: Pos, x: Expr): Written {
    const name = baseName(x);
    if (name !== null) this.note(pos, 'variable', name);
    else this.note(pos, x.op === 'ODEREF' ? 'dereference' : 'unknown');
    return name ?? (x.op === 'ODEREF' ? 'dereference' : null);
  }

  edit(n: Node, outer: boolean): void {
    const inside = outer || isTestingBLoop(n);
    anyChild(n, (x) => {
      this.edit(x, inside);
      return false;
    });
    if (!inside) return;
    switch (n.op) {
      case 'OFOR':
      case 'ORANGE':
      case 'OCOMMCASE':
      case 'OCASE':
        n.body = this.preserveAll(n.body);
        break;
      case 'OIF':
        n.body = this.preserveAll(n.body);
        n.else = this.preserveAll(n.else);
        break;
      case 'OBLOCK':
        n.list = this.preserveAll(n.list);
        break;
      default:
        break;
    }
  }

  private preserveAll(list: readonly Node[]): Node[] {
    return list.map((n) => this.preserve(n));
  }

  private preserve(n: Node): Node {
    switch (n.op) {
      case 'OAS':
        return this.assign(n);
      case 'OAS2':
      case 'OAS2DOTTYPE':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2RECV':
      case 'OSELRECV2':
        return this.assignList(n);
      case 'OASOP':
        return this.keepAlive([this.written(n.pos, n.x)], n);
      case 'OCALLFUNC':
      case 'OCALLINTER':
        return signatureOf(n.fun!.type).results.vars.length > 0 ? this.results(n) : this.args(n);
      case 'OAPPEND':
      case 'ODELETE':
      case 'OMAX':
      case 'OMIN':
      case 'OPRINT':
      case 'OPRINTLN':
      case 'ORECOVER':
        return this.args(n);
      default:
        return n;
    }
  }

  private assign(n: AssignStmt): Node {
    if (isBlank(n.x) && n.y !== null) {
      const tmp = this.temp(n.pos, n.y.type);
      n.x = tmp;
      n.def = true;
      n.init = [...n.init, st.newDecl(n.pos, tmp)];
      tmp.defn = n;
    }
    return this.keepAlive([this.written(n.pos, n.x)], n);
  }

  private assignList(n: AssignListStmt): Node {
    const names: Written[] = [];
    n.lhs.forEach((x, i) => {
      if (!isBlank(x)) {
        names.push(this.written(n.pos, x));
        return;
      }
      const type = valueType(n, i);
      if (type === null) return;
      const tmp = this.temp(n.pos, type);
      n.lhs[i] = tmp;
      n.init = [...n.init, st.newDecl(n.pos, tmp)];
      n.def = true;
      names.push(this.written(n.pos, tmp));
    });
    return this.keepAlive(names, n);
  }

  private results(n: CallExpr): Node {
    const temps = signatureOf(n.fun!.type).results.vars.map((v) => this.temp(n.pos, v.typ!));
    const as = st.newAssignList(n.pos, temps.length > 1 ? 'OAS2FUNC' : 'OAS2', temps, [n], true);
    as.init = temps.map((tmp) => st.newDecl(n.pos, tmp));
    this.note(n.pos, temps.length > 1 ? 'results' : 'result');
    return this.keepAlive(temps, as);
  }

  private args(n: CallExpr): Node {
    const before: Node[] = [];
    const names: Name[] = [];
    const define = (pos: Pos, x: Expr): Name => {
      const tmp = this.temp(pos, x.type);
      const as = st.newAssign(pos, tmp, x, true);
      as.init = [st.newDecl(pos, tmp)];
      tmp.defn = as;
      before.push(as);
      return tmp;
    };
    n.args.forEach((arg, i) => {
      const name = baseName(arg);
      if (name !== null) {
        this.note(n.pos, 'variable', name);
        names.push(name);
      } else if (arg.op === 'OSLICELIT') this.elements(n.pos, arg.list, names, define);
      else {
        const tmp = define(n.pos, arg);
        n.args[i] = tmp;
        names.push(tmp);
        this.note(n.pos, 'argument');
      }
    });
    return this.keepAlive(names, before.length === 0 ? n : st.newBlock(n.pos, [...before, n]));
  }

  /** Arguments of a variadic parameter. */
  private elements(at: Pos, list: Expr[], names: Name[], define: (pos: Pos, x: Expr) => Name): void {
    const own: Name[] = [];
    list.forEach((elem, i) => {
      const name = baseName(elem);
      if (name !== null) {
        this.note(at, 'variable', name);
        own.push(name);
      } else {
        const tmp = define(elem.pos, elem);
        list[i] = tmp;
        names.push(tmp);
        this.note(at, 'argument');
      }
    });
    names.push(...own);
  }

  private keepAlive(written: readonly Written[], n: Node): Node {
    const kept = written.filter((w) => w !== null);
    if (kept.length === 0) return n;
    const calls = kept.filter((w) => w !== 'dereference').map((name) => this.keepAliveCall(n.pos, name));
    return st.newBlock(n.pos, [n, ...calls]);
  }

  private keepAliveCall(pos: Pos, name: Name): Node {
    const pointer = newConv(pos, 'OCONVNOP', Typ[BasicKind.UnsafePointer]!, newAddr(pos, name), false);
    const arg = newConv(pos, 'OCONVIFACE', emptyInterface, pointer, true);
    const call = newCall(pos, 'OCALLFUNC', emptyTuple, this.keepAliveName(), [arg]);
    call.isCompilerVarLive = true;
    call.noInline = true;
    return call;
  }

  private keepAliveName(): Name {
    if (this.keepAliveFunc === null) {
      const param = new Var('param', 0, null, '', emptyInterface);
      const sig = new Signature(null, new Tuple([param]), emptyTuple, false);
      this.keepAliveFunc = newName(0, { pkg: runtimePkg, name: 'KeepAlive' }, sig, 'PFUNC');
    }
    return this.keepAliveFunc;
  }

  private temp(pos: Pos, type: Type): Name {
    return newTemp(this.fn, pos, type, this.local);
  }
}

/** The variable that x is (a part of), if its address can be taken. */
function baseName(x0: Expr): Name | null {
  let x = x0;
  for (;;) {
    switch (x.op) {
      case 'ONAME':
        return isAddressable(x) ? x : null;
      case 'OSLICE':
      case 'OSLICE3':
      case 'ODOT':
      case 'ODOTPTR':
      case 'OCONV':
      case 'OCONVIFACE':
      case 'OCONVNOP':
      case 'OADDR':
      case 'OINDEX':
      case 'OINDEXMAP':
        x = x.x;
        break;
      default:
        return null;
    }
  }
}

/** Type of what the i-th place of an assignment gets. */
function valueType(n: AssignListStmt, i: number): Type | null {
  const x = n.rhs[0]!;
  if (n.rhs.length === n.lhs.length) return n.rhs[i]!.type;
  return x.type.kind === 'Tuple' ? (x.type.vars[i]?.typ ?? null) : null;
}

function isTestingBLoop(n: Node): boolean {
  if (n.op !== 'OFOR' || n.cond?.op !== 'OCALLFUNC' || n.cond.fun?.op !== 'OMETHEXPR') return false;
  const name = n.cond.fun.selection.nname;
  return name !== null && name.sym.name === '(*B).Loop' && name.sym.pkg.path === 'testing';
}
