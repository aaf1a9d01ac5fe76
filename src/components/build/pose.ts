/** From a question and the engines to a form (for the page) and a key (for its file). Build time only. */

import { gradeAsk } from '../../course/ask/grade.ts';
import type { AskKey } from '../../course/ask/key.ts';
import type { Evidence, Posed } from '../../course/ask/pose.ts';
import { BELIEFS, type Belief, type BeliefId } from '../../course/beliefs.ts';
import { poseChoice } from '../../course/kinds/choice/kind.ts';
import { poseChooseReason } from '../../course/kinds/choose-reason/kind.ts';
import { poseFindLine } from '../../course/kinds/find-line/kind.ts';
import { poseMatch } from '../../course/kinds/match/kind.ts';
import { poseNumber } from '../../course/kinds/number/kind.ts';
import { poseOrderSteps } from '../../course/kinds/order-steps/kind.ts';
import { poseParameterTags } from '../../course/kinds/parameter-tags/kind.ts';
import { posePredictDiagnostic } from '../../course/kinds/predict-diagnostic/kind.ts';
import { type AskedQuestion, isPlaced, programOf, type RuntimeQuestion } from '../../course/kinds/schemas.ts';
import { poseTrueFalse } from '../../course/kinds/true-false/kind.ts';
import { poseVersionDifference } from '../../course/kinds/version-difference/kind.ts';
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

async function poseAsked(
  question: AskedQuestion,
  evidence: Evidence,
  texts: Readonly<Record<string, string>>,
  language: Language,
): Promise<Posed> {
  switch (question.kind) {
    case 'predict-diagnostic':
      return posePredictDiagnostic(question, evidence);
    case 'find-line':
      return poseFindLine(question, evidence);
    case 'choose-reason':
      return poseChooseReason(question, evidence);
    case 'parameter-tags':
      return poseParameterTags(question, evidence);
    case 'version-difference':
      return poseVersionDifference(question, evidence);
    case 'match':
      return poseMatch(question, evidence);
    case 'number':
      return poseNumber(question, evidence, recordedOutput);
    case 'order-steps':
      return poseOrderSteps(question, evidence, texts);
    case 'true-false': {
      const proof = question.of === 'claim' ? evidenceOf(evidence.id, question.proof, language) : undefined;
      const { isTrue, isFalse } = strings(language).page;
      return poseTrueFalse(question, evidence, proof, [isTrue, isFalse]);
    }
    case 'choice':
      return poseChoice(question, evidence, texts);
  }
}

/** A question about the running program: its model, and the words of its board. */
function poseRuntime(question: RuntimeQuestion, language: Language): Posed {
  const { id: _id, revision: _revision, kind, ...task } = question;
  const view = [...heapViews, ...stackViews].find((each: AnyView) => each.kind.kind === kind)!;
  const say = sayer({ ...boardStrings(language).kinds[kind] }, HTML_LANG[language]);
  const key = view.kind.key(task);
  const options = view.kind.choices(task, key).map((id) => ({ id, text: view.choice(id, task, say) }));
  const lures = Object.fromEntries(view.kind.believed(task, key).map(({ belief, answer }) => [answer, belief]));
  return {
    form: { type: 'one', options },
    key: { source: { by: 'model', go: question.go }, truth: [key.truth], lures, tolerance: 0 },
    places: [],
    explain: [view.why(task, key, say)],
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
  if (!isAsked(question)) return poseRuntime(question, language);
  const texts = questionText(lesson, question.id, language).options ?? {};
  const made = await poseAsked(question, evidenceOf(id, programOf(question), language), texts, language);
  checkKey(id, made);
  return made;
}

function isAsked(question: AskedQuestion | RuntimeQuestion): question is AskedQuestion {
  return 'lures' in question;
}

/** A key that no answer of the form can meet would be a bug of the kind. */
function checkKey(id: string, { form, key }: Posed): void {
  const answer =
    form.type === 'one'
      ? ({ type: 'one', value: form.options.find((option) => key.truth.includes(option.id))?.id ?? '' } as const)
      : undefined;
  if (answer && gradeAsk(key, answer).outcome !== 'right') throw new Error(`question ${id}: no option is right`);
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
