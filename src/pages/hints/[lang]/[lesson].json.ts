import type { APIRoute } from 'astro';
import { LANGUAGES, lessonsWithQuestions } from '../../../components/build/content.ts';
import { laddersOf } from '../../../components/build/hints.ts';
import type { Language } from '../../../course/words/index.ts';

export const getStaticPaths = () =>
  LANGUAGES.flatMap((lang) => lessonsWithQuestions().map((lesson) => ({ params: { lang, lesson } })));

export const GET: APIRoute = async ({ params }) =>
  Response.json(await laddersOf(params.lesson!, params.lang as Language));
