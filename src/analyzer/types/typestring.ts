/**
 * Types as text. Follows types2/typestring.go of Go 1.26; the same writer makes the strings that identify instances in a
 * context (there spaces and names that do not matter are left out, and defined types carry a number).
 *
 * Invariant: a type that contains itself without a name in between is written as a cycle, never forever.
 */
import { LimitReached } from '../base/budget.ts';
import type { Pos } from '../base/pos.ts';
import { unalias } from './alias.ts';
import { quote } from './constantfmt.ts';
import type { Context } from './context.ts';
import { namedObj, typeParamsOf } from './named.ts';
import { isExported, type TypeName } from './object.ts';
import type { Package } from './package.ts';
import { tagOf } from './predicates.ts';
import type { Chan, Interface, Named, Signature, Struct, Tuple, Type, TypeParam, Union } from './type.ts';
import { type TypeSet, typeSetOf } from './typeset.ts';
import { termsIsAll, termsIsEmpty } from './typesetdata.ts';
import { Universe, universeAnyInterface, universeComparable, unsafePackage } from './universe.ts';

/** How a package is written in front of a name; '' leaves it out. `position`, if there, writes positions. */
export interface Qualifier {
  (pkg: Package): string;
  readonly position?: (pos: Pos) => string;
  /** The interface that any stands for prints as what it is, since Go 1.27. */
  readonly plainAny?: boolean;
}

/** Package paths, as types print by themselves. */
export const byPath: Qualifier = (pkg) => pkg.path;

export function typeString(typ: Type | null, qf: Qualifier): string {
  if (typ !== null && typ.kind === 'Basic' && typ.name !== 'Pointer') return typ.name;
  const w = new TypeWriter(qf, null);
  w.typ(typ);
  return w.buf;
}

/** Type parameters, parameters and results, without `func`. */
export function signatureString(sig: Signature, qf: Qualifier): string {
  const w = new TypeWriter(qf, null);
  w.signature(sig);
  return w.buf;
}

export function tparamListString(tparams: readonly TypeParam[], qf: Qualifier): string {
  const w = new TypeWriter(qf, null);
  w.tParamList(tparams);
  return w.buf;
}

/** A method for a message about two that differ: no parameter names, and the package if that tells them apart. */
export function methodString(name: string, sig: Signature, qf: Qualifier | null): string {
  const w = new TypeWriter(qf ?? byPath, null);
  w.buf = name;
  w.pkgInfo = qf === null;
  w.paramNames = false;
  w.signature(sig);
  return w.buf;
}

/** A string that identical instances share; `ctxt` numbers the defined types in it. */
export function instanceHashString(ctxt: Context, orig: Type, targs: readonly Type[]): string {
  const w = new TypeWriter(byPath, ctxt);
  w.buf = String(ctxt.getID(orig));
  w.typ(orig);
  if (targs.length > 0) w.typeList(targs);
  return w.buf;
}

/** Types longer than this are not written. */
const longestType = 1_000_000;

/** Levels of type arguments that count for the hash of an instance. */
const hashDepth = 6;

class TypeWriter {
  buf = '';
  readonly qf: Qualifier;
  /** Set: the text identifies an instance. */
  readonly ctxt: Context | null;
  /** Types being written around the current one; basic types are not among them. */
  readonly seen: Type[] = [];
  tparams: readonly TypeParam[] = [];
  paramNames = true;
  pkgInfo = false;

  constructor(qf: Qualifier, ctxt: Context | null) {
    this.qf = qf;
    this.ctxt = ctxt;
  }

  private separator(text: string): void {
    this.buf += this.ctxt ? text : `${text} `;
  }

  private space(): void {
    this.buf += this.ctxt ? '#' : ' ';
  }

  typ(typ: Type | null): void {
    if (!typ) {
      this.buf += '<nil>';
      return;
    }
    if (typ.kind === 'Basic') {
      if (isExported(typ.name)) this.typeName(unsafePackage.scope.lookup(typ.name) as TypeName);
      else this.buf += typ.name;
      return;
    }
    if (this.seen.includes(typ)) {
      this.buf += `<cycle to ${goTypeName(typ)}>`;
      return;
    }
    this.seen.push(typ);
    this.composite(typ);
    this.seen.pop();
  }

