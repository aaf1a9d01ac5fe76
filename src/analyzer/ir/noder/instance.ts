/**
 * Instances of generic functions and methods. Follows objIdx, funcInst, shapeSig and callShaped of noder/reader.go
 * (Go 1.26).
 *
 * An instance exists twice: the shaped one holds the body, read on shapes, and takes the dictionary as a parameter; the
 * unshaped wrapper has the types as written, calls the shaped one, and is what a function value refers to.
 */
import type { Pos } from '../../base/pos.ts';
import { Unsupported } from '../../base/unsupported.ts';
import { methodAt, numMethods, typeParamsOf } from '../../types/named.ts';
import type { Func as FuncObj } from '../../types/object.ts';
import { Var } from '../../types/object.ts';
import { type Named, Signature, Tuple, type Type, type TypeParam } from '../../types/type.ts';
import { newAddr } from '../addr.ts';
import type { Expr } from '../expr.ts';
import { newConv } from '../expr.ts';
import type { Func } from '../func.ts';
import { newFunc } from '../func.ts';
import type { Name } from '../name.ts';
import type { Sym } from '../sym.ts';
import * as ty from '../type.ts';
import { instanceName, targsString } from '../typefmt.ts';
import { readInstanceBody } from './body.ts';
import { isDerived } from './derived.ts';
import { type Generic, readDictionary } from './dictcontents.ts';
import { type DictLayout, dictName, dictParamName, dictWord } from './dictionary.ts';
import { layoutDict } from './dictwriter.ts';
import type { FuncSource, Instance, Noder } from './noder.ts';
import type { Reader } from './reader.ts';
import { methodSymName, newMethodExpr } from './selection.ts';
import { Dict } from './types.ts';

export interface FuncInst {
  /** The function value; null when the type arguments are only known at run time. */
  readonly wrapper: Expr | null;
  /** The shaped function. */
  readonly base: Name;
  readonly dictPtr: Expr;
}

/** A use of generic function obj with the checker's type arguments. */
export function funcInst(r: Reader, pos: Pos, obj: FuncObj, targs: readonly Type[]): FuncInst {
  const noder = r.noder;
  const args = targs.map((t) => r.typ(t));
  if (r.dict !== null && targs.some((t) => isDerived(t, r.dict))) {
    const make = (): Instance => instantiateFunc(noder, pos, obj, args, true);
    const shaped = noder.types.whilePassing(r.inTypedExpr, make);
    const word = dictWord(r, pos, (layout) => layout.subdict(obj, targs));
    const dictPtr = newConv(pos, 'OCONVNOP', ty.newPointer(shaped.layout.varType), word, false);
    return { wrapper: null, base: shaped.name, dictPtr };
  }
  const wrapper = instantiateFunc(noder, pos, obj, args, false);
  const shaped = instantiateFunc(noder, pos, obj, args, true);
  readDictionary(noder, obj, args);
  return { wrapper: wrapper.name, base: shaped.name, dictPtr: dictAddr(noder, pos, wrapper.name.sym, shaped.layout) };
}

/** The address of the dictionary for the unshaped instance that sym names: a function, or a type for its methods. */
function dictAddr(noder: Noder, pos: Pos, sym: Sym, layout: DictLayout): Expr {
  return newAddr(pos, dictName(noder, sym, layout));
}

function typeSym(noder: Noder, named: Named): Sym {
  return { pkg: named.obj.pkg!, name: instanceName(named, noder, 'id') };
}

function instantiateFunc(noder: Noder, pos: Pos, obj: FuncObj, targs: readonly Type[], shaped: boolean): Instance {
  const tparams = (obj.typ as Signature).tparams;
  const dict = new Dict(noder.types, tparams, targs, shaped);
  const symName = `${obj.name}[${targsString([], dict.targs, noder)}]`;
  return instantiate(noder, pos, obj, symName, dict, null);
}

/** A method of an instance of a generic type: the shaped method when the instance is, else the wrapper. */
export function instantiateMethod(noder: Noder, of: Named, method: FuncObj): Name {
  return methodInstance(noder, method.pos, of, method).name;
}

function methodInstance(noder: Noder, pos: Pos, of: Named, method: FuncObj): Instance {
  noder.reading.object(of);
  const sig = method.typ as Signature;
  const dict = new Dict(noder.types, sig.rparams, of.inst!.targs, false);
  const recv = dict.typ(sig.recv!.typ!);
  return instantiate(noder, pos, method, methodSymName(noder, recv, method), dict, of);
}

function instantiate(
  noder: Noder,
  pos: Pos,
  obj: FuncObj,
  symName: string,
  dict: Dict,
  recvNamed: Named | null,
): Instance {
  const key = `${obj.pkg!.path}.${symName}`;
  const known = noder.instances.get(key);
  if (known !== undefined) return known;
  const source = sourceOf(noder, obj);
  if (source === undefined) {
    throw new Unsupported(pos, `body of generic function ${obj.pkg!.name}.${symName.replace(/\[.*\]/, '')}`);
  }
  const layout = layoutFor(noder, recvNamed === null ? obj : recvNamed.inst!.orig);
  const generic = obj.typ as Signature;
  const plain = dict.typ(new Signature(null, generic.params, generic.results, generic.variadic)) as Signature;
  if (recvNamed !== null) noder.reading.typ(dict.typ(generic.recv!.typ!));
  noder.reading.signature(plain);
  const sig = withRecv(dict.shaped ? shapeSig(plain, source.decl.pos, layout) : plain, generic, dict);
  const fn = newFunc(source.decl.pos, obj.pos, { pkg: obj.pkg!, name: symName }, sig);
  fn.dupok = true;
  const instance: Instance = { name: fn.nname, layout };
  noder.instances.set(key, instance);
  if (recvNamed === null && !dict.shaped)
    noder.reading.todo.push(() => void instantiateFunc(noder, pos, obj, dict.targs, true));
  noder.todoBodies.push(() => {
    readBody(noder, fn, source, obj, dict, layout, recvNamed);
    noder.funcs.push(fn);
  });
  return instance;
}

