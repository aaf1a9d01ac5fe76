/**
 * Types of the checker turned into types of the IR: aliases resolved, type parameters replaced by type arguments or
 * their shapes, each instance of a generic type one object. Follows noder/reader.go's dictionaries (Go 1.26).
 *
 * A shape stands for all type arguments with one underlying type; with a constraint that only asks for methods, all
 * pointers share one shape. Types declared inside a generic function get its type arguments as implicit ones.
 */
import { encodeUtf8 } from '../../base/pos.ts';
import { sha256 } from '../../base/sha256.ts';
import { unalias } from '../../types/alias.ts';
import { namedObj, namedOrigin, namedUnder, newNamedInstance, setUnderlying, typeParamsOf } from '../../types/named.ts';
import { type Func, TypeName, type Var } from '../../types/object.ts';
import { Package } from '../../types/package.ts';
import { cloneFunc, cloneVar } from '../../types/subst.ts';
import {
  ArrayType,
  BasicKind,
  Chan,
  Interface,
  MapType,
  Named,
  NamedInstance,
  Pointer,
  Signature,
  Slice,
  Struct,
  Tuple,
  type Type,
  type TypeParam,
} from '../../types/type.ts';
import { typeParamIface } from '../../types/typeparam.ts';
import { typeSetOf } from '../../types/typeset.ts';
import { typeSetIsMethodSet } from '../../types/typesetdata.ts';
import { Typ, Universe } from '../../types/universe.ts';
import { hasShape, isShape } from '../type.ts';
import { type FmtContext, linkString, targsString } from '../typefmt.ts';

/** Bytes up to which the name of a shape is the text of its type (base.Debug.MaxShapeLen). */
const maxShapeName = 500;

/** What releases do differently when they choose a shape. */
export interface ShapeRules {
  /** Makes the compiler's hash differ from SHA-256: bits that are changed in the first byte, and in the others. */
  readonly hashMask: readonly [first: number, others: number];
  /** A pointer to what has a shape inside is its own shape (1.26, not yet in 1.27rc1). */
  readonly keepsPointers: boolean;
  /** Within an expression that has a type, a pointer that generic code passes on to generic code is its own shape (1.25). */
  readonly keepsPassedPointers: boolean;
  /** An instance of a generic interface that has a shape inside is its own shape (1.24). */
  readonly keepsInterfaces: boolean;
}

/** Of Go 1.26. */
export const shapeRules: ShapeRules = {
  hashMask: [0xff, 0],
  keepsPointers: true,
  keepsPassedPointers: false,
  keepsInterfaces: true,
};

/** The types of one package's IR. */
export class TypeTable {
  readonly fmt: FmtContext;
  private readonly shapePackage = new Package('go.shape', 'go.shape', Universe);
  private readonly shapes = new Map<string, Named>();
  private readonly instances = new Map<Named, Map<string, Named>>();
  private readonly cache = new Map<Type, Type>();
  /** Defined types whose underlying type is being worked out. */
  private readonly resolving = new Set<Named>();
  /** Types declared in a generic function, with type arguments put in. */
  readonly localInstances = new Map<Named, { readonly orig: Named; readonly implicits: readonly Type[] }>();
  /** Instances of generic types, and shapes, in the order in which they were met. */
  readonly met: Named[] = [];
  readonly rules: ShapeRules;
  private passing = false;

  constructor(fmt: FmtContext, rules: ShapeRules) {
    this.fmt = fmt;
    this.rules = rules;
  }

  /** A type outside generic code. */
  plain(t: Type): Type {
    let known = this.cache.get(t);
    if (known === undefined) {
      known = substType(t, this, null);
      this.cache.set(t, known);
    }
    return known;
  }

  /** The one object for this instance. */
  instance(orig: Named, targs0: readonly Type[]): Named {
    const targs = targs0.some(hasShape) ? this.shapifyAll(typeParamsOf(orig), targs0) : targs0;
    let byArgs = this.instances.get(orig);
    if (byArgs === undefined) this.instances.set(orig, (byArgs = new Map()));
    const key = targsString([], targs, this.fmt);
    let named = byArgs.get(key);
    if (named === undefined) {
      named = newNamedInstance(null, orig.obj.pos, orig, targs, null);
      byArgs.set(key, named);
      this.met.push(named);
    }
    return named;
  }

