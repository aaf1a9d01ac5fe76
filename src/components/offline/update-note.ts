/** "A newer version is ready": the learner decides when the page changes under their hands. */
import { h, learningWords } from '../dom.ts';

export function offerUpdate(waiting: ServiceWorker): void {
  if (document.getElementById('update-note')) return;
  const { update, updateNow } = learningWords();
  const button = h('button', { class: 'btn', type: 'button' }, updateNow);
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  });
  const note = h('div', { id: 'update-note', class: 'banner', role: 'status' }, h('p', {}, update), button);
  document.getElementById('main')!.before(note);
}
