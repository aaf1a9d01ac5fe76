import type { APIRoute } from 'astro';
import { LANGUAGES, outline } from '../../components/build/content.ts';
import type { CatalogLesson } from '../../components/record/catalog.ts';
import type { Language } from '../../course/words/index.ts';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) => {
  const lessons = outline(params.lang as Language)
    .flatMap((module) => module.lessons)
    .filter(({ written }) => written);
  return Response.json(
    lessons.map(({ id, number, title, questions }): CatalogLesson => ({ id, number, title, questions })),
  );
};
