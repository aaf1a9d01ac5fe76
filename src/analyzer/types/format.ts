/**
 * The words of an error message from a text and its arguments. Follows types2/format.go and the printing half of
 * types2/operand.go of Go 1.26.
 */

import { type Pos, positionText } from '../base/pos.ts';
import { exprString } from '../syntax/printer.ts';
import type { Expr, Node } from '../syntax/tree.ts';
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import type { Value } from './constant.ts';
import { constantString, quote } from './constantfmt.ts';
import { utf8Bytes } from './constantlit.ts';
import { isNewer } from './newer.ts';
import type { Obj } from './object.ts';
import { objectString } from './objectstring.ts';
import { Operand, type OperandMode } from './operand.ts';
import type { Package } from './package.ts';
import { hasEmptyTypeset, isGeneric, isUntyped, isValid } from './predicates.ts';
import type { Basic, Type } from './type.ts';
import { byPath, type Qualifier, typeString } from './typestring.ts';
import { under } from './under.ts';

export type Arg =
  | string
  | number
  | Operand
  | Node
  | Type
  | Obj
  | Package
  | Value
  | null
  | readonly (Type | Expr | Operand)[];

/** `text` in Go's double quotes. */
export function goQuote(text: string): string {
  return quote(utf8Bytes(text));
}

/** Replaces each `%s`, `%q` and `%d` by the next argument. */
export function sprintf(check: Checker | null, format: string, args: readonly Arg[]): string {
  if (args.length === 0) return format;
  let out = '';
  let from = 0;
  let next = 0;
  for (let i = format.indexOf('%'); i >= 0; i = format.indexOf('%', from)) {
    const verb = format[i + 1];
    out += format.slice(from, i);
    from = i + 2;
    if (verb === '%') {
      out += '%';
      continue;
    }
    const text = argString(check, args[next++]);
    out += verb === 'q' ? goQuote(text) : text;
  }
  return out + format.slice(from);
}

function argString(check: Checker | null, arg: Arg | undefined): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return Number.isSafeInteger(arg) ? String(arg) : String(BigInt(arg));
  if (arg === null || arg === undefined) return '<nil>';
  const qf = qualifierOf(check);
  if (Array.isArray(arg)) return `[${arg.map((x) => argString(check, x)).join(', ')}]`;
  if (arg instanceof Operand) return operandString(arg, qf);
  const one = arg as Exclude<Arg, readonly unknown[] | string | number | null | Operand>;
  if (isTypeArg(one)) return typeString(one, qf);
  if (isObjArg(one)) return objectString(one, qf);
  if ('start' in one && 'pos' in one) return exprString(one as Expr);
  if ('imported' in one || 'path' in one) return packageString(one as unknown as Package);
  return constantString(one as Value);
}

const typeKinds = new Set([
  'Basic',
  'Array',
  'Slice',
  'Struct',
  'Pointer',
  'Tuple',
  'Signature',
  'Union',
  'Interface',
  'Map',
  'Chan',
  'Named',
  'TypeParam',
  'Alias',
]); // prettier-ignore
const objKinds = new Set(['PkgName', 'Const', 'TypeName', 'Var', 'Func', 'Label', 'Builtin', 'Nil']);

function isTypeArg(arg: object): arg is Type {
  return 'kind' in arg && typeKinds.has(arg.kind as string);
}

function isObjArg(arg: object): arg is Obj {
  return 'kind' in arg && objKinds.has(arg.kind as string);
}

function packageString(pkg: Package): string {
  return `package ${pkg.name} (${goQuote(pkg.path)})`;
}

/** How types of other packages are written in messages: by package name, or by path where two have that name. */
export function qualifierOf(check: Checker | null): Qualifier {
  if (!check) return byPath;
  const qf = (pkg: Package): string => qualify(check, pkg);
  return Object.assign(qf, {
    position: (pos: Pos) => positionText(check.fileSet, pos),
    plainAny: isNewer(check),
  });
}

function qualify(check: Checker, pkg: Package): string {
  if (pkg === check.pkg) return '';
  if (!check.pkgPathMap) {
    check.pkgPathMap = new Map();
    markImports(check.pkgPathMap, check.pkg, new Set());
  }
  const paths = check.pkgPathMap.get(pkg.name);
  return paths && paths.size > 1 ? goQuote(pkg.path) : pkg.name;
}

export function markImports(map: Map<string, Set<string>>, pkg: Package, seen: Set<Package>): void {
  if (seen.has(pkg)) return;
  seen.add(pkg);
  let paths = map.get(pkg.name);
  if (!paths) map.set(pkg.name, (paths = new Set()));
  paths.add(pkg.path);
  for (const imported of pkg.imports) markImports(map, imported, seen);
}

