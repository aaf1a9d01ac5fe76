/** Plain data: what can be stored, exported and compared. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
