/**
 * go and defer: every call becomes one without arguments and results, in a closure if need be.
 * Follows normalizeGoDeferCall of typecheck/stmt.go (Go 1.26).
 */
import type * as syntax from '../../syntax/tree.ts';
import { emptyTuple, Signature, type Slice } from '../../types/type.ts';
import type { CallExpr, ClosureExpr, Expr, SelectorExpr } from '../expr.ts';
import { newCall } from '../expr.ts';
import { newClosureVar } from '../name.ts';
import type { Node } from '../node.ts';
import type { GoDeferOp } from '../op.ts';
import { staticCalleeName } from '../staticvalue.ts';
import * as st from '../stmt.ts';
import * as ty from '../type.ts';
import { checkNil, newClosureFunc } from './closure.ts';
import { isDerived } from './derived.ts';
import { rttiWord } from './dictionary.ts';
import { coreType, expr, unparen } from './expr.ts';
import type { Reader } from './reader.ts';

export function goDeferStmt(r: Reader, stmt: syntax.CallStmt): Node {
  const op: GoDeferOp = stmt.tok === 'go' ? 'OGO' : 'ODEFER';
  if (op === 'ODEFER') r.fn.hasDefer = true;
  const init: Node[] = [];
  const call = normalize(r, stmt, op, expr(r, stmt.call), init);
  call.goDefer = true;
  const n = st.newGoDefer(stmt.pos, op, call);
  const deferAt = r.rangeFuncs?.deferAt.get(stmt);
  if (deferAt !== undefined) n.deferAt = expr(r, deferAt);
  if (init.length > 0) n.init = init;
  return n;
}

/** A place in the tree that holds an expression, to be replaced by what the wrapper sees of it. */
interface Slot {
  readonly get: () => Expr;
  readonly set: (x: Expr) => void;
}

function normalize(r: Reader, stmt: syntax.CallStmt, op: GoDeferOp, call: Expr, init: Node[]): CallExpr {
  init.push(...call.init);
  call.init = [];
  if (call.op === 'OCALLFUNC') {
    const sig = ty.signatureOf(call.fun!.type);
    if (sig.params.vars.length + sig.results.vars.length === 0) return call;
  }
  const wrapper = newClosureFunc(r.noder, stmt.pos, op, new Signature(null, emptyTuple, emptyTuple, false), r.fn);
  wrapper.func.wrapper = true;
  wrapper.isGoWrap = op === 'OGO';
  const slots = [...argumentSlots(call, wrapper), ...runtimeType(r, stmt, call)];
  if (slots.length > 0) capture(r, stmt, call, wrapper, slots, init);
  wrapper.func.body = [call];
  return newCall(call.pos, 'OCALLFUNC', emptyTuple, wrapper, []);
}

/** Evaluates the arguments where the statement stands and hands them to the wrapper as closure variables. */
function capture(
  r: Reader,
  stmt: syntax.CallStmt,
  call: Expr,
  wrapper: ClosureExpr,
  slots: readonly Slot[],
  init: Node[],
): void {
  const as = st.newAssignList(stmt.pos, 'OAS2', [], []);
  for (const slot of slots) {
    const arg = slot.get();
    const pos = arg.op === 'ONAME' || arg.pos === 0 ? stmt.pos : arg.pos;
    const tmp = r.temp(pos, arg.type);
    init.push(st.newDecl(pos, tmp));
    tmp.defn = as;
    as.lhs.push(tmp);
    as.rhs.push(arg);
    slot.set(newClosureVar(pos, wrapper.func, tmp));
  }
  init.push(as);
  if (call.op === 'OCALLINTER') init.push(checkNil(stmt.pos, as.lhs[0]!));
}

function argumentSlots(call: Expr, wrapper: ClosureExpr): Slot[] {
  const slots: Slot[] = [];
  switch (call.op) {
    case 'OCALLFUNC':
      wrapper.func.wrappedFunc = staticCalleeName(call.fun!)?.func ?? null;
      visit(slots, { get: () => call.fun!, set: (x) => (call.fun = x) });
      visitList(slots, call.args);
      break;
    case 'OCALLINTER': {
      const dot = call.fun as SelectorExpr;
      slots.push({ get: () => dot.x, set: (x) => (dot.x = x) });
      visitList(slots, call.args);
      break;
    }
    case 'OAPPEND':
    case 'ODELETE':
    case 'OPRINT':
    case 'OPRINTLN':
    case 'ORECOVER':
      visitList(slots, call.args);
      break;
    case 'OCOPY':
      visit(slots, { get: () => call.x, set: (x) => (call.x = x) });
      visit(slots, { get: () => call.y, set: (y) => (call.y = y) });
      break;
    case 'OCLEAR':
    case 'OCLOSE':
    case 'OPANIC':
      visit(slots, { get: () => call.x, set: (x) => (call.x = x) });
      break;
    default:
      break;
  }
  return slots;
}

/** delete and copy have the runtime type of what they work on: in generic code it comes from the dictionary. */
function runtimeType(r: Reader, stmt: syntax.CallStmt, call: Expr): Slot[] {
  if (r.dict === null || (call.op !== 'ODELETE' && call.op !== 'OCOPY')) return [];
  const call0 = unparen(stmt.call) as syntax.CallExpr;
  const raw = r.rawType(call0.argList[0]!);
  const first = raw.kind === 'Tuple' ? raw.vars[0]!.typ! : raw;
  const type = call.op === 'ODELETE' ? first : (coreType(first) as Slice).elem;
  if (!isDerived(type, r.dict)) return [];
  const word = rttiWord(r, call.pos, (layout) => layout.rtype(type));
  // Nothing is ever said about it where it is used.
  return [{ get: () => word, set: () => {} }];
}

function visitList(slots: Slot[], list: Expr[]): void {
  list.forEach((_, i) => {
    visit(slots, { get: () => list[i]!, set: (x) => (list[i] = x) });
  });
}

/** Constants, functions and fresh allocations may be evaluated inside the wrapper; literals element by element. */
function visit(slots: Slot[], slot: Slot): void {
  const arg = slot.get();
  switch (arg.op) {
    case 'OLITERAL':
    case 'ONIL':
    case 'OMETHEXPR':
    case 'ONEW':
      return;
    case 'ONAME':
      if (arg.class === 'PFUNC') return;
      break;
    case 'OADDR':
      if (arg.x.op === 'OLINKSYMOFFSET') return;
      break;
    case 'OCONVNOP':
      if (ty.isUintptr(arg.type) && ty.isUnsafePtr(arg.x.type)) {
        visit(slots, { get: () => arg.x, set: (x) => (arg.x = x) });
        return;
      }
      break;
    case 'OARRAYLIT':
    case 'OSLICELIT':
    case 'OSTRUCTLIT':
      arg.list.forEach((elem, i) => {
        if (elem.op === 'OKEY' || elem.op === 'OSTRUCTKEY') {
          visit(slots, { get: () => elem.value, set: (x) => (elem.value = x) });
        } else visit(slots, { get: () => arg.list[i]!, set: (x) => (arg.list[i] = x) });
      });
      return;
    default:
      break;
  }
  slots.push(slot);
}
