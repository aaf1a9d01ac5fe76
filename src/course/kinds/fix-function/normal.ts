/**
 * Whether two programs are the same but for space, comments and the names that their authors chose; and how far apart
 * they are.
 *
 * Renaming is by whole words over the whole file, one name for one name, never to or from a name that means something
 * outside of it (predeclared, imported, exported, or of a kept declaration). Such a renaming changes nothing that a
 * program does, so what was recorded of one holds for the other.
 */
import { Universe } from '../../../analyzer/types/universe.ts';
import type { Program, Token } from './tokens.ts';

const EXPORTED = /^\p{Lu}/u;

export function isPredeclared(name: string): boolean {
  return Universe.lookup(name) !== null;
}

/** Names that keep their spelling. */
export function fixedNames({ declarations, imports }: Program, kept: readonly string[]): ReadonlySet<string> {
  const fixed = new Set(['main', 'init', '_', ...imports.values()]);
  for (const { names, tokens } of declarations)
    if (names.some((name) => kept.includes(name))) for (const { text, isName } of tokens) if (isName) fixed.add(text);
  return fixed;
}

export function normalForm(program: Program, fixed: ReadonlySet<string>): string {
  const numbers = new Map<string, number>();
  const spelled = program.tokens.map(({ text, isName }) => {
    if (!isName || fixed.has(text) || EXPORTED.test(text) || isPredeclared(text)) return text;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return `$${number}`;
  });
  return spelled.join(' ');
}

/** Longer programs are not compared. */
const MAX_TOKENS = 4000;

/** Tokens to insert, delete or replace on the way from one program to the other; undefined when they are too long. */
export function distance(from: readonly Token[], to: readonly Token[]): number | undefined {
  if (Math.max(from.length, to.length) > MAX_TOKENS) return undefined;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, { text }] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (other.text === text ? 0 : 1)));
    row = next;
  }
  return row[to.length]!;
}