const modeNames: Readonly<Record<OperandMode, string>> = {
  invalid: 'invalid operand',
  novalue: 'no value',
  builtin: 'built-in',
  typexpr: 'type',
  constant: 'constant',
  variable: 'variable',
  mapindex: 'map index expression',
  value: 'value',
  nilvalue: 'nil',
  commaok: 'comma, ok expression',
  commaerr: 'comma, error expression',
};

/** An operand with what is known about it: `x (variable of type int)`. */
function operandString(x: Operand, qf: Qualifier): string {
  if (x.mode === 'nilvalue') return nilString(x, qf);
  const expr = x.expr ? exprString(x.expr) : bareOperand(x, qf);
  const details = operandDetails(x, expr, qf);
  return expr === '' ? details : `${expr} (${details})`;
}

function nilString(x: Operand, qf: Qualifier): string {
  if (!x.typ || (x.typ.kind === 'Basic' && x.typ.basic === 0)) return 'nil (with invalid type)';
  if (x.typ.kind === 'Basic' && isUntyped(x.typ)) return 'nil';
  return `nil (of type ${typeString(x.typ, qf)})`;
}

function bareOperand(x: Operand, qf: Qualifier): string {
  switch (x.mode) {
    case 'builtin':
      return x.id ?? '';
    case 'typexpr':
      return typeString(x.typ!, qf);
    case 'constant':
      return constantString(x.val!);
    default:
      return '';
  }
}

function operandDetails(x: Operand, expr: string, qf: Qualifier): string {
  let out = '';
  let typed = false;
  if (x.mode !== 'invalid' && x.mode !== 'novalue' && x.mode !== 'builtin' && x.mode !== 'typexpr' && x.typ) {
    if (isUntyped(x.typ)) out += `${(x.typ as Basic).name} `;
    else typed = true;
  }
  out += modeNames[x.mode];
  if (x.mode === 'constant') {
    const value = constantString(x.val!);
    if (value !== expr) out += ` ${value}`;
  }
  if (typed) out += isValid(x.typ!) ? ` of ${describeType(x.typ!, qf)}` : ' with invalid type';
  return out;
}

function describeType(typ: Type, qf: Qualifier): string {
  let desc = isGeneric(typ) ? 'generic ' : '';
  const actual = unalias(typ);
  if (actual.kind !== 'TypeParam') {
    if (typ.kind === 'Alias' || typ.kind === 'Named') desc += `${compositeKind(typ) || (under(typ) as Basic).name} `;
    return `${desc}type ${typeString(typ, qf)}`;
  }
  const empty = hasEmptyTypeset(actual) ? ' with empty type set' : '';
  return `${desc}type ${typeString(typ, qf)} constrained by ${typeString(actual.bound, qf)}${empty}`;
}

/** What kind of composite type `typ` is; '' for basic types. */
export function compositeKind(typ: Type): string {
  const u = under(typ);
  switch (u.kind) {
    case 'Basic':
      return '';
    case 'Signature':
      return 'func';
    default:
      return u.kind.toLowerCase();
  }
}

/** What an object is, in words. */
export function objectKind(obj: Obj): string {
  switch (obj.kind) {
    case 'PkgName':
      return 'package name';
    case 'Const':
      return 'constant';
    case 'TypeName':
      if (isAliasName(obj)) return 'type alias';
      return obj.typ?.kind === 'TypeParam' ? 'type parameter' : 'defined type';
    case 'Var':
      return varKindNames[obj.varKind];
    case 'Func':
      return obj.typ?.kind === 'Signature' && obj.typ.recv ? 'method' : 'function';
    case 'Label':
      return 'label';
    case 'Builtin':
      return 'built-in function';
    case 'Nil':
      return 'untyped nil';
  }
}

const varKindNames = {
  package: 'package-level variable',
  local: 'local variable',
  recv: 'receiver',
  param: 'parameter',
  result: 'result variable',
  field: 'struct field',
} as const;

/** Reports whether the type name stands for a type that has another name, or none. */
export function isAliasName(obj: Obj & { kind: 'TypeName' }): boolean {
  const t = obj.typ;
  if (!t) return false;
  switch (t.kind) {
    case 'Basic':
      // byte and rune are aliases; other predeclared types and unsafe.Pointer are not.
      if (obj.pkg?.path === 'unsafe') return false;
      return obj.pkg !== null || t.name !== obj.name || t.name === 'byte' || t.name === 'rune';
    case 'Named':
    case 'TypeParam':
      return obj !== t.obj;
    default:
      return true;
  }
}
