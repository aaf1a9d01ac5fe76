/**
 * Language versions. Follows types2/version.go and go/version of Go 1.26. A version is one number, `major * 1000 +
 * minor`, so that comparing versions is comparing numbers; releases and candidates count as their language.
 */
import type { Checker } from './checker.ts';

export type GoVersion = number;

/** No version given: the newest language. */
export const noVersion: GoVersion = 0;

export const go1_9: GoVersion = 1009;
export const go1_13: GoVersion = 1013;
export const go1_14: GoVersion = 1014;
export const go1_17: GoVersion = 1017;
export const go1_18: GoVersion = 1018;
export const go1_20: GoVersion = 1020;
export const go1_21: GoVersion = 1021;
export const go1_22: GoVersion = 1022;
export const go1_23: GoVersion = 1023;
export const go1_26: GoVersion = 1026;
/** The newest language that is checked. */
export const goCurrent: GoVersion = go1_26;

const form = /^go([1-9][0-9]*)(?:\.(0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)|(?:rc|beta|alpha)(?:0|[1-9][0-9]*))?)?$/;

/** The language of `go1.21`, `go1.21.3` or `go1.21rc1`; `noVersion` if the text is no version. */
export function asGoVersion(text: string): GoVersion {
  const m = form.exec(text);
  return m ? Number(m[1]) * 1000 + Number(m[2] ?? 0) : noVersion;
}

export function versionString(v: GoVersion): string {
  return v === noVersion ? '' : `go${Math.floor(v / 1000)}.${v % 1000}`;
}

/** Reports whether the language of the file being checked has what came with `want`. */
export function allowVersion(check: Checker, want: GoVersion): boolean {
  return check.env.version === noVersion || check.env.version >= want;
}
