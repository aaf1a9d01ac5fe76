/** Counts what is due and says it in the masthead. */
import { planFor } from '../../course/review/plan.ts';
import { load } from '../progress/store.ts';
import { fetchCatalog, outlineOf } from '../record/catalog.ts';
import { learningStrings, pageLanguage } from '../record/strings/index.ts';
import { fill } from '../strings/fill.ts';

let outlines: ReturnType<typeof fetchCatalog> | undefined;

export async function countDue(link: HTMLElement): Promise<void> {
  const language = pageLanguage();
  outlines ??= fetchCatalog(language);
  try {
    const { due } = planFor(load(), (await outlines).map(outlineOf), Date.now());
    const { dueCount } = learningStrings(language).live;
    link.dataset.due = due.length > 0 ? String(due.length) : '';
    if (due.length > 0) link.ariaLabel = fill(dueCount, { n: due.length });
    else link.removeAttribute('aria-label');
  } catch {
    outlines = undefined;
  }
}
