/**
 * Types as gc prints them, which is not as go/types does. Follows cmd/compile/internal/types/fmt.go (Go 1.26).
 *
 * Modes: 'go' is for people (names of the own package unqualified), 'debug' for dumps, 'id' is the link string that
 * names instances and shapes (full import paths, local types with their number), 'idname' the same with package names.
 */
import { unalias } from '../types/alias.ts';
import { type Func, isExported, samePkg, type Var } from '../types/object.ts';
import type { Interface, Named, Signature, Struct, Tuple, Type } from '../types/type.ts';
import { BasicKind } from '../types/type.ts';
import { typeSetOf } from '../types/typeset.ts';
import { universeAnyInterface } from '../types/universe.ts';
import type { Pkg } from './sym.ts';

export type FmtMode = 'go' | 'debug' | 'id' | 'idname';

/** What printing has to know of the package being compiled. */
export interface FmtContext {
  readonly local: Pkg;
  /** Import path of the package being compiled, as the linker knows it: "main" for a command. */
  readonly localPath: string;
  /** Number of a type declared in a function, or 0. */
  vargen(named: Named): number;
  /** Type arguments that a type declared in a generic function gets from that function. */
  implicitTargs(named: Named): readonly Type[];
  /** Whether only the name of a method that is not exported has its full path (Go 1.27). */
  readonly plainAfterMethods: boolean;
}

export function typeString(t: Type, ctx: FmtContext, mode: FmtMode = 'go'): string {
  return new TypeWriter(ctx, mode).write(t, '');
}

/** The string that tells types apart in symbol names. */
export function linkString(t: Type, ctx: FmtContext): string {
  return typeString(t, ctx, 'id');
}

/** `%S` keeps a type's own name unqualified; `%-S` of a receiver is that in 'id' mode. */
export function shortTypeString(t: Type, ctx: FmtContext, mode: FmtMode): string {
  return new TypeWriter(ctx, mode).write(t, 'S');
}

type Verb = '' | 'S';

/** A type that is written out, not named. */
type Literal = Exclude<Type, { kind: 'Basic' | 'Alias' | 'Named' | 'TypeParam' }>;

class TypeWriter {
  readonly ctx: FmtContext;
  mode: FmtMode;
  constructor(ctx: FmtContext, mode: FmtMode) {
    this.ctx = ctx;
    this.mode = mode;
  }

  write(t: Type, verb: Verb): string {
    switch (t.kind) {
      case 'Basic':
        return this.basic(t.basic, t.name);
      case 'Alias':
        return this.write(unalias(t), verb);
      case 'Interface':
        // `any` is a name of its own for gc; the checker marks it by this one object.
        if (t === universeAnyInterface && (this.mode === 'go' || this.mode === 'debug')) return 'any';
        return this.literal(t, verb);
      case 'Named':
        return this.named(t, verb);
      case 'TypeParam':
        return t.obj.name;
      default:
        return this.literal(t, verb);
    }
  }

  private literal(t: Literal, verb: Verb): string {
    return this.mode === 'debug' ? `${debugKind[t.kind]}-${typeString(t, this.ctx)}` : this.composite(t, verb);
  }

  private basic(kind: BasicKind, name: string): string {
    if (kind === BasicKind.UnsafePointer) return this.mode === 'debug' ? 'UNSAFEPTR-unsafe.Pointer' : 'unsafe.Pointer';
    if (kind === BasicKind.UntypedNil) return 'nil';
    if (this.mode === 'id' || this.mode === 'idname') {
      if (name === 'byte') return 'uint8';
      if (name === 'rune') return 'int32';
    }
    return name;
  }

  private named(t: Named, verb: Verb): string {
    const pkg = t.obj.pkg;
    if (pkg === null) return t.obj.name;
    const name = instanceName(t, this.ctx, this.mode);
    if (verb === 'S') return name;
    const q = qualifier(pkg, this.ctx, this.mode);
    return q === '' ? name : `${q}.${name}`;
  }

  private composite(t: Literal, verb: Verb): string {
    switch (t.kind) {
      case 'Pointer':
        return `*${this.write(t.base, verb === 'S' && (this.mode === 'id' || this.mode === 'idname') ? 'S' : '')}`;
      case 'Array':
        return `[${t.len}]${this.write(t.elem, '')}`;
      case 'Slice':
        return `[]${this.write(t.elem, '')}`;
      case 'Chan':
        if (t.dir === 'recv') return `<-chan ${this.write(t.elem, '')}`;
        if (t.dir === 'send') return `chan<- ${this.write(t.elem, '')}`;
        return t.elem.kind === 'Chan' && t.elem.dir === 'recv'
          ? `chan (${this.write(t.elem, '')})`
          : `chan ${this.write(t.elem, '')}`;
      case 'Map':
        return `map[${this.write(t.key, '')}]${this.write(t.elem, '')}`;
      case 'Interface':
        return this.iface(t);
      case 'Signature':
        return (verb === 'S' ? '' : 'func') + this.signature(t);
      case 'Struct':
        return this.struct(t);
      case 'Tuple':
        return this.params(t, false);
      case 'Union':
        return 'interface {}';
    }
  }

