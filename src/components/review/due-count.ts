/** The number of due questions behind "Review" in the masthead. The plan is fetched only for those who have answered. */
import { load, loaded } from '../progress/store.ts';

async function show(): Promise<void> {
  const link = document.querySelector<HTMLElement>('[data-due]');
  if (!link || load().records.length === 0) return;
  const { countDue } = await import('./count.ts');
  await countDue(link);
}

document.addEventListener('progress', () => show());
loaded().then(show);
