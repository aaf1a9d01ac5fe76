/**
 * The hint ladder of a question, made from its answer: point at a line, name the rule, show one edge of the real path.
 * Where there is no path, the last rung takes one wrong answer away. It is fetched rung by rung, never in the page.
 */
import type { Form, Option } from './ask/form.ts';
import type { AskKey } from './ask/key.ts';
import { reasonOf } from './kinds/predict-placement/reasons.ts';
import type { Question } from './kinds/schemas.ts';
import type { PlaceReport } from './report.ts';
import type { HintWords } from './words/hints.ts';

export interface HintInput {
  readonly kind: Question['kind'];
  /** The place that matters first, if the question has places. */
  readonly place: PlaceReport | undefined;
  readonly form: Form | undefined;
  /** What is right, and the wrong answers that somebody is expected to give. */
  readonly key: { readonly truth: AskKey['truth']; readonly named: readonly string[] } | undefined;
  /** The line to point at when no place tells it. */
  readonly line?: number | undefined;
  /** The line of the program that prints what is asked for. */
  readonly prints?: number | undefined;
  readonly hasProgram?: boolean;
}

export type Ladder = readonly [line: string, rule: string, edge: string];

function lineOf({ place, line, form }: HintInput): number | undefined {
  if (form?.type === 'line') return place?.span.line;
  // The line before the last step: the last one would be the answer itself.
  const lines = place?.steps.flatMap((step) => (step.span ? [step.span.line] : [])) ?? [];
  return lines.at(lines.length > 2 ? -2 : -1) ?? place?.span.line ?? line;
}

function textOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.text ?? `\`${id}\``;
}

/** One answer less. */
function narrowed(form: Form, { truth, named }: NonNullable<HintInput['key']>, words: HintWords): string | undefined {
  switch (form.type) {
    case 'order':
      return words.first(textOf(form.items, truth[0]!));
    case 'match': {
      const [left, ...right] = truth[0]!.split('=');
      return words.pair(textOf(form.left, left!), textOf(form.right, right.join('=')));
    }
    case 'number': {
      const near = named.toSorted((a, b) => Math.abs(+a - +truth[0]!) - Math.abs(+b - +truth[0]!))[0];
      if (near === undefined) return undefined;
      return Number(truth[0]) > Number(near) ? words.more(near) : words.less(near);
    }
    case 'one':
    case 'some': {
      const wrong = form.options.find(({ id }) => !truth.includes(id));
      return wrong && words.not(wrong.text);
    }
    default:
      return undefined;
  }
}

function edgeOf({ place, form, key }: HintInput, words: HintWords): string {
  const step = form?.type === 'order' ? undefined : place?.steps[1];
  if (step && place!.steps.length > 2) return words.edge(step.text);
  const less = form && key && narrowed(form, key, words);
  if (less) return less;
  if (step) return words.edge(step.text);
  return place ? words.noEdge(place.name) : words.rule;
}

export function ladderOf(input: HintInput, words: HintWords): Ladder {
  const line = lineOf(input);
  const rule = words.kinds[input.kind] ?? (input.place ? words.rules[reasonOf(input.place)] : words.rule);
  return [firstRung(input, line, words), rule, edgeOf(input, words)];
}

function firstRung({ prints, hasProgram = false }: HintInput, line: number | undefined, words: HintWords): string {
  if (line !== undefined) return words.line(line);
  if (prints !== undefined) return words.prints(prints);
  return hasProgram ? words.program : words.numbers;
}
