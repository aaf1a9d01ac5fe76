/** What every page does, in one file. */
import '../offline/register.ts';
import '../review/due-count.ts';
import '../search/site-search.ts';
import './theme-switch.ts';
