/** The theme button: as the system, light, dark, high contrast, in turn. public/theme.js applies the choice at load. */
import { liveWords } from '../dom.ts';
import { fill } from '../strings/fill.ts';

const KEY = 'stack-or-heap.theme';
const ORDER = ['auto', 'light', 'dark', 'contrast'] as const;
type Theme = (typeof ORDER)[number];

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme as Theme | undefined;
  return theme && ORDER.includes(theme) ? theme : 'auto';
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be switched off; the choice then lasts for this page.
  }
}

/** Paper is light, whatever the screen is. */
addEventListener('beforeprint', () => {
  const { dataset } = document.documentElement;
  const onScreen = dataset.theme;
  dataset.theme = 'light';
  const back = () => {
    if (onScreen === undefined) delete dataset.theme;
    else dataset.theme = onScreen;
  };
  addEventListener('afterprint', back, { once: true });
});

const button = document.querySelector<HTMLButtonElement>('[data-theme-next]');
if (button) {
  const names = JSON.parse(button.dataset.names!) as Record<Theme, string>;
  const say = () => {
    button.ariaLabel = fill(liveWords().theme, { name: names[chosen()] });
    button.title = button.ariaLabel;
  };
  button.addEventListener('click', () => {
    apply(ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length]!);
    say();
  });
  say();
}
