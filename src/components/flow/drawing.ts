/** The flow graph as an SVG, from its layout. Shapes carry the verdict: a plate with a spine, or a round slot. */
import type { Picture } from '../../course/flow/picture.ts';
import type { ToolWords } from '../strings/tools-en.ts';
import { type Layout, type PlacedArrow, type PlacedNode, WIDTH } from './layout.ts';
import { s } from './svg.ts';

/** Widths of a character: of a name, and of the line number behind it. */
const NAME = 7.25;
const NUMBER = 6.7;

export interface DrawingInput {
  readonly layout: Layout;
  readonly picture: Picture;
  readonly walk: number;
  /** The step that is lit, from 0; the first is the place itself. */
  readonly step: number;
  readonly title: string;
  readonly words: ToolWords;
  readonly select: (node: number) => void;
}

export function drawing({ layout, picture, walk, step, title, words, select }: DrawingInput): SVGElement {
  const open = picture.walks[walk];
  const { nodes, arrows, groups, height } = layout;
  const of = { verdict: open?.verdict ?? 'stack', open: open?.node ?? -1, step, words, select };
  const walkable = new Set(picture.walks.map(({ node }) => node));
  const byWeight = [...arrows].sort((a, b) => a.steps.length - b.steps.length);
  return s(
    'svg',
    { class: 'draw flow-draw', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': title },
    s('text', { x: 4, y: 16, class: 'b on-s' }, words.stack),
    s('text', { x: WIDTH - 4, y: 16, class: 'b on-h', 'text-anchor': 'end' }, words.heap),
    ...groups.flatMap(({ name, y }) => [
      s('path', { class: 'hair', d: `M4 ${y + 4}H${WIDTH - 4}` }),
      s('text', { x: 4, y: y - 1, class: 'mo mu sm' }, clipped(name, 40)),
    ]),
    ...byWeight.map((arrow) => arrowOf(arrow, of)),
    ...nodes.map((placed) => nodeOf(placed, of, walkable.has(placed.node.id))),
    ...arrows.flatMap((arrow) => discOf(arrow, of)),
  );
}

interface State {
  readonly verdict: 'stack' | 'heap';
  readonly open: number;
  readonly step: number;
  readonly words: ToolWords;
  readonly select: (node: number) => void;
}

function clipped(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function nodeOf({ node, column, x, y, width, height }: PlacedNode, state: State, walkable: boolean): SVGElement {
  const { words, open, select } = state;
  const round = column === 'heap' ? height / 2 : 0;
  const temp = node.kind === 'temporary';
  const chosen = node.id === open;
  const sink = node.kind === 'heap';
  const left = chosen ? 30 : 12;
  const room = Math.floor((width - left - 15 - NUMBER * String(node.span?.line ?? '').length) / NAME);
  const name = sink ? words.outlives : temp ? words.temp : clipped(node.name, room);
  const kind = sink ? 'slot sink' : temp ? 'dead' : column === 'heap' ? 'slot' : 'plate';
  const box = s('rect', { class: `${kind}${chosen ? ' open' : ''}`, x, y, width, height, rx: round });
  const spine = column === 'stack' && !temp && s('rect', { class: 'spine', x, y, width: 5, height });
  const mono = sink || temp ? '' : ' mo';
  const label = s('text', { class: `node-name${mono}${chosen ? ' b' : ''}`, x: x + left, y: y + height / 2 + 4 }, name);
  const line =
    node.span &&
    s(
      'text',
      { class: 'mo mu sm', x: x + width - 9, y: y + height / 2 + 4, 'text-anchor': 'end' },
      `${node.span.line}`,
    );
  const first = chosen ? numbered('1', { x: x + 17, y: y + height / 2 }, state, state.step === 0) : undefined;
  const whole = s('title', {}, node.name);
  const group = s(
    'g',
    { class: walkable ? 'node can' : 'node' },
    whole,
    box,
    spine || undefined,
    label,
    line ?? undefined,
    first,
  );
  if (walkable) group.addEventListener('click', () => select(node.id));
  return group;
}

function arrowOf({ arrow, path, head, steps }: PlacedArrow, { verdict, step }: State): SVGElement {
  const on = steps.length > 0;
  const now = steps.includes(step + 1);
  const kind = on ? `go ${verdict === 'heap' ? 'h' : 's'}${now ? ' now' : ''}` : 'go faint';
  return s('g', { class: kind, 'data-arrow': arrow.id }, s('path', { d: path }), s('path', { d: head }));
}

function numbered(
  label: string,
  at: { readonly x: number; readonly y: number },
  state: State,
  now: boolean,
): SVGElement {
  const width = Math.max(17, label.length * 7 + 6);
  const rx = state.verdict === 'heap' ? 8.5 : 0;
  return s(
    'g',
    { class: `disc ${state.verdict}${now ? ' now' : ''}` },
    s('rect', { x: at.x - width / 2, y: at.y - 8.5, width, height: 17, rx }),
    s('text', { x: at.x, y: at.y + 4, 'text-anchor': 'middle' }, label),
  );
}

function discOf({ disc, steps }: PlacedArrow, state: State): SVGElement[] {
  return steps.length === 0 ? [] : [numbered(steps.join('·'), disc, state, steps.includes(state.step + 1))];
}
