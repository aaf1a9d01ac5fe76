/** The ink below a form: the score, what was believed wrongly, why it is so, and the paths of the places. */
import type { AskAnswer } from '../../course/ask/form.ts';
import type { AskGrade } from '../../course/ask/grade.ts';
import type { AskKeyFile } from '../build/pose.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { h, icon, rich } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import { chooser } from '../why/chooser.ts';

const TAGS = { right: ['ok', 'ok'], wrong: ['no', 'no'], partly: ['half', 'half'], shown: ['pencil', 'pen'] } as const;

export interface AskVerdictInput {
  readonly key: AskKeyFile;
  readonly answer: AskAnswer | null;
  readonly result: AskGrade;
  readonly code: CodeBlock | null;
  readonly words: LiveStrings;
  readonly group: string;
  /** The content of an item of the form. */
  readonly itemOf: (id: string) => Node;
}

function scoreText({ key, answer, result }: AskVerdictInput, words: LiveStrings): string {
  if (result.outcome === 'shown') return words.shownText;
  if (answer?.type === 'number')
    return result.outcome === 'right' ? words.isRight : fill(words.truthIs, { truth: key.truth[0]! });
  if (answer?.type === 'witness' && answer.value === 'false' && result.right > 0)
    return answer.refutes ? words.refutes : words.refutesNot;
  // A sentence is one question, though a witness earns half of it.
  if (result.of > 1 && answer?.type !== 'witness') return fill(words.allRight, { n: result.right, of: result.of });
  return result.outcome === 'right' ? words.isRight : words.notSo;
}

export function askVerdict(input: AskVerdictInput): DocumentFragment {
  const { key, answer, result, code, words, group } = input;
  const view = document.createDocumentFragment();
  const [kind, name] = TAGS[result.outcome];
  const number =
    answer === null && key.truth.length === 1 && /^[\d.]+$/.test(key.truth[0]!)
      ? ` ${fill(words.truthIs, { truth: key.truth[0]! })}`
      : '';
  view.append(
    h('p', { class: 'score' }, h('span', { class: `tag ${kind}` }, icon(name), `${scoreText(input, words)}${number}`)),
  );
  if (answer?.type === 'order' && result.outcome !== 'right') view.append(orderList(key.truth, input.itemOf));
  for (const wrong of result.wrong) {
    const own = key.said[wrong];
    if (own) view.append(h('p', { class: 'explain' }, rich(own)));
  }
  for (const belief of result.beliefs) {
    const said = key.refutations[belief];
    if (!said) continue;
    const title = h('p', { class: 'tag no' }, icon('no'), h('span', {}, rich(said.title)));
    view.append(h('div', { class: 'note no', 'data-belief': belief }, title, h('p', {}, rich(said.refutation))));
  }
  for (const sentence of key.explain) view.append(h('p', { class: 'explain' }, rich(sentence)));
  if (key.places.length > 0 && code) view.append(chooser(group, key.places, 0, code, words));
  view.append(h('p', { class: 'after' }, rich(key.after)));
  if (key.sourceNote) view.append(h('p', { class: 'fine' }, key.sourceNote));
  return view;
}

/** The true order, in the words that the form shows. */
function orderList(ids: readonly string[], itemOf: (id: string) => Node): HTMLElement {
  return h('ol', { class: 'truth-list' }, ...ids.map((id) => h('li', {}, itemOf(id))));
}