  private iface(t: Interface): string {
    const { methods } = typeSetOf(t);
    if (methods.length === 0) return 'interface {}';
    const saved = this.mode;
    const parts = methods.map((m) => this.method(m));
    this.mode = saved;
    return `interface { ${parts.join('; ')} }`;
  }

  /** After a method that is not exported, gc up to 1.26 goes on with full paths. */
  private method(m: Func): string {
    let name = m.name;
    if (!isExported(name)) {
      const mode = this.mode === 'idname' ? this.mode : 'id';
      if (!this.ctx.plainAfterMethods) this.mode = mode;
      const q = m.pkg === null ? '' : qualifier(m.pkg, this.ctx, mode);
      if (q !== '') name = `${q}.${name}`;
    }
    return name + this.write(m.typ!, 'S');
  }

  private signature(t: Signature): string {
    const head = this.params(t.params, t.variadic);
    const results = t.results.vars;
    if (results.length === 0) return head;
    if (results.length === 1) return `${head} ${this.write(results[0]!.typ!, '')}`;
    return `${head} ${this.params(t.results, false)}`;
  }

  private params(t: Tuple, variadic: boolean): string {
    const last = t.vars.length - 1;
    const parts = t.vars.map((v, i) => {
      if (variadic && i === last && v.typ!.kind === 'Slice') return `...${this.write(v.typ.elem, '')}`;
      return this.write(v.typ!, '');
    });
    return `(${parts.join(', ')})`;
  }

  private struct(t: Struct): string {
    if (t.fields.length === 0) return 'struct {}';
    const parts = t.fields.map((f, i) => {
      const tag = t.tags[i];
      const type = this.write(f.typ!, '');
      const note = tag ? ` ${quoteTag(tag)}` : '';
      if (f.embedded && (this.mode !== 'id' || isOwnName(f, this.ctx))) return type + note;
      let name = f.name;
      if (!isExported(name) && this.mode !== 'idname') {
        const q = f.pkg === null ? '' : qualifier(f.pkg, this.ctx, this.mode);
        if (q !== '') name = `${q}.${name}`;
      }
      return `${name}${f.embedded ? ' = ' : ' '}${type}${note}`;
    });
    return `struct { ${parts.join('; ')} }`;
  }
}

/** Whether an embedded field's name says no more than its type does; an alias's name or a predeclared type's does. */
function isOwnName(f: Var, ctx: FmtContext): boolean {
  let t = unalias(f.typ!);
  if (t.kind === 'Pointer') t = unalias(t.base);
  if (t.kind !== 'Named') return false;
  const name = instanceName(t, ctx, 'id');
  return f.name === name && (isExported(name) || samePkg(f.pkg, t.obj.pkg));
}

const debugKind: Record<string, string> = {
  Pointer: 'PTR',
  Array: 'ARRAY',
  Slice: 'SLICE',
  Chan: 'CHAN',
  Map: 'MAP',
  Interface: 'INTER',
  Signature: 'FUNC',
  Struct: 'STRUCT',
  Tuple: 'STRUCT',
  Union: 'INTER',
};

/** The package prefix of a name in the given mode, '' for none. */
export function qualifier(pkg: Pkg, ctx: FmtContext, mode: FmtMode): string {
  switch (mode) {
    case 'go':
      return pkg === ctx.local || pkg.path === 'go.builtin' ? '' : pkg.name;
    case 'debug':
    case 'idname':
      return pkg.name;
    case 'id':
      return pkg === ctx.local ? ctx.localPath : pkg.path;
  }
}

/** Name of a defined type with its type arguments, and in 'id' mode the number of a local type. */
export function instanceName(t: Named, ctx: FmtContext, mode: FmtMode): string {
  const implicits = ctx.implicitTargs(t);
  const explicits = t.inst ? t.inst.targs.slice(implicits.length) : [];
  const gen = ctx.vargen(t);
  let name = t.obj.name;
  if (implicits.length + explicits.length > 0) name += `[${targsString(implicits, explicits, ctx)}]`;
  if (gen > 0 && mode === 'id') return `${name}·${gen}`;
  // A shape's name may end in the number of a local type.
  return mode !== 'id' && name.includes('·') ? name.replace(/·\d+$/, '') : name;
}

/** Type arguments as symbol names have them; a semicolon ends those of the enclosing function. */
export function targsString(implicits: readonly Type[], explicits: readonly Type[], ctx: FmtContext): string {
  const own = explicits.map((t) => linkString(t, ctx)).join(',');
  if (implicits.length === 0) return own;
  const outer = implicits.map((t) => linkString(t, ctx)).join(',');
  return explicits.length === 0 ? outer : `${outer};${own}`;
}

function quoteTag(tag: string): string {
  return JSON.stringify(tag);
}
