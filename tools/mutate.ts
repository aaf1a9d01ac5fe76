/**
 * Small changes to Go programs, for proofs: the same seed gives the same change. Syntax-keeping kinds (token, operator,
 * literal, statement) mostly still compile; `edit` and `bytes` do what typing and broken files do.
 *
 * Works on a scan of its own, so that nothing here depends on the engine that it tests.
 */

export type MutationKind = 'token' | 'operator' | 'literal' | 'statement';
export const syntaxKeeping: readonly MutationKind[] = ['token', 'operator', 'literal', 'statement'];

/** Numbers in [0, 1), always the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Token {
  readonly kind: 'name' | 'keyword' | 'number' | 'string' | 'rune' | 'operator';
  readonly text: string;
  readonly start: number;
}

const keywords = new Set(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'.split(
    ' ',
  ),
);
const tokenPattern =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>0[xXbBoO][\p{N}a-fA-F_]+|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?i?)|(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<rune>'(?:[^'\\\n]|\\.)+')|(?<operator><<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|&\^|[-+*/%&|^<>=!()[\]{},;.:~])|(?<other>[\s\S])/gu;

export function scan(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const groups = match.groups!;
    const found = (['name', 'number', 'string', 'rune', 'operator'] as const).find(
      (kind) => groups[kind] !== undefined,
    );
    if (!found) continue;
    const kind = found === 'name' && keywords.has(match[0]) ? 'keyword' : found;
    tokens.push({ kind, text: match[0], start: match.index });
  }
  return tokens;
}

