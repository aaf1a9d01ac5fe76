/**
 * What gc's noder (noder.go and lex.go, Go 1.26) says about `//go:` lines while it parses: those that are reserved for
 * the runtime or the standard library, bad usage, and those that no declaration takes.
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { scanText } from '../base/texts/syntax.ts';
import type { Directive, File, Pragma } from './tree.ts';
import { inspect } from './walk.ts';

/** Verbs that set a flag on a declaration: pending ones are misplaced when no declaration takes them. */
const flagVerbs: ReadonlySet<string> = new Set([
  'go:build',
  'go:noescape',
  'go:norace',
  'go:nosplit',
  'go:noinline',
  'go:nocheckptr',
  'go:systemstack',
  'go:nowritebarrier',
  'go:nowritebarrierrec',
  'go:yeswritebarrierrec',
  'go:cgo_unsafe_args',
  'go:uintptrkeepalive',
  'go:uintptrescapes',
  'go:registerparams',
]);

const runtimeVerbs: ReadonlySet<string> = new Set([
  'go:systemstack',
  'go:nowritebarrier',
  'go:nowritebarrierrec',
  'go:yeswritebarrierrec',
]);

/** For whom a file is compiled: the standard library (-std), and what of it the runtime imports, may use more directives. */
export type Audience = 'user' | 'std' | 'runtime';

/** The runtime and what it imports, for linux (objabi.LookupPkgSpecial). */
const runtimePackages = new Set(
  'runtime internal/abi internal/bytealg internal/byteorder internal/chacha8rand internal/coverage/rtcov internal/cpu \
internal/goarch internal/godebugs internal/goexperiment internal/goos internal/profilerecord internal/strconv \
internal/stringslite internal/runtime/atomic internal/runtime/cgroup internal/runtime/exithook internal/runtime/gc \
internal/runtime/gc/scan internal/runtime/maps internal/runtime/math internal/runtime/sys \
internal/runtime/syscall/linux'.split(' '),
);

export function audienceOf(std: boolean, path: string): Audience {
  if (!std) return 'user';
  return runtimePackages.has(path) ? 'runtime' : 'std';
}

export function directiveError({ verb, text }: Directive, audience: Audience): string | null {
  const fields = text.split(/\s+/).filter((field) => field !== '').length;
  if (verb === 'go:linkname' && text.length > verb.length && (fields < 2 || fields > 3)) {
    return 'usage: //go:linkname localname [linkname]';
  }
  if (verb === 'go:wasmimport' && fields !== 3 && text.length > verb.length)
    return 'usage: //go:wasmimport importmodule importname';
  if (verb === 'go:wasmexport' && fields !== 2 && text.length > verb.length) return 'usage: //go:wasmexport exportname';
  if (verb === 'go:embed' && fields < 2) return 'usage: //go:embed pattern...';
  if (audience === 'user' && verb.startsWith('go:cgo_') && verb !== 'go:cgo_import_dynamic')
    return `//${text} only allowed in cgo-generated code`;
  if (audience !== 'runtime' && runtimeVerbs.has(verb)) return `//${verb} only allowed in runtime`;
  if (audience === 'user' && verb === 'go:uintptrkeepalive') return `//${verb} is only allowed in the standard library`;
  return null;
}

/** go:linkname belongs to the file, a directive that is used wrongly to nothing. */
export function belongsToDeclaration({ verb }: Directive, error: string | null): boolean {
  return verb !== 'go:linkname' && !error?.startsWith('usage: ');
}

/** `line FILE:LINE` or `line FILE:LINE:COL`: what it says, with null for the file before; or what is wrong with it, and where. */
export type LineDirective =
  | { readonly file: string | null; readonly line: number; readonly col: number }
  | { readonly at: number; readonly message: string };

/** Reads the text from `line` on; null: text without a colon is no directive. */
export function lineDirective(text: string): LineDirective | null {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return null;
  const last = lineNumber(text.slice(colon + 1));
  if (last < 0) return { at: colon + 1, message: scanText.lineNumber(text.slice(colon + 1)) };
  const before = text.lastIndexOf(':', colon - 1);
  const line = before < 0 ? -1 : lineNumber(text.slice(before + 1, colon));
  const hasColumn = line >= 0;
  if (hasColumn && (last === 0 || last > mostLineCol))
    return { at: colon + 1, message: scanText.columnNumber(text.slice(colon + 1)) };
  const number = hasColumn ? line : last;
  const end = hasColumn ? before : colon;
  if (number === 0 || number > mostLineCol) return { at: end + 1, message: scanText.lineNumber(text.slice(end + 1)) };
  const file = text.slice('line '.length, end);
  return { file: file === '' && hasColumn ? null : file, line: number, col: hasColumn ? last : 0 };
}

/** The largest line or column of a position. */
const mostLineCol = 1 << 30;

function lineNumber(digits: string): number {
  return /^[0-9]+$/.test(digits) ? Number(digits) : -1;
}

export function isMisplaced({ verb }: Directive): string | null {
  if (flagVerbs.has(verb)) return scanText.misplacedDirective;
  return verb === 'go:embed' ? scanText.misplacedEmbed : null;
}

const funcVerbs: ReadonlySet<string> = new Set([
  'go:noescape',
  'go:norace',
  'go:nosplit',
  'go:noinline',
  'go:nocheckptr',
  'go:registerparams',
  'go:systemstack',
  'go:nowritebarrier',
  'go:nowritebarrierrec',
  'go:yeswritebarrierrec',
  'go:cgo_unsafe_args',
  'go:uintptrkeepalive',
  'go:uintptrescapes',
]);
const fileVerbs: ReadonlySet<string> = new Set(['go:build']);
const noVerbs: ReadonlySet<string> = new Set();

/**
 * Directives that a declaration cannot have. gc looks for them only after the package has type-checked without error
 * (writer.go, collectDecls), so they are not among the errors of parsing.
 */
export function pragmaErrors(file: File): readonly Diagnostic[] {
  if (file.directives.length === 0) return [];
  const errors: Diagnostic[] = [];
  const check = (pragma: Pragma | null, allowed: ReadonlySet<string>, embedOk: boolean): void => {
    for (const directive of pragma ?? []) {
      if (allowed.has(directive.verb) || (embedOk && directive.verb === 'go:embed')) continue;
      const message = isMisplaced(directive);
      if (message !== null) errors.push(diagnostic(directive.pos, 'directive', message));
    }
  };
  inspect(file, (n) => {
    switch (n.kind) {
      case 'File':
        check(n.pragma, fileVerbs, false);
        break;
      case 'FuncDecl':
        check(n.pragma, funcVerbs, false);
        break;
      case 'VarDecl':
        check(n.pragma, noVerbs, true);
        break;
      case 'ImportDecl':
      case 'ConstDecl':
      case 'TypeDecl':
        check(n.pragma, noVerbs, false);
    }
    return true;
  });
  return errors;
}
