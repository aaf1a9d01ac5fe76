/** Both ways to read a file, for the tests of this folder. */
import { makeFileSet, positionOf } from '../../../src/analyzer/base/pos.ts';
import { createParser, type ParseResult, type Parser, parse } from '../../../src/analyzer/syntax/index.ts';
import { parserBytes } from '../../../tools/syntax-bytes.ts';

export interface Parsers {
  readonly treeSitter: Parser;
  readonly recogniser: Parser;
}

export async function makeParsers(): Promise<Parsers> {
  return { treeSitter: await createParser(parserBytes()), recogniser: await createParser(null) };
}

export interface Read extends ParseResult {
  readonly base: number;
  /** "line:col: message" as gc prints them. */
  readonly messages: readonly string[];
}

export function read(parser: Parser, text: string | Uint8Array): Read {
  const set = makeFileSet([
    { name: 'before.go', text: 'package before' },
    { name: 'x.go', text },
  ]);
  const source = set.files[1]!;
  const result = parse(parser, source);
  const messages = result.errors.map(({ pos, message }) => {
    const { line, col } = positionOf(set, pos)!;
    return `${line}:${col}: ${message}`;
  });
  return { ...result, base: source.base, messages };
}
