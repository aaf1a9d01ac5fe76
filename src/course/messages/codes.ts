/**
 * From a line's words back to the kind of line. The order matters: the first pattern that fits names the line. The
 * words themselves are in the engine's table of texts; a test holds that every text of the table finds its code here.
 */
import type { MessageCode } from '../../analyzer/analysis.ts';

const PATTERNS: readonly (readonly [MessageCode, RegExp])[] = [
  ['flow', /^ {2}flow: .* (?:=|←) .*:$/],
  ['from', /^ {4}from .* \(.*\) at /],
  ['truncated', /^ {2}warning: truncated explanation/],
  ['can-inline', /^can inline /],
  ['cannot-inline', /^cannot inline /],
  ['inlining-call', /^inlining call to /],
  ['skip-inlining', /^skip inlining within testing\.B\.loop for /],
  ['imprecise-call', /^imprecise interface call$/],
  ['kept-alive', / will be kept alive$|^expr is unknown to bloop pass$/],
  ['cannot-devirtualize', /^cannot devirtualize /],
  ['partially-devirtualizing', /^partially devirtualizing /],
  ['devirtualizing', /^devirtualizing /],
  ['parameter-leaks-header', /^parameter .* leaks to .* with derefs=\d+:$/],
  ['escapes-header', / escapes to heap(?: in .*)?:$/],
  ['moved-to-heap', /^moved to heap: /],
  ['leaking-param-to-result', /^leaking param: .* to result .* level=-?\d+$/],
  ['leaking-param-content', /^leaking param content: /],
  ['leaking-param', /^leaking param: /],
  ['mutates-param', /^mutates param: .* derefs=\d+$/],
  ['calls-param', /^calls param: .* derefs=\d+$/],
  ['param-does-not-escape-mutate-or-call', / does not escape, mutate, or call$/],
  ['assuming-unsafe-uintptr', /^assuming .* is unsafe uintptr$/],
  ['marking-escaping-uintptr', /^marking .* as escaping (?:\.\.\.)?uintptr$/],
  ['ignoring-self-assignment', / ignoring self-assignment in /],
  ['zero-copy-conversion', /^zero-copy string->\[\]byte conversion$/],
  ['bounds-check-elided', /^index bounds check elided$/],
  ['capturing', / capturing by (?:value|ref): .* \(addr=(?:true|false) assign=/],
  ['escapes-to-heap', / escapes to heap$/],
  ['does-not-escape', / does not escape$/],
];

/** `does-not-escape` stands for parameters too: the words are the same. */
export function codeOf(message: string): MessageCode | 'other' {
  return PATTERNS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other';
}
