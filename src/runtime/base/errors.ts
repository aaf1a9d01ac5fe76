/**
 * A question that the models cannot take: a size that is no size, a version nobody modelled. What is wrong is a reason from
 * a closed list with its values, so that every language has its own sentence; the English one is the error's message.
 */
export const badReasons = {
  notANumber: '{what} is not a number',
  negative: '{what} {value} is negative',
  aboveLimit: '{what} {value} is above the limit of {limit} bytes',
  notWhole: '{what} {value} is not a whole number of bytes',
  notDigits: '{what} {text} is not a whole number of bytes',
  range: '{what}: a whole number from {from} to {to}',
  unknownVersion: 'unknown Go version {text}; known: {known}',
  sessionEnds: 'a session ends after {limit} steps',
  notHeld: 'object {object} is not held',
  noObject: 'no object at address {address}',
  noP: 'there is no P {p}',
  procs: '{value} is not a number of Ps from 1 to 256',
  gogc: 'GOGC {value} is not a number',
  frameSyntax: 'frame {text} is not a size, or a size x times',
  tooManyCalls: '{value} calls are above the limit of {limit}',
  neverSeen: 'the checks of Go {version} were never seen: from Go 1.13 on they are known',
  notAStackSize: '{size} is not a stack size',
  frameTooSmall: 'frame {frame} of {func} is too small for {locals} locals',
  noVariable: 'there is no variable {name} on this stack',
  nothingToReturn: 'no function to return from',
  noScenario: 'there is no scenario {scenario}',
  noSlots: 'Go {go} has no slots of {slot} bytes',
  noClaim: 'there is no claim {claim}',
  tinySize: '{size} is not a tiny size, 1 to {limit}',
  doubling: 'a stack has {min} bytes or a doubling of that',
  framesAbove: 'at most {limit} frames above it',
  alreadyGrows: 'the frames above it already make the stack grow',
  overflow: 'stack overflow at depth {depth}: the stack of {size} bytes would grow above the {limit}-byte limit',
  notJson: '{text} is not JSON',
  notAShape: '{text} is not an object {frame, leaf, panics}',
  notBooleans: 'leaf and panics are true or false',
  howMany: '{what}: from {from} to {to} of them are needed',
} as const;

export type BadReason = keyof typeof badReasons;
export type BadValues = Readonly<Record<string, string | number>>;

export class BadInput extends RangeError {
  override readonly name = 'BadInput';
  readonly reason: BadReason;
  readonly values: BadValues;

  constructor(reason: BadReason, values: BadValues = {}) {
    super(badReasons[reason].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole)));
    this.reason = reason;
    this.values = values;
  }
}

/** A whole number from 0 to `limit`, or BadInput: `what` names it in the message. */
export function checkBytes(value: number, limit: number, what: string): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new BadInput('notANumber', { what });
  if (value < 0) throw new BadInput('negative', { what, value });
  if (value > limit) throw new BadInput('aboveLimit', { what, value, limit });
  if (!Number.isInteger(value)) throw new BadInput('notWhole', { what, value });
  return value;
}

/** Decimal digits only, as a command line gives them, or BadInput. */
export function parseBytes(text: string, limit: number, what: string): number {
  const trimmed = text.trim();
  if (!/^[+-]?\d+$/.test(trimmed)) throw new BadInput('notDigits', { what, text: JSON.stringify(text) });
  return checkBytes(Number(trimmed), limit, what);
}

/** A count in decimal digits, `from` to `to`, or BadInput. */
export function parseCount(text: string, from: number, to: number, what: string): number {
  const trimmed = text.trim();
  const value = /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!(value >= from && value <= to)) throw new BadInput('range', { what, from, to });
  return value;
}
