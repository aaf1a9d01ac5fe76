/**
 * Language versions. Follows types2/version.go and go/version of Go 1.26. Here a version is a language, `go1.21`;
 * releases and candidates count as their language.
 */
import type { Checker } from './checker.ts';

/** `go1.N`, or '' for the newest language. */
export type GoVersion = string;

/** The newest language that is checked. */
export const goCurrent: GoVersion = 'go1.26';

/** The newest language that a toolchain takes; older ones are taken for the newest that is checked here. */
export function newestOf(toolchain: GoVersion): GoVersion {
  return compareVersions(toolchain, goCurrent) > 0 ? toolchain : goCurrent;
}

const form = /^go([1-9][0-9]*)(?:\.(0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)|(?:rc|beta|alpha)(?:0|[1-9][0-9]*))?)?$/;

/** The language of `go1.21`, `go1.21.3` or `go1.21rc1`; '' if the text is no version. */
export function asGoVersion(text: string): GoVersion {
  const m = form.exec(text);
  return m ? (m[2] === undefined ? `go${m[1]}` : `go${m[1]}.${m[2]}`) : '';
}

/** Negative, zero or positive as v is older than, the same as or newer than w; '' is older than all. */
export function compareVersions(v: GoVersion, w: GoVersion): number {
  return v === w ? 0 : rank(v) - rank(w);
}

function rank(v: GoVersion): number {
  if (v === '') return -1;
  const dot = v.indexOf('.');
  return dot < 0 ? Number(v.slice(2)) * 1000 : Number(v.slice(2, dot)) * 1000 + Number(v.slice(dot + 1));
}

/** Reports whether the language of the file being checked has what came with `want`. */
export function allowVersion(check: Checker, want: GoVersion): boolean {
  const { version } = check.env;
  return version === '' || version === goCurrent || compareVersions(version, want) >= 0;
}
