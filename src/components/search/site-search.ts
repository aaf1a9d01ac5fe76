/** Opens the search, from its button or with the slash key. The search itself is fetched then. */
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';

async function open(): Promise<void> {
  const { openSearch } = await import('./search-box.ts');
  openSearch();
}

const button = document.querySelector<HTMLButtonElement>('[data-search]');
button?.addEventListener('click', open);
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  // The editor lives in a shadow tree: only the path says where a key was pressed.
  const isTyping = event.composedPath().some((node) => node instanceof Element && node.matches(FIELDS));
  if (key !== '/' || ctrlKey || metaKey || altKey || isTyping) return;
  event.preventDefault();
  void open();
});
