/**
 * State of building one package's IR: names of package-level objects, functions still to be read, instances.
 * Follows what noder/reader.go (Go 1.26) keeps per package.
 *
 * Order matters where it shows: closures enter `funcs` when they are met; bodies of declared functions are read last in,
 * first out; an instance enters `funcs` after its body.
 */
import type { FileSet, Pos } from '../../base/pos.ts';
import { Unsupported } from '../../base/unsupported.ts';
import type * as syntax from '../../syntax/tree.ts';
import type { Info } from '../../types/info.ts';
import { namedObj } from '../../types/named.ts';
import type { Func as FuncObj, Obj, TypeName, Var } from '../../types/object.ts';
import type { Package } from '../../types/package.ts';
import { rememberingSizes } from '../../types/sizes.ts';
import type { Named, Signature, Type } from '../../types/type.ts';
import type { SelectorExpr } from '../expr.ts';
import type { Func } from '../func.ts';
import { newFunc } from '../func.ts';
import type { Name } from '../name.ts';
import { newName } from '../name.ts';
import type { Pkg } from '../sym.ts';
import { runtimePkg } from '../sym.ts';
import type { FmtContext } from '../typefmt.ts';
import type { Generic } from './dictcontents.ts';
import type { DictLayout } from './dictionary.ts';
import { TypeReading } from './typereading.ts';
import { isLocalType, type ShapeRules, shapeRules, TypeTable } from './types.ts';

/** Source of a generic function or method of another package. */
export interface FuncSource {
  readonly decl: syntax.FuncDecl;
  readonly info: Info;
  readonly file: syntax.File;
}

/** An instance of a generic function, with the layout of its dictionary. */
export interface Instance {
  readonly name: Name;
  readonly layout: DictLayout;
}

export interface BuildOptions {
  /** Language version of the module, `go1.26`; '' means the newest. A file may ask for another. */
  readonly goVersion: string;
  /** Import path as the linker has it; "main" for a command. Default: the package's path. */
  readonly pkgPath?: string;
  /** Leaves all initialisers in the init function; scheduleInit takes out later what becomes data. */
  readonly keepInit?: boolean;
  /** How this toolchain chooses shapes. Default: as Go 1.26 does. */
  readonly shapeRules?: ShapeRules;
  /** What a function literal in a generic function has parameters for is not reported (1.24). Default: so. */
  readonly quietLiterals?: boolean;
  /** Literals are counted by the body of a range-over-func loop that they stand in (1.27). Default: by its function. */
  readonly countsInRangeBodies?: boolean;
  /** The statement that fills a temporary is its definition (1.27). Default: another statement is. */
  readonly copiesDefine?: boolean;
  /** A type that is met before it is complete needs no wrapper for that (1.27). Default: it does. */
  readonly skipsUnfinished?: boolean;
  /** See FmtContext (1.27). Default: not so. */
  readonly plainAfterMethods?: boolean;
  /** recover has its caller's frame as a hidden argument (up to 1.25). Default: not so. */
  readonly recoverTakesFrame?: boolean;
  /** What is asserted of an interface with methods is told at run time, though it is known (1.22). Default: not so. */
  readonly dynamicAsserts?: boolean;
  /** The source of a generic function of an imported package, where it is at hand. */
  readonly bodyOf?: (fn: FuncObj) => FuncSource | undefined;
}

export class Noder implements FmtContext {
  readonly fileSet: FileSet;
  readonly info: Info;
  readonly pkg: Package;
  readonly files: readonly syntax.File[];
  readonly options: BuildOptions;
  readonly types: TypeTable;
  readonly funcs: Func[] = [];
  readonly externs: Name[] = [];
  readonly inits: Func[] = [];
  readonly funDecls = new Map<FuncObj, FuncSource>();
  readonly globals = new Map<Obj, Name>();
  readonly methods = new Map<FuncObj, Name>();
  /** Instances of generic functions and methods by symbol. */
  readonly instances = new Map<string, Instance>();
  readonly sizes = rememberingSizes();
  readonly layouts = new Map<Generic, DictLayout>();
  readonly reading: TypeReading;
  readonly dictionaries = new Map<string, Name>();
  /** Dictionaries whose contents were read. */
  readonly readDictionaries = new Set<string>();
  readonly runtimeNames = new Map<string, Name>();
  readonly todoBodies: (() => void)[] = [];
  /** `x.m` as a value, in the order in which they were read. */
  readonly methodValues: SelectorExpr[] = [];
  /** Calls of a type parameter's method where the type argument is an interface, in the order in which they were read. */
  readonly impreciseCalls: Pos[] = [];
  readonly local: Pkg;
  readonly localPath: string;
  private vargens: Map<TypeName, number> | null = null;
  initCount = 0;
  mapInits = 0;

