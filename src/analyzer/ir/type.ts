/** The types and constants that IR nodes carry: the type checker's own. */
export type { Type } from '../types/type.ts';
export type { Value as ConstValue } from '../types/constant.ts';
