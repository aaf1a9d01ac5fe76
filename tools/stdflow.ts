/**
 * Writes the flow bodies of std's generic functions beside the facts that tools/stdfacts has made: our own front end reads
 * the toolchain's source, and what it found is written as resolved trees (src/analyzer/importer/flow_schema.ts).
 *
 *   node tools/run.mjs tools/stdflow.ts [--go 1.26] [--facts public/facts]
 *
 * Run it after every run of stdfacts. Two runs give equal bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFileSet, positionOf, type FileSet, type Pos, type SourceText } from '../src/analyzer/base/pos.ts';
import { goVersions, pinnedToolchain, type GoVersion } from '../src/analyzer/base/versions.ts';
import { columns } from '../src/analyzer/importer/flow.ts';
import { branchTargetKinds, exprFlag, flowSchema, flowType, modes, nodeShapes, refKind, selectionKinds, varKinds } from '../src/analyzer/importer/flow_schema.ts';
import { FactsCache, loadFacts, type FactsImporter } from '../src/analyzer/importer/index.ts';
import { ref, typeKind, valueKind } from '../src/analyzer/importer/schema.ts';
import { parseSource } from '../src/analyzer/syntax/parse.ts';
import type { BranchStmt, Expr, File, FuncDecl, Name, Node, SelectorExpr } from '../src/analyzer/syntax/tree.ts';
import { check } from '../src/analyzer/types/check.ts';
import { toFloat, type Value } from '../src/analyzer/types/constant.ts';
import { exactString } from '../src/analyzer/types/constantfmt.ts';
import type { Info } from '../src/analyzer/types/info.ts';
import { methodAt, namedOrigin, namedUnder, numMethods, typeArgsOf, typeParamsOf } from '../src/analyzer/types/named.ts';
import { originOf, type Func, type Obj, type TypeName, type Var } from '../src/analyzer/types/object.ts';
import type { Package } from '../src/analyzer/types/package.ts';
import { rememberingSizes } from '../src/analyzer/types/sizes.ts';
import { goCurrent } from '../src/analyzer/types/version.ts';
import type { Named, Signature, Tuple, Type } from '../src/analyzer/types/type.ts';
import { universeAnyType, universeByte, universeComparable, universeError, universeRune } from '../src/analyzer/types/universe.ts';
import { readProgram } from '../src/cli/files.ts';
import { SourceImporter } from '../src/cli/source_importer.ts';
import { findToolchain } from '../src/cli/toolchain.ts';

const { values: options } = parseArgs({ options: { go: { type: 'string', default: '1.26' }, facts: { type: 'string', default: resolve(import.meta.dirname, '../public/facts') } } });
const version = goVersions.find((known) => known === options.go);
if (!version) throw new Error(`--go is one of ${goVersions.join(', ')}`);
const toolchain = findToolchain(pinnedToolchain[version]);
if (!toolchain) throw new Error('stdflow: no Go toolchain here');
const source = join(toolchain.goroot, 'src');

async function writeAll(goVersion: GoVersion, folder: string): Promise<void> {
  const indexFile = join(folder, `${goVersion}.json`);
  const index = JSON.parse(readFileSync(indexFile, 'utf8')) as { packages: Record<string, string[]> };
  const paths = Object.keys(index.packages);
  const host = { whole: true, bytes: (name: string) => readFile(join(folder, name)) };
  for (const entry of Object.values(index.packages)) entry.length = 2;
  const facts = await loadFacts({ ...host, bytes: async (name) => (name.endsWith('.json') ? new Uint8Array(Buffer.from(JSON.stringify(index))) : host.bytes(name)) }, goVersion, paths, new FactsCache());
  const language = newestLanguage(goVersion);
  const importer = new SourceImporter(listFiles, { sizes: rememberingSizes(), goVersion: language });
  const numberOf = (path: string): number => {
    const i = paths.indexOf(path);
    if (i < 0) throw new Error(`${path} is not in the facts`);
    return i;
  };
  let total = 0;
  let bodies = 0;
  for (const path of paths) {
    const wanted = genericFunctions(facts, facts.import(path) as Package);
    if (wanted.size === 0) continue;
    const encoded = encodePackage(path, wanted, importer, language);
    if (typeof encoded === 'string') {
      console.log(`${goVersion}: no bodies of ${path}: ${encoded}`);
      continue;
    }
    const { bytes, count, refers } = encoded;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    writeFileSync(join(folder, 'data', `${hash}.bin`), bytes);
    index.packages[path]!.push(hash, [...refers].filter((other) => other !== path && other !== 'unsafe').map((other) => numberOf(other)).sort((a, b) => a - b).join(' '));
    total += bytes.length;
    bodies += count;
  }
  writeFileSync(indexFile, `${JSON.stringify(index, null, 1)}\n`);
  console.log(`${goVersion}: ${bodies} bodies, ${total} bytes in ${folder}`);
}

/** The checker refuses what is newer than it knows; std of a newer release mostly keeps to the older language. */
function newestLanguage(goVersion: GoVersion): string {
  return Number(goVersion.slice(2)) > Number(goCurrent.slice(4)) ? goCurrent : `go${goVersion}`;
}

