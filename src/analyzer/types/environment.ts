/** Looking names up where the checker stands, opening scopes, postponing work. Follows types2/check.go of Go 1.26. */
import type { Node } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import type { Obj } from './object.ts';
import { recordScope } from './recording.ts';
import { Scope } from './scope.ts';

/** The object that `name` denotes here, or null. */
export function lookup(check: Checker, name: string): Obj | null {
  for (let s: Scope | null = check.env.scope; s; s = s.parent) {
    const obj = s.lookup(name);
    if (obj) return obj;
  }
  return null;
}

/** The scope around here that declares `name`, or null. */
export function lookupScope(check: Checker, name: string): Scope | null {
  for (let s: Scope | null = check.env.scope; s; s = s.parent) if (s.lookup(name)) return s;
  return null;
}

export function openScope(check: Checker, node: Node, comment: string): Scope {
  const scope = new Scope(check.env.scope, node.pos, node.end, comment);
  recordScope(check, node, scope);
  check.env.scope = scope;
  return scope;
}

export function closeScope(check: Checker): void {
  check.env.scope = check.env.scope.parent!;
}

/** Postpones `f` to the end of the current statement or declaration, when all types that it needs are complete. */
export function later(check: Checker, f: () => void): void {
  check.delayed.push({ version: check.env.version, f });
}

/** Runs what was postponed since there were `top` actions, and what they postpone, first come first served. */
export function processDelayed(check: Checker, top: number): void {
  if (check.delayed.length === top) return;
  const saved = check.env.version;
  for (let i = top; i < check.delayed.length; i++) {
    const action = check.delayed[i]!;
    check.env.version = action.version;
    action.f();
  }
  check.delayed.length = top;
  check.env.version = saved;
}

/** Package-level initialization that is being checked depends on `to`. */
export function addDeclDep(check: Checker, to: Obj): void {
  const from = check.env.decl;
  if (!from || !check.objMap.has(to)) return;
  from.deps ??= new Set();
  from.deps.add(to);
}

/** Puts `obj` on the path of declarations being checked. */
export function push(check: Checker, obj: Obj): void {
  check.objPathIdx.set(obj, check.objPath.length);
  check.objPath.push(obj);
}

export function pop(check: Checker): void {
  const obj = check.objPath.pop()!;
  check.objPathIdx.delete(obj);
}
