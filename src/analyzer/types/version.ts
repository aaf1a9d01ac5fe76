/**
 * Language versions, `go1.N`. Follows types2/version.go and go/version of Go 1.26: a version is valid in the form
 * `goN.N…`, language versions compare by their first two numbers.
 */

/** `go1.N`, or '' for the newest language. */
export type GoVersion = string;

export const goCurrent: GoVersion = 'go1.26';

const form = /^go([1-9][0-9]*)(?:\.(0|[1-9][0-9]*)(?:(?:\.(0|[1-9][0-9]*))|(?:rc|beta|alpha)[0-9]+)?)?$/;

/** The version as the checker holds it: `go1.21.3` and `go1.21rc1` are language `go1.21`; '' if it is not valid. */
export function asGoVersion(v: string): GoVersion {
  const m = form.exec(v);
  return m ? `go${m[1]}.${m[2] ?? '0'}` : '';
}

export function isValidVersion(v: string): boolean {
  return form.test(v);
}

/** Negative, zero or positive as v is older than, equal to or newer than w. An invalid version is older than any. */
export function compareVersions(v: GoVersion, w: GoVersion): number {
  return v === w ? 0 : rank(v) - rank(w);
}

function rank(v: GoVersion): number {
  const m = form.exec(v);
  return m ? Number(m[1]) * 10_000 + Number(m[2] ?? 0) : -1;
}
