/** Type parameters and their constraint interfaces. Follows types2/typeparam.go of Go 1.26. */
import { asNamed } from './alias.ts';
import type { Checker } from './checker.ts';
import type { TypeName } from './object.ts';
import { isTypeParam, isValid } from './predicates.ts';
import { Interface, type Term, type Type, TypeParam } from './type.ts';
import { computeInterfaceTypeSet, typeSetIs, typeSetOf } from './typeset.ts';
import { under } from './under.ts';
import { emptyInterface } from './universe.ts';

/** `id` is used where there is no checker to count. */
export function newTypeParam(check: Checker | null, obj: TypeName, constraint: Type, id = 0): TypeParam {
  const typ = new TypeParam(check, check ? ++check.nextID : id, obj, constraint);
  obj.typ ??= typ;
  if (check) check.cleaners.push(typ);
  return typ;
}

/** Gives type parameters their places in the list that declares them. */
export function bindTParams(list: readonly TypeParam[]): readonly TypeParam[] {
  for (let i = 0; i < list.length; i++) list[i]!.index = i;
  return list;
}

/** The constraint as an interface: a constraint of another kind is wrapped into an implicit one, once. */
export function typeParamIface(t: TypeParam): Interface {
  const { bound } = t;
  const u = under(bound);
  let ityp: Interface | null = null;
  if (u.kind === 'Basic') {
    if (!isValid(u)) return emptyInterface;
  } else if (u.kind === 'Interface') {
    if (isTypeParam(bound)) return emptyInterface;
    ityp = u;
  }
  if (!ityp) {
    ityp = new Interface(null, [], [bound]);
    ityp.complete = true;
    ityp.implicit = true;
    t.bound = ityp;
  }
  if (!ityp.tset) computeInterfaceTypeSet(t.check, asNamed(bound)?.obj.pos ?? t.obj.pos, ityp);
  return ityp;
}

/** Asks f of each term of the constraint; of null if it has no specific types. */
export function typeParamIs(t: TypeParam, f: (term: Term | null) => boolean): boolean {
  return typeSetIs(typeSetOf(typeParamIface(t)), f);
}
