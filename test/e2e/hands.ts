/** The ways of working a page: with a mouse, with a finger, by keyboard alone. The same steps for all of them. */
import type { Locator, Page } from 'playwright-core';

export interface Hands {
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Ticks a radio. */
  choose(target: Locator): Promise<void>;
  /** Gives a file to a file input. */
  give(target: Locator, file: string): Promise<void>;
}

async function chosen(page: Page, open: () => Promise<void>, file: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await chooser.setFiles(file);
}

export function mouse(page: Page): Hands {
  return {
    press: (target) => target.click(),
    choose: (target) => target.check(),
    give: (target, file) => chosen(page, () => target.locator('xpath=..').click(), file),
  };
}

export function finger(page: Page): Hands {
  return {
    press: (target) => target.tap(),
    choose: (target) => target.tap(),
    give: (target, file) => chosen(page, () => target.locator('xpath=..').tap(), file),
  };
}

/** More stops than any page has. */
const MAX_TABS = 600;

export function keyboard(page: Page): Hands {
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  /** Of a group of radios Tab reaches one. */
  const isInGroup = (target: Locator) =>
    target.evaluate((element) => {
      const { activeElement } = document;
      return (
        activeElement instanceof HTMLInputElement &&
        activeElement.type === 'radio' &&
        activeElement.name === (element as HTMLInputElement).name
      );
    });
  const tabTo = async (target: Locator, arrived: (target: Locator) => Promise<boolean>) => {
    await target.waitFor({ state: 'attached' });
    for (let i = 0; i < MAX_TABS; i++) {
      if (await arrived(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  };
  return {
    press: async (target) => {
      await tabTo(target, isFocused);
      await page.keyboard.press('Enter');
    },
    choose: async (target) => {
      await tabTo(target, isInGroup);
      await page.keyboard.press('Space');
      for (let i = 0; i < 10 && !(await target.isChecked()); i++) await page.keyboard.press('ArrowDown');
    },
    give: async (target, file) => {
      await tabTo(target, isFocused);
      await chosen(page, () => page.keyboard.press('Space'), file);
    },
  };
}
