/**
 * Source text of a node as syntax.String of the compiler prints it (printer.go, short form, Go 1.26): one line, bodies
 * of functions and composite literals as "…". Compiler messages quote expressions this way, not as they were written.
 */
import type { Expr, Field, FuncType, SimpleStmt, StructType } from './tree.ts';

export function exprString(n: Expr | SimpleStmt): string {
  switch (n.kind) {
    case 'BadExpr':
      return '<bad expr>';
    case 'Name':
    case 'BasicLit':
      return n.value;
    case 'FuncLit':
      return `${exprString(n.type)} {${n.body.list.length > 0 ? '…' : ''}}`;
    case 'CompositeLit':
      return `${n.type === null ? '' : exprString(n.type)}{${n.elemList.length > 0 ? '…' : ''}}`;
    case 'ParenExpr':
      return `(${exprString(n.x)})`;
    case 'SelectorExpr':
      return `${exprString(n.x)}.${n.sel.value}`;
    case 'IndexExpr':
      return `${exprString(n.x)}[${exprString(n.index)}]`;
    case 'SliceExpr': {
      const [i, j, k] = n.index;
      const text = (x: Expr | null): string => (x === null ? '' : exprString(x));
      return `${exprString(n.x)}[${text(i)}:${text(j)}${k === null ? '' : `:${exprString(k)}`}]`;
    }
    case 'AssertExpr':
      return `${exprString(n.x)}.(${exprString(n.type)})`;
    case 'TypeSwitchGuard':
      return `${n.lhs === null ? '' : `${n.lhs.value} := `}${exprString(n.x)}.(type)`;
    case 'CallExpr':
      return `${exprString(n.fun)}(${exprList(n.argList)}${n.hasDots ? '...' : ''})`;
    case 'Operation':
      return n.y === null ? n.op + exprString(n.x) : `${exprString(n.x)} ${n.op} ${exprString(n.y)}`;
    case 'KeyValueExpr':
      return `${exprString(n.key)}: ${exprString(n.value)}`;
    case 'ListExpr':
      return exprList(n.elemList);
    case 'ArrayType':
      return `[${n.len === null ? '...' : exprString(n.len)}]${exprString(n.elem)}`;
    case 'SliceType':
      return `[]${exprString(n.elem)}`;
    case 'DotsType':
      return `...${exprString(n.elem)}`;
    case 'StructType':
      return `struct{${fields(n)}}`;
    case 'FuncType':
      return `func${signature(n)}`;
    case 'InterfaceType':
      return `interface{${n.methodList.map(method).join('; ')}}`;
    case 'MapType':
      return `map[${exprString(n.key)}]${exprString(n.value)}`;
    case 'ChanType': {
      const arrows = n.dir === 'RecvOnly' ? '<-chan' : n.dir === 'SendOnly' ? 'chan<-' : 'chan';
      const paren = n.dir === '' && n.elem.kind === 'ChanType' && n.elem.dir === 'RecvOnly';
      return paren ? `${arrows} (${exprString(n.elem)})` : `${arrows} ${exprString(n.elem)}`;
    }
    case 'EmptyStmt':
      return '';
    case 'ExprStmt':
      return exprString(n.x);
    case 'SendStmt':
      return `${exprString(n.chan)} <- ${exprString(n.value)}`;
    case 'AssignStmt':
      return n.rhs === null ? exprString(n.lhs) + n.op + n.op : `${exprString(n.lhs)} ${n.op}= ${exprString(n.rhs)}`;
    case 'RangeClause':
      return `${n.lhs === null ? '' : `${exprString(n.lhs)} ${n.def ? ':=' : '='} `}range ${exprString(n.x)}`;
  }
}

function exprList(list: readonly Expr[]): string {
  return list.map(exprString).join(', ');
}

function method(f: Field): string {
  return f.name !== null && f.type.kind === 'FuncType' ? f.name.value + signature(f.type) : exprString(f.type);
}

function signature({ paramList, resultList }: FuncType): string {
  const only = resultList.length === 1 && resultList[0]!.name === null ? resultList[0] : undefined;
  const results = only ? ` ${exprString(only.type)}` : resultList.length > 0 ? ` (${params(resultList)})` : '';
  return `(${params(paramList)})${results}`;
}

/** Names that share a type are printed together. */
function params(list: readonly Field[]): string {
  return list
    .map((f, i) => {
      if (f.name === null) return exprString(f.type);
      const next = list[i + 1];
      return next?.name && next.type === f.type ? f.name.value : `${f.name.value} ${exprString(f.type)}`;
    })
    .join(', ');
}

function fields({ fieldList, tagList }: StructType): string {
  const groups: string[] = [];
  for (let i = 0; i < fieldList.length; ) {
    const f = fieldList[i]!;
    const names: string[] = [];
    let j = i;
    for (; j < fieldList.length && fieldList[j]!.name !== null && fieldList[j]!.type === f.type; j++) {
      names.push(fieldList[j]!.name!.value);
    }
    const tag = tagList[i];
    groups.push((f.name === null ? '' : `${names.join(', ')} `) + exprString(f.type) + (tag ? ` ${tag.value}` : ''));
    i = Math.max(j, i + 1);
  }
  return groups.join('; ');
}
