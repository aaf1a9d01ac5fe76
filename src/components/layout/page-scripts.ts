/** What every page does, in one file. */
import '../offline/register.ts';
import '../progress/returning.ts';
import '../search/site-search.ts';
import './theme-switch.ts';
