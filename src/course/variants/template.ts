/**
 * The template language of variants: `$name` or `${name}` stands for a drawn value; a value may hold slots itself. Data
 * only: no conditions, no loops, nothing runs. In data a string that is one slot becomes the value as it is, so that
 * numbers stay numbers.
 */

export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;

export class TemplateError extends Error {}

const SLOT = /\$(?:\{(\w+)\}|(\w+))/g;
/** Values may hold slots, those values again; deeper than this is a circle. */
const MAX_DEPTH = 4;

export function fillText(text: string, values: Values, depth = 0): string {
  return text.replace(SLOT, (_slot, braced: string | undefined, bare: string | undefined) => {
    const name = (braced ?? bare)!;
    const value = values[name];
    if (value === undefined) throw new TemplateError(`nothing is drawn for $${name}`);
    if (depth >= MAX_DEPTH) throw new TemplateError(`$${name} holds itself`);
    return typeof value === 'string' ? fillText(value, values, depth + 1) : String(value);
  });
}

function fillValue(text: string, values: Values): Value {
  const name = /^\$(?:\{(\w+)\}|(\w+))$/.exec(text);
  const whole = name && values[(name[1] ?? name[2])!];
  return typeof whole === 'number' || typeof whole === 'boolean' ? whole : fillText(text, values);
}

/** Every string of the data filled in, keys of records too. */
export function fillData(data: unknown, values: Values): unknown {
  if (typeof data === 'string') return fillValue(data, values);
  if (Array.isArray(data)) return data.map((each) => fillData(each, values));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [fillText(key, values), fillData(value, values)]),
  );
}

/** The slots that a template or a piece of data names itself. */
export function slotsOf(data: unknown): Set<string> {
  const slots = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') for (const match of value.matchAll(SLOT)) slots.add((match[1] ?? match[2])!);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        walk(key);
        walk(inner);
      }
  };
  walk(data);
  return slots;
}
