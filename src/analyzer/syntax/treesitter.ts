/**
 * The tree-sitter parser: loads the wasm that the host hands in, and copies a parsed tree into flat arrays in one walk.
 * Each step of a cursor is a call into wasm, so leaves cost three or four calls and inner nodes none for their extent.
 *
 * Offsets: tree-sitter counts UTF-16 units of the text that it is given. It is given one unit per byte, so its offsets are
 * byte offsets. It sees only text that the recogniser has accepted.
 */
import { Language, Parser as TreeSitter } from 'web-tree-sitter';
import type { Scanner } from './scanner.ts';
import { binaryString } from './source.ts';

export interface ParserBytes {
  /** web-tree-sitter.wasm */
  readonly runtime: Uint8Array;
  /** tree-sitter-go.wasm */
  readonly grammar: Uint8Array;
}

/** A tree in preorder. The children of node i start at i + 1; `next[i]` is the index after its last descendant. */
export interface FlatTree {
  readonly kind: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly next: readonly number[];
  /** Some nodes are of kind ERROR: tree-sitter could not read a part, or made up a missing token. */
  readonly hasError: boolean;
}

/** Node kinds whose children are of no interest. */
const closed: ReadonlySet<string> = new Set([
  'raw_string_literal',
  'interpreted_string_literal',
  'int_literal',
  'float_literal',
  'imaginary_literal',
  'rune_literal',
  'identifier',
  'type_identifier',
  'field_identifier',
  'package_identifier',
  'label_name',
  'nil',
  'true',
  'false',
  'iota',
  'dot',
  'blank_identifier',
  'ERROR',
]);

const LEAF = 1;
const NAMED = 2;
const SKIP = 4;

export class TreeSitterGo {
  private readonly parser: TreeSitter;
  private readonly names: readonly string[];
  private readonly flags: Uint8Array;

  private constructor(parser: TreeSitter, language: Language) {
    this.parser = parser;
    const { nodeTypeCount } = language;
    this.names = Array.from({ length: nodeTypeCount }, (_, id) => language.nodeTypeForId(id) ?? '');
    this.flags = Uint8Array.from(this.names, (name, id) => {
      if (name === 'comment') return SKIP;
      const named = language.nodeTypeIsNamed(id);
      return (named ? NAMED : 0) | (!named || closed.has(name) ? LEAF : 0);
    });
  }

  static async load(bytes: ParserBytes): Promise<TreeSitterGo> {
    await TreeSitter.init({ wasmBinary: bytes.runtime });
    const language = await Language.load(bytes.grammar);
    const parser = new TreeSitter();
    parser.setLanguage(language);
    return new TreeSitterGo(parser, language);
  }

  dispose(): void {
    this.parser.delete();
  }

  /** null: tree-sitter gave up. */
  parse(text: string): FlatTree | null {
    const tree = this.parser.parse(text);
    if (tree === null) return null;
    try {
      return this.flatten(tree.walk(), tree.rootNode.hasError);
    } finally {
      tree.delete();
    }
  }

  private flatten(
    cursor: ReturnType<NonNullable<ReturnType<TreeSitter['parse']>>['walk']>,
    hasError: boolean,
  ): FlatTree {
    const kind: string[] = [];
    const start: number[] = [];
    const end: number[] = [];
    const next: number[] = [];
    const { names, flags } = this;
    const parents: number[] = [];
    try {
      for (;;) {
        const id = cursor.nodeTypeId;
        const flag = id < flags.length ? flags[id]! : NAMED | LEAF;
        if ((flag & SKIP) === 0) {
          const i = kind.length;
          let name = id < flags.length ? names[id]! : 'ERROR';
          if (hasError && cursor.nodeIsMissing) name = 'ERROR';
          kind.push(name);
          if ((flag & LEAF) === 0 && cursor.gotoFirstChild()) {
            start.push(-1);
            end.push(0);
            next.push(0);
            parents.push(i);
            continue;
          }
          const from = cursor.startIndex;
          start.push(from);
          end.push(flag & NAMED ? cursor.endIndex : from + name.length);
          next.push(i + 1);
        }
        while (!cursor.gotoNextSibling()) {
          const parent = parents.pop();
          if (parent === undefined || !cursor.gotoParent()) return { kind, start, end, next, hasError };
          const after = kind.length;
          next[parent] = after;
          // A node that holds nothing but comments is empty.
          start[parent] = after > parent + 1 ? start[parent + 1]! : cursor.startIndex;
          end[parent] = after > parent + 1 ? lastEnd(end, next, parent) : start[parent]!;
        }
      }
    } finally {
      cursor.delete();
    }
  }
}

function lastEnd(end: readonly number[], next: readonly number[], parent: number): number {
  let last = parent + 1;
  for (let i = last; i < next[parent]!; i = next[i]!) last = i;
  return end[last]!;
}

/**
 * The text for tree-sitter, one unit per byte, changed in place so that no column moves:
 *
 * - A newline that Go reads as a semicolon becomes one, any other a space: tree-sitter-go guesses which it is. Comments
 *   become spaces.
 * - Bytes outside ASCII would be unknown characters in names and too many in a rune: names get letters, runes become
 *   numbers. Names and literals are read from the source, never from here.
 */
export function textFor(source: Scanner): string {
  const bytes = new Uint8Array(source.bytes);
  if (source.binary.startsWith('\xef\xbb\xbf')) bytes.fill(SPACE, 0, 3);
  const { newlines, nonAscii, comments } = source;
  for (let i = 0; i < comments.length; i += 2) bytes.fill(SPACE, comments[i]!, comments[i + 1]!);
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) bytes[at] = SPACE;
  for (const at of newlines) bytes[at] = SEMICOLON;
  for (let i = 0; i < nonAscii.length; i += 3) {
    const [from, to, isName] = [nonAscii[i]!, nonAscii[i + 1]!, nonAscii[i + 2] === 1];
    if (!isName) bytes.fill(DIGIT, from, to);
    else for (let at = from; at < to; at++) if (bytes[at]! >= 0x80) bytes[at] = LETTER;
  }
  return binaryString(bytes);
}

const LF = 10;
const SPACE = 32;
const SEMICOLON = 59;
const DIGIT = 49;
const LETTER = 97;