/** The methods of a type share its dictionary. */
export function layoutFor(noder: Noder, generic: Generic): DictLayout {
  let layout = noder.layouts.get(generic);
  if (layout === undefined) {
    const funcs =
      generic.kind === 'Func' ? [generic] : Array.from({ length: numMethods(generic) }, (_, i) => methodAt(generic, i));
    layout = layoutDict(
      noder,
      funcs.flatMap((obj) => {
        const source = sourceOf(noder, obj);
        return source === undefined ? [] : [{ obj, source }];
      }),
    );
    noder.layouts.set(generic, layout);
  }
  return layout;
}

function sourceOf(noder: Noder, obj: FuncObj): FuncSource | undefined {
  return noder.funDecls.get(obj) ?? noder.options.bodyOf?.(obj);
}

function readBody(
  noder: Noder,
  fn: Func,
  source: FuncSource,
  obj: FuncObj,
  dict: Dict,
  layout: DictLayout,
  recvNamed: Named | null,
): void {
  const call = dict.shaped ? null : (pos: Pos) => shapedCallee(noder, pos, obj, dict, recvNamed, fn.nname);
  readInstanceBody(noder, fn, source, obj, dict, layout, call);
}

/** What the unshaped wrapper calls, and the dictionary it passes. */
export interface ShapedCallee {
  readonly base: Expr;
  readonly dictPtr: Expr;
}

function shapedCallee(
  noder: Noder,
  pos: Pos,
  obj: FuncObj,
  dict: Dict,
  recvNamed: Named | null,
  self: Name,
): ShapedCallee {
  if (recvNamed === null) {
    const shaped = instantiateFunc(noder, pos, obj, dict.targs, true);
    return { base: shaped.name, dictPtr: dictAddr(noder, pos, self.sym, shaped.layout) };
  }
  const shaped = methodInstance(noder, pos, shapedType(noder, recvNamed, dict.tparams), obj);
  const recv = (shaped.name.type as Signature).recv!.typ!;
  const base = newMethodExpr(noder, pos, recv, obj);
  const { orig, targs } = recvNamed.inst!;
  readDictionary(noder, orig, targs);
  return { base, dictPtr: dictAddr(noder, pos, typeSym(noder, recvNamed), shaped.layout) };
}

/** The instance on shapes of the generic type that `of` is an instance of. */
function shapedType(noder: Noder, of: Named, tparams: readonly TypeParam[]): Named {
  const dict = new Dict(noder.types, tparams, of.inst!.targs, true);
  return noder.types.instance(of.inst!.orig, dict.targs);
}

/** A method of a generic type as called: the shaped function and the dictionary to pass. */
export function shapedMethod(r: Reader, pos: Pos, rawNamed: Named, method: FuncObj): { base: Name; dictPtr: Expr } {
  const noder = r.noder;
  const sig = method.typ as Signature;
  const of = r.typ(rawNamed) as Named;
  const derived = r.dict !== null && isDerived(rawNamed, r.dict);
  const shaped = methodInstance(noder, pos, shapedType(noder, of, sig.rparams), method);
  if (!derived) {
    methodInstance(noder, pos, of, method);
    const { orig, targs } = of.inst!;
    readDictionary(noder, orig, targs);
    return { base: shaped.name, dictPtr: dictAddr(noder, pos, typeSym(noder, of), shaped.layout) };
  }
  const { orig, targs } = rawNamed.inst!;
  const word = dictWord(r, pos, (layout) => layout.subdict(orig, targs));
  return { base: shaped.name, dictPtr: newConv(pos, 'OCONVNOP', ty.newPointer(shaped.layout.varType), word, false) };
}

/** A method of an instance is compiled once the type is used, if its body is at hand. */
export function instantiatedMethod(noder: Noder, of: Named, method: FuncObj): void {
  if (sourceOf(noder, method) !== undefined) methodInstance(noder, method.pos, of, method);
}

/** The instance on shapes that belongs to an instance on types as written; null for all other types. */
export function shapedInstance(noder: Noder, of: Named): (() => Named) | null {
  // A type that a function declares has no methods.
  if (of.inst === null || noder.types.localInstances.has(of) || ty.hasShape(of)) return null;
  if (of.inst.targs.some((t) => isDerived(t, null))) return null;
  return () => shapedType(noder, of, typeParamsOf(of.inst!.orig));
}

function shapeSig(sig: Signature, pos: Pos, layout: DictLayout): Signature {
  const dict = new Var('param', pos, null, dictParamName, ty.newPointer(layout.varType));
  return new Signature(null, new Tuple([dict, ...sig.params.vars]), sig.results, sig.variadic);
}

function withRecv(sig: Signature, generic: Signature, dict: Dict): Signature {
  if (generic.recv === null) return sig;
  const { recv } = generic;
  const typed = new Var('recv', recv.pos, recv.pkg, recv.name, dict.typ(recv.typ!));
  return new Signature(typed, sig.params, sig.results, sig.variadic);
}
