/** From a question and the engines to a form (for the page) and a key (for its file). Build time only. */

import type { AskKey } from '../../course/ask/key.ts';
import type { Evidence, Posed } from '../../course/ask/pose.ts';
import { isAsked, poseAsked, poseRuntime } from '../../course/ask/posing.ts';
import { BELIEFS, type Belief, type BeliefId } from '../../course/beliefs.ts';
import { isPlaced, programOf, type RuntimeQuestion } from '../../course/kinds/schemas.ts';
import type { PlaceReport } from '../../course/report.ts';
import { askedWords } from '../../course/words/asked.ts';
import { type Language, words } from '../../course/words/index.ts';
import { boardStrings } from '../boards/strings/index.ts';
import type { AnyView } from '../boards/view.ts';
import { sayer } from '../boards/view.ts';
import { heapViews } from '../boards/views/heap-table.ts';
import { stackViews } from '../boards/views/stack-table.ts';
import { HTML_LANG, strings } from '../strings/index.ts';
import { type LessonQuestion, programs, questionText } from './content.ts';
import { report } from './engine.ts';
import { recordedOutput } from './recorded.ts';

type Refutations = Partial<Record<BeliefId, { readonly title: string; readonly refutation: string }>>;

/** What the page fetches at the lock. */
export interface AskKeyFile extends AskKey {
  readonly revision: number;
  readonly places: readonly PlaceReport[];
  readonly explain: readonly string[];
  readonly after: string;
  /** How the key came about, where it was not computed. */
  readonly sourceNote: string;
  readonly refutations: Refutations;
}

function evidenceOf(id: string, name: string | undefined, language: Language): Evidence {
  const text = name === undefined ? '' : (programs.get(name) ?? '');
  return {
    id,
    text,
    report: (go) => report(name ?? '', text, language, go),
    words: words[language],
    asked: askedWords[language],
  };
}

/** A question about the running program: the model's key, in the words of its board. */
function inWords(question: RuntimeQuestion, language: Language): Posed {
  const { task, answer, options, key } = poseRuntime(question);
  const { kind } = question;
  const view = [...heapViews, ...stackViews].find((each: AnyView) => each.kind.kind === kind)!;
  const say = sayer({ ...boardStrings(language).kinds[kind] }, HTML_LANG[language]);
  return {
    form: { type: 'one', options: options.map((id) => ({ id, text: view.choice(id, task, say) })) },
    key,
    places: [],
    explain: [view.why(task, answer, say)],
  };
}

const posed = new Map<string, Promise<Posed>>();

export function pose({ lesson, question }: LessonQuestion, language: Language): Promise<Posed> {
  const id = `${lesson}/${question.id}`;
  const known = posed.get(`${language}/${id}`) ?? poseNew(id, lesson, question, language);
  posed.set(`${language}/${id}`, known);
  return known;
}

async function poseNew(
  id: string,
  lesson: string,
  question: LessonQuestion['question'],
  language: Language,
): Promise<Posed> {
  if (isPlaced(question)) throw new Error(`question ${id} is answered on the program, not in a form`);
  if (!isAsked(question)) return inWords(question, language);
  const { isTrue, isFalse } = strings(language).page;
  return poseAsked(question, {
    evidence: evidenceOf(id, programOf(question), language),
    evidenceOn: (program) => evidenceOf(id, program, language),
    texts: questionText(lesson, question.id, language).options ?? {},
    recorded: recordedOutput,
    labels: [isTrue, isFalse],
  });
}

function refutationsOf(lures: Readonly<Record<string, BeliefId>>, language: Language): Refutations {
  const isBelief = (id: string): id is Belief => (BELIEFS as readonly string[]).includes(id);
  const entries = [...new Set(Object.values(lures))].map((id) => [
    id,
    isBelief(id) ? words[language].beliefs[id] : boardRefutation(id, language),
  ]);
  return Object.fromEntries(entries);
}

function boardRefutation(id: string, language: Language): { title: string; refutation: string } | undefined {
  const said = (boardStrings(language).beliefs as Readonly<Record<string, readonly string[]>>)[id];
  return said && { title: said[0]!, refutation: said[1]! };
}

function sourceNote({ source }: AskKey, language: Language): string {
  const said = askedWords[language];
  if (source.by === 'recorded') return said.recorded(source.go);
  return source.by === 'stated' ? said.stated(source.source, source.go) : '';
}

export async function askKeyFile(entry: LessonQuestion, language: Language): Promise<AskKeyFile> {
  const { key, places, explain } = await pose(entry, language);
  const { after } = questionText(entry.lesson, entry.question.id, language);
  return {
    ...key,
    revision: entry.question.revision,
    places,
    explain,
    after,
    sourceNote: sourceNote(key, language),
    refutations: refutationsOf(key.lures, language),
  };
}
