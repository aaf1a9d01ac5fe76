/** Parts that the stack boards draw alike. */
import { label, path, rect, type Shape } from '../shape.ts';

/** Ticks down one side of a stack, in bytes below hi. */
export function depthRuler(
  x: number,
  top: number,
  bytes: number,
  scale: number,
  every: number,
  side: 'left' | 'right',
): Shape[] {
  const out = side === 'left' ? -1 : 1;
  const marks: Shape[] = [path(`M${x} ${top}v${bytes * scale}`, 'rule')];
  for (let at = 0; at <= bytes; at += every) {
    marks.push(
      path(`M${x} ${top + at * scale}h${out * 5}`, 'rule'),
      label(x + out * 8, top + at * scale + 3.5, String(at), 'mu mo xs', side === 'left' ? 'end' : 'start'),
    );
  }
  return marks;
}

/** One frame: a square plate with its spine. */
export function plate(x: number, y: number, width: number, height: number, name: string, dead = false): Shape[] {
  return [
    rect(x, y, width, height, dead ? 'dead' : 'plate'),
    ...(dead ? [] : [rect(x, y, 4, height, 'spine')]),
    ...(height >= 11 ? [label(x + 10, y + height / 2 + 3.5, name, dead ? 'mu mo xs plain-text' : 'mo xs')] : []),
  ];
}

/** Sizes of stacks as people say them. */
export function kib(bytes: number): string {
  return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} B`;
}
