/** "A newer version is ready": the learner decides when the page changes under their hands. */
import { h } from '../dom.ts';
import { learningStrings, pageLanguage } from '../record/strings/index.ts';

export function offerUpdate(waiting: ServiceWorker): void {
  if (document.getElementById('update-note')) return;
  const { update, updateNow } = learningStrings(pageLanguage()).live;
  const button = h('button', { class: 'btn', type: 'button' }, updateNow);
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  });
  const note = h('div', { id: 'update-note', class: 'banner', role: 'status' }, h('p', {}, update), button);
  document.getElementById('main')!.before(note);
}
