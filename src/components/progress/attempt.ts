/**
 * What is measured of an attempt: the time since the question was first in sight, and the hints that were opened, also if
 * they were closed again.
 */
import { findAll } from '../dom.ts';

export class Attempt {
  readonly #root: HTMLElement;
  #since = performance.now();

  constructor(root: HTMLElement) {
    this.#root = root;
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.restart();
      seen.disconnect();
    });
    seen.observe(root);
  }

  restart(): void {
    this.#since = performance.now();
  }

  get durationMs(): number {
    return Math.round(performance.now() - this.#since);
  }

  get hints(): number {
    return hintsOpened(this.#root);
  }
}

/** `data-opened`: see on-touch.ts. */
export function hintsOpened(root: HTMLElement): number {
  return findAll(root, '.hints details:is([open], [data-opened])').length;
}
