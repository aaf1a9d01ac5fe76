/** Broken Go programs made from whole ones, the same for the same seed. For tools and tests. */

/** A small repeatable source of chance (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const token = new RegExp(
  [
    /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//,
    /`[^`]*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/,
    /[\p{L}_][\p{L}\p{Nd}_]*|[\d][\w.]*/u,
    /\.\.\.|<<=|>>=|&\^=|&&|\|\||<-|\+\+|--|:=|[-+*/%&|^<>=!]=|<<|>>|&\^/,
    /[\s\S]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

const extra = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ';',
  ':',
  '.',
  '...',
  ':=',
  '=',
  '==',
  '+',
  '-',
  '*',
  '/',
  '&',
  '&&',
  '|',
  '||',
  '<-',
  '!',
  '~',
  '++',
  '--',
  '+=',
  '<<',
  '\n',
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
  'x',
  'T',
  '_',
  '0',
  '08',
  '0x',
  '1_',
  '1e',
  "'ab'",
  "''",
  '"s"',
  '"\\z"',
  '"open',
  '`raw`',
  '/*',
  '//',
  '#',
  'é',
  '\u0000',
  '\ufeff',
  '[]int',
  'struct{}',
  'func()',
  '.(type)',
  'L:',
  'goto L',
  'break L',
];

/** The text after the package clause with 1 to 3 tokens deleted, doubled, swapped, replaced or inserted, or cut off. */
export function mutateTokens(text: string, random: (below: number) => number): string {
  const clause = /^package\s+\w+[^\n]*\n/m.exec(text);
  const head = clause ? clause.index + clause[0].length : 0;
  const tokens = text.slice(head).match(token) ?? [];
  for (let n = 1 + random(3); n > 0 && tokens.length > 1; n--) {
    const at = random(tokens.length);
    switch (random(6)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, tokens[at]!);
        break;
      case 2: {
        const other = random(tokens.length);
        [tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!];
        break;
      }
      case 3:
        tokens[at] = extra[random(extra.length)]!;
        break;
      case 4:
        tokens.splice(at, 0, extra[random(extra.length)]!);
        break;
      default:
        if (random(5) === 0) tokens.length = at;
        else tokens.splice(at, 1 + random(4));
    }
  }
  return text.slice(0, head) + tokens.join('');
}

/** Bytes changed, inserted, deleted or cut, without any respect for UTF-8. */
export function mutateBytes(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const list = Array.from(bytes);
  for (let n = 1 + random(8); n > 0; n--) {
    const at = random(list.length + 1);
    switch (random(4)) {
      case 0:
        list.splice(at, 1);
        break;
      case 1:
        list.splice(at, 0, random(256));
        break;
      case 2:
        list[at] = random(256);
        break;
      default:
        if (random(8) === 0) list.length = at;
        else list.splice(at, random(20));
    }
  }
  return Uint8Array.from(list, (byte) => byte ?? 0);
}
