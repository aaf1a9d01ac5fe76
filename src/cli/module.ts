/** Small modules: a go.mod and the packages below it that a program imports. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceText } from '../analyzer/base/pos.ts';
import type { GoVersion } from '../analyzer/base/versions.ts';
import { importsOf } from '../analyzer/index.ts';
import { readProgram } from './files.ts';

export interface Module {
  /** As the module line has it. */
  readonly path: string;
  /** Where go.mod lies. */
  readonly folder: string;
}

/** The module that a folder belongs to; undefined outside of modules. */
export function moduleOf(folder: string): Module | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'go.mod');
    if (existsSync(file)) {
      const line = /^module\s+("?)(\S+?)\1\s*(?:\/\/.*)?$/m.exec(readFileSync(file, 'utf8'));
      return line ? { path: line[2]!, folder: at } : undefined;
    }
    if (dirname(at) === at) return undefined;
  }
}

export interface ModulePackages {
  /** Files by import path. */
  readonly packages: ReadonlyMap<string, readonly SourceText[]>;
  /** What the program and those packages import from outside the module. */
  readonly imports: readonly string[];
}

/** The packages of the module that `sources` need, directly or not. */
export function modulePackages(module: Module, sources: readonly SourceText[], version: GoVersion): ModulePackages {
  const packages = new Map<string, readonly SourceText[]>();
  const outside = new Set<string>();
  const visit = (files: readonly SourceText[]): void => {
    for (const path of importsOf(files)) {
      if (packages.has(path)) continue;
      const folder = folderOf(module, path);
      if (folder === undefined) {
        outside.add(path);
        continue;
      }
      // Positions show where the file lies below the module.
      const shown = path === module.path ? '' : `${path.slice(module.path.length + 1)}/`;
      const found = readProgram([folder], version).files.map(({ name, text }) => ({ name: shown + name, text }));
      packages.set(path, found);
      visit(found);
    }
  };
  visit(sources);
  return { packages, imports: [...outside] };
}

function folderOf(module: Module, path: string): string | undefined {
  if (path !== module.path && !path.startsWith(`${module.path}/`)) return undefined;
  const folder = join(module.folder, path.slice(module.path.length));
  return existsSync(folder) && statSync(folder).isDirectory() ? folder : undefined;
}
