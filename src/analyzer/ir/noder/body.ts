/**
 * Function bodies: parameters, results, statements, and the bodies that the compiler writes itself.
 * Follows ir.DeclareParams and funcBody, callShaped of noder/reader.go (Go 1.26).
 */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import type { Func as FuncObj, Var } from '../../types/object.ts';
import type { Signature } from '../../types/type.ts';
import type { Expr } from '../expr.ts';
import type { Func, Param, Pragma } from '../func.ts';
import { type Class, newName } from '../name.ts';
import { newBlock } from '../stmt.ts';
import { builtinPkg } from '../sym.ts';
import { syntheticTailCall } from './call.ts';
import { type DictLayout, dictParamName } from './dictionary.ts';
import type { ShapedCallee } from './instance.ts';
import type { FuncSource, Noder } from './noder.ts';
import { rewriteRangeFuncs } from './rangefunc.ts';
import { Reader } from './reader.ts';
import { stmts } from './stmt.ts';
import type { Dict } from './types.ts';

/** Reads a declared function or method that is not generic. */
export function readFuncBody(noder: Noder, fn: Func, source: FuncSource, obj: FuncObj): void {
  const sig = obj.typ as Signature;
  fn.pragmas = pragmasOf(source.decl);
  const ranges = rewriteRangeFuncs(noder.pkg, source.info, source.file, source.decl.body, sig);
  const r = new Reader(noder, source.info, source.file, fn, sig, null, null, ranges);
  declareParams(r, sig);
  if (source.decl.body === null) fn.hasBody = false;
  else funcBody(r, source.decl.body);
}

/** Reads an instance: the generic body on shapes, or the call of the shaped function. */
export function readInstanceBody(
  noder: Noder,
  fn: Func,
  source: FuncSource,
  obj: FuncObj,
  dict: Dict,
  layout: DictLayout,
  shapedCallee: ((pos: Pos) => ShapedCallee) | null,
): void {
  const sig = obj.typ as Signature;
  fn.pragmas = pragmasOf(source.decl);
  const ranges =
    shapedCallee === null ? rewriteRangeFuncs(noder.pkg, source.info, source.file, source.decl.body, sig) : null;
  const r = new Reader(noder, source.info, source.file, fn, sig, null, dict, ranges);
  r.layout = layout;
  declareParams(r, sig);
  if (shapedCallee !== null) callShaped(r, shapedCallee(fn.pos));
  else if (source.decl.body === null) fn.hasBody = false;
  else funcBody(r, source.decl.body);
}

function callShaped(r: Reader, callee: ShapedCallee): void {
  const params: Expr[] = r.fn.dcl.filter((n) => n.class === 'PPARAM');
  const recv = r.fn.recv === null ? [] : [params.shift()!];
  syntheticTailCall(r, r.fn.pos, callee.base, [...recv, callee.dictPtr, ...params]);
}

/** Declares receiver, parameters and results, in gc's order and under gc's names. */
export function declareParams(r: Reader, sig: Signature): void {
  const { fn } = r;
  const local = fn.nname.sym.pkg;
  const declare = (v: Var, cls: Class, prefix: string, index: number, isDDD: boolean): Param => {
    const unnamed = v.name === '' || v.name === '_';
    const name = newName(
      v.pos,
      { pkg: unnamed ? local : (v.pkg ?? builtinPkg), name: unnamed ? `${prefix}${index}` : v.name },
      r.typ(v.typ!),
      cls,
    );
    name.curfn = fn;
    fn.dcl.push(name);
    r.addLocal(v, name);
    return {
      pos: v.pos,
      sym: v.name === '' ? null : { pkg: name.sym.pkg, name: v.name },
      type: name.type,
      name,
      isDDD,
    };
  };
  let index = 0;
  if (sig.recv !== null && fn.closure === null) fn.recv = declare(sig.recv, 'PPARAM', '~p', index++, false);
  if (r.layout && r.dict?.shaped) fn.params.push(declareDict(r, index++));
  const last = sig.params.vars.length - 1;
  sig.params.vars.forEach((v, i) => {
    fn.params.push(declare(v, 'PPARAM', '~p', index++, sig.variadic && i === last));
  });
  sig.results.vars.forEach((v, i) => {
    const name = r.rangeFuncs?.resultNames.get(v);
    fn.results.push(declare(v, 'PPARAMOUT', '~r', i, false));
    if (name !== undefined) fn.dcl[fn.dcl.length - 1]!.sym = { pkg: local, name };
  });
}

function declareDict(r: Reader, _index: number): Param {
  const { fn } = r;
  const sym = { pkg: fn.nname.sym.pkg, name: dictParamName };
  const name = newName(fn.pos, sym, (fn.type as Signature).params.vars[0]!.typ!, 'PPARAM');
  name.curfn = fn;
  fn.dcl.push(name);
  r.dictParam = name;
  return { pos: fn.pos, sym, type: name.type, name, isDDD: false };
}

export function funcBody(r: Reader, body: syntax.BlockStmt): void {
  r.basePos = r.fn.pos;
  const list = stmts(r, body.list);
  r.fn.body = list.length === 0 ? [newBlock(0, [])] : list;
  r.fn.endPos = body.rbrace;
}

const known: readonly Pragma[] = [
  'go:noinline',
  'go:noescape',
  'go:nosplit',
  'go:norace',
  'go:nocheckptr',
  'go:uintptrescapes',
  'go:uintptrkeepalive',
  'go:cgo_unsafe_args',
  'go:yeswritebarrierrec',
  'go:systemstack',
];

function pragmasOf(decl: syntax.FuncDecl): readonly Pragma[] {
  if (decl.pragma === null) return noPragmas;
  const list: Pragma[] = [];
  for (const { verb } of decl.pragma) {
    const pragma = known.find((p) => p === verb);
    if (pragma !== undefined) list.push(pragma);
    // Arguments that must live through the call also keep what they point to from moving.
    if (pragma === 'go:uintptrescapes') list.push('go:uintptrkeepalive');
  }
  return list;
}
const noPragmas: readonly Pragma[] = [];
