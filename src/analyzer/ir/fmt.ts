/**
 * Nodes as gc's IR printer shows them to people (`%v`): the expressions in -m lines and the bodies in -m=2 ones.
 * Follows cmd/compile/internal/ir/fmt.go (Go 1.26).
 *
 * Implicit addresses, dereferences and conversions are not shown; loops, switches and selects only by their name.
 */

import { uint64Val } from '../types/constant.ts';
import { constantString } from '../types/constantfmt.ts';
import { BasicKind } from '../types/type.ts';
import type { BasicLit, CallExpr, Expr } from './expr.ts';
import type { Node } from './node.ts';
import { opText, precedence, statements } from './optext.ts';
import type { AssignListStmt, AssignStmt, IfStmt, Stmt } from './stmt.ts';
import type { Sym } from './sym.ts';
import { hasSym, isPtr, isUntyped } from './type.ts';
import type { FmtContext } from './typefmt.ts';
import { qualifier, typeString } from './typefmt.ts';

export function symString(sym: Sym, ctx: FmtContext): string {
  const q = qualifier(sym.pkg, ctx, 'go');
  return q === '' ? sym.name : `${q}.${sym.name}`;
}

/** gc's `%v` of a node. */
export function nodeString(n: Node | null, ctx: FmtContext): string {
  return new NodeWriter(ctx).any(n);
}

class NodeWriter {
  readonly ctx: FmtContext;
  constructor(ctx: FmtContext) {
    this.ctx = ctx;
  }

  any(n: Node | null): string {
    if (n === null) return '<nil>';
    return statements.has(n.op) ? this.stmt(n as Stmt) : this.expr(n, 0);
  }

  list(list: readonly Node[], sep: string): string {
    return list.map((n) => this.any(n)).join(sep);
  }

  private stmt(n: Stmt): string {
    switch (n.op) {
      case 'ODCL':
        return `var ${symString(n.x.sym, this.ctx)} ${typeString(n.x.type, this.ctx)}`;
      case 'OAS':
        return this.assign(n);
      case 'OASOP':
        if (n.incDec) return `${this.any(n.x)}${n.asOp === 'OADD' ? '++' : '--'}`;
        return `${this.any(n.x)} ${opText[n.asOp]}= ${this.any(n.y)}`;
      case 'OAS2':
      case 'OAS2DOTTYPE':
      case 'OAS2FUNC':
      case 'OAS2MAPR':
      case 'OAS2RECV':
        return this.assignList(n);
      case 'OBLOCK':
        return this.list(n.list, '; ');
      case 'ORETURN':
        return `return ${this.list(n.results, ', ')}`;
      case 'OGO':
        return `go ${this.any(n.call)}`;
      case 'ODEFER':
        return `defer ${this.any(n.call)}`;
      case 'OIF':
        return this.ifStmt(n);
      case 'OFOR':
      case 'ORANGE':
        return 'for loop';
      case 'OSELECT':
      case 'OSWITCH':
        return `${opText[n.op]} statement`;
      case 'OCASE':
        return `${n.list.length > 0 ? `case ${this.list(n.list, ', ')}` : 'default'}: ${this.list(n.body, '; ')}`;
      case 'OBREAK':
      case 'OCONTINUE':
      case 'OGOTO':
      case 'OFALL':
        return n.label === null ? opText[n.op]! : `${opText[n.op]} ${n.label}`;
      case 'OLABEL':
        return `${n.label}: `;
      default:
        return `<node ${n.op.slice(1)}>`;
    }
  }

  private assign(n: AssignStmt): string {
    return `${this.any(n.x)} ${n.def ? ':=' : '='} ${this.any(n.y)}`;
  }

  private assignList(n: AssignListStmt): string {
    return `${this.list(n.lhs, ', ')} ${n.def ? ':=' : '='} ${this.list(n.rhs, ', ')}`;
  }

  private ifStmt(n: IfStmt): string {
    const simple = n.init.length === 1 && n.init[0]!.init.length === 0;
    const head = simple ? `if ${this.any(n.init[0]!)}; ` : 'if ';
    const text = `${head}${this.any(n.cond)} { ${this.list(n.body, '; ')} }`;
    return n.else.length === 0 ? text : `${text} else { ${this.list(n.else, '; ')} }`;
  }

