/** Reading a form, and drawing the truth over it. */
import type { AskAnswer, FormType } from '../../course/ask/form.ts';
import type { AskKey } from '../../course/ask/key.ts';
import { find, findAll, h, icon } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';

function checked(root: HTMLElement): HTMLInputElement[] {
  return findAll<HTMLInputElement>(root, '.answers input:checked');
}

/** The answer as it stands, undefined while something is missing. `moved`: the order was touched. */
export function readForm(root: HTMLElement, type: FormType, moved: boolean): AskAnswer | undefined {
  const [first] = checked(root);
  switch (type) {
    case 'one':
      return first && { type, value: first.value };
    case 'line':
      return first && { type, value: Number(first.value) };
    case 'some':
      return first && { type, value: checked(root).map(({ value }) => value) };
    case 'witness':
      return first && { type, value: first.value as 'true' | 'false', refutes: false };
    case 'number': {
      const text = find<HTMLInputElement>(root, '.answers input')
        .value.trim()
        .replace(/[\s,_]/g, '');
      return text !== '' && Number.isFinite(Number(text)) ? { type, value: Number(text) } : undefined;
    }
    case 'match': {
      const pairs = checked(root).map(({ dataset, value }) => [dataset.left!, value] as const);
      return pairs.length === findAll(root, '.answer-pair').length
        ? { type, value: Object.fromEntries(pairs) }
        : undefined;
    }
    case 'order':
      return moved
        ? { type, value: findAll<HTMLElement>(root, '.answer-order li').map(({ dataset }) => dataset.item!) }
        : undefined;
  }
}

export function resetForm(root: HTMLElement): void {
  for (const input of findAll<HTMLInputElement>(root, '.answers input, .conf input')) {
    if (input.type === 'text') input.value = '';
    else input.checked = false;
  }
  for (const marked of findAll(root, '.is-truth, .is-wrong')) marked.classList.remove('is-truth', 'is-wrong');
  for (const note of findAll(root, '.glyph, .mark-note')) note.remove();
}

/** Truth in ink, what was guessed stays as pencil. */
export function showTruth(
  root: HTMLElement,
  type: FormType,
  key: AskKey,
  answer: AskAnswer | null,
  words: LiveStrings,
): void {
  for (const input of findAll<HTMLInputElement>(root, '.answers input')) {
    const id = input.dataset.left === undefined ? input.value : `${input.dataset.left}=${input.value}`;
    const isGuess = answer !== null && (input.checked || type === 'number');
    const isTrue =
      answer?.type === 'number'
        ? Math.abs(answer.value - Number(key.truth[0])) <= key.tolerance
        : type !== 'number' && key.truth.includes(id);
    const label = input.closest('label')!;
    label.classList.toggle('is-truth', isTrue);
    label.classList.toggle('is-wrong', !isTrue && isGuess);
    if (!isTrue && !isGuess) continue;
    // The glyph stands where the circle was, so that nothing moves.
    label.prepend(h('span', { class: 'glyph' }, icon(isTrue ? 'ok' : 'no')));
    label.append(h('span', { class: 'mark-note' }, isTrue ? (isGuess ? words.right : words.theAnswer) : words.notThis));
  }
}
