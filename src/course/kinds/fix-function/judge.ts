/**
 * What can be said about an edit without running it, best evidence first:
 *
 * - recorded: it is, but for names and space, a program that Go ran; count and output are those of that run.
 * - ran: its learner ran it and handed in what Go printed there.
 * - counted: the verdicts bound the count; what it prints is not known.
 * - open: nothing speaks against it, but the count is decided when it runs.
 * - over: the verdicts still send something to the heap.
 * - broken: it changes what must stay.
 */
import type { Analysis } from '../../../analyzer/analysis.ts';
import { type Bound, boundOf } from './bound.ts';
import { distance, fixedNames, normalForm } from './normal.ts';
import { type Broken, brokenRules } from './rules.ts';
import { type FixTask, meets, type RecordedEdit, type Run, readRun, within } from './task.ts';
import { readProgram, tokensOf } from './tokens.ts';

export type Outcome = 'unchanged' | 'recorded' | 'ran' | 'refuted' | 'counted' | 'open' | 'over' | 'broken';

export interface Judgement {
  readonly outcome: Outcome;
  /** The recorded edit that it is. */
  readonly recorded: Pick<RecordedEdit, 'name' | 'run'> | undefined;
  /** What its learner’s own Go printed, once it meets the goal. */
  readonly own?: Run;
  readonly broken: readonly Broken[];
  readonly bound: Bound | undefined;
  /** Tokens changed; undefined where the program is too long to compare. */
  readonly changed: number | undefined;
  /** Tokens that the smallest recorded solution changes. */
  readonly best: number;
}

/** Credit: a quarter each for what is known to hold of rules, verdicts, count and output. */
const SCORES: Readonly<Record<Outcome, number>> = {
  recorded: 1,
  ran: 1,
  counted: 0.75,
  open: 0.5,
  refuted: 0.25,
  over: 0.25,
  broken: 0,
  unchanged: 0,
};

export function scoreOf({ outcome }: Judgement): number {
  return SCORES[outcome];
}

/** Whether the goal is reached as far as it is decided here. */
export function isReached({ outcome }: Judgement): boolean {
  return outcome === 'recorded' || outcome === 'ran' || outcome === 'counted';
}

/** Tokens that each recorded solution changes, by name. */
export function distances(task: FixTask): ReadonlyMap<string, number> {
  const start = tokensOf(task.start);
  const solutions = task.edits.filter(({ run }) => meets(run, task));
  return new Map(solutions.map(({ name, text }) => [name, distance(start, tokensOf(text))!]));
}

/** Of an edit that compiles. */
export function judge(task: FixTask, text: string, analysis: Analysis): Judgement {
  const [start, edit] = [readProgram(task.start), readProgram(text)];
  const form = normalForm(edit, fixedNames(edit, task.kept));
  const isThis = (known: string) => {
    const program = readProgram(known);
    return normalForm(program, fixedNames(program, task.kept)) === form;
  };
  const recorded = task.edits.find((known) => isThis(known.text));
  const broken = recorded || isThis(task.start) ? [] : brokenRules(task, start, edit);
  const bound = broken.length > 0 ? undefined : boundOf(task, text, edit, analysis);
  return {
    outcome: recorded
      ? meets(recorded.run, task)
        ? 'recorded'
        : 'refuted'
      : isThis(task.start)
        ? 'unchanged'
        : outcomeOf(task, broken, bound),
    recorded: recorded && { name: recorded.name, run: recorded.run },
    broken,
    bound,
    changed: distance(start.tokens, edit.tokens),
    best: Math.min(...distances(task).values()),
  };
}

function outcomeOf({ budget }: FixTask, broken: readonly Broken[], bound: Bound | undefined): Outcome {
  if (bound === undefined || broken.length > 0) return 'broken';
  const { heap, most, bytes } = bound;
  if (heap.length > budget.allocations || heap.some(({ repeated }) => repeated)) return 'over';
  if (most === undefined) return 'open';
  if (budget.bytes === undefined) return 'counted';
  if (bytes === undefined) return 'open';
  return bytes <= budget.bytes ? 'counted' : 'over';
}

export type PartName = 'rules' | 'verdicts' | 'count' | 'output';

/** One part of the goal: how it stands, and whether a run of Go, here recorded or the learner’s own, or the verdicts say so. */
export interface Part {
  readonly part: PartName;
  readonly standing: 'holds' | 'fails' | 'unknown';
  readonly by: 'run' | 'own' | 'verdicts' | 'text' | undefined;
}

/** Of a program that was run, verdicts need not be asked; of another, count and output are what they leave unknown. */
export function partsOf(task: FixTask, { outcome, recorded, own, broken }: Judgement): Part[] {
  const rules: Part = { part: 'rules', standing: broken.length === 0 ? 'holds' : 'fails', by: 'text' };
  if (recorded) {
    const { run } = recorded;
    const isSame = run.output === task.startRun.output;
    return [
      rules,
      { part: 'count', standing: within(run, task.budget) ? 'holds' : 'fails', by: 'run' },
      { part: 'output', standing: isSame ? 'holds' : 'fails', by: 'run' },
    ];
  }
  if (own)
    return [rules, { part: 'count', standing: 'holds', by: 'own' }, { part: 'output', standing: 'holds', by: 'own' }];
  const isCounted = outcome === 'counted';
  const verdicts = isCounted || outcome === 'open' ? 'holds' : outcome === 'over' ? 'fails' : 'unknown';
  return [
    rules,
    { part: 'verdicts', standing: verdicts, by: verdicts === 'unknown' ? undefined : 'verdicts' },
    { part: 'count', standing: isCounted ? 'holds' : 'unknown', by: isCounted ? 'verdicts' : undefined },
    { part: 'output', standing: 'unknown', by: undefined },
  ];
}

export type RunFault =
  | { readonly fault: 'not-whole' }
  | { readonly fault: 'count'; readonly run: Run }
  | { readonly fault: 'output'; readonly line: number; readonly got: string; readonly want: string };

/** The judgement of an edit that nothing here could run, with what it printed when its learner ran it; or what is wrong with that. */
export function withOwnRun(task: FixTask, judgement: Judgement, printed: string): Judgement | RunFault {
  let run: Run;
  try {
    run = readRun(`${printed.replaceAll('\r\n', '\n').trim()}\n`);
  } catch {
    return { fault: 'not-whole' };
  }
  if (!within(run, task.budget)) return { fault: 'count', run };
  const [got, want] = [run.output, task.startRun.output].map((text) => text.trim().split('\n'));
  const line = want!.findIndex((text, index) => text !== got![index]);
  const at = line < 0 && got!.length > want!.length ? want!.length : line;
  if (at >= 0) return { fault: 'output', line: at + 1, got: got![at] ?? '', want: want![at] ?? '' };
  return { ...judgement, outcome: 'ran', own: run };
}