  /** A type declared in a generic function, for one instance of that function; it may have type arguments of its own. */
  localInstance(orig: Named, from: Dict, explicits: readonly Type[]): Named {
    const outer = from.outer ?? from;
    const dict =
      explicits.length === 0
        ? outer
        : new Dict(this, [...outer.tparams, ...typeParamsOf(orig)], [...outer.targs, ...explicits], false, outer);
    let byArgs = this.instances.get(orig);
    if (byArgs === undefined) this.instances.set(orig, (byArgs = new Map()));
    const implicits = dict.targs.slice(0, outer.targs.length);
    const key = targsString(implicits, dict.targs.slice(implicits.length), this.fmt);
    let named = byArgs.get(key);
    if (named === undefined) {
      const obj = new TypeName(orig.obj.pos, orig.obj.pkg, orig.obj.name, null);
      named = new Named(null, obj, new NamedInstance(orig, dict.targs), null, []);
      byArgs.set(key, named);
      this.localInstances.set(named, { orig, implicits });
      this.resolving.add(named);
      setUnderlying(named, dict.typ(namedUnder(orig)));
      this.resolving.delete(named);
    }
    return named;
  }

  /** While make runs, pointers are their own shapes where the release has it so. */
  whilePassing<T>(inTypedExpr: boolean, make: () => T): T {
    const outer = this.passing;
    this.passing = inTypedExpr && this.rules.keepsPassedPointers;
    const made = make();
    this.passing = outer;
    return made;
  }

  /** Where one type argument is a shape, all are. */
  shapifyAll(tparams: readonly TypeParam[], targs: readonly Type[]): Type[] {
    return targs.map((t, i) => this.shapify(t, isBasicConstraint(tparams[i]!)));
  }

  /** The shape that stands for targ; `basic` when the constraint only asks for methods. */
  shapify(targ: Type, basic: boolean): Type {
    const t = unalias(targ);
    // A type that is an argument of its own fields' types is used as it is while its fields are worked out.
    if (t.kind === 'Named' && this.resolving.has(t) && hasShape(t)) return t;
    let u: Type = t.kind === 'Named' ? (isShape(t) ? namedUnder(t) : this.plainUnder(t)) : t;
    if (this.rules.keepsInterfaces && u.kind === 'Interface' && t.kind === 'Named' && hasShape(t)) return t;
    if (basic && u.kind === 'Pointer') {
      if (this.rules.keepsPointers && !isShape(u.base) && hasShape(u.base)) return t;
      if (this.passing) return t;
      u = new Pointer(Typ[BasicKind.Uint8]!);
    }
    const name = this.shapeName(linkString(u, this.fmt));
    let shape = this.shapes.get(name);
    if (shape === undefined) {
      shape = new Named(null, new TypeName(0, this.shapePackage, name, null), null, u, []);
      setUnderlying(shape, u);
      this.shapes.set(name, shape);
      this.met.push(shape);
    }
    return shape;
  }

  /** Long names are hashed, for symbols that a person can still read. */
  private shapeName(link: string): string {
    if (encodeUtf8(link).length <= maxShapeName) return link;
    return Array.from(sha256(link), (byte, i) => byte ^ this.rules.hashMask[i === 0 ? 0 : 1])
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  }

  plainUnder(t: Named): Type {
    const outer = this.resolving.has(t);
    this.resolving.add(t);
    const u = this.plain(namedUnder(t));
    if (!outer) this.resolving.delete(t);
    return u;
  }
}

/** Whether a type parameter's constraint only asks for methods. */
export function isBasicConstraint(p: TypeParam): boolean {
  return typeSetIsMethodSet(typeSetOf(typeParamIface(p)));
}

/** The type arguments of one instance. */
export class Dict {
  readonly table: TypeTable;
  readonly tparams: readonly TypeParam[];
  readonly targs: readonly Type[];
  readonly shaped: boolean;
  /** For a generic type declared in a generic function: the function's type arguments alone. */
  readonly outer: Dict | null;
  private readonly map = new Map<TypeParam, Type>();
  private readonly cache = new Map<Type, Type>();

