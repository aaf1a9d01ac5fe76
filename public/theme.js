// Runs before the first paint: the chosen theme, so that no page flashes in another one.
try {
  const theme = localStorage.getItem('stack-or-heap.theme');
  if (theme === 'light' || theme === 'dark' || theme === 'contrast') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off.
}
