/** The number of due questions behind "Review" in the masthead. */
import { planFor } from '../../course/review/plan.ts';
import { pageLanguage } from '../dom.ts';
import { load, loaded } from '../progress/store.ts';
import { fetchCatalog, reviewableOf } from '../record/catalog.ts';
import { fill } from '../strings/fill.ts';

const link = document.querySelector<HTMLElement>('[data-due]');
let catalog: ReturnType<typeof fetchCatalog> | undefined;

async function show(): Promise<void> {
  if (!link || load().records.length === 0) return;
  catalog ??= fetchCatalog(pageLanguage());
  try {
    const { due } = planFor(load(), reviewableOf(await catalog), Date.now());
    link.dataset.due = due.length > 0 ? String(due.length) : '';
    if (due.length > 0) link.ariaLabel = fill(link.dataset.dueLabel!, { n: due.length });
    else link.removeAttribute('aria-label');
  } catch {
    catalog = undefined;
  }
}

document.addEventListener('progress', () => show());
loaded().then(show);