  constructor(
    table: TypeTable,
    tparams: readonly TypeParam[],
    targs: readonly Type[],
    shaped: boolean,
    outer: Dict | null = null,
  ) {
    this.outer = outer;
    this.table = table;
    this.tparams = tparams;
    this.shaped = shaped || targs.some(hasShape);
    this.targs = this.shaped ? table.shapifyAll(tparams, targs) : targs;
    for (let i = 0; i < tparams.length; i++) this.map.set(tparams[i]!, this.targs[i]!);
  }

  typ(t: Type): Type {
    let known = this.cache.get(t);
    if (known === undefined) {
      known = substType(t, this.table, this);
      this.cache.set(t, known);
    }
    return known;
  }

  param(p: TypeParam): Type {
    return this.map.get(p) ?? p;
  }
}

function substType(t: Type, table: TypeTable, dict: Dict | null): Type {
  const go = (x: Type): Type => (dict ? dict.typ(x) : table.plain(x));
  switch (t.kind) {
    case 'Basic':
      return t;
    case 'Alias':
      return go(unalias(t));
    case 'TypeParam':
      return dict ? dict.param(t) : t;
    case 'Named':
      return substNamed(t, table, dict, go);
    case 'Pointer': {
      const base = go(t.base);
      return base === t.base ? t : new Pointer(base);
    }
    case 'Slice': {
      const elem = go(t.elem);
      return elem === t.elem ? t : new Slice(elem);
    }
    case 'Array': {
      const elem = go(t.elem);
      return elem === t.elem ? t : new ArrayType(elem, t.len);
    }
    case 'Chan': {
      const elem = go(t.elem);
      return elem === t.elem ? t : new Chan(t.dir, elem);
    }
    case 'Map': {
      const key = go(t.key);
      const elem = go(t.elem);
      return key === t.key && elem === t.elem ? t : new MapType(key, elem);
    }
    case 'Struct': {
      const fields = substVars(t.fields, go);
      return fields === t.fields ? t : new Struct(fields, t.tags);
    }
    case 'Tuple': {
      const vars = substVars(t.vars, go);
      return vars === t.vars ? t : new Tuple(vars);
    }
    case 'Signature': {
      const params = go(t.params) as Tuple;
      const results = go(t.results) as Tuple;
      return params === t.params && results === t.results ? t : new Signature(t.recv, params, results, t.variadic);
    }
    case 'Interface':
      return substInterface(t, go);
    case 'Union':
      return t;
  }
}

function substVars(vars: readonly Var[], go: (t: Type) => Type): readonly Var[] {
  let changed: Var[] | null = null;
  for (let i = 0; i < vars.length; i++) {
    const v = vars[i]!;
    const typ = go(v.typ!);
    if (typ === v.typ) continue;
    changed ??= vars.slice();
    changed[i] = cloneVar(v, typ);
  }
  return changed ?? vars;
}

function substInterface(t: Interface, go: (t: Type) => Type): Type {
  let changed = false;
  const methods = t.methods.map((m): Func => {
    const typ = go(m.typ!) as Signature;
    if (typ === m.typ) return m;
    changed = true;
    return cloneFunc(m, typ);
  });
  const embeddeds = t.embeddeds.map((e) => {
    const typ = go(e);
    if (typ !== e && unalias(e) !== typ) changed = true;
    return typ;
  });
  if (!changed) return t;
  const copy = new Interface(null, methods, embeddeds);
  copy.implicit = t.implicit;
  copy.complete = true;
  return copy;
}

function substNamed(t: Named, table: TypeTable, dict: Dict | null, go: (t: Type) => Type): Type {
  if (table.localInstances.has(t)) return t;
  const local = dict !== null && dict.tparams.length > 0 && isLocalType(t) && dependsOn(t, dict);
  if (t.inst === null) return local ? table.localInstance(t, dict, []) : t;
  const targs = t.inst.targs.map(go);
  return local ? table.localInstance(namedOrigin(t), dict, targs) : table.instance(namedOrigin(t), targs);
}

/** Whether t is declared inside a function. */
export function isLocalType(t: Named): boolean {
  const obj = namedObj(t);
  return obj.pkg !== null && obj.parent !== null && obj.parent !== obj.pkg.scope;
}

/** Whether t is declared in the function whose type parameters dict has. */
function dependsOn(t: Named, dict: Dict): boolean {
  const scope = dict.tparams[0]!.obj.parent;
  for (let s = namedObj(t).parent; s !== null; s = s.parent) if (s === scope) return true;
  return false;
}
