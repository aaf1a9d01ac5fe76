/**
 * What somebody believes who names a line that is not on the way: what stands there tells it. The first sign counts, from
 * the narrowest to the widest; a line without any sign has no belief behind it.
 */
import type { Belief } from '../../beliefs.ts';

const SIGNS: readonly (readonly [sign: RegExp, belief: Belief])[] = [
  [/\bnew\(/, 'new-means-heap'],
  [/\bmake\(|\[\][\w*.]+\{|\bmap\[/, 'slices-on-heap'],
  [/&\w/, 'address-means-heap'],
  [/^func\b/, 'passing-means-heap'],
  [/\bfunc\s*\(/, 'closures-allocate'],
  [/^\s*(?:if|for|switch|case|else)\b|\}\s*else\b/, 'branches-are-followed'],
  [/\b[\w.]+\([^)]/, 'passing-means-heap'],
  [/\*\w|\bvar \w+ \*|\w+\s+\*\w/, 'pointer-means-heap'],
  [/^\s*(?:type|var|const)\b|:=\s|^\t(?!return\b|go\b|defer\b)[\w, ]+ [\w.[\]]+$/, 'declaration-decides'],
  // The value is only used there: a place is not changed by use.
  [/\breturn\b|[^:=!<>]=[^=]|\+\+|--|\(\)/, 'decided-while-running'],
];

export function beliefOfLine(line: string): Belief | undefined {
  return SIGNS.find(([sign]) => sign.test(line))?.[1];
}

/** The belief behind each of `lines` (from 1) of the program that has one. */
export function lineBeliefs(text: string, lines: readonly number[]): Record<string, Belief> {
  const texts = text.split('\n');
  const found = lines.flatMap((line): [string, Belief][] => {
    const belief = beliefOfLine(texts[line - 1] ?? '');
    return belief ? [[String(line), belief]] : [];
  });
  return Object.fromEntries(found);
}