  private expr(node: Node, prec: number): string {
    let n = node;
    while (isImplicit(n)) n = n.x;
    let own = precedence[n.op] ?? 8;
    if (n.op === 'OTYPE' && isPtr(n.type) && !hasSym(n.type)) own = 7;
    return prec > own ? `(${this.any(n)})` : this.bare(n, own);
  }

  private bare(n: Node, prec: number): string {
    switch (n.op) {
      case 'OPAREN':
        return `(${this.any(n.x)})`;
      case 'ONIL':
        return 'nil';
      case 'OLITERAL':
        return this.literal(n);
      case 'ODCLFUNC':
        return symString(n.nname.sym, this.ctx);
      case 'ONAME':
        return n.sym.name.startsWith('~b') ? '_' : symString(n.sym, this.ctx);
      case 'OLINKSYMOFFSET':
        return `(${typeString(n.type, this.ctx)})(${n.linksym}@${n.offset})`;
      case 'OTYPE':
        return typeString(n.type, this.ctx);
      case 'OCLOSURE':
        return 'func literal';
      case 'OPTRLIT':
        return `&${this.any(n.x)}`;
      case 'OSTRUCTLIT':
      case 'OARRAYLIT':
      case 'OSLICELIT':
      case 'OMAPLIT':
        if (n.implicit) return '... argument';
        return `${typeString(n.type, this.ctx)}{${n.list.length > 0 ? '...' : ''}}`;
      case 'OKEY':
        return `${this.any(n.key)}:${this.any(n.value)}`;
      case 'OSTRUCTKEY':
        return `${n.field.sym.name}:${this.any(n.value)}`;
      case 'ODOT':
      case 'ODOTPTR':
      case 'ODOTINTER':
      case 'ODOTMETH':
      case 'OMETHVALUE':
      case 'OMETHEXPR':
        return `${this.expr(n.x, prec)}.${n.sel.name}`;
      case 'ODOTTYPE':
      case 'ODOTTYPE2':
        return `${this.expr(n.x, prec)}.(${typeString(n.type, this.ctx)})`;
      case 'OINDEX':
      case 'OINDEXMAP':
        return `${this.expr(n.x, prec)}[${this.any(n.index)}]`;
      case 'OSLICE':
      case 'OSLICESTR':
      case 'OSLICEARR':
        return `${this.expr(n.x, prec)}[${this.bound(n.low)}:${this.bound(n.high)}]`;
      case 'OSLICE3':
      case 'OSLICE3ARR':
        return `${this.expr(n.x, prec)}[${this.bound(n.low)}:${this.bound(n.high)}:${this.bound(n.max)}]`;
      case 'OCOMPLEX':
      case 'OCOPY':
      case 'OUNSAFEADD':
      case 'OUNSAFESLICE':
        return `${opText[n.op]}(${this.any(n.x)}, ${this.any(n.y)})`;
      case 'OCONV':
      case 'OCONVIFACE':
      case 'OCONVNOP':
      case 'OBYTES2STR':
      case 'ORUNES2STR':
      case 'OSTR2BYTES':
      case 'OSTR2RUNES':
      case 'ORUNESTR':
      case 'OSLICE2ARR':
      case 'OSLICE2ARRPTR': {
        const type = typeString(n.type, this.ctx);
        return `${hasSym(n.type) ? type : `(${type})`}(${this.any(n.x)})`;
      }
      case 'OREAL':
      case 'OIMAG':
      case 'OCAP':
      case 'OCLEAR':
      case 'OCLOSE':
      case 'OLEN':
      case 'ONEW':
      case 'OPANIC':
        return `${opText[n.op]}(${this.any(n.x)})`;
      case 'OAPPEND':
      case 'ODELETE':
      case 'OMAX':
      case 'OMIN':
        return `${opText[n.op]}(${this.args(n)})`;
      case 'ORECOVER':
        return n.args.length > 0 ? '<node RECOVERFP>' : 'recover()';
      case 'OPRINT':
      case 'OPRINTLN':
        return `${opText[n.op]}(${this.args(n)})`;
      case 'OCALLFUNC':
      case 'OCALLINTER':
        return `${this.expr(n.fun!, prec)}(${this.args(n)})`;
      case 'OINLCALL':
        return n.returnVars.length === 1 ? this.any(n.returnVars[0]!) : `(.${this.list(n.returnVars, '; ')})`;
      case 'OMAKEMAP':
      case 'OMAKECHAN':
      case 'OMAKESLICE': {
        const type = typeString(n.type, this.ctx);
        if (n.cap !== null) return `make(${type}, ${this.any(n.len)}, ${this.any(n.cap)})`;
        const shown = n.len !== null && (n.op === 'OMAKESLICE' || !isUntyped(n.len.type));
        return shown ? `make(${type}, ${this.any(n.len)})` : `make(${type})`;
      }
      case 'OPLUS':
      case 'ONEG':
      case 'OBITNOT':
      case 'ONOT':
      case 'ORECV':
      case 'OADDR':
        return `${opText[n.op]}${n.x.op === n.op ? ' ' : ''}${this.expr(n.x, prec + 1)}`;
      case 'ODEREF':
        return `*${this.expr(n.x, prec + 1)}`;
      case 'OADD':
      case 'OAND':
      case 'OANDNOT':
      case 'ODIV':
      case 'OEQ':
      case 'OGE':
      case 'OGT':
      case 'OLE':
      case 'OLT':
      case 'OLSH':
      case 'OMOD':
      case 'OMUL':
      case 'ONE':
      case 'OOR':
      case 'ORSH':
      case 'OSUB':
      case 'OXOR':
      case 'OANDAND':
      case 'OOROR':
        return `${this.expr(n.x, prec)} ${opText[n.op]} ${this.expr(n.y, prec + 1)}`;
      case 'OSEND':
        return `${this.expr(n.chan, prec)} <- ${this.expr(n.value, prec + 1)}`;
      case 'OADDSTR':
        return n.list.map((x) => this.expr(x, prec)).join(' + ');
      default:
        return `<node ${opText[n.op] ?? n.op.slice(1)}>`;
    }
  }

