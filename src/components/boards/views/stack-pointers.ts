/** What points into a stack, and what of that follows when the stack moves: arrows, and the addresses beside them. */
import type { Goroutine, Move } from '../../../runtime/index.ts';
import { label, path, type Shape } from '../shape.ts';
import type { Say } from '../view.ts';

/** Where a stack is drawn. */
export interface Place {
  readonly x: number;
  readonly top: number;
  readonly scale: number;
}

type Slot = Goroutine['frames'][number]['slots'][number];

function slot(g: Goroutine, frame: number, name: string): Slot | undefined {
  return g.frames[frame]?.slots.find((each) => each.name === name);
}

/** Frames that hold a pointer to x, outermost first. */
function holders(g: Goroutine): number[] {
  return g.frames.flatMap((_, frame) => (slot(g, frame, 'p') ? [frame] : []));
}

/** One rail left of the column: from the p of every frame to x. `until`: frames that were there before the move. */
export function pointers(g: Goroutine, { x, top, scale }: Place, until = Number.POSITIVE_INFINITY): Shape[] {
  const target = slot(g, 0, 'x');
  const from = holders(g).filter((frame) => frame < until);
  if (!target || from.length === 0) return [];
  const y = (address: number): number => top + (g.hi - address) * scale;
  const stubs = from.map((frame) => y(slot(g, frame, 'p')!.address));
  const d = stubs.map((at) => `M${x} ${at}h-12`).join('');
  return [path(`${d}`, 'go s'), path(`M${x - 12} ${Math.max(...stubs)}V${y(target.address)}h9`, 'go s', true)];
}

/** The number beside the innermost pointer still names the place where x was: a dotted line to nothing. */
export function stalePointer(g: Goroutine, from: Place, to: Place, column: number, frames: number): Shape[] {
  const frame = holders(g).findLast((each) => each < frames);
  const target = slot(g, 0, 'x');
  const u = frame === undefined ? undefined : slot(g, frame, 'u');
  if (!target || !u) return [];
  const y = (address: number): number => to.top + (g.hi - address) * to.scale;
  const gap = (from.x + column + to.x) / 2;
  const old = from.x + column + 6;
  return [
    path(`M${to.x} ${y(u.address) + 3}H${gap}V${y(target.address)}H${old + 6}`, 'go w'),
    path(`M${old - 4} ${y(target.address) - 4}l8 8m0-8l-8 8`, 'cross'),
  ];
}

export interface Followed {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly result: 'moved' | 'adjusted' | 'stale';
}

/** x, a pointer to it and its address as a number, before the first move and after the last. */
export function followed(before: Goroutine, after: Goroutine, moves: readonly Move[]): readonly Followed[] {
  const frame = holders(before).at(-1);
  const x = slot(before, 0, 'x');
  const moved = slot(after, 0, 'x');
  if (frame === undefined || !x || !moved || moves.length === 0) return [];
  const { func } = before.frames[frame]!;
  const value = (name: string): Pick<Followed, 'before' | 'after'> => {
    const all = moves.flatMap(({ adjustments }) => adjustments.filter((one) => one.func === func && one.slot === name));
    return { before: all[0]?.before ?? 0, after: all.at(-1)?.after ?? 0 };
  };
  return [
    { name: '&x', before: x.address, after: moved.address, result: 'moved' },
    { name: 'p', ...value('p'), result: 'adjusted' },
    { name: 'u', ...value('u'), result: 'stale' },
  ];
}

export function hex(address: number): string {
  return `0x${address.toString(16)}`;
}

/** The same in numbers: what had the old address, what it has now. */
export function addresses(rows: readonly Followed[], x: number, y: number, say: Say): Shape[] {
  return rows.flatMap(({ name, before, after, result }, i) => {
    const at = y + i * 26;
    return [
      label(x, at, name, 'mo xs b'),
      label(x + 22, at, hex(before), 'mo xs mu'),
      label(
        x + 22,
        at + 11,
        `${result === 'stale' ? '=' : '→'} ${hex(after)}`,
        result === 'stale' ? 'mo xs on-w' : 'mo xs on-s',
      ),
      label(x + 112, at + 11, say(`is-${result}`), result === 'stale' ? 'xs b on-w' : 'xs on-s'),
    ];
  });
}
