/**
 * Where the parts of a flow graph stand, on a base 360 units wide. Pure.
 *
 * One place a row: what lives in a frame in the left column, what lives on the heap in the right one, so that the
 * column is the verdict. Every arrow runs in the gutter between them, with right angles, and crosses no place.
 */
import type { Picture, PictureArrow, PictureNode } from '../../course/flow/picture.ts';

export const WIDTH = 360;
const ROW = 34;
const BOX = 26;
const HEADER = 24;
const TOP = 26;
const STACK = { left: 4, right: 142 } as const;
const HEAP = { left: 218, right: 356 } as const;
const RADIUS = 6;
const MAX_LANE = 18;

export interface PlacedNode {
  readonly node: PictureNode;
  readonly column: 'stack' | 'heap';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedArrow {
  readonly arrow: PictureArrow;
  readonly path: string;
  readonly head: string;
  /** Middle of the upright part: where a step's disc stands. */
  readonly disc: { readonly x: number; readonly y: number };
  /** Numbers of the walk's steps that take it, from 2; empty for the others. */
  readonly steps: readonly number[];
}

export interface Group {
  readonly name: string;
  readonly y: number;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly arrows: readonly PlacedArrow[];
  readonly groups: readonly Group[];
  readonly height: number;
}

export interface LayoutInput {
  readonly picture: Picture;
  /** Index of the walk that is open; -1 for none. */
  readonly walk: number;
  /** Every place of the program; else only those that the walk's place is connected with. */
  readonly whole: boolean;
}

export function layoutOf(input: LayoutInput): Layout {
  const { picture, walk } = input;
  const shown = idsShown(input);
  const arrows = arrowsShown(picture, shown, stepsOfWalk(picture, walk));
  const { nodes, groups, height } = rows(picture.nodes.filter(({ id }) => shown.has(id)));
  const at = new Map(nodes.map((placed) => [placed.node.id, placed]));
  return { nodes, groups, height, arrows: routed(arrows, at) };
}

function stepsOfWalk(picture: Picture, walk: number): Map<number, number[]> {
  const steps = new Map<number, number[]>();
  picture.walks[walk]?.steps.forEach(({ arrow }, index) => {
    if (arrow >= 0) steps.set(arrow, [...(steps.get(arrow) ?? []), index + 1]);
  });
  return steps;
}

function idsShown({ picture, walk, whole }: LayoutInput): Set<number> {
  const open = picture.walks[walk];
  const shown = new Set<number>();
  if (whole || open === undefined) {
    for (const { node } of picture.walks) shown.add(node);
    for (const { from, to } of picture.arrows) shown.add(from).add(to);
    return shown;
  }
  shown.add(open.node);
  const onWalk = new Set(open.steps.map(({ arrow }) => arrow));
  for (const { id, from, to } of picture.arrows) {
    if (onWalk.has(id) || from === open.node || to === open.node) shown.add(from).add(to);
  }
  return shown;
}

interface Drawn {
  readonly arrow: PictureArrow;
  readonly steps: readonly number[];
}

/** Of several arrows between two places one is drawn: the walk's, if it takes one. */
function arrowsShown(picture: Picture, shown: ReadonlySet<number>, steps: ReadonlyMap<number, number[]>): Drawn[] {
  const drawn = new Map<string, Drawn>();
  for (const arrow of picture.arrows) {
    if (!shown.has(arrow.from) || !shown.has(arrow.to)) continue;
    const taken = steps.get(arrow.id);
    const key = `${arrow.from} ${arrow.to}`;
    if (taken !== undefined || !drawn.has(key))
      drawn.set(taken ? `${key} ${arrow.id}` : key, { arrow, steps: taken ?? [] });
    if (taken !== undefined && drawn.get(key)?.steps.length === 0) drawn.delete(key);
  }
  return [...drawn.values()];
}

function orderOf({ kind, span }: PictureNode): number {
  if (kind === 'heap') return Number.POSITIVE_INFINITY;
  if (kind === 'result') return 2e9;
  if (span === null) return 1e9;
  return span.line * 1000 + span.col;
}

function rows(nodes: readonly PictureNode[]): Omit<Layout, 'arrows'> {
  const owners = new Map<string, PictureNode[]>();
  for (const node of [...nodes].sort((a, b) => orderOf(a) - orderOf(b))) {
    owners.set(node.owner, [...(owners.get(node.owner) ?? []), node]);
  }
  const placed: PlacedNode[] = [];
  const groups: Group[] = [];
  let y = TOP;
  for (const [name, members] of owners) {
    groups.push({ name, y: y + HEADER - 9 });
    y += HEADER;
    for (const node of members) {
      const column = node.verdict === 'heap' || node.kind === 'heap' ? 'heap' : 'stack';
      const { left, right } = column === 'heap' ? HEAP : STACK;
      placed.push({ node, column, x: left, y: y + (ROW - BOX) / 2, width: right - left, height: BOX });
      y += ROW;
    }
  }
  return { nodes: placed, groups: groups.filter(({ name }) => name !== ''), height: y + 6 };
}

/** Each place's ends of arrows, spread over its side. */
function ports(arrows: readonly Drawn[], at: ReadonlyMap<number, PlacedNode>): Map<string, number> {
  const ends = new Map<number, { key: string; other: number }[]>();
  const middle = (id: number) => at.get(id)!.y;
  arrows.forEach(({ arrow: { from, to } }, index) => {
    ends.set(from, [...(ends.get(from) ?? []), { key: `${index} out`, other: middle(to) }]);
    ends.set(to, [...(ends.get(to) ?? []), { key: `${index} in`, other: middle(from) }]);
  });
  const y = new Map<string, number>();
  for (const [id, list] of ends) {
    const { y: top, height } = at.get(id)!;
    list.sort((a, b) => a.other - b.other);
    for (const [index, { key }] of list.entries()) y.set(key, top + (height * (index + 1)) / (list.length + 1));
  }
  return y;
}

/** Lanes: two arrows share one where their upright parts do not meet. The walk's arrows choose first. */
function lanesOf(spans: readonly { readonly from: number; readonly to: number; readonly first: boolean }[]): number[] {
  const lane: number[] = spans.map(() => 0);
  const taken: { from: number; to: number }[][] = [];
  const order = spans.map((_, index) => index).sort((a, b) => Number(spans[b]!.first) - Number(spans[a]!.first));
  for (const index of order) {
    const { from, to } = spans[index]!;
    const [low, high] = [Math.min(from, to) - 4, Math.max(from, to) + 4];
    let free = taken.findIndex((others) => others.every((other) => high < other.from || low > other.to));
    if (free < 0) free = taken.push([]) - 1;
    taken[free]!.push({ from: low, to: high });
    lane[index] = free;
  }
  return lane;
}

function routed(arrows: readonly Drawn[], at: ReadonlyMap<number, PlacedNode>): PlacedArrow[] {
  const y = ports(arrows, at);
  const spans = arrows.map(({ steps }, index) => ({
    from: y.get(`${index} out`)!,
    to: y.get(`${index} in`)!,
    first: steps.length > 0,
  }));
  const lanes = lanesOf(spans);
  const count = Math.max(1, ...lanes.map((lane) => lane + 1));
  const room = HEAP.left - STACK.right - 24;
  const gap = Math.min(MAX_LANE, room / Math.max(1, count - 1));
  const first = (STACK.right + HEAP.left) / 2 - (gap * (count - 1)) / 2;
  return arrows.map(({ arrow, steps }, index) => {
    const { from, to } = spans[index]!;
    const x = first + gap * lanes[index]!;
    const [start, end] = [edge(at.get(arrow.from)!), edge(at.get(arrow.to)!)];
    return {
      arrow,
      steps,
      path: elbow(start, from, x, end, to),
      head:
        end < x
          ? `M${end + 6} ${round(to - 4)}L${end} ${round(to)}L${end + 6} ${round(to + 4)}`
          : `M${end - 6} ${round(to - 4)}L${end} ${round(to)}L${end - 6} ${round(to + 4)}`,
      disc: { x: round(x), y: round((from + to) / 2) },
    };
  });
}

function edge({ column }: PlacedNode): number {
  return column === 'stack' ? STACK.right : HEAP.left;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Out to the lane, along it, and to the other place; corners of 6 units. */
function elbow(start: number, from: number, x: number, end: number, to: number): string {
  const r = Math.min(RADIUS, Math.abs(to - from) / 2);
  const down = to > from ? 1 : -1;
  const out = x > start ? 1 : -1;
  const back = end > x ? 1 : -1;
  const n = round;
  return (
    `M${start} ${n(from)}H${n(x - out * r)}Q${n(x)} ${n(from)} ${n(x)} ${n(from + down * r)}` +
    `V${n(to - down * r)}Q${n(x)} ${n(to)} ${n(x + back * r)} ${n(to)}H${end}`
  );
}
