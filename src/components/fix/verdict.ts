/** The ink of a fix-it task: what holds, by which evidence, what does not, and what nobody here knows. */
import { isReached, type Judgement, type Part, partsOf, type RunFault } from '../../course/kinds/fix-function/judge.ts';
import type { FixTask } from '../../course/kinds/fix-function/task.ts';
import type { Report } from '../../course/report.ts';
import type { FixKeyFile } from '../build/fix.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { h, icon, rich } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import { chooser } from '../why/chooser.ts';
import type { FixWords } from './strings/en.ts';

export interface FixVerdictInput {
  readonly key: FixKeyFile;
  /** undefined: the learner asked to be shown. */
  readonly judgement: Judgement | undefined;
  readonly report: Report | undefined;
  readonly code: CodeBlock;
  readonly words: FixWords;
  readonly live: LiveStrings;
  /** The release that recorded, for people. */
  readonly release: string;
}

/** More solutions would hide how they differ. */
const MAX_SHOWN = 4;

const TAGS = { holds: ['ok', 'ok'], fails: ['no', 'no'], unknown: ['pencil', 'half'] } as const;

function heading({ judgement, words }: FixVerdictInput): HTMLElement {
  const [kind, text] =
    judgement === undefined
      ? (['pencil', words.shown] as const)
      : ([
          isReached(judgement) ? 'ok' : judgement.outcome === 'open' ? 'half' : 'no',
          words.outcome[judgement.outcome],
        ] as const);
  const name = kind === 'pencil' ? 'pen' : kind;
  return h('p', { class: 'score' }, h('span', { class: `tag ${kind}` }, icon(name), text));
}

/** What stands behind a part of the goal, in words; nothing where the part speaks for itself. */
function evidenceOf(
  { part, standing, by }: Part,
  { key, judgement, words, release: version }: FixVerdictInput,
): string {
  const run = judgement?.recorded?.run;
  const own = judgement?.own;
  switch (part) {
    case 'rules':
    case 'verdicts':
      return '';
    case 'count':
      if (own) return fill(words.countOwn, { n: own.allocations });
      if (run?.bytes !== undefined) return fill(words.countBytes, { n: run.allocations, bytes: run.bytes, version });
      if (run) return fill(words.count, { n: run.allocations, version });
      return by === 'verdicts'
        ? fill(words.atMost, { n: judgement!.bound!.most! })
        : fill(words.modelCount, { n: key.task.edits[0]!.run.allocations });
    case 'output':
      if (own) return words.sameOwn;
      return run ? fill(standing === 'holds' ? words.same : words.differs, { version }) : words.notRun;
  }
}

/** The parts of the goal, each with how it stands and by what evidence. */
function evidence(input: FixVerdictInput): HTMLElement[] {
  const { key, judgement, words } = input;
  if (judgement === undefined || judgement.outcome === 'unchanged') return [];
  const items = partsOf(key.task, judgement).flatMap((part) => {
    const [kind, symbol] = TAGS[part.standing];
    const tag = h('span', { class: `tag ${kind}` }, icon(symbol), words[part.standing]);
    return [h('dt', {}, words.parts[part.part]), h('dd', {}, tag, h('span', {}, evidenceOf(part, input)))];
  });
  return [h('dl', { class: 'evidence' }, ...items)];
}

function problems({ judgement, words }: FixVerdictInput): HTMLElement[] {
  if (judgement === undefined) return [];
  const { broken, bound, outcome } = judgement;
  const rules = broken.map(({ rule, what }) => h('li', {}, rich(fill(words.rules[rule], { what }))));
  const open = outcome === 'open' ? (bound?.open ?? []) : [];
  const lines = open.map(({ kind, what, line }) =>
    fill(words.inLine, { line, text: fill(words.open[kind], { what }) }),
  );
  return [
    ...(rules.length > 0 ? [h('ul', { class: 'note no' }, ...rules)] : []),
    ...(lines.length > 0
      ? [
          h(
            'div',
            { class: 'note outside' },
            h('p', {}, words.openTitle),
            h('ul', {}, ...[...new Set(lines)].map((line) => h('li', {}, rich(line)))),
          ),
        ]
      : []),
  ];
}

/** The paths of what the verdict still sends to the heap. */
function heapPaths({ judgement, report, code, words, live }: FixVerdictInput): HTMLElement[] {
  if (judgement?.outcome !== 'over' || report === undefined) return [];
  const places = report.places.filter(
    ({ verdict, span }) =>
      verdict === 'heap' &&
      judgement.bound!.heap.some((each) => each.span.line === span.line && each.span.col === span.col),
  );
  return places.length === 0
    ? []
    : [h('p', { class: 'fine' }, words.heapTitle), chooser('fix-why', places, 0, code, live)];
}

function howToRun({ key, judgement, words }: FixVerdictInput): HTMLElement[] {
  if (judgement?.outcome !== 'counted' && judgement?.outcome !== 'open') return [];
  const rows = key.task.startRun.output.trimEnd().split('\n').length + 2;
  return [
    h(
      'div',
      { class: 'own-run' },
      h('p', {}, rich(words.toRun)),
      h('label', {}, h('span', {}, words.printed), h('textarea', { rows, spellcheck: 'false' })),
      h('button', { type: 'button', class: 'btn compare' }, words.compare),
      h('p', { class: 'own-fault', role: 'alert' }),
    ),
  ];
}

function size({ judgement, words }: FixVerdictInput): HTMLElement[] {
  if (judgement?.changed === undefined || !isReached(judgement)) return [];
  const { changed: n, best } = judgement;
  return [h('p', {}, fill(n > best ? words.size : words.smallest, { n, best }))];
}

/** The solutions that were run, smallest edit first: only after the goal was reached, or on request. */
function solutions({ key, judgement, words }: FixVerdictInput): HTMLElement[] {
  if (judgement !== undefined && !isReached(judgement)) return [];
  const items = [...key.solutions]
    .sort((a, b) => a.changed - b.changed)
    .slice(0, MAX_SHOWN)
    .map(({ text, changed, allocations }) =>
      h(
        'details',
        { class: 'solution' },
        h('summary', {}, fill(words.solution, { changed, n: allocations })),
        h('pre', { class: 'says program', tabindex: 0 }, text),
      ),
    );
  return [h('p', { class: 'fine' }, words.solutions), ...items];
}

export function fixVerdict(input: FixVerdictInput): DocumentFragment {
  const view = document.createDocumentFragment();
  const { judgement, key, live } = input;
  view.append(h('p', { class: 'stale-tag tag pencil' }, live.stale), heading(input));
  view.append(...evidence(input), ...problems(input), ...heapPaths(input), ...howToRun(input), ...size(input));
  if (judgement === undefined || isReached(judgement)) view.append(h('p', { class: 'after' }, rich(key.after)));
  view.append(...solutions(input));
  return view;
}

/** What is wrong with what was pasted. */
export function faultText(found: RunFault, task: FixTask, words: FixWords): string {
  switch (found.fault) {
    case 'not-whole':
      return words.notWhole;
    case 'count':
      return fill(words.ownCount, { n: found.run.allocations, most: task.budget.allocations });
    case 'output':
      return fill(words.ownDiffers, { line: found.line, got: found.got, want: found.want });
  }
}
