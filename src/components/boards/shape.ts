/** Drawings as plain data: the build writes them as text, the page as elements, a test reads them as they are. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Shape | string)[];
}

export type Part = Shape | string | undefined | null | false | readonly Part[];

function flat(parts: readonly Part[]): (Shape | string)[] {
  return parts.flatMap((part): (Shape | string)[] => {
    if (part === undefined || part === null || part === false) return [];
    return Array.isArray(part) ? flat(part as readonly Part[]) : [part as Shape | string];
  });
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function shape(tag: string, attributes: Attributes = {}, ...children: readonly Part[]): Shape {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  const round = (value: string | number): string =>
    typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
  return {
    tag,
    attributes: Object.fromEntries(given.map(([name, value]) => [name, round(value)])),
    children: flat(children),
  };
}

/** `choice`: pressing it is the same as choosing that answer. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  kind: string,
  radius = 0,
  choice?: string,
): Shape {
  return shape('rect', {
    x,
    y,
    width: Math.max(0, width),
    height: Math.max(0, height),
    class: kind,
    rx: radius || undefined,
    'data-choice': choice,
  });
}

export function label(
  x: number,
  y: number,
  text: string,
  kind = '',
  anchor: 'start' | 'middle' | 'end' = 'start',
): Shape {
  return shape(
    'text',
    { x, y, class: kind || undefined, 'text-anchor': anchor === 'start' ? undefined : anchor },
    text,
  );
}

export function path(d: string, kind: string, marker = false): Shape {
  return shape('path', { d, class: kind, 'marker-end': marker ? 'url(#b-head)' : undefined });
}

/** A sheet to draw on: 360 units wide, with its name for those who do not see it. Arrow heads and hatches are in Defs.astro. */
export function sheet(height: number, name: string, ...parts: readonly Part[]): Shape {
  return shape(
    'svg',
    { viewBox: `0 0 360 ${Math.ceil(height)}`, class: 'draw board-draw', role: 'img', 'aria-label': name },
    ...parts,
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

export function toHtml(part: Shape | string): string {
  if (typeof part === 'string') return escaped(part);
  const attributes = Object.entries(part.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${part.tag}${attributes.join('')}>${part.children.map(toHtml).join('')}</${part.tag}>`;
}

/** All text of a drawing, for tests. */
export function textOf(part: Shape | string): string {
  return typeof part === 'string' ? part : part.children.map(textOf).join(' ');
}