  constructor(fileSet: FileSet, files: readonly syntax.File[], pkg: Package, info: Info, options: BuildOptions) {
    this.fileSet = fileSet;
    this.files = files;
    this.pkg = pkg;
    this.info = info;
    this.options = options;
    this.local = pkg;
    this.localPath = options.pkgPath ?? (pkg.name === 'main' ? 'main' : pkg.path);
    this.types = new TypeTable(this, options.shapeRules ?? shapeRules);
    this.reading = new TypeReading(this);
    for (const file of files) {
      for (const decl of file.declList) {
        if (decl.kind !== 'FuncDecl') continue;
        const obj = info.defs.get(decl.name);
        if (obj?.kind === 'Func') this.funDecls.set(obj, { decl, info, file });
      }
    }
  }

  vargen(named: Named): number {
    const local = this.types.localInstances.get(named);
    const orig = local ? local.orig : named;
    if (!isLocalType(orig)) return 0;
    this.vargens ??= numberLocalTypes(this.files, this.info);
    return this.vargens.get(namedObj(orig)) ?? 0;
  }

  get plainAfterMethods(): boolean {
    return this.options.plainAfterMethods === true;
  }

  implicitTargs(named: Named): readonly Type[] {
    return this.types.localInstances.get(named)?.implicits ?? noImplicits;
  }

  /** The name of a package-level variable or (not generic) function, of this or another package. */
  global(obj: Var | FuncObj): Name {
    let name = this.globals.get(obj);
    if (name !== undefined) return name;
    if (obj.kind === 'Var') {
      const type = this.types.plain(obj.typ!);
      if (obj.pkg === this.pkg) this.reading.typ(type);
      name = newName(obj.pos, { pkg: obj.pkg!, name: obj.name }, type, 'PEXTERN');
      if (obj.pkg !== this.pkg) name.object = obj;
    } else {
      name = this.declareFunc(obj, obj.name);
    }
    this.globals.set(obj, name);
    return name;
  }

  /** The function name of a declared method that is not generic. */
  method(obj: FuncObj, symName: string): Name {
    let name = this.methods.get(obj);
    if (name === undefined) {
      name = this.declareFunc(obj, symName);
      this.methods.set(obj, name);
    }
    return name;
  }

  private declareFunc(obj: FuncObj, symName: string): Name {
    const sig = this.types.plain(obj.typ!) as Signature;
    if (obj.pkg !== this.pkg) {
      const name = newName(obj.pos, { pkg: obj.pkg!, name: symName }, sig, 'PFUNC');
      name.object = obj;
      return name;
    }
    const source = this.funDecls.get(obj);
    if (source === undefined) throw new Unsupported(obj.pos, `function ${obj.name} without declaration`);
    const { recv } = obj.typ as Signature;
    if (recv !== null) this.reading.typ(this.types.plain(recv.typ!));
    this.reading.signature(sig);
    const fn = newFunc(source.decl.pos, obj.pos, { pkg: obj.pkg!, name: symName }, sig);
    this.todoBodies.push(() => this.readBody(fn, source, obj));
    return fn.nname;
  }

  /** Set by body.ts, which needs the statements and so cannot be imported here. */
  readBody: (fn: Func, source: FuncSource, obj: FuncObj) => void = () => {};

  runtimeFunc(name: string, type: Type): Name {
    let found = this.runtimeNames.get(name);
    if (found === undefined) {
      found = newName(0, { pkg: runtimePkg, name }, type, 'PFUNC');
      this.runtimeNames.set(name, found);
    }
    return found;
  }

  /** Reads bodies until no more are found. */
  readPending(): void {
    for (;;) {
      const next = this.reading.todo.pop() ?? this.todoBodies.pop();
      if (next !== undefined) next();
      else if (!this.reading.sweep()) return;
    }
  }

  unsupported(pos: Pos, what: string): never {
    throw new Unsupported(pos, what);
  }
}

const noImplicits: readonly Type[] = [];

/** gc numbers the types declared in functions through the whole package, in source order. */
function numberLocalTypes(files: readonly syntax.File[], info: Info): Map<TypeName, number> {
  const gens = new Map<TypeName, number>();
  const found: TypeName[] = [];
  const fileStart = new Map<TypeName, number>();
  files.forEach((file, i) => {
    for (const [name, obj] of info.defs) {
      if (obj?.kind !== 'TypeName' || obj.typ?.kind === 'Alias' || obj.typ?.kind === 'TypeParam') continue;
      if (obj.parent === null || obj.parent === obj.pkg?.scope) continue;
      if (name.pos < file.start || name.pos >= file.end) continue;
      found.push(obj);
      fileStart.set(obj, i);
    }
  });
  found.sort((a, b) => fileStart.get(a)! - fileStart.get(b)! || a.pos - b.pos);
  for (const obj of found) gens.set(obj, gens.size + 1);
  return gens;
}
