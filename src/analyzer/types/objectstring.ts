/** Objects as messages show them. Follows the printing half of types2/object.go of Go 1.26. */
import { goQuote, isAliasName } from './format.ts';
import type { Func, Obj, TypeName } from './object.ts';
import type { Package } from './package.ts';
import type { Type } from './type.ts';
import { type Qualifier, signatureString, tparamListString, typeString } from './typestring.ts';
import { under } from './under.ts';

export function objectString(obj: Obj, qf: Qualifier): string {
  switch (obj.kind) {
    case 'PkgName': {
      const path = obj.imported.path;
      return `package ${obj.name}${path !== '' && path !== obj.name ? ` (${goQuote(path)})` : ''}`;
    }
    case 'Func':
      return `func ${funcName(obj, qf)}${obj.typ?.kind === 'Signature' ? signatureString(obj.typ, qf) : ''}`;
    case 'Label':
      return `label ${obj.name}`;
    case 'Builtin':
      return `builtin ${obj.name}`;
    case 'Nil':
      return 'nil';
    case 'Const':
      return withType(`const ${qualifiedName(obj, qf)}`, obj.typ, qf);
    case 'Var':
      return withType(`${obj.varKind === 'field' ? 'field' : 'var'} ${qualifiedName(obj, qf)}`, obj.typ, qf);
    case 'TypeName':
      return typeNameString(obj, qf);
  }
}

function withType(head: string, typ: Type | null, qf: Qualifier): string {
  return typ ? `${head} ${typeString(typ, qf)}` : head;
}

function typeNameString(obj: TypeName, qf: Qualifier): string {
  const typ = obj.typ;
  let head = `type ${typ?.kind === 'TypeParam' ? 'parameter ' : ''}${qualifiedName(obj, qf)}`;
  if (!typ || typ.kind === 'Basic') return head;
  if ((typ.kind === 'Named' || typ.kind === 'Alias') && typ.tparams.length > 0)
    head += tparamListString(typ.tparams, qf);
  if (isAliasName(obj)) return withType(`${head} =`, typ.kind === 'Alias' ? typ.fromRHS : typ, qf);
  return withType(head, typ.kind === 'TypeParam' ? typ.bound : under(typ), qf);
}

/** A name at package level carries its package, if the qualifier wants it. */
function qualifiedName(obj: Obj, qf: Qualifier): string {
  return obj.pkg && obj.parent === obj.pkg.scope ? packagePrefix(obj.pkg, qf) + obj.name : obj.name;
}

export function packagePrefix(pkg: Package | null, qf: Qualifier): string {
  if (!pkg) return '';
  const prefix = qf(pkg);
  return prefix === '' ? '' : `${prefix}.`;
}

function funcName(f: Func, qf: Qualifier): string {
  const recv = f.typ?.kind === 'Signature' ? f.typ.recv : null;
  if (!recv) return f.typ ? packagePrefix(f.pkg, qf) + f.name : f.name;
  return `(${recv.typ!.kind === 'Interface' ? 'interface' : typeString(recv.typ!, qf)}).${f.name}`;
}
