/**
 * What was answered before is shown by scripts that are fetched only where something was: on an earlier visit, on this
 * page, or meanwhile in another tab.
 */
import { RETURNING } from './returning-key.ts';

const show = () => void import('./marks.ts');

if (document.documentElement.dataset.returning !== undefined) show();
document.addEventListener('progress', show, { once: true });
window.addEventListener('storage', ({ key }) => key === RETURNING && show());