  private composite(t: Type): void {
    switch (t.kind) {
      case 'Array':
        this.buf += `[${lengthString(t.len)}]`;
        this.typ(t.elem);
        return;
      case 'Slice':
        this.buf += '[]';
        this.typ(t.elem);
        return;
      case 'Struct':
        this.struct(t);
        return;
      case 'Pointer':
        this.buf += '*';
        this.typ(t.base);
        return;
      case 'Tuple':
        this.tuple(t, false);
        return;
      case 'Signature':
        this.buf += 'func';
        this.signature(t);
        return;
      case 'Union':
        this.union(t);
        return;
      case 'Interface':
        this.iface(t);
        return;
      case 'Map':
        this.buf += 'map[';
        this.typ(t.key);
        this.buf += ']';
        this.typ(t.elem);
        return;
      case 'Chan':
        this.chan(t);
        return;
      case 'Named':
        this.named(t);
        return;
      case 'TypeParam':
        this.typeParam(t);
        return;
      case 'Alias':
        this.typeName(t.obj);
        if (t.targs.length > 0) this.typeList(t.targs);
        else if (!this.ctxt && t.tparams.length > 0) this.tParamList(t.tparams);
        if (this.ctxt) this.typ(unalias(t.obj.typ!));
    }
  }

  private struct(t: Struct): void {
    this.buf += 'struct{';
    for (let i = 0; i < t.fields.length; i++) {
      const f = t.fields[i]!;
      if (i > 0) this.separator(';');
      const annotate = this.pkgInfo && !isExported(f.name);
      if (annotate) this.pkgInfo = false;
      if (!f.embedded) {
        this.buf += f.name;
        this.space();
      }
      this.typ(f.typ);
      if (annotate) this.buf += ` /* package ${f.pkg?.path ?? ''} */ `;
      const tag = tagOf(t, i);
      if (tag !== '') {
        this.space();
        this.buf += quote(tag);
      }
    }
    this.buf += '}';
  }

  private union(t: Union): void {
    for (let i = 0; i < t.terms.length; i++) {
      if (i > 0) this.buf += ' | ';
      if (t.terms[i]!.tilde) this.buf += '~';
      this.typ(t.terms[i]!.typ);
    }
  }

  private iface(t: Interface): void {
    if (!this.ctxt) {
      if (t === universeAnyInterface && this.qf?.plainAny !== true) {
        this.buf += 'any';
        return;
      }
      if (t === universeComparable.underlying) {
        this.buf += 'interface{comparable}';
        return;
      }
    }
    if (t.implicit) {
      if (t.methods.length === 0 && t.embeddeds.length === 1) {
        this.typ(t.embeddeds[0]!);
        return;
      }
      this.buf += '/* implicit */ ';
    }
    this.buf += 'interface{';
    if (this.ctxt) this.typeSet(typeSetOf(t));
    else {
      let first = true;
      for (const m of t.methods) {
        if (!first) this.separator(';');
        first = false;
        this.buf += m.name;
        this.signature(m.typ as Signature);
      }
      for (const e of t.embeddeds) {
        if (!first) this.separator(';');
        first = false;
        this.typ(e);
      }
    }
    this.buf += '}';
  }

  /** The set in a form that does not depend on how it was written. */
  private typeSet(s: TypeSet): void {
    let first = true;
    for (const m of s.methods) {
      if (!first) this.separator(';');
      first = false;
      this.buf += m.name;
      this.signature(m.typ as Signature);
    }
    if (termsIsAll(s.terms)) {
      if (s.comparable) this.buf += 'comparable';
      return;
    }
    if (termsIsEmpty(s.terms)) {
      this.buf += '∅';
      return;
    }
    const hashes = s.terms.map((term) => {
      const w = new TypeWriter(this.qf, this.ctxt);
      if (term!.tilde) w.buf = '~';
      w.typ(term!.typ);
      return w.buf;
    });
    if (!first) this.separator(';');
    this.buf += hashes.sort().join('|');
  }

