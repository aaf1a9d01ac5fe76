/**
 * Every expression with its type and constant value, as go/types records them in Info.Types: what
 * `stackorheap types --json` prints.
 *
 * gc's tree and side tables differ from go/types' in places; the lines here are go/types':
 * - the operand of `x++` is added to a literal 1 that has x's position;
 * - nil stays untyped nil, whatever it becomes;
 * - an array that a range clause takes only the length of keeps its type;
 * - gc drops the parentheses of &(x) and around types, go/types records them as what they hold.
 */
import type { FileSet, Pos, SourceFile } from '../analyzer/base/pos.ts';
import { fileAt, relativePosition } from '../analyzer/base/pos.ts';
import type { AssignStmt, Expr, File, Node } from '../analyzer/syntax/tree.ts';
import { inspect } from '../analyzer/syntax/walk.ts';
import { makeInt64 } from '../analyzer/types/constant.ts';
import { exactString } from '../analyzer/types/constantfmt.ts';
import type { Info, TypeAndValue } from '../analyzer/types/info.ts';
import type { Package } from '../analyzer/types/package.ts';
import { isComplex } from '../analyzer/types/predicates.ts';
import { typeString } from '../analyzer/types/typestring.ts';

export interface TypesLine {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'type' | 'value' | 'builtin' | 'void' | 'nil';
  readonly type: string;
  readonly value?: string;
}

export interface Checked {
  readonly fileSet: FileSet;
  readonly files: readonly File[];
  readonly package: Package;
  readonly info: Info;
}

/** The lines of a package, sorted by file, place, kind and type; equal ones once. */
export function dumpTypes(checked: Checked): TypesLine[] {
  const { fileSet, files, info } = checked;
  const dump = new Dump(checked.package, fileSet);
  let source: SourceFile | undefined;
  for (const [e, tv] of info.types) {
    if (e.start === 0) continue; // made by the checker
    if (!source || e.start < source.base || e.start > source.base + source.bytes.length)
      source = fileAt(fileSet, e.start);
    if (source) dump.add(source, e, info.rangeArrays.get(e) ?? tv);
  }
  for (const file of files) {
    const in_ = fileAt(fileSet, file.start)!;
    inspect(file, (n) => {
      if (n.kind === 'AssignStmt' && !n.rhs) dump.addOne(in_, n, info);
      const last = lastOperand(n);
      if (last && last.end !== n.end) dump.addParens(in_, n, last, info);
      return true;
    });
  }
  return dump.sorted();
}

class Dump {
  private readonly pkg: Package;
  private readonly lines = new Map<string, TypesLine>();
  private readonly typeStrings = new Map<TypeAndValue['type'], string>();

  private readonly fileSet: FileSet;

  constructor(pkg: Package, fileSet: FileSet) {
    this.pkg = pkg;
    this.fileSet = fileSet;
  }

  add(source: SourceFile, e: Expr, tv: TypeAndValue): void {
    const kind = kindOf(tv);
    const type = kind === 'nil' ? 'untyped nil' : this.typeString(tv.type);
    this.put(source, e.start, e.end, kind, type, tv.value ? exactString(tv.value) : undefined);
  }

  /** The 1 of `x++`. */
  addOne(source: SourceFile, s: AssignStmt, info: Info): void {
    const tv = info.types.get(s.lhs);
    if (!tv) return;
    const { start } = s.lhs;
    const value = isComplex(tv.type) ? '(1 + 0i)' : exactString(makeInt64(1));
    this.put(source, start, start + 1, 'value', this.typeString(tv.type), value);
  }

  /** The parentheses around the last part of a node, from inside out. */
  addParens(source: SourceFile, n: Node, x: Expr, info: Info): void {
    const tv = info.types.get(x);
    if (!tv) return;
    const closing = parens(source, x.end, n.end, ')');
    const opening = parens(source, n.start, x.start, '(').reverse();
    for (let i = 0; i < Math.min(opening.length, closing.length); i++) {
      this.put(source, opening[i]!, closing[i]! + 1, kindOf(tv), this.typeString(tv.type), undefined);
    }
  }

  private put(
    source: SourceFile,
    start: number,
    end: number,
    kind: TypesLine['kind'],
    type: string,
    value: string | undefined,
  ): void {
    const file = baseName(relativePosition(this.fileSet, start)!.file);
    const line = { file, start: start - source.base, end: end - source.base, kind, type };
    const full = value === undefined || value === '' ? line : { ...line, value };
    this.lines.set(JSON.stringify(full), full);
  }

  private typeString(t: TypeAndValue['type']): string {
    let text = this.typeStrings.get(t);
    if (text === undefined) {
      text = typeString(t, (pkg) => (pkg === this.pkg ? '' : pkg.name));
      this.typeStrings.set(t, text);
    }
    return text;
  }

  sorted(): TypesLine[] {
    return [...this.lines.values()].sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.start - b.start ||
        a.end - b.end ||
        compare(a.kind, b.kind) ||
        compare(a.type, b.type),
    );
  }
}

function kindOf(tv: TypeAndValue): TypesLine['kind'] {
  switch (tv.mode) {
    case 'typexpr':
      return 'type';
    case 'builtin':
      return 'builtin';
    case 'novalue':
      return 'void';
    case 'nilvalue':
      return 'nil';
    default:
      return 'value';
  }
}

/** The part of a node that it ends with, where gc's parser drops parentheses around that. */
function lastOperand(n: Node): Expr | null {
  switch (n.kind) {
    case 'Operation':
      return !n.y && (n.op === '&' || n.op === '*') ? n.x : null;
    case 'ArrayType':
    case 'SliceType':
    case 'ChanType':
    case 'DotsType':
      return n.elem;
    case 'MapType':
      return n.value;
    case 'Field':
      return n.type;
    default:
      return null;
  }
}

/** Places of parentheses in a stretch of text that has nothing else but space and comments. */
function parens(source: SourceFile, from: Pos, to: Pos, paren: string): Pos[] {
  const text = new TextDecoder('latin1').decode(source.bytes.subarray(from - source.base, to - source.base));
  const places: Pos[] = [];
  for (const m of text.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()]/g)) if (m[0] === paren) places.push(from + m.index);
  return places;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last part of a path, as Go's path/filepath has it. */
function baseName(path: string): string {
  return path === '' ? '.' : path.slice(path.lastIndexOf('/') + 1);
}
