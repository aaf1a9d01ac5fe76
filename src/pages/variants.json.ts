import type { APIRoute } from 'astro';
import { families } from '../components/build/variants.ts';

export const GET: APIRoute = () => Response.json(families);
