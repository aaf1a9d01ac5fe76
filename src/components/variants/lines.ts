/** Go text as the list of lines that <code-block> reads, cut like the build's: keywords bold, comments muted, marks underlined. */
import type { Span } from '../../course/span.ts';
import { h } from '../dom.ts';

const TOKEN =
  /(?<m>\/\/.*)|(?<s>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)|\b(?<k>break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)\b/g;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

function tokensOf(line: string): Piece[] {
  return [...line.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: Object.entries(match.groups!).find(([, text]) => text !== undefined)![0],
  }));
}

/** The line's text as nodes; `marks` are ranges from 0. */
function contentOf(line: string, marks: readonly { start: number; end: number }[]): Node[] {
  const tokens = tokensOf(line);
  const cuts = new Set([0, line.length, ...[...tokens, ...marks].flatMap(({ start, end }) => [start, end])]);
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => {
    const start = at[index]!;
    const kind = tokens.find((token) => token.start <= start && end <= token.end)?.kind ?? '';
    const asked = marks.some((mark) => mark.start <= start && end <= mark.end) ? 'q' : '';
    const name = [kind, asked].filter(Boolean).join(' ');
    const text = line.slice(start, end);
    return name ? h('span', { class: name }, text) : document.createTextNode(text);
  });
}

export function codeLines(
  text: string,
  marks: readonly Span[],
  behind: (line: number) => readonly Node[],
): HTMLElement[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const number = index + 1;
      const here = marks
        .filter((span) => span.line === number)
        .map(({ col, endCol }) => ({ start: col - 1, end: endCol - 1 }));
      const picks = behind(number);
      return h(
        'li',
        { class: `ln${picks.length > 0 ? ' has' : ''}${picks.length > 1 ? ' many' : ''}` },
        h('span', { class: 'n' }, String(number)),
        h('span', { class: 'rail', 'aria-hidden': 'true' }),
        h('span', { class: 'c' }, ...contentOf(line, here)),
        ...picks,
      );
    });
}
