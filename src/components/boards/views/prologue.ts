/** Prologue pick: a frame against the limits, and the check that the compiler emits. */
import { type PrologueKey, type PrologueTask, prologue } from '../../../course/kinds/prologue/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { makeStackConfig, type Prologue, parseBytes, type StackConfig } from '../../../runtime/index.ts';
import { label, path, rect, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';

const left = 20;
const width = 320;
const top = 40;

/** The frames for which the compiler emits each form, in order: from the limit before up to its own. */
function zones({ leaf, panics }: PrologueTask, config: StackConfig, full: number): [Prologue, number, number][] {
  const none = leaf ? (panics ? config.panicLeafLimit : config.leafLimit) : 0;
  const all: [Prologue, number, number][] = [
    ['none', 0, none],
    ['small', none, config.stackSmall],
    ['big', config.stackSmall, config.stackBig],
    ['huge', config.stackBig, full],
  ];
  return all.flatMap(([form, from, to]) => (from < Math.min(to, full) ? [[form, from, Math.min(to, full)]] : []));
}

function draw({ task, key, open, guess, step, say, models = goModels }: DrawInput<PrologueTask, PrologueKey>): Drawing {
  const config = models.stack(task.go);
  const full = Math.max(task.frame * 1.15, task.frame <= 1200 ? config.stackSmall * 1.5 : config.stackBig * 1.4);
  const scale = width / full;
  const at = (bytes: number): number => left + bytes * scale;
  const zoneTop = top + 48;
  const codeTop = zoneTop + 66;
  const shown = open && step >= 1 ? zones(task, config, full) : [];
  const parts = [
    label(left, 14, say('scale', { n: Math.max(1, Math.round(full / width)) }), 'mu xs'),
    rect(left, top + 8, width, 28, 'tray'),
    rect(left, top + 8, Math.max(2, task.frame * scale), 28, 'plate'),
    rect(left, top + 8, 5, 28, 'spine'),
    label(left + 10, top + 2, say('frame', { n: task.frame }), 'mo xs b'),
    path(`M${left} ${top + 4}v36`, 'edge'),
    shown.map(([form, from, to]) => [
      rect(at(from), zoneTop, (to - from) * scale, 22, form === key.truth ? 'plate' : 'val plain-box'),
      (to - from) * scale > 34 &&
        label(at((from + to) / 2), zoneTop + 15, say(`form-${form}`), form === key.truth ? 'xs b' : 'xs mu', 'middle'),
    ]),
    shown
      .slice(1)
      .map(([, from], i) => [
        path(`M${at(from)} ${top + 8}V${zoneTop + 26}`, 'edge'),
        label(at(from), zoneTop + 38 + (i % 2) * 11, String(from), 'mo xs', 'middle'),
      ]),
    open && step >= 1 && path(`M${at(task.frame)} ${top + 36}V${zoneTop}`, 'go s', true),
    open &&
      step >= 2 && [
        rect(left, codeTop - 2, width, Math.max(1, key.code.length) * 15 + 14, 'sheet-code'),
        key.code.length > 0
          ? key.code.map((line, i) => label(left + 10, codeTop + 14 + i * 15, line, 'mo xs code-line'))
          : label(left + 10, codeTop + 14, say('noCode'), 'mu xs'),
      ],
  ];
  const words = [
    say('twinFrame', {
      n: task.frame,
      leaf: say(task.leaf ? 'leaf' : 'caller'),
      panics: say(task.panics ? 'panics' : 'noPanics'),
    }),
    ...(open && step >= 1 ? [say('twinForm', { form: say(`form-${key.truth}`) })] : []),
    ...(open && step >= 2
      ? [key.code.length > 0 ? say('twinCode', { code: key.code.join('; ') }) : say('noCode')]
      : []),
    ...(guess && !open ? [say('twinGuess', { form: say(`form-${guess}`) })] : []),
  ];
  return {
    picture: sheet(open ? codeTop + 18 + Math.max(1, key.code.length) * 15 : zoneTop, say('name'), parts),
    words,
  };
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
    frame: parseBytes(value('frame'), makeStackConfig(go).maxFrame, 'frame'),
    leaf: checked('leaf'),
    panics: checked('panics') && checked('leaf'),
  }),
  command: ({ go, frame, leaf, panics }) =>
    `stackorheap prologue${go === '1.26' ? '' : ` --go ${go}`} --frame ${frame}${leaf ? ' --leaf' : ''}${panics ? ' --panics' : ''}`,
};
