import type { APIRoute, GetStaticPaths } from 'astro';
import { lessonsWithQuestions } from '../../../../../components/build/content.ts';
import { laddersOf } from '../../../../../components/build/hints.ts';
import { languagesOf, mountedPacks } from '../../../../../components/build/pack.ts';

export const getStaticPaths = (() =>
  mountedPacks.flatMap((pack) =>
    languagesOf(pack).flatMap((lang) =>
      lessonsWithQuestions(pack).map((lesson) => ({
        params: { pack: pack.id, lang, lesson },
        props: { lesson, lang, pack },
      })),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => Response.json(await laddersOf(props.lesson, props.lang, props.pack));