function listFiles(path: string): readonly SourceText[] | undefined {
  const folder = [join(source, path), join(source, 'vendor', path)].find((candidate) => existsSync(candidate));
  return folder === undefined ? undefined : readProgram([folder], version!).files;
}

/** Keys of the functions of a package that have type parameters. */
function genericFunctions(facts: FactsImporter, pkg: Package): Set<string> {
  const keys = new Set<string>();
  for (const name of pkg.scope.names()) {
    const obj = pkg.scope.lookup(name)!;
    if (obj.kind === 'Func' && (obj.typ as Signature).tparams.length > 0) keys.add(name);
    if (obj.kind !== 'TypeName' || obj.typ?.kind !== 'Named' || facts.depthOf(obj) === 'name') continue;
    const generic = typeParamsOf(obj.typ).length > 0;
    for (let i = 0; i < numMethods(obj.typ); i++) {
      const method = methodAt(obj.typ, i);
      if (facts.depthOf(method) === 'full' && (generic || (method.typ as Signature).tparams.length > 0)) keys.add(`${name}.${method.name}`);
    }
  }
  return keys;
}

function encodePackage(path: string, wanted: ReadonlySet<string>, importer: SourceImporter, language: string): { bytes: Uint8Array; count: number; refers: ReadonlySet<string> } | string {
  const sources = listFiles(path)!;
  const set = makeFileSet(sources.map((file) => ({ name: file.name, text: file.text })));
  const files = set.files.map((file) => parseSource(file, null).file);
  const { info, package: pkg, errors } = check(set, files, path, { importer, sizes: rememberingSizes(), goVersion: language, ignoreBranchErrors: true });
  // A package that our checker does not take whole has no bodies: its generic functions are then refused.
  if (errors.length > 0) return errors[0]!.message;
  const strings = new Strings();
  const records: { key: string; bytes: number[] }[] = [];
  for (const [i, file] of files.entries()) {
    for (const decl of file.declList) {
      if (decl.kind !== 'FuncDecl' || decl.body === null) continue;
      const func = info.defs.get(decl.name) as Func;
      const key = keyOf(func);
      if (wanted.has(key)) records.push({ key, bytes: new BodyWriter(strings, set, info, pkg, file, func).write(`$GOROOT/src/${path}/${sources[i]!.name}`, decl) });
    }
  }
  records.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key } of records) strings.id(key);
  const out: number[] = [];
  num(out, flowSchema);
  const text = Buffer.from(strings.list.join('\n'));
  num(out, strings.list.length);
  num(out, text.length);
  out.push(...text);
  num(out, records.length);
  for (const { key, bytes } of records) {
    num(out, strings.id(key));
    num(out, bytes.length);
  }
  for (const { bytes } of records) for (const byte of bytes) out.push(byte);
  return { bytes: Uint8Array.from(out), count: records.length, refers: strings.packages };
}

function keyOf(func: Func): string {
  const { recv } = func.typ as Signature;
  if (!recv) return func.name;
  const type = recv.typ!.kind === 'Pointer' ? recv.typ!.base : recv.typ!;
  return `${type.kind === 'Named' ? namedOrigin(type).obj.name : ''}.${func.name}`;
}

