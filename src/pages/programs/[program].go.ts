import type { APIRoute, GetStaticPaths } from 'astro';
import { programs } from '../../components/build/content.ts';

export const getStaticPaths = (() =>
  [...programs].map(([program, text]) => ({ params: { program }, props: { text } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
