/** What is fetched or computed at the lock of an asked question: the key, and what is said about right and wrong. */
import type { AskKey } from '../../course/ask/key.ts';
import type { Posed } from '../../course/ask/pose.ts';
import { poseRuntime } from '../../course/ask/posing.ts';
import { BELIEFS, type Belief, type BeliefId } from '../../course/beliefs.ts';
import type { RuntimeQuestion } from '../../course/kinds/schemas.ts';
import type { PlaceReport } from '../../course/report.ts';
import { askedWords } from '../../course/words/asked.ts';
import { type Language, words } from '../../course/words/index.ts';
import { boardStrings } from '../boards/strings/index.ts';
import { type AnyView, type Say, sayer } from '../boards/view.ts';
import { heapViews } from '../boards/views/heap-table.ts';
import { stackViews } from '../boards/views/stack-table.ts';
import { HTML_LANG } from '../strings/index.ts';

export type Refutations = Partial<Record<BeliefId, { readonly title: string; readonly refutation: string }>>;

export interface AskKeyFile extends AskKey {
  readonly revision: number;
  readonly places: readonly PlaceReport[];
  readonly explain: readonly string[];
  readonly after: string;
  /** How the key came about, where it was not computed. */
  readonly sourceNote: string;
  readonly refutations: Refutations;
  /** Words of its own for a wrong answer. */
  readonly said: Readonly<Record<string, string>>;
}

export function boardOf(kind: string, language: Language): { view: AnyView; say: Say } {
  const view = [...heapViews, ...stackViews].find((each: AnyView) => each.kind.kind === kind)!;
  return {
    view,
    say: sayer({ ...boardStrings(language).kinds[kind as RuntimeQuestion['kind']] }, HTML_LANG[language]),
  };
}

/** A question about the running program: the model's key, in the words of its board. */
export function poseInWords(question: RuntimeQuestion, language: Language): Posed {
  const { task, answer, options, key } = poseRuntime(question);
  const { view, say } = boardOf(question.kind, language);
  return {
    form: { type: 'one', options: options.map((id) => ({ id, text: view.choice(id, task, say) })) },
    key,
    places: [],
    explain: [view.why(task, answer, say)],
  };
}

/** How its board asks such a question. */
export function askInWords(question: RuntimeQuestion, language: Language): string {
  const { view, say } = boardOf(question.kind, language);
  return view.ask(poseRuntime(question).task, say);
}

function boardRefutation(id: string, language: Language): { title: string; refutation: string } | undefined {
  const said = (boardStrings(language).beliefs as Readonly<Record<string, readonly string[]>>)[id];
  return said && { title: said[0]!, refutation: said[1]! };
}

export function refutationsOf(beliefs: Iterable<BeliefId>, language: Language): Refutations {
  const isBelief = (id: string): id is Belief => (BELIEFS as readonly string[]).includes(id);
  const entries = [...new Set(beliefs)].map((id) => [
    id,
    isBelief(id) ? words[language].beliefs[id] : boardRefutation(id, language),
  ]);
  return Object.fromEntries(entries);
}

function sourceNote({ source }: AskKey, language: Language): string {
  const said = askedWords[language];
  if (source.by === 'recorded') return said.recorded(source.program, source.go, source.flags);
  return source.by === 'stated' ? said.stated(source.source, source.go) : '';
}

export function askKeyFileOf(
  { key, places, explain }: Posed,
  {
    revision,
    after,
    wrong = {},
    language,
  }: {
    readonly revision: number;
    readonly after: string;
    readonly wrong?: Readonly<Record<string, string>> | undefined;
    readonly language: Language;
  },
): AskKeyFile {
  return {
    ...key,
    revision,
    places,
    explain,
    after,
    sourceNote: sourceNote(key, language),
    refutations: refutationsOf(Object.values(key.lures), language),
    said: wrong,
  };
}
