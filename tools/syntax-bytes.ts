/** The wasm files that the parser needs, read from the installed packages. For tools and tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParserBytes } from '../src/analyzer/syntax/index.ts';

const modules = join(import.meta.dirname, '..', 'node_modules');

export function parserBytes(): ParserBytes {
  return {
    runtime: readFileSync(join(modules, 'web-tree-sitter', 'web-tree-sitter.wasm')),
    grammar: readFileSync(join(modules, 'tree-sitter-go', 'tree-sitter-go.wasm')),
  };
}
