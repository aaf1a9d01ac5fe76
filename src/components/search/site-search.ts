/** Opens the search, from its button or with the slash key. The search itself is fetched then. */
async function open(): Promise<void> {
  const { openSearch } = await import('./search-box.ts');
  openSearch();
}

const button = document.querySelector<HTMLButtonElement>('[data-search]');
button?.addEventListener('click', open);
document.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  const typing = (target as Element).closest?.(
    'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], .cm-editor',
  );
  if (key !== '/' || ctrlKey || metaKey || altKey || typing) return;
  event.preventDefault();
  void open();
});
