// Runs before the first paint: the chosen theme, so that no page flashes in another one.
try {
  const theme = localStorage.getItem('stack-or-heap.theme');
  if (theme === 'light' || theme === 'dark' || theme === 'contrast') document.documentElement.dataset.theme = theme;
  // The home page of someone who has answered here before.
  if (localStorage.getItem('stack-or-heap.returning') || localStorage.getItem('stack-or-heap.progress'))
    document.documentElement.dataset.returning = '';
} catch {
  // Storage may be switched off.
}
