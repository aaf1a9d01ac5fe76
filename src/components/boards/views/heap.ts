/** Parts that the heap boards draw alike. */
import { label, path, rect, type Shape } from '../shape.ts';

export const left = 20;
export const width = 320;

/** A ruler over `bytes` bytes with a number at every `every`. */
export function ruler(y: number, bytes: number, every: number): Shape[] {
  const scale = width / bytes;
  const marks: Shape[] = [path(`M${left} ${y}H${left + width}`, 'rule')];
  for (let at = 0; at <= bytes; at += every) {
    marks.push(
      path(`M${left + at * scale} ${y}v-5`, 'rule'),
      label(left + at * scale, y - 8, String(at), 'mu mo xs', 'middle'),
    );
  }
  return marks;
}

/** A cell of a page bitmap. */
export function pageCell(x: number, y: number, size: number, kind: string, page: number): Shape {
  return rect(x, y, size - 1.5, size - 1.5, kind, 1.5, String(page));
}
