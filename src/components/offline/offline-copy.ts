/** <offline-copy>: the whole course in this browser, in the page's language, on demand and with its size. */
import { address } from '../build/address.ts';
import { h, learningWords, pageLanguage } from '../dom.ts';
import { fill } from '../strings/fill.ts';

/** As in the service worker. */
const CACHE = 'stack-or-heap';
const atOnce = 6;

type SiteFile = readonly [path: string, hash: string, bytes: number];

class OfflineCopy extends HTMLElement {
  readonly #words = learningWords();
  #missing: SiteFile[] = [];

  async connectedCallback(): Promise<void> {
    if (!('caches' in globalThis) || !('serviceWorker' in navigator)) return this.#say(this.#words.offlineNone);
    try {
      const response = await fetch(address('offline.json'));
      if (!response.ok) throw new Error(`${response.status}`);
      await this.#offer((await response.json()) as SiteFile[]);
    } catch {
      this.#say(this.#words.offlineNone);
    }
  }

  async #offer(files: readonly SiteFile[]): Promise<void> {
    const other = pageLanguage() === 'en' ? 'zh-cn' : 'en';
    const cache = await caches.open(CACHE);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    this.#missing = files.filter(
      (file) => !file[0].startsWith(`${other}/`) && !file[0].startsWith(`keys/${other}/`) && !kept.has(keyOf(file)),
    );
    if (this.#missing.length === 0) return this.#say(this.#words.offlineReady);
    const size = (this.#missing.reduce((sum, [, , bytes]) => sum + bytes, 0) / 1e6).toFixed(1);
    const button = h('button', { class: 'btn', type: 'button' }, fill(this.#words.offlineMake, { size }));
    button.addEventListener('click', () => this.#load(cache));
    this.replaceChildren(button);
  }

  async #load(cache: Cache): Promise<void> {
    const waiting = [...this.#missing];
    const failed: SiteFile[] = [];
    let done = 0;
    const said = h('p', { role: 'status' });
    this.replaceChildren(said);
    const worker = async () => {
      for (let file = waiting.pop(); file; file = waiting.pop()) {
        try {
          await cache.put(keyOf(file), await fetched(file));
        } catch {
          failed.push(file);
        }
        said.textContent = fill(this.#words.offlineGoing, { n: ++done, of: this.#missing.length });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    this.#missing = failed;
    if (failed.length === 0) return this.#say(this.#words.offlineReady);
    const button = h('button', { class: 'btn', type: 'button' }, this.#words.tryAgain);
    button.addEventListener('click', () => this.#load(cache));
    this.replaceChildren(h('p', { role: 'status' }, fill(this.#words.offlineFailed, { n: failed.length })), button);
  }

  #say(text: string): void {
    this.replaceChildren(h('p', { role: 'status' }, text));
  }
}

async function fetched([path]: SiteFile): Promise<Response> {
  const response = await fetch(address(path.replace(/(^|\/)index\.html$/, '$1')), { cache: 'no-cache' });
  if (!response.ok || response.redirected) throw new Error(`${response.status}`);
  return response;
}

function keyOf([path, hash]: SiteFile): string {
  return `${new URL(address(path), location.href).href}?content=${hash}`;
}

customElements.define('offline-copy', OfflineCopy);
