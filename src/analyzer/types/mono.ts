/**
 * Instantiation without end. Follows types2/mono.go of Go 1.26.
 *
 * A graph whose vertices are type parameters (and local types inside generic functions). An edge says that one is
 * instantiated by the other: weight 0 if by it alone, 1 if by a type made from it. A cycle of positive weight means
 * ever growing types: the program is refused.
 */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Expr } from '../syntax/tree.ts';
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { newError } from './errors.ts';
import { namedObj, namedOrigin, typeArgsOf } from './named.ts';
import type { TypeName } from './object.ts';
import type { Named, Tuple, Type, TypeParam } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { startPos } from './util.ts';

interface Vertex {
  /** Weight of the heaviest path known to this vertex. */
  weight: number;
  /** Last edge of that path. */
  pre: number;
  /** Number of edges of that path. */
  len: number;
  readonly obj: TypeName;
}

interface Edge {
  readonly dst: number;
  readonly src: number;
  readonly weight: number;
  readonly pos: Pos;
  readonly typ: Type;
}

export class MonoGraph {
  readonly vertices: Vertex[] = [];
  readonly edges: Edge[] = [];
  /** A method's receiver type parameters stand for those of the type. */
  readonly canon = new Map<TypeParam, TypeParam>();
  readonly nameIdx = new Map<TypeName, number>();
}

/** Reports the first cycle of growing types. */
export function monomorph(check: Checker): void {
  const { vertices, edges } = check.mono;
  for (let again = true; again; ) {
    again = false;
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!;
      const src = vertices[edge.src]!;
      const dst = vertices[edge.dst]!;
      const w = src.weight + edge.weight;
      if (w <= dst.weight) continue;
      dst.pre = i;
      dst.len = src.len + 1;
      // A path longer than the graph goes round a cycle.
      if (dst.len === vertices.length) {
        reportInstanceLoop(check, edge.dst);
        return;
      }
      dst.weight = w;
      again = true;
    }
  }
}

function reportInstanceLoop(check: Checker, start: number): void {
  const { vertices, edges } = check.mono;
  const stack: number[] = [];
  const seen = new Set<number>();
  let v = start;
  while (!seen.has(v)) {
    stack.push(v);
    seen.add(v);
    v = edges[vertices[v]!.pre]!.src;
  }
  while (stack[0] !== v) stack.shift();
  const err = newError(check, 'InvalidInstanceCycle');
  err.addf(vertices[v]!.obj, texts.instantiationCycle);
  for (const u of stack) {
    const edge = edges[vertices[u]!.pre]!;
    const { obj } = vertices[edge.dst]!;
    const text = obj.typ!.kind === 'Named' ? texts.implicitlyParameterized : texts.instantiatedAs;
    err.addf(edge.pos, text, obj.name, edge.typ);
  }
  err.report();
}

/** `mpar` is what a method calls type parameter `tpar` of its receiver's type. */
export function recordCanon(check: Checker, mpar: TypeParam, tpar: TypeParam): void {
  check.mono.canon.set(mpar, tpar);
}

export function recordInstance(
  check: Checker,
  pos: Pos,
  tparams: readonly TypeParam[],
  targs: readonly Type[],
  xlist: readonly Expr[],
): void {
  for (let i = 0; i < tparams.length; i++) {
    const at = xlist[i];
    // Only type parameters of this package can be on a cycle.
    if (tparams[i]!.obj.pkg === check.pkg) assign(check, at ? startPos(at) : pos, tparams[i]!, targs[i]!);
  }
}

/** Enters that `tpar` is instantiated as `targ`. */
function assign(check: Checker, pos: Pos, tpar: TypeParam, targ: Type): void {
  const flow = (src: number, typ: Type) => {
    const dst = typeParamVertex(check, tpar);
    check.mono.edges.push({ dst, src, weight: typ === targ ? 0 : 1, pos, typ: targ });
  };
  const tuple = (t: Tuple) => {
    for (const v of t.vars) visit(v.typ!);
  };
  const seen = new Set<Named>();
  const visit = (t: Type): void => {
    const typ = unalias(t);
    switch (typ.kind) {
      case 'TypeParam':
        flow(typeParamVertex(check, typ), typ);
        break;
      case 'Named': {
        // A second visit would enter the same edges; types may mention one many times.
        if (seen.has(typ)) break;
        seen.add(typ);
        const src = localNamedVertex(check, namedOrigin(typ));
        if (src >= 0) flow(src, typ);
        for (const a of typeArgsOf(typ)) visit(a);
        break;
      }
      case 'Array':
      case 'Chan':
      case 'Slice':
        visit(typ.elem);
        break;
      case 'Pointer':
        visit(typ.base);
        break;
      case 'Map':
        visit(typ.key);
        visit(typ.elem);
        break;
      case 'Interface':
        for (const m of typeSetOf(typ).methods) visit(m.typ!);
        break;
      case 'Signature':
        tuple(typ.params);
        tuple(typ.results);
        break;
      case 'Struct':
        for (const f of typ.fields) visit(f.typ!);
        break;
      default:
        break;
    }
  };
  visit(targ);
}

function newVertex(check: Checker, obj: TypeName): number {
  return check.mono.vertices.push({ weight: 0, pre: 0, len: 0, obj }) - 1;
}

/** The vertex of a type declared inside a generic function, which depends on the type parameters around it; else -1. */
function localNamedVertex(check: Checker, named: Named): number {
  const obj = namedObj(named);
  const root = check.pkg.scope;
  if (obj.pkg !== check.pkg || obj.parent === root) return -1;
  const { nameIdx, edges } = check.mono;
  const known = nameIdx.get(obj);
  if (known !== undefined) return known;
  let idx = -1;
  for (let scope = obj.parent; scope && scope !== root; scope = scope.parent) {
    for (const elem of scope.elems?.values() ?? []) {
      const tpar = elem.typ;
      if (elem.kind !== 'TypeName' || elem.pos >= obj.pos || tpar?.kind !== 'TypeParam' || tpar.obj !== elem) continue;
      if (idx < 0) idx = newVertex(check, obj);
      edges.push({ dst: idx, src: typeParamVertex(check, tpar), weight: 1, pos: obj.pos, typ: tpar });
    }
  }
  nameIdx.set(obj, idx);
  return idx;
}

function typeParamVertex(check: Checker, tpar: TypeParam): number {
  const { canon, nameIdx } = check.mono;
  const { obj } = canon.get(tpar) ?? tpar;
  let idx = nameIdx.get(obj);
  if (idx === undefined) nameIdx.set(obj, (idx = newVertex(check, obj)));
  return idx;
}
