/**
 * A lesson fetches what its boards need when the first of them comes near, so that it is there before it is touched: a
 * board opens with a question of its own. Nothing is fetched before the reader does something on the page.
 */
const STIRS = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
const watcher = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watcher.disconnect();
    void import('./lesson-define.ts');
  },
  { rootMargin: '400px' },
);

function watch(): void {
  for (const type of STIRS) removeEventListener(type, watch);
  for (const board of document.querySelectorAll('runtime-board')) watcher.observe(board);
}

for (const type of STIRS) addEventListener(type, watch, { passive: true });