  private bound(n: Expr | null): string {
    return n === null ? '' : this.any(n);
  }

  private args(n: CallExpr): string {
    return this.list(n.args, ', ') + (n.isDDD ? '...' : '');
  }

  /** A constant bare when its type is the default one of its kind, else as a conversion. */
  private literal(n: BasicLit): string {
    const t = n.type;
    if (t.kind === 'Basic' && (t.name === 'rune' || t.basic === BasicKind.UntypedRune)) {
      const code = uint64Val(n.val);
      if (code !== undefined && code <= 0x10ffffn) return quoteRune(Number(code));
    }
    const text = constantString(n.val);
    if (t.kind === 'Basic' && isDefaultFor(t.basic, t.name, n.val.kind)) return text;
    return `${typeString(t, this.ctx)}(${text})`;
  }
}

function isImplicit(n: Node): n is Extract<Node, { x: Expr; implicit: boolean }> {
  switch (n.op) {
    case 'OADDR':
    case 'ODEREF':
    case 'OCONV':
    case 'OCONVNOP':
    case 'OCONVIFACE':
      return n.implicit;
    default:
      return false;
  }
}

function isDefaultFor(kind: BasicKind, name: string, valueKind: string): boolean {
  switch (valueKind) {
    case 'Bool':
      return kind === BasicKind.Bool || kind === BasicKind.UntypedBool;
    case 'String':
      return kind === BasicKind.String || kind === BasicKind.UntypedString;
    case 'Int':
      return kind === BasicKind.Int || kind === BasicKind.UntypedInt;
    case 'Float':
      return kind === BasicKind.Float64 || kind === BasicKind.UntypedFloat;
    case 'Complex':
      return kind === BasicKind.Complex128 || kind === BasicKind.UntypedComplex;
    default:
      return name === '';
  }
}

/** fmt's `%q` of a rune. */
function quoteRune(code: number): string {
  const simple: Record<number, string> = {
    7: '\\a',
    8: '\\b',
    9: '\\t',
    10: '\\n',
    11: '\\v',
    12: '\\f',
    13: '\\r',
    39: "\\'",
    92: '\\\\',
  };
  const escaped = simple[code];
  if (escaped !== undefined) return `'${escaped}'`;
  if (code >= 0xd800 && code < 0xe000) return "'\ufffd'";
  if (code < 0x20 || code === 0x7f) return `'\\x${hex(code, 2)}'`;
  const text = String.fromCodePoint(code);
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S}]|^ $/u.test(text)) return `'${text}'`;
  return code < 0x10000 ? `'\\u${hex(code, 4)}'` : `'\\U${hex(code, 8)}'`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
