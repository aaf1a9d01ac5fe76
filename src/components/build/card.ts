/**
 * The picture that goes with a shared link: the lesson's title in the course's own type, with the plate and the slot. The
 * text is drawn as outlines of the site's font, so it looks the same wherever the site is built. Build time only.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 84;
/** The colours of tokens.css, light. */
const INK = '#12181C';
const PAPER = '#F1F4F4';
const MUTED = '#4A555C';
const STACK = '#1B53A8';
const HEAP = '#964600';
const PENCIL = '#59646B';

let font: Promise<Font> | undefined;

async function readFont(): Promise<Font> {
  const folder = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files';
  const bytes = await readFile(join(process.cwd(), folder, 'atkinson-hyperlegible-next-latin-wght-normal.woff2'));
  const read = create(bytes);
  if (read.isCollection) throw new Error('a font was expected, not a collection');
  return read;
}

interface Line {
  readonly font: Font;
  readonly size: number;
  readonly fill: string;
  /** How much heavier than the regular weight, in units of the font: its other weights are not read. */
  readonly heavier: number;
}

function widthOf(text: string, { font, size }: Line): number {
  return font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * (size / font.unitsPerEm);
}

/** `y`: of the base line. */
function drawn(text: string, y: number, { font, size, fill, heavier }: Line): string {
  const scale = size / font.unitsPerEm;
  let x = 0;
  const glyphs = font.glyphsForString(text).map((glyph) => {
    const path = `<path transform="translate(${x} 0)" d="${glyph.path.toSVG()}"/>`;
    x += glyph.advanceWidth;
    return path;
  });
  return `<g fill="${fill}" stroke="${fill}" stroke-width="${heavier}" stroke-linejoin="round" transform="translate(${MARGIN} ${y}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`;
}

function wrapped(text: string, line: Line): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, line) <= WIDTH - 2 * MARGIN) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The mark of the masthead: in ink what is known, in pencil what is guessed. */
const MARK = `<g transform="translate(${MARGIN} 74) scale(3)">
  <path d="M2 4h11v6H2zM2 11h11v6H2z" fill="${STACK}"/>
  <path d="M2.75 18.75h9.5v4.5h-9.5z" fill="none" stroke="${PENCIL}" stroke-width="1.5" stroke-dasharray="2 1.5"/>
  <circle cx="21" cy="8.5" r="4.5" fill="${HEAP}"/>
  <circle cx="21" cy="19.5" r="3.7" fill="none" stroke="${PENCIL}" stroke-width="1.5" stroke-dasharray="2 1.5"/>
</g>`;

export async function card(kicker: string, title: string, foot: string): Promise<Uint8Array> {
  font ??= readFont();
  const read = await font;
  const head = { font: read, size: 82, fill: INK, heavier: 38 };
  const small = { font: read, size: 34, fill: MUTED, heavier: 0 };
  const lines = wrapped(title, head);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/><rect width="14" height="${HEIGHT}" fill="${STACK}"/>
    ${MARK}${drawn(kicker, 240, small)}
    ${lines.map((line, index) => drawn(line, 336 + index * 92, head)).join('')}
    ${drawn(foot, HEIGHT - 60, small)}
  </svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 4 }).toBuffer();
}
