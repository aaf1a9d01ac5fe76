/** Starts the service worker once the page is there, has it keep this page with its keys, and says when it is offline. */
import { address } from '../build/address.ts';

async function start(): Promise<void> {
  const registration = await navigator.serviceWorker.register(address('sw.js'));
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller)
      import('./update-note.ts').then(({ offerUpdate }) => offerUpdate(registration.waiting!));
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  const { active } = await navigator.serviceWorker.ready;
  // Keys are kept with the page, so that it can be answered without a network; it reads one only after a lock.
  const keys = [...document.querySelectorAll<HTMLElement>('[data-key]')].map(({ dataset }) => dataset.key!);
  active?.postMessage([location.pathname, ...keys]);
}

function showNetwork(): void {
  const note = document.getElementById('offline-note');
  if (note) note.hidden = navigator.onLine;
}

addEventListener('online', showNetwork);
addEventListener('offline', showNetwork);
showNetwork();
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // A browser may refuse; the site then works as any other.
  addEventListener('load', () => setTimeout(() => start().catch(() => {}), 300));
}
