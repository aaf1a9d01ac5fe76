/**
 * Tokens of Go as small integers, after cmd/compile/internal/syntax/tokens.go (Go 1.26). The order matters: the keyword
 * range is contiguous, and a token's number is its bit in a follow set, which needs two words.
 */
import type { Operator } from './tree.ts';

export type Token = number;

export const _EOF: Token = 1;
export const _Name: Token = 2;
export const _Literal: Token = 3;
/** Every operator but '*', ':=' and the ones below. */
export const _Operator: Token = 4;
/** op= */
export const _AssignOp: Token = 5;
/** ++ and -- */
export const _IncOp: Token = 6;
export const _Assign: Token = 7;
export const _Define: Token = 8;
export const _Arrow: Token = 9;
export const _Star: Token = 10;
export const _Lparen: Token = 11;
export const _Lbrack: Token = 12;
export const _Lbrace: Token = 13;
export const _Rparen: Token = 14;
export const _Rbrack: Token = 15;
export const _Rbrace: Token = 16;
export const _Comma: Token = 17;
export const _Semi: Token = 18;
export const _Colon: Token = 19;
export const _Dot: Token = 20;
export const _DotDotDot: Token = 21;
export const _Break: Token = 22;
export const _Case: Token = 23;
export const _Chan: Token = 24;
export const _Const: Token = 25;
export const _Continue: Token = 26;
export const _Default: Token = 27;
export const _Defer: Token = 28;
export const _Else: Token = 29;
export const _Fallthrough: Token = 30;
export const _For: Token = 31;
export const _Func: Token = 32;
export const _Go: Token = 33;
export const _Goto: Token = 34;
export const _If: Token = 35;
export const _Import: Token = 36;
export const _Interface: Token = 37;
export const _Map: Token = 38;
export const _Package: Token = 39;
export const _Range: Token = 40;
export const _Return: Token = 41;
export const _Select: Token = 42;
export const _Struct: Token = 43;
export const _Switch: Token = 44;
export const _Type: Token = 45;
export const _Var: Token = 46;

const spelling: readonly string[] = [
  '',
  'EOF',
  'name',
  'literal',
  'op',
  'op=',
  'opop',
  '=',
  ':=',
  '<-',
  '*',
  '(',
  '[',
  '{',
  ')',
  ']',
  '}',
  ',',
  ';',
  ':',
  '.',
  '...',
  'break',
  'case',
  'chan',
  'const',
  'continue',
  'default',
  'defer',
  'else',
  'fallthrough',
  'for',
  'func',
  'go',
  'goto',
  'if',
  'import',
  'interface',
  'map',
  'package',
  'range',
  'return',
  'select',
  'struct',
  'switch',
  'type',
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
