/**
 * From checked files to IR: the noder with what gc does to testing loops and package initialisers (Go 1.26).
 *
 * The passes that follow in gc/main.go are the caller's: devirtualisation, inlining, loop variables (loopvar.ts), dead
 * locals (deadlocals.ts), escape. Method wrappers are not made: nothing is ever reported about them, and what they call
 * is analysed as it stands.
 */
import type { FileSet } from '../../base/pos.ts';
import type { File } from '../../syntax/tree.ts';
import type { Info } from '../../types/info.ts';
import type { Package } from '../../types/package.ts';
import { bloopWalk, type KeptAlive } from '../bloop.ts';
import type { IrPackage } from '../package.ts';
import { scheduleStaticInit } from '../staticinit.ts';
import { newBlock } from '../stmt.ts';
import { readPackage } from './decl.ts';
import { type BuildOptions, Noder } from './noder.ts';

export interface BuiltPackage {
  readonly pkg: IrPackage;
  /** Knows how the package's names and types print. */
  readonly noder: Noder;
  /** What testing loops keep alive, in the order in which the compiler reports it under -m=2. */
  readonly keptAlive: readonly KeptAlive[];
}

/** Throws Unsupported where the program uses what is not modelled. The files must be free of errors. */
export function buildIR(
  fileSet: FileSet,
  files: readonly File[],
  pkg: Package,
  info: Info,
  options: BuildOptions,
): BuiltPackage {
  const noder = new Noder(fileSet, files, pkg, info, options);
  const initFunc = readPackage(noder);
  const keptAlive: KeptAlive[] = [];
  if (pkg.imports.some((p) => p.path === 'testing')) {
    for (const fn of noder.funcs) bloopWalk(fn, noder.local, (fact) => keptAlive.push(fact));
  }
  const built = {
    pkg: { pkg, funcs: noder.funcs, externs: noder.externs, initFunc, inits: noder.inits },
    noder,
    keptAlive,
  };
  if (options.keepInit !== true) scheduleInit(built);
  return built;
}

/** Takes out of the init function what becomes data. After inlining, when there is inlining. */
export function scheduleInit({ pkg, noder }: BuiltPackage): void {
  if (pkg.initFunc === null) return;
  const body = scheduleStaticInit(pkg.initFunc.body, noder.local);
  pkg.initFunc.body = body.length === 0 ? [newBlock(0, [])] : body;
}