  private chan(t: Chan): void {
    this.buf += t.dir === 'both' ? 'chan' : t.dir === 'send' ? 'chan<-' : '<-chan';
    this.buf += ' ';
    const parens = t.dir === 'both' && t.elem.kind === 'Chan' && t.elem.dir === 'recv';
    if (parens) this.buf += '(';
    this.typ(t.elem);
    if (parens) this.buf += ')';
  }

  private named(t: Named): void {
    if (this.buf.length > longestType) throw new LimitReached('length of a type');
    if (this.ctxt) this.buf += String(this.ctxt.getID(namedObj(t)));
    this.typeName(t.obj);
    if (t.inst) {
      // Deep type arguments double with each level; a hash may leave them out.
      if (this.ctxt && this.seen.length > hashDepth) return;
      this.typeList(t.inst.targs);
    } else if (!this.ctxt && typeParamsOf(t).length > 0) this.tParamList(typeParamsOf(t));
  }

  private typeParam(t: TypeParam): void {
    const i = this.tparams.indexOf(t);
    if (i >= 0) {
      // The names of a hashed signature's own type parameters do not matter.
      this.buf += `$${i}`;
      return;
    }
    this.buf += t.obj.name;
    if (this.ctxt) this.buf += `·${this.ctxt.getID(t)}`;
    else if (Universe.lookup(t.obj.name) && this.qf.position)
      this.buf += ` /* with ${t.obj.name} declared at ${this.qf.position(t.obj.pos)} */`;
  }

  typeList(list: readonly Type[]): void {
    this.buf += '[';
    for (let i = 0; i < list.length; i++) {
      if (i > 0) this.separator(',');
      this.typ(list[i]!);
    }
    this.buf += ']';
  }

  /** Type parameters with their constraints, one constraint for several in a row. */
  tParamList(list: readonly TypeParam[]): void {
    this.buf += '[';
    let prev: Type | null = null;
    for (let i = 0; i < list.length; i++) {
      const tpar = list[i]!;
      if (i > 0) {
        if (tpar.bound !== prev) {
          this.space();
          this.typ(prev);
        }
        this.separator(',');
      }
      prev = tpar.bound;
      this.typ(tpar);
    }
    if (prev) {
      this.space();
      this.typ(prev);
    }
    this.buf += ']';
  }

  typeName(obj: TypeName): void {
    if (obj.pkg) {
      const prefix = this.qf(obj.pkg);
      if (prefix !== '') this.buf += `${prefix}.`;
    }
    this.buf += obj.name;
  }

  tuple(tuple: Tuple, variadic: boolean): void {
    this.buf += '(';
    const { vars } = tuple;
    for (let i = 0; i < vars.length; i++) {
      const v = vars[i]!;
      if (i > 0) this.separator(',');
      if (!this.ctxt && v.name !== '' && this.paramNames) this.buf += `${v.name} `;
      const typ = v.typ!;
      if (!variadic || i < vars.length - 1) this.typ(typ);
      else if (typ.kind === 'Slice') {
        this.buf += '...';
        this.typ(typ.elem);
      } else {
        // append of a string, or of a type parameter that may be one.
        this.typ(typ);
        this.buf += '...';
      }
    }
    this.buf += ')';
  }

  signature(sig: Signature): void {
    const outer = this.tparams;
    if (sig.tparams.length > 0) {
      if (this.ctxt) this.tparams = sig.tparams;
      this.tParamList(sig.tparams);
    }
    this.tuple(sig.params, sig.variadic);
    const results = sig.results.vars;
    if (results.length > 0) {
      this.space();
      if (results.length === 1 && (this.ctxt !== null || results[0]!.name === '')) this.typ(results[0]!.typ);
      else this.tuple(sig.results, false);
    }
    this.tparams = outer;
  }
}

/** The name of Go's own type for this kind of type, which cycles are reported with. */
function goTypeName(t: Type): string {
  return `*${t.kind}`;
}

/** The digits of an array length: exact up to 2^53, those of a round number beyond, the largest int at the end. */
function lengthString(len: number): string {
  if (Number.isSafeInteger(len)) return String(len);
  return len >= 2 ** 63 ? '9223372036854775807' : BigInt(len).toString();
}
