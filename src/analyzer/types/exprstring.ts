/**
 * Expressions as messages show them: one line, function bodies and literal elements as `…`. Follows the short form of
 * syntax/printer.go of Go 1.26.
 */
import type { Expr, Field, FuncType, Node, StructType } from '../syntax/tree.ts';

/** How deep a printed expression may nest; deeper parts print as `…`. */
const depthLimit = 500;

export function exprString(n: Node): string {
  return str(n as Expr, 0);
}

function str(e: Expr, d: number): string {
  if (d > depthLimit) return '…';
  const n = d + 1;
  switch (e.kind) {
    case 'BadExpr':
      return '<bad expr>';
    case 'Name':
    case 'BasicLit':
      return e.value;
    case 'FuncLit':
      return `${str(e.type, n)} {${e.body.list.length > 0 ? '…' : ''}}`;
    case 'CompositeLit':
      return `${e.type ? str(e.type, n) : ''}{${e.elemList.length > 0 ? '…' : ''}}`;
    case 'ParenExpr':
      return `(${str(e.x, n)})`;
    case 'SelectorExpr':
      return `${str(e.x, n)}.${e.sel.value}`;
    case 'IndexExpr':
      return `${str(e.x, n)}[${str(e.index, n)}]`;
    case 'SliceExpr': {
      const [i, j, k] = e.index;
      return `${str(e.x, n)}[${i ? str(i, n) : ''}:${j ? str(j, n) : ''}${k ? `:${str(k, n)}` : ''}]`;
    }
    case 'AssertExpr':
      return `${str(e.x, n)}.(${str(e.type, n)})`;
    case 'TypeSwitchGuard':
      return `${e.lhs ? `${e.lhs.value} := ` : ''}${str(e.x, n)}.(type)`;
    case 'CallExpr':
      return `${str(e.fun, n)}(${list(e.argList, n)}${e.hasDots ? '...' : ''})`;
    case 'Operation':
      return e.y ? `${str(e.x, n)} ${e.op} ${str(e.y, n)}` : `${e.op}${str(e.x, n)}`;
    case 'KeyValueExpr':
      return `${str(e.key, n)}: ${str(e.value, n)}`;
    case 'ListExpr':
      return list(e.elemList, n);
    case 'ArrayType':
      return `[${e.len ? str(e.len, n) : '...'}]${str(e.elem, n)}`;
    case 'SliceType':
      return `[]${str(e.elem, n)}`;
    case 'DotsType':
      return `...${str(e.elem, n)}`;
    case 'StructType':
      return `struct{${fieldList(e, n)}}`;
    case 'FuncType':
      return `func${signature(e, n)}`;
    case 'InterfaceType':
      return `interface{${e.methodList.map((m) => method(m, n)).join('; ')}}`;
    case 'MapType':
      return `map[${str(e.key, n)}]${str(e.value, n)}`;
    case 'ChanType': {
      const head = e.dir === 'RecvOnly' ? '<-chan ' : e.dir === 'SendOnly' ? 'chan<- ' : 'chan ';
      const parens = e.dir === '' && e.elem.kind === 'ChanType' && e.elem.dir === 'RecvOnly';
      return parens ? `${head}(${str(e.elem, n)})` : head + str(e.elem, n);
    }
  }
}

function list(exprs: readonly Expr[], d: number): string {
  return exprs.map((e) => str(e, d)).join(', ');
}

function method(m: Field, d: number): string {
  return m.name && m.type.kind === 'FuncType' ? m.name.value + signature(m.type, d) : str(m.type, d);
}

/** Fields that were declared together print together. */
function fieldList(e: StructType, d: number): string {
  const parts: string[] = [];
  const fields = e.fieldList;
  for (let i = 0; i < fields.length; ) {
    const first = fields[i]!;
    let j = i + 1;
    if (first.name) while (j < fields.length && fields[j]!.name && fields[j]!.type === first.type) j++;
    const names = fields.slice(i, j).map((f) => f.name?.value ?? '');
    const tag = e.tagList[i];
    parts.push((first.name ? `${names.join(', ')} ` : '') + str(first.type, d) + (tag ? ` ${tag.value}` : ''));
    i = j;
  }
  return parts.join('; ');
}

function signature(t: FuncType, d: number): string {
  const results = t.resultList;
  const params = parameters(t.paramList, d);
  if (results.length === 0) return params;
  if (results.length === 1 && !results[0]!.name) return `${params} ${str(results[0]!.type, d)}`;
  return `${params} ${parameters(results, d)}`;
}

function parameters(fields: readonly Field[], d: number): string {
  const parts = fields.map((f, i) => {
    if (!f.name) return str(f.type, d);
    const next = fields[i + 1];
    return next?.name && next.type === f.type ? f.name.value : `${f.name.value} ${str(f.type, d)}`;
  });
  return `(${parts.join(', ')})`;
}
