/** `fill('{n} of {of}', { n: 2, of: 3 })` is "2 of 3". */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

/** Splits at backticks: every second piece is code. */
export function pieces(text: string): readonly { readonly text: string; readonly code: boolean }[] {
  return text
    .split('`')
    .map((piece, index) => ({ text: piece, code: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
