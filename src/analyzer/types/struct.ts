/** Struct types. Follows types2/struct.go of Go 1.26. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { BasicLit, Expr, Name, StructType } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { unquote } from './constantlit.ts';
import { later } from './environment.ts';
import { errorf, newError } from './errors.ts';
import { deref } from './lookup.ts';
import { idOf, Var } from './object.ts';
import { isTypeParam, isValid } from './predicates.ts';
import { recordDef } from './recording.ts';
import { BasicKind, type Struct, type Type } from './type.ts';
import { varType } from './typexpr.ts';
import { under } from './under.ts';
import { universeInvalid } from './universe.ts';
import { isStar, makeName, startPos } from './util.ts';

/** Fields collected so far. */
interface Fields {
  readonly list: Var[];
  tags: string[];
  readonly byId: Map<string, Var>;
}

export function structType(check: Checker, styp: Struct, e: StructType): void {
  const fields: Fields = { list: [], tags: [], byId: new Map() };
  let typ: Type = universeInvalid;
  let prev: Expr | null = null;
  for (let i = 0; i < e.fieldList.length; i++) {
    const f = e.fieldList[i]!;
    if (f.type !== prev) {
      typ = varType(check, f.type);
      prev = f.type;
    }
    const tag = tagValue(check, e.tagList[i] ?? null);
    if (f.name) {
      addField(check, fields, f.name, typ, tag, false);
      continue;
    }
    const pos = startPos(f.type);
    const name = embeddedFieldIdent(f.type);
    if (name) {
      addField(check, fields, name, typ, tag, true);
      checkEmbedded(check, pos, typ);
    } else {
      errorf(check, pos, 'InvalidSyntaxTree', texts.embeddedInvalid, f.type);
      addField(check, fields, makeName(pos, '_'), universeInvalid, '', true);
    }
  }
  styp.fields = fields.list;
  styp.tags = fields.tags;
}

function addField(check: Checker, fields: Fields, id: Name, typ: Type, tag: string, embedded: boolean): void {
  const fld = new Var('field', id.pos, check.pkg, id.value, typ, embedded);
  if (id.value !== '_' && !declareField(check, fields, fld)) return;
  if (tag !== '') {
    while (fields.tags.length < fields.list.length) fields.tags.push('');
    fields.tags.push(tag);
  }
  fields.list.push(fld);
  recordDef(check, id, fld);
}

function declareField(check: Checker, fields: Fields, fld: Var): boolean {
  const id = idOf(fld.pkg, fld.name);
  const alt = fields.byId.get(id);
  if (!alt) {
    fields.byId.set(id, fld);
    return true;
  }
  const err = newError(check, 'DuplicateDecl');
  err.addf(fld.pos, texts.redeclared, fld.name);
  err.addAltDecl(alt);
  err.report();
  return false;
}

/** What may be embedded is known only when all types are complete. */
function checkEmbedded(check: Checker, pos: Pos, typ: Type): void {
  later(check, () => {
    const [t, isPtr] = deref(typ);
    const u = under(t);
    switch (u.kind) {
      case 'Basic':
        if (isValid(t) && u.basic === BasicKind.UnsafePointer) {
          errorf(check, pos, 'InvalidPtrEmbed', texts.embeddedUnsafePointer);
        }
        break;
      case 'Pointer':
        errorf(check, pos, 'InvalidPtrEmbed', texts.embeddedPointer);
        break;
      case 'Interface':
        if (isTypeParam(t)) errorf(check, pos, 'MisplacedTypeParam', texts.embeddedTypeParam);
        else if (isPtr) errorf(check, pos, 'InvalidPtrEmbed', texts.embeddedPointerToInterface);
        break;
      default:
        break;
    }
  });
}

/** The name that an embedded field's type gives it: `T`, `*T`, `p.T`, `T[A]`. */
function embeddedFieldIdent(e: Expr): Name | null {
  switch (e.kind) {
    case 'Name':
      return e;
    case 'Operation':
      return isStar(e) && !isStar(e.x) ? embeddedFieldIdent(e.x) : null;
    case 'SelectorExpr':
      return e.sel;
    case 'IndexExpr':
      return embeddedFieldIdent(e.x);
    default:
      return null;
  }
}

function tagValue(check: Checker, t: BasicLit | null): string {
  if (!t || t.bad) return '';
  const value = t.litKind === 'StringLit' ? unquote(t.value) : undefined;
  if (value === undefined) errorf(check, t, 'InvalidSyntaxTree', texts.incorrectTag, t.value);
  return value ?? '';
}
