/**
 * The state of one check. Follows the `Checker` of types2/check.go of Go 1.26; its methods are functions in the files
 * that Go keeps them in, with the checker as first parameter.
 *
 * Invariants: one checker checks one package once. `env` is replaced, not changed, when a declaration or a function
 * body begins; `version` in it is the language version of the file being checked.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { FileSet } from '../base/pos.ts';
import { noPos, type Pos } from '../base/pos.ts';
import type { CallExpr, Expr, File, FuncDecl, TypeDecl } from '../syntax/tree.ts';
import type { Value } from './constant.ts';
import type { Context } from './context.ts';
import type { Info } from './info.ts';
import { MonoGraph } from './mono.ts';
import type { Func, Obj, PkgName, TypeName, Var } from './object.ts';
import type { OperandMode } from './operand.ts';
import type { Importer, Package } from './package.ts';
import type { Scope } from './scope.ts';
import { rememberingSizes, type Sizes } from './sizes.ts';
import type { Alias, Basic, Interface, Named, Signature, TypeParam, Union } from './type.ts';
import type { TypeSet } from './typeset.ts';
import type { GoVersion } from './version.ts';

export interface Config {
  readonly importer: Importer;
  readonly sizes: Sizes;
  /** Language version, `go1.26`; '' means the newest. */
  readonly goVersion: string;
  /** The newest language of the toolchain, if it is newer than goCurrent. */
  readonly toolchain?: string;
  /** An array that is ranged over for its length alone is evaluated all the same (toolchains up to 1.24). */
  readonly evaluatesRangedArrays?: boolean;
  /** Check declarations only. */
  readonly ignoreFuncBodies?: boolean;
  /** The parser has checked labels and branches already, as gc's does. */
  readonly ignoreBranchErrors?: boolean;
  /** Shared by checks whose instances should be identical objects. */
  readonly context?: Context;
  /** As Go's own tests run the checker: the functions `assert` and `trace` exist, and repeated errors are kept. */
  readonly testBuiltins?: boolean;
}

/** What is known of a package-level declaration before it is checked. */
export class DeclInfo {
  readonly file: Scope;
  readonly version: GoVersion;
  /** Left-hand sides of `var a, b = f()`, else null. */
  lhs: Var[] | null = null;
  vtyp: Expr | null = null;
  init: Expr | null = null;
  /** The initial value is repeated from an earlier constant declaration. */
  inherited = false;
  tdecl: TypeDecl | null = null;
  fdecl: FuncDecl | null = null;
  deps: Set<Obj> | null = null;
  constructor(file: Scope, version: GoVersion) {
    this.file = file;
    this.version = version;
  }
}

/** Circumstances under which an expression or statement is checked. */
export class Environment {
  decl: DeclInfo | null = null;
  scope: Scope;
  version: GoVersion;
  iota: Value | null = null;
  /** Name of the constant whose inherited initial value is checked: errors go there. */
  errpos: Pos = noPos;
  inTParamList = false;
  sig: Signature | null = null;
  isPanic: Set<CallExpr> | null = null;
  hasLabel = false;
  hasCallOrRecv = false;
  constructor(scope: Scope, version: GoVersion) {
    this.scope = scope;
    this.version = version;
  }
}

/** An untyped expression whose final type is not known yet. */
interface ExprInfo {
  readonly isLhs: boolean;
  readonly mode: OperandMode;
  readonly typ: Basic;
  readonly val: Value | null;
}

interface Action {
  readonly version: GoVersion;
  readonly f: () => void;
}

export class Checker {
  readonly conf: Config;
  readonly fileSet: FileSet;
  readonly pkg: Package;
  readonly info: Info;
  /** Sizes that remember layouts: nested structs would be laid out again and again. */
  readonly sizes: Sizes;
  ctxt: Context | null;
  env: Environment;
  /** Id of the type parameter made last. */
  nextID = 0;

  files: File[] = [];
  /** Language version of each file. */
  readonly versions = new Map<File, GoVersion>();
  readonly objMap = new Map<Obj, DeclInfo>();
  objList: Obj[] = [];
  readonly impMap = new Map<string, Package>();
  imports: PkgName[] = [];
  /** Key: the dot-importing file's scope, then the name. */
  readonly dotImportMap = new Map<Scope, Map<string, PkgName>>();
  methods: Map<TypeName, Func[]> | null = null;

  /** Types that were found not to contain themselves, whatever is around them (validtype.ts). */
  readonly validTypes = new Set<Named>();
  /** Type sets of unions that were met. */
  unionTypeSets: Map<Union, TypeSet | null> | null = null;

  readonly untyped = new Map<Expr, ExprInfo>();
  delayed: Action[] = [];
  objPath: Obj[] = [];
  readonly objPathIdx = new Map<Obj, number>();
  cleaners: (Named | Interface | Alias | TypeParam)[] = [];
  /** Names of packages seen in messages, with their paths: two of one name print with paths. */
  pkgPathMap: Map<string, Set<string>> | null = null;

  readonly mono = new MonoGraph();

  readonly errors: Diagnostic[] = [];
  firstErr: Diagnostic | null = null;

  constructor(conf: Config, fileSet: FileSet, pkg: Package, info: Info, version: GoVersion) {
    this.conf = conf;
    this.fileSet = fileSet;
    this.pkg = pkg;
    this.info = info;
    this.sizes = conf.sizes.layouts ? conf.sizes : rememberingSizes();
    this.ctxt = conf.context ?? null;
    this.env = new Environment(pkg.scope, version);
  }
}
