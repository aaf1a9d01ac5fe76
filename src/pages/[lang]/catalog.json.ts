import type { APIRoute } from 'astro';
import { course, LANGUAGES, outline, questionText } from '../../components/build/content.ts';
import { FIX_SET, fixQuestions } from '../../components/build/fix.ts';
import { languagesOf, mountedPacks, packPath } from '../../components/build/pack.ts';
import { families } from '../../components/build/variants.ts';
import type { Catalog, CatalogLesson } from '../../components/record/catalog.ts';
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
  const tasks = fixQuestions().map(({ id }) => ({
    item: `${FIX_SET}/${id}`,
    title: questionText(FIX_SET, id, lang).title!,
  }));
  const catalog: Catalog = { lessons, tasks, families: families.map(({ id }) => `variants/${id}`) };
  return Response.json(catalog);
};
