/**
 * The door of the syntax folder: Go text in, tree and syntax errors out. Only this folder knows tree-sitter.
 *
 * `createParser` is asynchronous (it instantiates wasm whose bytes the host supplies); `parse` is synchronous, never
 * throws and never hangs on any bytes.
 */
import type { SourceFile } from '../base/pos.ts';
import { type ParseResult, parseSource } from './parse.ts';
import type { Audience } from './pragma.ts';
import { type ParserBytes, TreeSitterGo } from './treesitter.ts';

export type { ParseResult } from './parse.ts';
export { pragmaErrors } from './pragma.ts';
export { exprString } from './printer.ts';
export type * from './tree.ts';
export type { ParserBytes } from './treesitter.ts';
export { inspect } from './walk.ts';

/** Holds the wasm instance. One per host; usable for any number of files, one after the other. */
export interface Parser {
  readonly parse: (source: SourceFile, audience?: Audience) => ParseResult;
  /** Frees the wasm memory. */
  readonly dispose: () => void;
}

/** Without bytes the recogniser alone reads the files: the same trees, sooner there. */
export async function createParser(bytes: ParserBytes | null): Promise<Parser> {
  const treeSitter = bytes === null ? null : await TreeSitterGo.load(bytes);
  return {
    parse: (source, audience) => parseSource(source, treeSitter, audience),
    dispose: () => treeSitter?.dispose(),
  };
}

export function parse(parser: Parser, source: SourceFile): ParseResult {
  return parser.parse(source);
}
