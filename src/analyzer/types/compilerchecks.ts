/**
 * What the compiler refuses although the types are right: anonymous interfaces that contain themselves, functions
 * without a body, directives that do not fit what they stand on. Follows checkFiles of noder/irgen.go, funcExt,
 * collectDecls and checkEmbed of noder/writer.go of Go 1.26; run on packages that check without error.
 *
 * Left out: stack frames that are too large, which only the back end sees, and what concerns wasm. Other limits on sizes
 * are refused by name: where the compiler reports them depends on the order in which it meets types.
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { noPos } from '../base/pos.ts';
import { compilerTexts as texts } from '../base/texts/types.ts';
import { Unsupported } from '../base/unsupported.ts';
import { pragmaErrors } from '../syntax/pragma.ts';
import type { Decl, Directive, File, FuncDecl, Pragma, VarDecl } from '../syntax/tree.ts';
import { inspect } from '../syntax/walk.ts';
import { unalias } from './alias.ts';
import { unquote } from './constantlit.ts';
import type { Info } from './info.ts';
import type { Obj } from './object.ts';
import type { Package } from './package.ts';
import { type Sizes, sizeof } from './sizes.ts';
import type { Interface, Type } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { under } from './under.ts';
import { asGoVersion, compareVersions } from './version.ts';

export interface CompilerOptions {
  /** The package has Go files only (-complete): every function needs a body. */
  readonly complete: boolean;
  /** Language version, '' for the newest. */
  readonly goVersion: string;
}

/** The compiler's own errors in a package that has no type errors. */
export function compilerErrors(
  files: readonly File[],
  pkg: Package,
  info: Info,
  options: CompilerOptions,
): readonly Diagnostic[] {
  const cycles = anonymousCycles(info);
  if (cycles.length > 0) return cycles;
  const errors: Diagnostic[] = [];
  const linknames = new Set<Obj>();
  for (const file of files) {
    for (const error of pragmaErrors(file)) errors.push(error);
    checkLinknames(file, pkg, options, linknames, errors);
    checkEmbeds(file, options, errors);
  }
  for (const file of files) {
    for (const decl of file.declList) {
      if (decl.kind === 'FuncDecl') checkFunc(decl, info, linknames, options, errors);
    }
  }
  return errors;
}

const mostChanElem = 2 ** 16;
const addressSpace = 2 ** 50;

/** Types that the compiler finds too large after checking. */
export function refuseSizes(info: Info, sizes: Sizes): void {
  const seen = new Set<Type>();
  for (const [e, { type }] of info.types) {
    if (seen.has(type)) continue;
    seen.add(type);
    const t = under(type);
    if (t.kind === 'Chan' && sizeof(sizes, t.elem) >= mostChanElem)
      throw new Unsupported(e.pos, 'channel elements of 64 kB and more, which the compiler does not take');
    if (t.kind !== 'Array' && t.kind !== 'Struct') continue;
    const size = sizeof(sizes, t);
    if (size < 0 || size >= addressSpace)
      throw new Unsupported(e.pos, 'types larger than the address space, which the compiler does not take');
  }
}

/** In source order; an interface inside another is not looked at. */
function anonymousCycles(info: Info): Diagnostic[] {
  const errors: Diagnostic[] = [];
  const finder = new CycleFinder();
  let end = noPos;
  for (const n of [...info.interfaces].sort((a, b) => a.start - b.start)) {
    if (n.start < end) continue;
    end = n.end;
    const t = info.types.get(n)?.type;
    const iface = t ? unalias(t) : null;
    if (iface?.kind !== 'Interface' || !finder.hasCycle(iface)) continue;
    errors.push(diagnostic(n.pos, 'InvalidTypeCycle', texts.anonymousCycle));
    // One error a cycle.
    for (const typ of finder.cyclic.keys()) finder.cyclic.set(typ, false);
  }
  return errors;
}

class CycleFinder {
  /** Interfaces that were met: whether they are part of a cycle, or being looked at. */
  readonly cyclic = new Map<Interface, boolean>();

  hasCycle(t: Interface): boolean {
    for (const m of typeSetOf(t).methods) if (this.visit(m.typ!)) return true;
    return false;
  }

  private visit(typ: Type): boolean {
    const t = unalias(typ);
    switch (t.kind) {
      case 'Pointer':
        return this.visit(t.base);
      case 'Array':
      case 'Chan':
      case 'Slice':
        return this.visit(t.elem);
      case 'Map':
        return this.visit(t.key) || this.visit(t.elem);
      case 'Struct':
        return this.visitVars(t.fields);
      case 'Interface':
        return this.visitInterface(t);
      case 'Signature':
        return this.visitVars(t.params.vars) || this.visitVars(t.results.vars);
      case 'Union':
        return t.terms.some((term) => this.visit(term.typ!));
      default:
        // A name ends every cycle that matters.
        return false;
    }
  }

