/**
 * The service worker of the built site. FILES and SHELL are filled in by offline.ts: what the site consists of, by the
 * hash of its content. A file is kept under its address and hash, so an unchanged file survives an update and a changed
 * one is never mistaken for the old one. A newer worker waits until the learner asks for it.
 */
const FILES = /* FILES */ {};
const SHELL = /* SHELL */ [];
const CACHE = 'stack-or-heap';
const SCOPE = self.registration.scope;

/** The file behind an address, undefined when it is none of the site's. */
function pathOf(address) {
  const url = new URL(address, SCOPE);
  if (!(url.origin + url.pathname).startsWith(SCOPE)) return undefined;
  const path = decodeURIComponent((url.origin + url.pathname).slice(SCOPE.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return file in FILES ? file : undefined;
}

function keyOf(path) {
  return `${SCOPE}${path}?content=${FILES[path]}`;
}

async function keep(path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keyOf(path));
  if (kept) return kept;
  const response = await fetch(SCOPE + path.replace(/(^|\/)index\.html$/, '$1'), { cache: 'no-cache' });
  if (response.ok && !response.redirected) await cache.put(keyOf(path), response.clone());
  return response;
}

async function dropOld() {
  const cache = await caches.open(CACHE);
  const current = new Set(Object.keys(FILES).map(keyOf));
  const old = (await cache.keys()).filter((request) => !current.has(request.url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

self.addEventListener('install', (event) => event.waitUntil(Promise.all(SHELL.map(keep))));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('message', (event) => {
  const { data } = event;
  if (data === 'take over') self.skipWaiting();
  else if (Array.isArray(data)) event.waitUntil(Promise.allSettled(data.map(pathOf).filter(Boolean).map(keep)));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' ? pathOf(request.url) : undefined;
  if (path) event.respondWith(keep(path));
});
