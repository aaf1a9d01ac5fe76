/**
 * From a family and a seed to one question with its program: the same for the same seed, everywhere and for good, since
 * answers are stored with their seed.
 *
 * A seed is `draw × cases + case`. Seeds with the same draw are look-alikes: the same names, another case.
 */
import { type Random, type RuntimeKind, randomOf, type TruthKey } from '../kinds/runtime/kind.ts';
import { runtimeKinds } from '../kinds/runtime/table.ts';
import { type Question, question as questionSchema } from '../kinds/schemas.ts';
import type { Family, WrittenFamily } from './schema.ts';
import { fillData, fillText, type Value, type Values } from './template.ts';

export interface Instance {
  readonly family: Family;
  readonly seed: number;
  readonly question: Question;
  /** The program's text, '' for a question without one. */
  readonly text: string;
  readonly values: Values;
}

export function casesOf(family: Family): number {
  return 'draw' in family ? family.go.length : family.cases.length;
}

export function seedOf(family: Family, draw: number, which: number): number {
  return draw * casesOf(family) + (which % casesOf(family));
}

/** Seeds of the other cases with the same names. */
export function lookAlikes(family: Family, seed: number): number[] {
  if ('draw' in family) return [];
  const cases = casesOf(family);
  const draw = Math.floor(seed / cases);
  return Array.from({ length: cases }, (_, which) => seedOf(family, draw, which)).filter((other) => other !== seed);
}

function one(among: WrittenFamily['names'][string], random: Random): Value {
  if (Array.isArray(among)) return among[random(among.length)]!;
  return among.from + among.step * random(Math.floor((among.to - among.from) / among.step) + 1);
}

function valuesOf(family: WrittenFamily, seed: number): Values {
  const random = randomOf(Math.floor(seed / family.cases.length));
  const names = Object.entries(family.names).map(([name, among]) => [name, one(among, random)] as const);
  // A slot that only other cases fill is empty here.
  const empty = family.cases.flatMap((each) => Object.keys(each)).map((name) => [name, ''] as const);
  return { ...Object.fromEntries([...empty, ...names]), ...family.cases[seed % family.cases.length] };
}

/** The program, without the lines on which nothing but an empty slot stands. */
function programOf(template: string, values: Values): string {
  const lines = template.split('\n').flatMap((line) => {
    const filled = fillText(line, values);
    return line.trim() !== '' && filled.trim() === '' ? [] : [filled];
  });
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

function drawnTask(family: Extract<Family, { draw: string }>, seed: number): object {
  const kind = runtimeKinds[family.draw] as unknown as RuntimeKind<{ readonly go: string }, TruthKey>;
  return { kind: family.draw, ...kind.variant(randomOf(seed), family.go[seed % family.go.length]!) };
}

/** Throws a TemplateError, or zod's, where the family is not well formed. */
export function instanceOf(family: Family, seed: number): Instance {
  const named = { id: family.id, revision: family.revision };
  if ('draw' in family) {
    const question = questionSchema.parse({ ...drawnTask(family, seed), ...named });
    return { family, seed, question, text: '', values: {} };
  }
  const values = valuesOf(family, seed);
  const text = family.program === undefined ? '' : programOf(family.program, values);
  const program = family.program === undefined ? {} : { program: family.id };
  const question = questionSchema.parse({ ...(fillData(family.question, values) as object), ...program, ...named });
  return { family, seed, question, text, values };
}
