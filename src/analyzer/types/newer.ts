/** Toolchains that are newer than the language checked here: what only they take is refused by name, not called an error. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Pos } from '../base/pos.ts';
import { syntaxText } from '../base/texts/syntax.ts';
import { Unsupported } from '../base/unsupported.ts';
import type { Checker } from './checker.ts';
import { compareVersions, type GoVersion, goCurrent } from './version.ts';

/** Whether the toolchain words some errors in a newer way. */
export function isNewer(check: Checker): boolean {
  return compareVersions(check.conf.toolchain ?? goCurrent, goCurrent) > 0;
}

/** A rule of ours is about to report what the toolchain may take. */
export function refuseNewer(check: Checker, pos: Pos, what: string): void {
  if (isNewer(check)) throw newer(pos, what, check.conf.toolchain!);
}

/** The parser is that of the language checked here. */
export function refuseNewerSyntax(errors: readonly Diagnostic[], toolchain: GoVersion): void {
  if (compareVersions(toolchain, goCurrent) <= 0) return;
  const method = errors.find(({ message }) => message === `syntax error: ${syntaxText.noTypeParameters('method')}`);
  if (method) throw newer(method.pos, 'generic methods', toolchain);
}

function newer(pos: Pos, what: string, toolchain: GoVersion): Unsupported {
  return new Unsupported(pos, `${what}, new in ${toolchain}`);
}
