/** A question that the models cannot take: a size that is no size, a version nobody modelled. The message says what is wrong and what is possible. */
export class BadInput extends RangeError {
  override readonly name = 'BadInput';
}

/** A whole number from 0 to `limit`, or BadInput: `what` names it in the message. */
export function checkBytes(value: number, limit: number, what: string): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new BadInput(`${what} is not a number`);
  if (value < 0) throw new BadInput(`${what} ${value} is negative`);
  if (value > limit) throw new BadInput(`${what} ${value} is above the limit of ${limit} bytes`);
  if (!Number.isInteger(value)) throw new BadInput(`${what} ${value} is not a whole number of bytes`);
  return value;
}

/** Decimal digits only, as a command line gives them, or BadInput. */
export function parseBytes(text: string, limit: number, what: string): number {
  const trimmed = text.trim();
  if (!/^[+-]?\d+$/.test(trimmed)) throw new BadInput(`${what} ${JSON.stringify(text)} is not a whole number of bytes`);
  return checkBytes(Number(trimmed), limit, what);
}