const operatorClasses: readonly (readonly string[])[] = [
  ['+', '-', '*', '/', '%', '&', '|', '^'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['&&', '||'],
  ['<<', '>>'],
  ['+=', '-=', '*=', '|=', '='],
  ['++', '--'],
  ['=', ':='],
];
const numbers = [
  '0',
  '1',
  '2',
  '3',
  '8',
  '32',
  '33',
  '64',
  '128',
  '129',
  '1000',
  '8192',
  '8193',
  '65536',
  '65537',
  '131072',
  '131073',
  '1 << 20',
];
const typeNames = [
  'int',
  'int64',
  'uint8',
  'byte',
  'string',
  'bool',
  'float64',
  'any',
  'error',
  'uintptr',
  '[]int',
  '*int',
  '[4]int',
  'map[string]int',
  'func()',
  'struct{}',
  'interface{ M() }',
];

/** One syntax-keeping change, or undefined where that kind finds nothing to change. */
export function mutate(text: string, kind: MutationKind, random: () => number): string | undefined {
  switch (kind) {
    case 'operator':
      return mutateOperator(text, random);
    case 'literal':
      return mutateLiteral(text, random);
    case 'token':
      return mutateToken(text, random);
    case 'statement':
      return mutateStatement(text, random);
  }
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

function replace(text: string, token: Token, by: string): string | undefined {
  return by === token.text ? undefined : text.slice(0, token.start) + by + text.slice(token.start + token.text.length);
}

function mutateOperator(text: string, random: () => number): string | undefined {
  const tokens = scan(text).filter(
    (token) => token.kind === 'operator' && operatorClasses.some((members) => members.includes(token.text)),
  );
  if (tokens.length === 0) return undefined;
  const token = pick(tokens, random);
  return replace(
    text,
    token,
    pick(
      pick(
        operatorClasses.filter((members) => members.includes(token.text)),
        random,
      ),
      random,
    ),
  );
}

function mutateLiteral(text: string, random: () => number): string | undefined {
  const tokens = scan(text).filter(
    (token, i, all) =>
      (token.kind === 'number' || token.kind === 'string' || token.kind === 'rune') && !isImportPath(all, i),
  );
  if (tokens.length === 0) return undefined;
  const token = pick(tokens, random);
  if (token.kind === 'number') return replace(text, token, pick(numbers, random));
  if (token.kind === 'rune') return replace(text, token, pick(["'a'", "'\\n'", "'é'", '65'], random));
  return replace(
    text,
    token,
    pick(
      ['""', '"x"', '`raw`', '"a rather longer piece of text than the thirty-two bytes of a small buffer"', token.text],
      random,
    ),
  );
}

function isImportPath(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k >= 0; k--) {
    const { text } = tokens[k]!;
    if (text === 'import') return true;
    if (text === ')' || text === '{' || text === 'func' || text === 'var' || text === 'type' || text === 'const')
      return false;
  }
  return false;
}

function mutateToken(text: string, random: () => number): string | undefined {
  const tokens = scan(text);
  const names = tokens.filter((token) => token.kind === 'name' && token.text !== 'main' && token.text !== '_');
  if (names.length === 0) return undefined;
  const choice = random();
  if (choice < 0.5) return replace(text, pick(names, random), pick(names, random).text);
  if (choice < 0.7) return replace(text, pick(names, random), pick(typeNames, random));
  if (choice < 0.85) {
    // A name gets or loses its address or dereference.
    const unary = tokens.filter(
      (token, i) =>
        (token.text === '&' || token.text === '*') && /^[(,=:{[]|:=|return$/.test(tokens[i - 1]?.text ?? ''),
    );
    if (unary.length > 0 && random() < 0.5) return replace(text, pick(unary, random), '');
    const name = pick(names, random);
    return replace(text, name, pick(['&', '*'], random) + name.text);
  }
  const others = tokens.filter((token) => token.kind === 'operator' || token.kind === 'keyword');
  return replace(text, pick(others, random), pick(others, random).text);
}

/** Lines that are whole statements: their brackets are balanced. */
function statementLines(lines: readonly string[]): number[] {
  const found: number[] = [];
  let inFunction = false;
  for (const [i, line] of lines.entries()) {
    if (/^func\b/.test(line)) inFunction = true;
    if (/^}/.test(line)) inFunction = false;
    if (!inFunction || !/^\s+\S/.test(line) || /^\s*(case|default|\/\/|})/.test(line)) continue;
    const brackets = scan(line).filter((token) => '(){}[]'.includes(token.text));
    const depth = brackets.reduce((sum, token) => sum + ('({['.includes(token.text) ? 1 : -1), 0);
    if (depth === 0) found.push(i);
  }
  return found;
}

function mutateStatement(text: string, random: () => number): string | undefined {
  const lines = text.split('\n');
  const candidates = statementLines(lines);
  if (candidates.length === 0) return undefined;
  const i = pick(candidates, random);
  const choice = random();
  if (choice < 0.3) lines.splice(i, 1);
  else if (choice < 0.5) lines.splice(i, 0, lines[i]!);
  else if (choice < 0.7) {
    const j = pick(candidates, random);
    [lines[i], lines[j]] = [lines[j]!, lines[i]!];
  } else if (choice < 0.85) lines[i] = `for range 2 { ${lines[i]!.trim()} }`;
  else
    lines[i] = pick(
      [
        `func() { ${lines[i]!.trim()} }()`,
        `defer func() { ${lines[i]!.trim()} }()`,
        `go func() { ${lines[i]!.trim()} }()`,
        `if true { ${lines[i]!.trim()} }`,
        `{ ${lines[i]!.trim()} }`,
      ],
      random,
    );
  const changed = lines.join('\n');
  return changed === text ? undefined : changed;
}

/** What typing does: a piece deleted, doubled, moved, or a stray token put in. */
export function edit(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() ** 3 * 60);
  const piece = text.slice(at, at + length);
  const choice = random();
  if (choice < 0.35) return text.slice(0, at) + text.slice(at + length);
  if (choice < 0.5) return text.slice(0, at);
  if (choice < 0.65) return text.slice(0, at) + piece + text.slice(at);
  if (choice < 0.8) {
    const to = Math.floor(random() * (text.length + 1));
    return text.slice(0, to) + piece + text.slice(to);
  }
  const strays = [
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ';',
    ':=',
    '=',
    '.',
    '...',
    '"',
    '`',
    "'",
    '/*',
    '//',
    '<-',
    '&',
    '*',
    'func',
    'type T ',
    'if ',
    'for ',
    'return ',
    'go ',
    'struct{',
    'interface{',
    'é',
    '\u0000',
    '😀',
    '0x',
    '1e',
    "'\\",
  ];
  return text.slice(0, at) + pick(strays, random) + text.slice(at);
}

/** What broken files have: any byte anywhere. */
export function mutateBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let n = 1 + Math.floor(random() * 4); n > 0 && changed.length > 0; n--)
    changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
  return changed;
}