function num(out: number[], n: number): void {
  let rest = n;
  while (rest >= 0x80) {
    out.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

function signed(out: number[], n: number): void {
  num(out, n < 0 ? -n * 2 - 1 : n * 2);
}

class Strings {
  /** Paths of packages that something is referred to in. */
  readonly packages = new Set<string>();
  readonly list: string[] = [];
  private readonly ids = new Map<string, number>();
  id(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      if (text.includes('\n')) throw new Error('a name with a line break');
      id = this.list.push(text) - 1;
      this.ids.set(text, id);
    }
    return id;
  }
}

const predeclared = new Map<Type, number>([
  [universeAnyType, ref.any],
  [universeError, ref.error],
  [universeComparable, ref.comparable],
  [universeByte, ref.byte],
  [universeRune, ref.rune],
]);

class BodyWriter {
  private readonly strings: Strings;
  private readonly set: FileSet;
  private readonly info: Info;
  private readonly pkg: Package;
  private readonly file: File;
  private readonly func: Func;
  private readonly types: number[][] = [];
  private readonly typeIds = new Map<Type, number>();
  private readonly typeKeys = new Map<string, number>();
  private readonly locals: TypeName[] = [];
  private readonly vars = new Map<Var, number>();
  private readonly varList: Var[] = [];
  private readonly targets = new Map<Node, number>();
  private pos = 0;

  constructor(strings: Strings, set: FileSet, info: Info, pkg: Package, file: File, func: Func) {
    this.strings = strings;
    this.set = set;
    this.info = info;
    this.pkg = pkg;
    this.file = file;
    this.func = func;
    const sig = func.typ as Signature;
    for (const v of [...(sig.recv ? [sig.recv] : []), ...sig.params.vars, ...sig.results.vars]) this.vars.set(v, this.vars.size);
  }

  write(fileName: string, decl: FuncDecl): number[] {
    const own = this.vars.size;
    this.numberTargets(decl.body!);
    this.collect(decl.body!);
    // Positions count on from one to the next, so everything is written in the order in which it is read.
    const head: number[] = [];
    num(head, this.strings.id(fileName));
    this.writePos(head, decl.pos);
    const pragma = decl.pragma ?? [];
    num(head, pragma.length);
    for (const { verb } of pragma) num(head, this.strings.id(verb));
    const vars: number[] = [];
    const list = this.varList.slice();
    num(vars, list.length);
    for (const v of list) {
      num(vars, varKinds.indexOf(v.varKind));
      num(vars, this.strings.id(v.name));
      num(vars, this.type(v.typ!));
      this.writePos(vars, v.pos);
    }
    if (this.varList.length !== list.length || this.vars.size !== own + list.length) throw new Error('a variable was met late');
    const body: number[] = [];
    this.node(body, decl.body!);
    if (this.varList.length !== list.length) throw new Error('a variable was met late');
    const locals: number[] = [];
    const rhs = this.locals.map((local) => this.type(namedUnder(local.typ as Named)));
    num(locals, this.locals.length);
    for (const [i, local] of this.locals.entries()) {
      num(locals, this.strings.id(local.name));
      num(locals, rhs[i]!);
    }
    num(locals, this.types.length);
    return [...head, ...locals, ...this.types.flat(), ...vars, ...body];
  }

  /** Numbers the statements that branches can name, in the order of the tree. */
  private numberTargets(n: Node): void {
    this.walk(n, (node) => {
      if (branchTargetKinds.has(node.kind)) this.targets.set(node, this.targets.size);
    });
  }

  /** Finds all variables that the body declares. */
  private collect(n: Node): void {
    this.walk(n, (node) => {
      if (node.kind === 'FuncLit') {
        const sig = this.info.types.get(node)!.type as Signature;
        for (const v of [...sig.params.vars, ...sig.results.vars]) this.addVar(v);
      }
      if (node.kind === 'CaseClause') {
        const obj = this.info.implicits.get(node);
        if (obj?.kind === 'Var') this.addVar(obj);
      }
      if (node.kind === 'Name') {
        const obj = this.info.defs.get(node);
        if (obj?.kind === 'Var') this.addVar(obj);
      }
    });
  }

  private addVar(v: Var): void {
    if (this.vars.has(v)) return;
    this.vars.set(v, this.vars.size);
    this.varList.push(v);
  }

  /** Visits the nodes that are written, in their order. */
  private walk(n: Node, visit: (n: Node) => void): void {
    const node = this.simplified(n);
    visit(node);
    const shape = nodeShapes.find(({ kind }) => kind === node.kind);
    if (!shape) throw new Error(`${this.func.name}: ${node.kind} has no form in a body`);
    for (const [name, code] of shape.fields) {
      const value = (node as unknown as Record<string, unknown>)[name];
      if (code === 'e') this.walk(value as Node, visit);
      else if (code === 'o' && value !== null) this.walk(value as Node, visit);
      else if (code === 'l') for (const child of this.children(node, value as readonly Node[])) this.walk(child, visit);
      else if (code === 'x') for (const child of value as (Node | null)[]) if (child) this.walk(child, visit);
    }
  }

  /** Declarations of constants and types are in the values and types that use them. */
  private children(node: Node, list: readonly Node[]): readonly Node[] {
    return node.kind === 'DeclStmt' ? list.filter((child) => child.kind === 'VarDecl') : list;
  }

  private readonly replaced = new Map<Node, Node>();

  /** Constants become values, type expressions their types, qualified names names. */
  private simplified(n: Node): Node {
    const known = this.replaced.get(n);
    if (known) return known;
    const made = this.simplify(n);
    this.replaced.set(n, made);
    if (made !== n) this.replaced.set(made, made);
    return made;
  }

  private simplify(n: Node): Node {
    const place = { pos: n.pos, start: n.pos, end: n.pos };
    const tv = this.info.types.get(n as Expr);
    if (tv?.mode === 'typexpr') {
      const made: Name = { kind: 'Name', ...place, value: '' };
      this.info.types.set(made, tv);
      return made;
    }
    if (tv && tv.value !== null && tv.mode === 'constant' && n.kind !== 'BasicLit') {
      const made: Expr = { kind: 'BasicLit', ...place, value: '', litKind: 'IntLit', bad: false };
      this.info.types.set(made, tv);
      return made;
    }
    if (n.kind === 'SelectorExpr' && n.x.kind === 'Name' && this.info.uses.get(n.x)?.kind === 'PkgName') {
      const made: Name = { kind: 'Name', ...place, value: n.sel.value };
      if (tv) this.info.types.set(made, tv);
      this.info.uses.set(made, this.info.uses.get(n.sel)!);
      const instance = this.info.instances.get(n.sel);
      if (instance) this.info.instances.set(made, instance);
      return made;
    }
    return n;
  }

  private writePos(out: number[], pos: Pos): void {
    const at = positionOf(this.set, pos);
    const value = at ? at.line * columns + Math.min(at.col, columns - 1) : this.pos;
    signed(out, value - this.pos);
    this.pos = value;
  }

  private node(out: number[], original: Node): void {
    const n = this.simplified(original);
    const number = nodeShapes.findIndex(({ kind }) => kind === n.kind);
    const { expr, fields } = nodeShapes[number]!;
    num(out, number);
    this.writePos(out, n.pos);
    if (expr) this.exprFacts(out, n as Expr);
    if (n.kind === 'FuncLit') this.literalType(out, this.info.types.get(n)!.type as Signature);
    if (n.kind === 'BranchStmt') this.branch(out, n);
    if (n.kind === 'CaseClause') {
      const implicit = this.info.implicits.get(n);
      num(out, implicit?.kind === 'Var' ? this.vars.get(implicit)! + 1 : 0);
    }
    for (const [name, code] of fields) this.field(out, n, (n as unknown as Record<string, unknown>)[name], code);
    const selection = n.kind === 'SelectorExpr' ? this.info.selections.get(n) : undefined;
    if (selection) {
      num(out, selectionKinds.indexOf(selection.kind));
      num(out, this.type(selection.recv));
    }
  }

  private field(out: number[], n: Node, value: unknown, code: string): void {
    switch (code) {
      case 'e':
        this.node(out, value as Node);
        return;
      case 'o':
        num(out, value === null ? 0 : 1);
        if (value !== null) this.node(out, value as Node);
        return;
      case 'l': {
        const list = this.children(n, value as readonly Node[]);
        num(out, list.length);
        for (const child of list) this.node(out, child);
        return;
      }
      case 'x':
        for (const child of value as (Node | null)[]) this.field(out, n, child, 'o');
        return;
      case 's':
        num(out, this.strings.id(value as string));
        return;
      case 'b':
        num(out, value === true ? 1 : 0);
        return;
      default:
        this.writePos(out, value as Pos);
    }
  }

  private exprFacts(out: number[], e: Expr): void {
    const { info } = this;
    const tv = e.kind === 'FuncLit' ? undefined : info.types.get(e);
    const used = e.kind === 'Name' ? info.uses.get(e) : undefined;
    const use = used && this.isWritten(used) ? used : undefined;
    const def = e.kind === 'Name' && info.defs.has(e) ? info.defs.get(e)! : undefined;
    const instance = e.kind === 'Name' ? info.instances.get(e) : undefined;
    // What is instantiated has the instance's type: the generic one is of other type parameters.
    const valueType = instance ? instance.type : tv?.type;
    const value = tv?.value ?? null;
    let flags = 0;
    if (tv) flags |= exprFlag.type;
    if (value) flags |= exprFlag.value;
    if (use) flags |= exprFlag.use;
    if (def !== undefined && def?.kind !== 'Label') flags |= exprFlag.def;
    if (instance) flags |= exprFlag.instance;
    if (e.kind === 'SelectorExpr' && info.selections.has(e)) flags |= exprFlag.selection;
    num(out, flags);
    if (tv) {
      num(out, modes.indexOf(tv.mode));
      num(out, this.type(valueType!));
      if (value) this.value(out, value);
    }
    if (use) this.reference(out, use);
    if ((flags & exprFlag.def) !== 0) this.reference(out, def ?? null);
    if (instance) {
      num(out, instance.typeArgs.length);
      for (const arg of instance.typeArgs) num(out, this.type(arg));
      num(out, this.type(instance.type));
    }
  }

  /** Fields of literals, methods, constants and types are found in other ways. */
  private isWritten(obj: Obj): boolean {
    if (obj.kind === 'Var') return obj.varKind !== 'field';
    if (obj.kind === 'Func') return (obj.typ as Signature).recv === null;
    return obj.kind === 'Builtin' || obj.kind === 'Nil';
  }

  private reference(out: number[], obj: Obj | null): void {
    if (obj === null || obj.kind === 'Const') {
      num(out, refKind.none);
    } else if (obj.kind === 'Var' && this.vars.has(obj)) {
      num(out, refKind.variable);
      num(out, this.vars.get(obj)!);
    } else if (obj.kind === 'TypeName') {
      num(out, refKind.localType);
      num(out, this.local(obj));
    } else if (obj.pkg === null || obj.pkg.path === 'unsafe') {
      // unsafe's functions are looked up like all others of a package.
      if (obj.pkg === null) {
        num(out, refKind.universe);
        num(out, this.strings.id(obj.name));
      } else this.global(out, refKind.global, obj);
    } else this.global(out, refKind.global, originOf(obj as Func | Var));
  }

  private global(out: number[], kind: number, obj: Obj): void {
    if (obj.parent !== obj.pkg!.scope) throw new Error(`${this.func.name}: ${obj.name} is not declared in a package`);
    num(out, kind);
    this.strings.packages.add(obj.pkg!.path);
    num(out, this.strings.id(obj.pkg!.path));
    num(out, this.strings.id(obj.name));
  }

  private literalType(out: number[], sig: Signature): void {
    num(out, sig.variadic ? 1 : 0);
    for (const { vars } of [sig.params, sig.results]) {
      num(out, vars.length);
      for (const v of vars) num(out, this.vars.get(v)!);
    }
  }

  private branch(out: number[], n: BranchStmt): void {
    const target = this.file.branchTargets.get(n);
    num(out, target === undefined ? 0 : this.targets.get(target)! + 1);
  }

  private value(out: number[], v: Value): void {
    switch (v.kind) {
      case 'Bool':
        num(out, v.val ? valueKind.true : valueKind.false);
        return;
      case 'String':
        num(out, valueKind.bytes);
        num(out, v.val.length);
        for (let i = 0; i < v.val.length; i++) out.push(v.val.charCodeAt(i));
        return;
      case 'Int':
        if (v.val < 1n << 45n && v.val > -(1n << 45n)) {
          num(out, valueKind.int);
          signed(out, Number(v.val));
        } else {
          num(out, valueKind.bigInt);
          num(out, this.strings.id(v.val.toString()));
        }
        return;
      case 'Float':
        num(out, valueKind.float);
        num(out, this.strings.id(exactString(v)));
        return;
      case 'Complex':
        num(out, valueKind.complex);
        num(out, this.strings.id(exactString(toFloat(v.re))));
        num(out, this.strings.id(exactString(toFloat(v.im))));
        return;
      default:
        throw new Error(`${this.func.name}: an unknown constant`);
    }
  }

  private local(obj: TypeName): number {
    let i = this.locals.indexOf(obj);
    if (i < 0) i = this.locals.push(obj) - 1;
    return i;
  }

  private type(t: Type): number {
    const id = predeclared.get(t) ?? (t.kind === 'Basic' ? t.basic : this.typeIds.get(t));
    if (id !== undefined) return id;
    const record = this.describe(t);
    const key = record.join(' ');
    let made = this.typeKeys.get(key);
    if (made === undefined) {
      made = ref.firstType + this.types.push(record) - 1;
      this.typeKeys.set(key, made);
    }
    this.typeIds.set(t, made);
    return made;
  }

  private describe(t: Type): number[] {
    const out: number[] = [];
    const put = (...numbers: number[]): number[] => {
      for (const n of numbers) num(out, n);
      return out;
    };
    switch (t.kind) {
      case 'Named': {
        const args = typeArgsOf(t);
        if (args.length > 0) {
          const generic = this.type(namedOrigin(t));
          return put(typeKind.instance, generic, args.length, ...args.map((arg) => this.type(arg)));
        }
        if (t.obj.pkg !== null && t.obj.parent !== t.obj.pkg.scope) return put(flowType.localNamed, this.local(t.obj));
        this.global(out, typeKind.external, t.obj);
        return out;
      }
      case 'Alias': {
        if (t.targs.length > 0) return put(typeKind.instance, this.type(t.orig), t.targs.length, ...t.targs.map((arg) => this.type(arg)));
        if (t.obj.pkg !== null && t.obj.parent !== t.obj.pkg.scope) throw new Error(`${this.func.name}: a local alias`);
        this.global(out, typeKind.external, t.obj);
        return out;
      }
      case 'TypeParam': {
        const sig = this.func.typ as Signature;
        const index = [...sig.rparams, ...sig.tparams].indexOf(t);
        if (index < 0) throw new Error(`${this.func.name}: type parameter ${t.obj.name} of something else`);
        return put(typeKind.typeParam, index);
      }
      case 'Pointer':
        return put(typeKind.pointer, this.type(t.base));
      case 'Slice':
        return put(typeKind.slice, this.type(t.elem));
      case 'Array':
        return put(typeKind.array, this.type(t.elem), t.len);
      case 'Map':
        return put(typeKind.map, this.type(t.key), this.type(t.elem));
      case 'Chan':
        return put(typeKind.chan, ['both', 'send', 'recv'].indexOf(t.dir), this.type(t.elem));
      case 'Tuple':
        return put(flowType.tuple, ...this.tuple(t));
      case 'Signature':
        return put(typeKind.signature, t.variadic ? 1 : 0, ...this.tuple(t.params), ...this.tuple(t.results));
      case 'Struct': {
        const pkg = t.fields.find((f) => f.pkg !== null)?.pkg ?? this.pkg;
        return put(typeKind.struct, this.strings.id(pkg.path), t.fields.length, ...t.fields.flatMap((f) => [this.strings.id(f.name), f.embedded ? 1 : 0, this.type(f.typ!)]));
      }
      case 'Interface': {
        const pkg = t.methods.find((m) => m.pkg !== null)?.pkg ?? this.pkg;
        const methods = t.methods.flatMap((m) => [this.strings.id(m.name), this.type(m.typ!)]);
        return put(typeKind.interface, t.implicit ? 1 : 0, this.strings.id(pkg.path), t.methods.length, ...methods, t.embeddeds.length, ...t.embeddeds.map((embedded) => this.type(embedded)));
      }
      case 'Union':
        return put(typeKind.union, t.terms.length, ...t.terms.flatMap((term) => [term.tilde ? 1 : 0, this.type(term.typ!)]));
      case 'Basic':
        throw new Error('basic types are predeclared');
    }
  }

  private tuple(t: Tuple): number[] {
    return [t.vars.length, ...t.vars.flatMap((v) => [this.strings.id(v.name), this.type(v.typ!)])];
  }
}

await writeAll(version, options.facts);
