/**
 * The door of the syntax folder: Go text in, tree and syntax errors out. Only this folder knows tree-sitter.
 *
 * `createParser` is asynchronous (it instantiates wasm whose bytes the host supplies); `parse` is synchronous, never
 * throws and never hangs on any bytes.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/pos.ts';
import type { File } from './tree.ts';

export type * from './tree.ts';

export interface ParserBytes {
  /** web-tree-sitter.wasm */
  readonly runtime: Uint8Array;
  /** tree-sitter-go.wasm */
  readonly grammar: Uint8Array;
}

/** Holds the wasm instance. One per host; usable for any number of files, one after the other. */
export interface Parser {
  readonly parse: (source: SourceFile) => ParseResult;
  /** Frees the wasm memory. */
  readonly dispose: () => void;
}

export interface ParseResult {
  /** Complete when `errors` is empty; else what could be read, with BadExpr in the holes. */
  readonly file: File;
  /** Syntax errors in source order, worded and placed as gc's. Not limited to ten. */
  readonly errors: readonly Diagnostic[];
}

export async function createParser(_bytes: ParserBytes): Promise<Parser> {
  throw new Error('not yet lowered');
}

export function parse(parser: Parser, source: SourceFile): ParseResult {
  return parser.parse(source);
}
