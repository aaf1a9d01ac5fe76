/** The note that says that answers are not kept: how many, why, and how to save them. Loaded when it is needed. */
import { h, learningWords } from '../dom.ts';
import { load, type Trouble } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';
import { saveFile } from './file.ts';

const ID = 'progress-trouble';

export function tellTrouble(trouble: Trouble, waiting: number, retry: () => Promise<void>): void {
  const live = learningWords();
  const again = h('button', { class: 'btn', type: 'button' }, live.tryAgain);
  again.addEventListener('click', () => retry());
  const toFile = h('button', { class: 'btn', type: 'button' }, live.saveFile);
  toFile.addEventListener('click', () => saveFile(load()));
  const text = fill(trouble === 'full' ? live.full : live.unavailable, { n: waiting });
  const note = h('div', { id: ID, class: 'note banner', role: 'alert' }, h('p', {}, text), toFile, again);
  document.getElementById(ID)?.remove();
  document.getElementById('main')!.before(note);
  document.addEventListener('progress-kept', () => note.remove(), { once: true });
}
