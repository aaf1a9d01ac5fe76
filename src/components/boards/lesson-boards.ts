/** A lesson fetches what its boards need when the first of them comes near: the text is there at once. */
const boards = document.querySelectorAll('runtime-board');
const watcher = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watcher.disconnect();
    void import('./lesson-define.ts');
  },
  { rootMargin: '400px' },
);
for (const board of boards) watcher.observe(board);
