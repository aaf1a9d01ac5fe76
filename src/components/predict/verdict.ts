/** The ink: marks on the picks, the score, what was believed wrongly, and the path that decided. */
import type { Belief } from '../../course/beliefs.ts';
import type { FixGrade } from '../../course/kinds/fix-it/grade.ts';
import type { Target } from '../../course/kinds/predict-placement/edited.ts';
import { feedback } from '../../course/kinds/predict-placement/feedback.ts';
import type { Grade } from '../../course/kinds/predict-placement/grade.ts';
import type { PlaceReport } from '../../course/report.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, findAll, h, icon, rich } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import { chooser } from '../why/chooser.ts';

const TAGS = { right: ['ok', 'ok'], wrong: ['no', 'no'], partly: ['half', 'half'], shown: ['pencil', 'pen'] } as const;

function tag(outcome: Grade['outcome'], text: string): HTMLElement {
  const [kind, name] = TAGS[outcome];
  return h('span', { class: `tag ${kind}` }, icon(name), text);
}

/** Truth over guess on each pick; without a grade, all marks are taken off. */
export function markPicks(
  picks: readonly HTMLElement[],
  grade: Grade | undefined,
  gone: readonly Target[],
  words: LiveStrings,
): void {
  for (const pick of picks) {
    const item = grade?.items.find(({ id }) => id === pick.dataset.place);
    const isGone = gone.some(({ id }) => id === pick.dataset.place);
    pick.classList.toggle('graded', item !== undefined);
    for (const option of findAll<HTMLElement>(pick, '.opt')) {
      option.classList.toggle(
        'truth',
        item !== undefined && find<HTMLInputElement>(option, 'input').value === item.truth,
      );
    }
    const result = find(pick, '.res');
    if (isGone) result.replaceChildren(h('span', { class: 'tag pencil' }, words.gone));
    else if (!item) result.replaceChildren();
    else if (!item.guess) result.replaceChildren(tag('shown', words.shown));
    else result.replaceChildren(tag(item.right ? 'right' : 'wrong', item.right ? words.right : words.wrong));
  }
}

export interface VerdictInput {
  readonly ink: {
    readonly places: readonly (PlaceReport & { readonly id: string })[];
    readonly reasonText?: string;
    readonly about?: string;
    readonly after?: string;
    /** The belief behind each wrong reason; an edited program is not asked for one. */
    readonly believed?: Readonly<Record<string, Belief>>;
    readonly refutations?: Readonly<Partial<Record<Belief, { readonly title: string; readonly refutation: string }>>>;
  };
  readonly result: Grade;
  readonly fix: FixGrade | undefined;
  readonly reason: string | undefined;
  readonly code: CodeBlock;
  readonly words: LiveStrings;
  readonly group: string;
}

/** The beliefs that an answer shows. */
export function refuted(ink: VerdictInput['ink'], result: Grade, reason: string | undefined): readonly Belief[] {
  return feedback(result, reason, ink.believed ?? {}).refute;
}

function reasonLine({ ink, result, words }: VerdictInput): Node | undefined {
  if (result.reason === undefined || !ink.reasonText) return undefined;
  if (result.reason) return document.createTextNode(words.reasonRight);
  return rich(
    fill(words.reasonWrong, { name: ink.places.find(({ id }) => id === ink.about)!.name, reason: ink.reasonText }),
  );
}

function fixLine({ ink, fix, words }: VerdictInput): HTMLElement | undefined {
  if (!fix) return undefined;
  const place = ink.places[0]!;
  const text = fill(fix.reached ? words.reached : words.notReached, { name: place.name, place: words[place.verdict] });
  const changed = fill(words.changed, { n: fix.changedLines });
  const label = h(
    'span',
    { class: `tag ${fix.reached ? 'ok' : 'half'}` },
    icon(fix.reached ? 'ok' : 'half'),
    h('span', {}, rich(text)),
  );
  return h('p', { class: 'score' }, label, h('span', { class: 'score-text' }, changed));
}

export function verdictView(input: VerdictInput): DocumentFragment {
  const { ink, result, reason, code, words, group } = input;
  const { refute, open } = feedback(result, reason, ink.believed ?? {});
  const score = result.outcome === 'shown' ? words.shownText : fill(words.allRight, { n: result.right, of: result.of });
  const view = document.createDocumentFragment();
  view.append(
    h('p', { class: 'stale-tag tag pencil' }, words.stale),
    ...[fixLine(input)].filter((line) => line !== undefined),
    h('p', { class: 'score' }, tag(result.outcome, score), h('span', { class: 'score-text' }, reasonLine(input))),
  );
  for (const belief of refute) {
    const said = ink.refutations?.[belief];
    if (!said) continue;
    const title = h('p', { class: 'tag no' }, icon('no'), h('span', {}, rich(said.title)));
    view.append(h('div', { class: 'note no', 'data-belief': belief }, title, h('p', {}, rich(said.refutation))));
  }
  if (result.sureMiss) view.append(h('p', { class: 'fine' }, words.sureMiss));
  const first = Math.max(
    0,
    ink.places.findIndex(({ id }) => id === open),
  );
  view.append(chooser(group, ink.places, first, code, words));
  if (ink.after) view.append(h('p', { class: 'after' }, rich(ink.after)));
  return view;
}