  private visitVars(vars: readonly { readonly typ: Type | null }[]): boolean {
    return vars.some((v) => this.visit(v.typ!));
  }

  private visitInterface(t: Interface): boolean {
    if (t.methods.length === 0 && t.embeddeds.length === 0) return false;
    const known = this.cyclic.get(t);
    if (known !== undefined) return known;
    this.cyclic.set(t, true);
    if (this.hasCycle(t)) return true;
    this.cyclic.set(t, false);
    return false;
  }
}

function has(pragma: Pragma | null, verb: string): boolean {
  return pragma?.some((d) => d.verb === verb) ?? false;
}

function checkFunc(
  decl: FuncDecl,
  info: Info,
  linknames: ReadonlySet<Obj>,
  { complete }: CompilerOptions,
  errors: Diagnostic[],
): void {
  if (decl.name.value === '_') return;
  const error = (message: string) => errors.push(diagnostic(decl.pos, 'directive', message));
  const { pragma } = decl;
  if (decl.body) {
    if (has(pragma, 'go:noescape')) error(texts.noescapeBody);
    const keepAlive = has(pragma, 'go:uintptrkeepalive') && !has(pragma, 'go:uintptrescapes');
    if (keepAlive && !has(pragma, 'go:nosplit')) error(texts.keepAliveNosplit);
    return;
  }
  if (!complete && decl.name.value !== 'init') return;
  const obj = info.defs.get(decl.name);
  if (!obj || !linknames.has(obj)) error(texts.missingBody);
}

function imports(file: File, path: string): boolean {
  return file.declList.some((d) => d.kind === 'ImportDecl' && unquote(d.path.value) === path);
}

function checkLinknames(
  file: File,
  pkg: Package,
  options: CompilerOptions,
  linknames: Set<Obj>,
  errors: Diagnostic[],
): void {
  // Before Go 1.18 a go:linkname could name anything.
  const lenient = isBefore(options.goVersion, 'go1.18');
  const importsUnsafe = imports(file, 'unsafe');
  for (const directive of file.directives) {
    if (directive.verb !== 'go:linkname') continue;
    const message = linknameError(directive, importsUnsafe, pkg, linknames);
    if (message && !(lenient && message === texts.linknameTarget)) {
      errors.push(diagnostic(directive.pos, 'directive', message));
    }
  }
}

function isBefore(goVersion: string, than: string): boolean {
  const version = asGoVersion(goVersion);
  return version !== '' && compareVersions(version, than) < 0;
}

function linknameError(directive: Directive, importsUnsafe: boolean, pkg: Package, linknames: Set<Obj>): string | null {
  if (!importsUnsafe) return texts.linknameUnsafe;
  const [, local, remote] = directive.text.split(/\s+/);
  if (remote?.includes('[') && remote.includes(']')) return texts.linknameInstance;
  const obj = pkg.scope.lookup(local ?? '');
  if (obj?.kind !== 'Func' && obj?.kind !== 'Var') return texts.linknameTarget;
  if (linknames.has(obj)) return texts.linknameDuplicate(local!);
  linknames.add(obj);
  return null;
}

function checkEmbeds(file: File, options: CompilerOptions, errors: Diagnostic[]): void {
  if (!file.directives.some(({ verb }) => verb === 'go:embed')) return;
  const importsEmbed = imports(file, 'embed');
  const look = (decl: VarDecl, withinFunc: boolean): void => {
    const embed = decl.pragma?.find((d) => d.verb === 'go:embed');
    if (!embed) return;
    const message = embedError(decl, importsEmbed, withinFunc, options.goVersion);
    if (message) errors.push(diagnostic(embed.pos, 'directive', message));
  };
  for (const decl of file.declList) {
    if (decl.kind === 'VarDecl') look(decl, false);
    else inspectLocal(decl, look);
  }
}

function inspectLocal(decl: Decl, look: (decl: VarDecl, withinFunc: boolean) => void): void {
  inspect(decl, (n) => {
    if (n.kind === 'VarDecl') look(n, true);
    return true;
  });
}

function embedError(decl: VarDecl, importsEmbed: boolean, withinFunc: boolean, goVersion: string): string | null {
  if (!importsEmbed) return texts.embedImport;
  if (decl.nameList.length > 1) return texts.embedMultiple;
  if (decl.values) return texts.embedInitializer;
  if (!decl.type) return texts.embedNoType;
  if (withinFunc) return texts.embedInFunc;
  return isBefore(goVersion, 'go1.16') ? texts.embedVersion(goVersion) : null;
}
