/** What needs cgo is refused by name: the engine answers as the toolchain does with cgo off, which leaves such files out. */
import { Unsupported } from '../base/unsupported.ts';
import type { File } from './tree.ts';

const cgoPaths: ReadonlySet<string> = new Set(['"C"', '`C`', '"runtime/cgo"', '`runtime/cgo`']);

export function refuseCgo(files: readonly File[]): void {
  for (const { declList } of files) {
    for (const decl of declList) {
      if (decl.kind === 'ImportDecl' && cgoPaths.has(decl.path.value))
        throw new Unsupported(decl.path.pos, `cgo: import ${decl.path.value}`);
    }
  }
}
