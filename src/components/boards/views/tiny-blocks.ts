/** Tiny block: 16-byte blocks to scale, pieces dropped into them one after the other. */
import {
  type Piece,
  placeName,
  type TinyKey,
  type TinyTask,
  tinyBlocks,
} from '../../../course/kinds/tiny-blocks/kind.ts';
import { BadInput, parseCount } from '../../../runtime/index.ts';
import { label, path, rect, type Shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';

const left = 44;
const unit = 18;
const row = 36;
const waiting = 8;
const waitingHeight = 22;
const top = waiting + waitingHeight + 34;

function rows(pieces: readonly Piece[], guess: string | undefined): number {
  const guessed = Number(/^B(\d+)/.exec(guess ?? '')?.[1] ?? 0);
  return Math.max(guessed, ...pieces.map(({ block }) => block)) + 1;
}

function blockAt(index: number): number {
  return top + index * (row + 8);
}

function pieceShapes(piece: Piece, kind: string): Shape[] {
  const x = left + piece.offset * unit;
  return [
    rect(x, blockAt(piece.block), piece.size * unit, row, kind, 9),
    label(
      x + (piece.size * unit) / 2,
      blockAt(piece.block) + row / 2 + 4,
      String(piece.size),
      kind.includes('full') ? 'in-slot b' : 'b',
      'middle',
    ),
  ];
}

/** The hole between what is in a block and an aligned piece behind it. */
function gap(piece: Piece, before: readonly Piece[]): Shape | false {
  const filled = Math.max(
    0,
    ...before.filter(({ block }) => block === piece.block).map(({ offset, size }) => offset + size),
  );
  return (
    piece.offset > filled &&
    rect(left + filled * unit, blockAt(piece.block), (piece.offset - filled) * unit, row, 'waste')
  );
}

function draw({ task, key, open, guess, step, say }: DrawInput<TinyTask, TinyKey>): Drawing {
  const given = key.pieces.length - 1;
  const count = open ? step : given;
  const shown = key.pieces.slice(0, count);
  const blocks = rows(open ? key.pieces : key.pieces.slice(0, given), guess);
  const current = shown.at(-1)?.current;
  const guessed = /^B(\d+)\+(\d+)$/.exec(guess ?? '');
  const size = task.sizes.at(-1)!;
  const pencil =
    guessed && rect(left + Number(guessed[2]) * unit, blockAt(Number(guessed[1])) - 3, size * unit, row + 6, 'pen', 9);
  const placed = open && step > given;
  const parts = [
    rect(left, waiting, size * unit, waitingHeight, placed ? 'dead' : 'slot', placed ? 0 : 9),
    label(left + (size * unit) / 2, waiting + waitingHeight / 2 + 4, String(size), placed ? 'mu' : 'b', 'middle'),
    label(left + size * unit + 8, waiting + waitingHeight / 2 + 4, say(placed ? 'placed' : 'next'), 'mu xs'),
    Array.from({ length: 5 }, (_, i) => [
      path(`M${left + i * 4 * unit} ${top - 4}v-5`, 'rule'),
      label(left + i * 4 * unit, top - 12, String(i * 4), 'mu mo xs', 'middle'),
    ]),
    Array.from({ length: blocks }, (_, block) => [
      rect(left, blockAt(block), 16 * unit, row, 'slot free', 9),
      Array.from({ length: 15 }, (_unused, i) => path(`M${left + (i + 1) * unit} ${blockAt(block)}v${row}`, 'faint')),
      label(left - 8, blockAt(block) + row / 2 + 4, `B${block}`, block === current ? 'mo b' : 'mu mo', 'end'),
      block === current && path(`M${left - 38} ${blockAt(block) + row / 2 - 4}l7 4l-7 4z`, 'solid'),
    ]),
    pencil || undefined,
    shown.map((piece, i) => [
      gap(piece, shown.slice(0, i)),
      ...pieceShapes(piece, open && i === given ? 'slot full' : 'slot'),
    ]),
    pencil &&
      !open &&
      label(
        left + (Number(guessed![2]) + size / 2) * unit,
        blockAt(Number(guessed![1])) + row / 2 + 4,
        say('guess'),
        'on-p b xs',
        'middle',
      ),
  ];
  const told = shown.map((piece, i) =>
    say('twinPiece', { i: i + 1, n: piece.size, block: piece.block, offset: piece.offset, current: piece.current }),
  );
  const words = [
    ...(told.length > 0 ? told : [say('twinEmpty')]),
    ...(open ? [] : [say('twinAsk', { n: size })]),
    ...(guess && !open ? [say('twinGuess', { place: guess })] : []),
  ];
  return { picture: sheet(blockAt(blocks) + 2, say('name'), parts), words };
}

export const tinyBlocksView: BoardView<TinyTask, TinyKey> = {
  kind: tinyBlocks,
  form: 'heap',
  first: { go: '1.26', sizes: [12, 6, 4] },
  ask: ({ sizes }, say) => say('ask', { list: sizes.slice(0, -1).join(', '), n: sizes.at(-1)! }),
  choice: (choice) => choice.replace('+', ' + '),
  steps: (_task, key) => key.pieces.length,
  draw,
  why: ({ sizes }, key, say) => {
    const last = key.pieces.at(-1)!;
    const before = key.pieces.at(-2);
    const align = [8, 4, 2].find((n) => last.size % n === 0) ?? 1;
    const opened = last.offset === 0 && !key.pieces.slice(0, -1).some(({ block }) => block === last.block);
    if (opened) return say('whyNew', { n: last.size, block: before?.current ?? 0, filled: before?.filled ?? 0 });
    return say('why', {
      n: sizes.at(-1)!,
      block: last.block,
      filled: before?.filled ?? 0,
      align,
      place: placeName(last.block, last.offset).replace('+', ' + '),
    });
  },
  fields: ({ sizes }) => [{ name: 'sizes', type: 'text', value: sizes.join(' ') }],
  read: (value, _checked, { go }) => {
    const sizes = value('sizes')
      .trim()
      .split(/[\s,]+/)
      .map((text) => parseCount(text, 1, 15, 'sizes'));
    if (sizes.length < 2 || sizes.length > 8) throw new BadInput('howMany', { what: 'sizes', from: 2, to: 8 });
    return { go, sizes };
  },
  command: ({ go, sizes }) => `stackorheap alloc${go === '1.26' ? '' : ` --go ${go}`} ${sizes.join(' ')}`,
};
