/** A lesson's summary with its words, fetched once the learner has filled the gaps. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES, outline } from '../../../components/build/content.ts';
import { summary } from '../../../components/build/teaching.ts';

export const getStaticPaths = (() =>
  LANGUAGES.flatMap((lang) =>
    outline('en')
      .flatMap(({ lessons }) => lessons)
      .filter(({ written }) => written)
      .map(({ id }) => ({ params: { lang, lesson: id }, props: { lang } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props }) => Response.json(summary(params.lesson!, props.lang).sentences);
