import type { APIRoute } from 'astro';
import { LANGUAGES } from '../../components/build/content.ts';
import { countersOf } from '../../components/build/counterexamples.ts';
import type { Language } from '../../course/words/index.ts';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = async ({ params }) => Response.json(await countersOf(params.lang as Language));
