/** The families of variants, as the site has them. */
import type { Family } from '../../course/variants/schema.ts';
import { address } from '../build/address.ts';

export async function fetchFamilies(): Promise<Family[]> {
  const response = await fetch(address('variants.json'));
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Family[];
}
