/** For each belief a program, or a case of a model, on which it is wrong: found by asking. Build time only. */
import type { Belief, BeliefId } from '../../course/beliefs.ts';
import { type Counterexample, findCounterexamples } from '../../course/counterexample.ts';
import { type RuntimeKind, randomOf, type TruthKey } from '../../course/kinds/runtime/kind.ts';
import { runtimeKinds } from '../../course/kinds/runtime/table.ts';
import { instanceOf, seedOf } from '../../course/variants/instance.ts';
import type { Language } from '../../course/words/index.ts';
import { boardOf } from '../ask/key-file.ts';
import { programs } from './content.ts';
import { report } from './engine.ts';
import { families } from './variants.ts';

/** What somebody with the belief answers to a question, and what the model says. */
export interface ModelCase {
  readonly ask: string;
  readonly believed: string;
  readonly truth: string;
}

export type Counters = Partial<Record<BeliefId, readonly (Counterexample | ModelCase)[]>>;

const DRAWS = 2;
/** Tasks of a kind that are looked at for each belief. */
const SEEDS = 60;
const KEPT = 2;

let programsFound: Promise<Partial<Record<Belief, readonly Counterexample[]>>> | undefined;

function onPrograms(): Promise<Partial<Record<Belief, readonly Counterexample[]>>> {
  const drawn = families.flatMap((family) =>
    'draw' in family || family.program === undefined
      ? []
      : Array.from({ length: seedOf(family, DRAWS, 0) }, (_, seed) => instanceOf(family, seed).text),
  );
  programsFound ??= findCounterexamples([...drawn, ...programs.values()], (text) => report('main', text, 'en'));
  return programsFound;
}

function onModels(language: Language): Counters {
  const found = new Map<BeliefId, ModelCase[]>();
  for (const each of Object.values(runtimeKinds)) {
    const kind = each as unknown as RuntimeKind<{ readonly go: string }, TruthKey>;
    const { view, say } = boardOf(kind.kind, language);
    for (let seed = 0; seed < SEEDS; seed++) {
      const task = kind.variant(randomOf(seed), kind.versions.at(-2) ?? kind.versions[0]!);
      const key = kind.key(task);
      for (const { belief, answer } of kind.believed(task, key)) {
        const known = found.get(belief) ?? [];
        if (known.length >= KEPT) continue;
        const choice = (id: string) => view.choice(id, task, say);
        found.set(belief, [...known, { ask: view.ask(task, say), believed: choice(answer), truth: choice(key.truth) }]);
      }
    }
  }
  return Object.fromEntries(found);
}

export async function countersOf(language: Language): Promise<Counters> {
  return { ...(await onPrograms()), ...onModels(language) };
}
