/** `fill('{n} of {of}', { n: 2, of: 3 })` is "2 of 3". */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

/** Splits a text so that every second piece is a flag of a command, -gcflags or -m=2: a line does not break behind its dash. */
export function atFlags(text: string): string[] {
  return text.split(/(?<![\w-])(-[a-z][\w="]*)/);
}

/** Splits at backticks: every second piece is code. */
export function pieces(text: string): readonly { readonly text: string; readonly code: boolean }[] {
  return text
    .split('`')
    .map((piece, index) => ({ text: piece, code: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
