/**
 * Names: variables, parameters, results, closure variables, functions.
 *
 * `class` says what the name stands for. A closure uses an outer variable through a closure variable of its own: class
 * PAUTOHEAP, `isClosureVar`, `defn` the original variable, `outer` the directly enclosing function's name for it.
 * Flags that the noder sets: addrtaken, autoTemp. `byval` and `onHeap` belong to escape's result, not here.
 */
import type { Pos } from '../base/pos.ts';
import type { Func } from './func.ts';
import type { Node } from './node.ts';
import { noNodes } from './node.ts';
import type { Sym } from './sym.ts';
import type { Type } from './type.ts';

export type Class = 'PEXTERN' | 'PAUTO' | 'PAUTOHEAP' | 'PPARAM' | 'PPARAMOUT' | 'PFUNC';

export interface Name {
  readonly op: 'ONAME';
  pos: Pos;
  type: Type;
  init: Node[];
  sym: Sym;
  class: Class;
  /** The function (closure) that declares this local name; null for package-level names. */
  curfn: Func | null;
  /**
   * The statement that gives the name its first value: OAS or OAS2* for a variable, ORANGE for a range variable,
   * OSELRECV2 in select, OTYPESW for a clause variable; the Func for a function's name; the original
   * variable for a closure variable. Null for parameters, results and imported names.
   */
  defn: Node | null;
  /** The function that a PFUNC name stands for; null for functions of other packages and interface methods. */
  func: Func | null;
  /** For a closure variable: the enclosing function's name for the same variable. */
  outer: Name | null;
  addrtaken: boolean;
  isClosureVar: boolean;
  autoTemp: boolean;
  /** Made by the inliner from a parameter or result of the callee. */
  inlFormal: boolean;
  /** Made by the inliner from a local of the callee. */
  inlLocal: boolean;
  /** The type checker's object of an imported function or variable: the key for facts. Null for everything of this package. */
  object: object | null;
}

export function newName(pos: Pos, sym: Sym, type: Type, cls: Class): Name {
  return {
    op: 'ONAME',
    pos,
    type,
    init: noNodes,
    sym,
    class: cls,
    curfn: null,
    defn: null,
    func: null,
    outer: null,
    addrtaken: false,
    isClosureVar: false,
    autoTemp: false,
    inlFormal: false,
    inlLocal: false,
    object: null,
  };
}

/** Declares a local variable of `fn`. */
export function newLocal(fn: Func, pos: Pos, sym: Sym, type: Type): Name {
  const name = newName(pos, sym, type, 'PAUTO');
  name.curfn = fn;
  fn.dcl.push(name);
  return name;
}

/** The name by which closure `fn` knows `outer`, a variable of the function around it. */
export function newClosureVar(pos: Pos, fn: Func, outer: Name): Name {
  const name = newName(pos, outer.sym, outer.type, 'PAUTOHEAP');
  name.curfn = fn;
  name.isClosureVar = true;
  name.defn = canonical(outer);
  name.outer = outer;
  fn.closureVars.push(name);
  return name;
}

/** The variable that a closure variable stands for; other names stand for themselves. */
export function canonical(name: Name): Name {
  return name.isClosureVar && name.defn !== null ? (name.defn as Name) : name;
}

export function isBlank(node: Node | null): boolean {
  return node !== null && node.op === 'ONAME' && node.sym.name === '_';
}
