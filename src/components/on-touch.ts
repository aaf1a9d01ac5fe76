/**
 * Elements whose HTML can be read and filled in before their code is there. The code is fetched when somebody comes
 * near: with the pointer, a finger or the focus. What was ticked or typed meanwhile stands in the inputs, where the
 * element finds it; buttons that were pressed meanwhile are pressed again.
 */
const NEAR = ['pointerover', 'pointerdown', 'focusin'] as const;

/** A hint that was opened stays marked, also if it was closed before the code came that counts hints. */
addEventListener(
  'toggle',
  ({ target }) => (target as HTMLDetailsElement).open && (target as Element).setAttribute('data-opened', ''),
  true,
);

/** `name`: of the custom element that `load` defines. A failed load is tried again at the next touch. */
export function onTouch(name: string, load: () => Promise<unknown>): void {
  const done = new AbortController();
  const pressed: HTMLButtonElement[] = [];
  let loading: Promise<void> | undefined;
  const inside = (event: Event) => event.target instanceof Element && event.target.closest(name) !== null;
  const finish = () => {
    done.abort();
    for (const button of pressed) button.click();
  };
  const touch = (event: Event) => {
    if (!inside(event)) return;
    loading ??= load().then(finish, () => {
      loading = undefined;
    });
  };
  const press = (event: Event) => {
    const button = inside(event) && (event.target as Element).closest('button');
    if (!button) return;
    pressed.push(button);
    touch(event);
  };
  for (const type of NEAR) addEventListener(type, touch, { signal: done.signal, passive: true });
  addEventListener('click', press, { signal: done.signal });
}
