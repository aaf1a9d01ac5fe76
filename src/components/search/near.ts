/** What a page says, and the word that a misspelt one was probably meant to be. */

/** Edits (insert, delete, replace) from `a` to `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** The nearest of `words`, at most one edit for three letters away; undefined when none is that near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const asked = word.toLowerCase();
  let best: string | undefined;
  let least = Math.floor(asked.length / 3) + 0.5;
  for (const each of words) {
    const edits = distance(asked, each.toLowerCase());
    if (edits > 0 && edits < least) [best, least] = [each, edits];
  }
  return best;
}

/** Whether `content` says every word of `asked`, in whatever form: "allocating" is said by "allocate". */
export function says(content: string, asked: string): boolean {
  const text = content.toLowerCase();
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word.length > 5 ? word.replace(/(ations?|ing|ed|es|s|e)$/, '') : word));
}
