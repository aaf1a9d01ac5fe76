/**
 * Lesson one as a learner meets it. The verdicts stand here as `go build -gcflags="-m -l"` of Go 1.26.8 gives them:
 * "moved to heap" and "escapes to heap" are heap, everything else is stack. test/oracle/content.test.ts asks again.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { parse } from 'yaml';

export type Place = 'stack' | 'heap';

export interface Expected {
  readonly id: string;
  readonly places: Readonly<Record<string, Place>>;
  readonly reason: string;
}

export const LESSON: readonly Expected[] = [
  { id: 'two-frames', places: { total: 'stack', v: 'stack' }, reason: 'no-address' },
  { id: 'pointer-down', places: { ann: 'stack' }, reason: 'stays-inside' },
  { id: 'returned', places: { n: 'heap', step: 'stack' }, reason: 'returned' },
  { id: 'copied', places: { p: 'heap', v: 'stack' }, reason: 'no-address' },
  { id: 'held', places: { v: 'stack', twice: 'heap' }, reason: 'returned' },
  { id: 'new-twice', places: { side: 'stack', number: 'heap' }, reason: 'returned' },
  { id: 'larger', places: { best: 'heap', spare: 'stack' }, reason: 'stays-inside' },
];

const questions = parse(readFileSync('src/content/questions/frames.yaml', 'utf8')) as { id: string; kind: string }[];
/** Questions of lesson one. */
export const FRAMES = questions.length;
/** Those that are answered in a form. */
export const ASKED = questions
  .filter(({ kind }) => kind !== 'predict-placement' && kind !== 'fix-it')
  .map(({ id }) => id);

/** The last question's program, edited so that `n` stays. */
export const FIXED = `package main

func answer() int {
	n := 42
	return n
}

func main() {
	println(answer())
}
`;

export function task(page: Page, id: string): Locator {
  return page.locator(`#q-${id}`);
}

export async function guess(
  question: Locator,
  places: Readonly<Record<string, Place>>,
  sure: 'guess' | 'think' | 'sure' = 'think',
) {
  for (const [place, value] of Object.entries(places)) {
    await question.locator(`.pick[data-place="${place}"] input[value=${value}]`).check();
  }
  await question.locator(`.conf input[value=${sure}]`).check();
}

export async function lockAndInk(question: Locator, reason: string) {
  await question.locator('.lock').click();
  await question.locator(`.reasons input[value="${reason}"]`).check();
  await question.locator('.ink').click();
  await question.locator('.verdict .why').waitFor();
}

/** Presses Tab until the focused element matches, once it can have the focus: a button may wait for its script. */
export async function tabTo(page: Page, selector: string, limit = 120): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll(wanted)].some((element) => !element.matches(':disabled')),
    selector,
  );
  for (let i = 0; i < limit; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}
