/** What every page does, in one file. */
import '../offline/register.ts';
import '../progress/returning.ts';
import '../search/site-search.ts';
import './theme-switch.ts';

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-report]');
  if (button) (await import('../report/report-dialog.ts')).openReport(button);
});
