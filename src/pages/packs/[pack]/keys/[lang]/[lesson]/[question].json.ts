import type { APIRoute, GetStaticPaths } from 'astro';
import { keyedQuestions, keyFile } from '../../../../../../components/build/keys.ts';
import { languagesOf, mountedPacks } from '../../../../../../components/build/pack.ts';

export const getStaticPaths = (() =>
  mountedPacks.flatMap((pack) =>
    languagesOf(pack).flatMap((lang) =>
      keyedQuestions(pack).map((entry) => ({
        params: { pack: pack.id, lang, lesson: entry.lesson, question: entry.question.id },
        props: { entry, lang, pack },
      })),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => Response.json(await keyFile(props.entry, props.lang, props.pack));
