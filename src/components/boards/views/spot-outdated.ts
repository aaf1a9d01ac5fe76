/** Spot the outdated claim: a sentence, a version, and the strip of versions in which it holds. */
import { type OutdatedKey, type OutdatedTask, spotOutdated } from '../../../course/kinds/spot-outdated/kind.ts';
import { runtimeVersions } from '../../../runtime/index.ts';
import { label, path, rect, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';

const left = 12;
const cell = 22.4;

function draw({ task, key, open: isOpen, guess, step, say }: DrawInput<OutdatedTask, OutdatedKey>): Drawing {
  const open = isOpen && step >= 1;
  const parts = runtimeVersions.map(({ name }, i) => {
    const x = left + i * cell;
    const holds = key.holds.includes(name);
    const asked = name === task.go;
    return [
      rect(x, 26, cell - 4, 26, open ? (holds ? 'val holds' : 'dead') : 'dead'),
      open && path(holds ? `M${x + 4} 40l4 4 6-9` : `M${x + 5} 34l8 9m0-9l-8 9`, holds ? 'tickmark' : 'cross'),
      asked && rect(x - 3, 23, cell + 2, 32, 'asked'),
      label(x + (cell - 4) / 2, 68, name.slice(2), asked ? 'mo xs b' : 'mu mo xs', 'middle'),
    ];
  });
  const words = [
    say(`claim-${task.claim}`),
    ...(open ? [key.holds.length > 0 ? say('twinHolds', { list: key.holds.join(', ') }) : say('twinNever')] : []),
    ...(guess && !isOpen ? [say('twinGuess', { answer: say(guess) })] : []),
  ];
  return { picture: sheet(76, say('name'), label(left, 14, say('versions'), 'mu xs'), parts), words };
}

export const spotOutdatedView: BoardView<OutdatedTask, OutdatedKey> = {
  kind: spotOutdated,
  form: 'plain',
  first: { go: '1.26', claim: 'sixteen-in-a-page' },
  ask: ({ go, claim }, say) => say('ask', { claim: say(`claim-${claim}`), go }),
  choice: (choice, _task, say) => say(choice),
  steps: () => 1,
  draw,
  why: (_task, { holds }, say) =>
    holds.length > 0 ? say('why', { first: holds[0]!, last: holds.at(-1)! }) : say('twinNever'),
  fields: () => [],
  read: (_value, _checked, task) => task,
};
