/** The door of the types folder for those outside the analyzer. */
export { type CheckResult, check } from './check.ts';
export type { Config } from './checker.ts';
export type { Info } from './info.ts';
export type { Importer, Package } from './package.ts';
