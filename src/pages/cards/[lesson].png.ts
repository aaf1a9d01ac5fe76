import type { APIRoute, GetStaticPaths } from 'astro';
import { card } from '../../components/build/card.ts';
import { outline } from '../../components/build/content.ts';
import { strings } from '../../components/strings/index.ts';

/** The font has no Chinese: the cards are in English, whatever the page. */
export const getStaticPaths = (() => {
  const { title: course, tagline, description } = strings('en').page;
  const lessons = outline('en').flatMap((module) =>
    module.lessons
      .filter(({ written }) => written)
      .map(({ id, number, title }) => ({
        params: { lesson: id },
        props: { kicker: `${number}  ${module.title}`, title, foot: `${course}  ${tagline}` },
      })),
  );
  return [
    { params: { lesson: 'site' }, props: { kicker: description.split('.')[0]!, title: course, foot: tagline } },
    ...lessons,
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(Buffer.from(await card(props.kicker, props.title, props.foot)), {
    headers: { 'content-type': 'image/png' },
  });
