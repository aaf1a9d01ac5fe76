/** The door of the ir folder: checked files in, typed IR out, and how it prints. */
export { nodesString, nodeString, symString } from './fmt.ts';
export { type BuiltPackage, buildIR, scheduleInit } from './noder/build.ts';
export type { BuildOptions, FuncSource } from './noder/noder.ts';
export type { IrPackage } from './package.ts';
export { typeString } from './typefmt.ts';
