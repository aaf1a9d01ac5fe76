/** Import paths, imported packages, unused imports. Follows types2/resolver.go of Go 1.26. Left out: cgo. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Checker } from './checker.ts';
import { decodeRune } from './constantfmt.ts';
import { unquote } from './constantlit.ts';
import { errorf, softErrorf } from './errors.ts';
import { markImports } from './format.ts';
import { Package } from './package.ts';
import { Universe } from './universe.ts';

const illegalInPath = '!"#$%&\'()*,:;<=>?[\\]^{|}`\uFFFD';

/** The import path that a literal stands for, or what is wrong with it. */
export function validatedImportPath(literal: string): { path: string; error: string } {
  const bytes = unquote(literal);
  if (bytes === undefined) return { path: '', error: 'invalid syntax' };
  if (bytes === '') return { path: '', error: 'empty string' };
  const path = decodeBytes(bytes);
  for (const r of path) {
    if (!/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(r) || /\s/u.test(r) || illegalInPath.includes(r)) {
      const code = r.codePointAt(0)!;
      const shown = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(r) ? ` '${r}'` : '';
      return { path, error: `invalid character U+${code.toString(16).toUpperCase().padStart(4, '0')}${shown}` };
    }
  }
  return { path, error: '' };
}

/** The characters of bytes in UTF-8; what is not UTF-8 becomes U+FFFD. */
function decodeBytes(bytes: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const [rune, size] = decodeRune(bytes, i);
    text += String.fromCodePoint(rune < 0 ? 0xfffd : rune);
    i += size;
  }
  return text;
}

/** The package of that path; a made-up empty one, after an error, if it cannot be had. */
export function importPackage(check: Checker, pos: Pos, path: string): Package {
  const known = check.impMap.get(path);
  if (known) return known;
  const found = check.conf.importer.import(path);
  let pkg: Package;
  if (found instanceof Package) {
    pkg = found;
  } else {
    errorf(check, pos, 'BrokenImport', texts.couldNotImport, path, found ?? `package ${path} is not in std`);
    const name = path.replace(/\/$/, '');
    pkg = new Package(path, name.slice(name.lastIndexOf('/') + 1), Universe);
    pkg.fake = true;
  }
  check.impMap.set(path, pkg);
  if (check.pkgPathMap) markImports(check.pkgPathMap, pkg, new Set());
  return pkg;
}

export function unusedImports(check: Checker): void {
  if (check.conf.ignoreFuncBodies) return;
  for (const obj of check.imports) {
    if (obj.name === '_' || obj.used) continue;
    const { path } = obj.imported;
    const elem = path.slice(path.lastIndexOf('/') + 1);
    if (obj.name === '' || obj.name === '.' || obj.name === elem) {
      softErrorf(check, obj, 'UnusedImport', texts.unusedImport, path);
    } else {
      softErrorf(check, obj, 'UnusedImport', texts.unusedImportAs, path, obj.name);
    }
  }
}
