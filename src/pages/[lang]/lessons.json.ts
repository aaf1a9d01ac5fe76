import type { APIRoute } from 'astro';
import { course, LANGUAGES, outline } from '../../components/build/content.ts';
import { languagesOf, mountedPacks, packPath } from '../../components/build/pack.ts';
import type { CatalogLesson } from '../../components/record/catalog.ts';
import type { Language } from '../../course/words/index.ts';

export const getStaticPaths = () => LANGUAGES.map((lang) => ({ params: { lang } }));

export const GET: APIRoute = ({ params }) => {
  const lang = params.lang as Language;
  const packs = [course, ...mountedPacks.filter((pack) => languagesOf(pack).includes(lang))];
  const lessons = packs.flatMap((pack) =>
    outline(lang, pack)
      .flatMap((module) => module.lessons)
      .filter(({ written }) => written)
      .map(({ id, number, title, questions }): CatalogLesson => {
        return { pack: pack.id, id, path: `${packPath(pack)}${id}/`, number, title, questions };
      }),
  );
  return Response.json(lessons);
};
