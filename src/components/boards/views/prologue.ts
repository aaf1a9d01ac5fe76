/** Prologue pick: a frame against the limits, and the check that the compiler emits. */
import { type PrologueKey, type PrologueTask, prologue } from '../../../course/kinds/prologue/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { checkBytes, makeStackConfig, type Prologue } from '../../../runtime/index.ts';
import { label, path, rect, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';

const left = 20;
const width = 320;
const top = 40;

function draw({ task, key, open, guess, step, say, models = goModels }: DrawInput<PrologueTask, PrologueKey>): Drawing {
  const config = models.stack(task.go);
  const limit = task.leaf ? (task.panics ? config.panicLeafLimit : config.leafLimit) : 0;
  const limits = task.frame <= 1200 ? [config.stackSmall] : [config.stackSmall, config.stackBig];
  const full = Math.max(task.frame, ...limits) * 1.15;
  const scale = width / full;
  const at = (bytes: number): number => left + bytes * scale;
  const marks = open
    ? [...(limit > 0 && task.frame <= 1200 ? [limit] : []), ...limits].filter((mark, i, all) => all.indexOf(mark) === i)
    : [];
  const parts = [
    label(left, 16, say('scale', { n: Math.max(1, Math.round(full / width)) }), 'mu xs'),
    path(`M${left} ${top}V${top + 44}`, 'edge'),
    rect(left, top + 8, Math.max(2, task.frame * scale), 28, 'plate'),
    rect(left, top + 8, 5, 28, 'spine'),
    label(left + 8, top + 2, say('frame', { n: task.frame }), 'mo xs b'),
    marks.map((mark, i) => [
      path(`M${at(mark)} ${top - 4}v${48}`, mark === limit && task.leaf ? 'pen' : 'edge'),
      label(at(mark), top + 58 + (i % 2) * 12, String(mark), 'mo xs', 'middle'),
    ]),
    open && step >= 2 && key.code.map((line, i) => label(left, top + 92 + i * 14, line, 'mo xs code-line')),
    open && step >= 2 && key.code.length === 0 && label(left, top + 92, say('noCode'), 'mu xs'),
  ];
  const words = [
    say('twinFrame', {
      n: task.frame,
      leaf: say(task.leaf ? 'leaf' : 'caller'),
      panics: say(task.panics ? 'panics' : 'noPanics'),
    }),
    ...(open ? [say('twinForm', { form: say(`form-${key.truth}`) })] : []),
    ...(open && step >= 2
      ? [key.code.length > 0 ? say('twinCode', { code: key.code.join('; ') }) : say('noCode')]
      : []),
    ...(guess && !open ? [say('twinGuess', { form: say(`form-${guess}`) })] : []),
  ];
  return { picture: sheet(top + 92 + Math.max(1, open ? key.code.length : 1) * 14, say('name'), parts), words };
}

export const prologueView: BoardView<PrologueTask, PrologueKey> = {
  kind: prologue,
  form: 'stack',
  first: { go: '1.26', frame: 120, leaf: true, panics: true },
  ask: ({ frame, leaf, panics }, say) =>
    say('ask', {
      n: frame,
      leaf: say(leaf ? 'leaf' : 'caller'),
      panics: leaf ? say(panics ? 'panics' : 'noPanics') : say('calls'),
    }),
  choice: (choice, _task, say) => say(`form-${choice as Prologue}`),
  steps: () => 2,
  draw,
  why: ({ go, frame, leaf, panics }, { truth }, say, models = goModels) => {
    const config = models.stack(go);
    if (truth === 'none') return say('whyNone', { n: frame, limit: panics ? config.panicLeafLimit : config.leafLimit });
    if (leaf && panics && frame < config.leafLimit) return say('whyPanic', { n: frame, limit: config.panicLeafLimit });
    return say(`why-${truth}`, { n: frame, small: config.stackSmall, big: config.stackBig });
  },
  fields: ({ frame, leaf, panics }) => [
    { name: 'frame', type: 'number', value: String(frame) },
    { name: 'leaf', type: 'checkbox', value: leaf },
    { name: 'panics', type: 'checkbox', value: panics },
  ],
  read: (value, checked, { go }) => ({
    go,
    frame: checkBytes(
      value('frame').trim() === '' ? Number.NaN : Number(value('frame')),
      makeStackConfig(go).maxFrame,
      'frame',
    ),
    leaf: checked('leaf'),
    panics: checked('panics') && checked('leaf'),
  }),
  command: ({ go, frame, leaf, panics }) =>
    `stackorheap prologue${go === '1.26' ? '' : ` --go ${go}`} --frame ${frame}${leaf ? ' --leaf' : ''}${panics ? ' --panics' : ''}`,
};
