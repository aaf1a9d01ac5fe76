import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES } from '../../../../components/build/content.ts';
import { keyedQuestions, keyFile } from '../../../../components/build/keys.ts';

export const getStaticPaths = (() =>
  LANGUAGES.flatMap((lang) =>
    keyedQuestions().map((entry) => ({
      params: { lang, lesson: entry.lesson, question: entry.question.id },
      props: { entry, lang },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => Response.json(await keyFile(props.entry, props.lang));
