/** One file from bytes to tree and errors: reading, then gc's rules for which errors are shown. */
import type { LimitReached } from '../base/budget.ts';
import { LimitReached as Limit } from '../base/budget.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { FileSet, LineBase, Pos, SourceFile } from '../base/pos.ts';
import type { Unsupported } from '../base/unsupported.ts';
import { lower } from './lower.ts';
import { mkFile, mkName } from './nodes.ts';
import type { Audience } from './pragma.ts';
import { Recogniser } from './recognise.ts';
import { fileOrNil, importsOrNil } from './recognise_decl.ts';
import type { File, ImportDecl } from './tree.ts';
import { type TreeSitterGo, textFor } from './treesitter.ts';

export interface ParseResult {
  /** Complete when `errors` is empty and `refused` null; else what could be read, with BadExpr in the holes. */
  readonly file: File;
  /** Syntax errors in source order, worded and placed as gc's, one "syntax error" per line. Not limited to ten. */
  readonly errors: readonly Diagnostic[];
  /** gc stops after such errors; others (labels, literals, directives) are reported together with type errors. */
  readonly fatal: boolean;
  /** Why the file cannot be answered for although it may be valid: a limit, or something that is not modelled. */
  readonly refused: Unsupported | LimitReached | null;
  /** What `//line` directives say. */
  readonly lineBases: readonly LineBase[];
}

export function parseSource(source: SourceFile, treeSitter: TreeSitterGo | null, audience?: Audience): ParseResult {
  const p = new Recogniser(source, audience);
  let file: File | null = null;
  try {
    file = fileOrNil(p);
  } catch (error) {
    if (!(error instanceof Limit)) throw error;
    p.refused = error;
  }
  const fatal = file === null || p.errors.some(({ message }) => message.startsWith('syntax error'));
  if (treeSitter !== null && file !== null && p.errors.length === 0 && p.refused === null) {
    const tree = treeSitter.parse(textFor(p));
    if (tree !== null) file = lower(tree, file, p).file;
  }
  const end = source.base + source.bytes.length;
  file ??= mkFile(
    source.base,
    end,
    null,
    mkName(source.base, source.base, '_'),
    [],
    end,
    '',
    p.directives,
    p.branchTargets,
  );
  return { file, errors: shownErrors(p.errors, source), fatal, refused: p.refused, lineBases: p.lineBases };
}

/** The import declarations of a file; what comes after them is not read. */
export function parseImports(source: SourceFile): readonly ImportDecl[] {
  try {
    const decls = importsOrNil(new Recogniser(source))?.declList ?? [];
    return decls.filter((decl) => decl.kind === 'ImportDecl');
  } catch (error) {
    if (!(error instanceof Limit)) throw error;
    return [];
  }
}

/** All files of a set, and the set with what `//line` directives in them say. */
export function parseFiles(
  set: FileSet,
  parse: (source: SourceFile) => ParseResult = (source) => parseSource(source, null),
): { readonly set: FileSet; readonly parsed: readonly ParseResult[] } {
  const parsed = set.files.map((source) => parse(source));
  const lineBases = parsed.flatMap((result) => result.lineBases);
  return { set: { files: set.files, lineBases }, parsed };
}

/**
 * Of a line's syntax errors only the first found, of equal other messages found in a row on one line only the first; then
 * sorted by place (base.ErrorfAt and FlushErrors).
 */
function shownErrors(found: readonly Diagnostic[], source: SourceFile): readonly Diagnostic[] {
  if (found.length === 0) return found;
  let syntaxLine = -1;
  let otherLine = -1;
  let otherMessage = '';
  const kept = found.filter(({ pos, message }) => {
    const line = lineOf(source, pos);
    if (message.startsWith('syntax error')) {
      if (line === syntaxLine) return false;
      syntaxLine = line;
      return true;
    }
    if (line === otherLine && message === otherMessage) return false;
    otherLine = line;
    otherMessage = message;
    return true;
  });
  kept.sort((a, b) => a.pos - b.pos);
  return kept.filter((d, i) => i === 0 || kept[i - 1]!.message !== d.message || kept[i - 1]!.pos !== d.pos);
}

function lineOf({ base, lineStarts }: SourceFile, pos: Pos): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle]! <= pos - base) low = middle + 1;
    else high = middle;
  }
  return low;
}
