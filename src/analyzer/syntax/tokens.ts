/**
 * Tokens of Go as small integers, after cmd/compile/internal/syntax/tokens.go (Go 1.26). The order matters: the keyword
 * range is contiguous, and a token's number is its bit in a follow set, which needs two words.
 */
import type { Operator } from './tree.ts';

export type Token = number;

export const _EOF = 1;
export const _Name = 2;
export const _Literal = 3;
/** Every operator but '*', ':=' and the ones below. */
export const _Operator = 4;
/** op= */
export const _AssignOp = 5;
/** ++ and -- */
export const _IncOp = 6;
export const _Assign = 7;
export const _Define = 8;
export const _Arrow = 9;
export const _Star = 10;
export const _Lparen = 11;
export const _Lbrack = 12;
export const _Lbrace = 13;
export const _Rparen = 14;
export const _Rbrack = 15;
export const _Rbrace = 16;
export const _Comma = 17;
export const _Semi = 18;
export const _Colon = 19;
export const _Dot = 20;
export const _DotDotDot = 21;
export const _Break = 22;
export const _Case = 23;
export const _Chan = 24;
export const _Const = 25;
export const _Continue = 26;
export const _Default = 27;
export const _Defer = 28;
export const _Else = 29;
export const _Fallthrough = 30;
export const _For = 31;
export const _Func = 32;
export const _Go = 33;
export const _Goto = 34;
export const _If = 35;
export const _Import = 36;
export const _Interface = 37;
export const _Map = 38;
export const _Package = 39;
export const _Range = 40;
export const _Return = 41;
export const _Select = 42;
export const _Struct = 43;
export const _Switch = 44;
export const _Type = 45;
export const _Var = 46;

const spelling: readonly string[] = [
  '', 'EOF', 'name', 'literal', 'op', 'op=', 'opop', '=', ':=', '<-', '*', '(', '[', '{', ')', ']', '}', ',', ';', ':',
  '.', '...', 'break', 'case', 'chan', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func',
  'go', 'goto', 'if', 'import', 'interface', 'map', 'package', 'range', 'return', 'select', 'struct', 'switch', 'type',
  'var',
];

export const keywords: ReadonlyMap<string, Token> = new Map(
  spelling.map((word, token) => [word, token] as const).filter(([, token]) => token >= _Break),
);

export function spellingOf(token: Token): string {
  return spelling[token]!;
}

/** How gc names a token in an error message. */
export function tokenWords(token: Token): string {
  if (token === _Comma) return 'comma';
  if (token === _Semi) return 'semicolon or newline';
  return token >= _Break ? `keyword ${spelling[token]}` : spelling[token]!;
}

/** Binary precedences; 0 is not binary. */
export const precOrOr = 1;
export const precAndAnd = 2;
export const precCmp = 3;
export const precAdd = 4;
export const precMul = 5;

export type { Operator };
