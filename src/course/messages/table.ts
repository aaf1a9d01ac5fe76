/**
 * The compiler's messages as the reference pages list them: one entry per kind of line, with the forms that its text
 * takes, made by the engine's own table of texts. Each entry has a program of its name in src/content/messages.
 */
import type { MessageCode } from '../../analyzer/analysis.ts';
import { escapeTexts as t } from '../../analyzer/base/texts/escape.ts';

export type DocumentedCode = Exclude<MessageCode, 'compile-error'>;

/** m: -m prints it. m2: only -m=2. debug: only with a -d flag. inline: only while inlining is on. */
export type MessageLevel = 'm' | 'm2' | 'debug' | 'inline';

export interface MessageEntry {
  readonly code: DocumentedCode;
  readonly level: MessageLevel;
  /** Whether the line stands for an allocation when the program runs. */
  readonly cost: 'yes' | 'no' | 'depends';
  readonly forms: readonly string[];
  /** Compiler flags, as written on the command line. */
  readonly flags: string;
  readonly debug?: Readonly<Record<string, number>>;
  /** Of `inline` lines, which this engine does not print: what the compiler printed for the program. */
  readonly recorded?: readonly string[];
}

const M = '-m -l';
const M2 = '-m=2 -l';
const DEBUG = '-m -l -d=escapemutationscalls=1';
const debug = { escapemutationscalls: 1 };

function entry(
  code: DocumentedCode,
  level: MessageLevel,
  cost: MessageEntry['cost'],
  ...forms: readonly string[]
): MessageEntry {
  if (level === 'debug') return { code, level, cost, forms, flags: DEBUG, debug };
  return { code, level, cost, forms, flags: level === 'm2' ? M2 : M };
}

function recorded(code: DocumentedCode, form: string, ...lines: readonly string[]): MessageEntry {
  // `cannot inline` and its reason are for -m=2 only.
  const flags = code === 'cannot-inline' ? '-m=2' : '-m';
  return { code, level: 'inline', cost: 'no', forms: [form], flags, recorded: lines };
}

export const messageTable: readonly MessageEntry[] = [
  entry('moved-to-heap', 'm', 'yes', t.movedToHeap('x')),
  entry('escapes-to-heap', 'm', 'yes', t.escapesToHeap('&T{...}'), t.appendEscapes()),
  entry('does-not-escape', 'm', 'no', t.doesNotEscape('&T{...}'), t.appendDoesNotEscape()),
  entry('leaking-param', 'm', 'depends', t.leakingParam('p')),
  entry('leaking-param-content', 'm', 'depends', t.leakingParamContent('p')),
  entry('leaking-param-to-result', 'm', 'no', t.leakingParamToResult('p', '~r0', 0)),
  entry('param-does-not-escape', 'm', 'no', t.doesNotEscape('p')),
  entry('ignoring-self-assignment', 'm', 'no', t.ignoringSelfAssignment('(*T).f', 't.b = t.b[:n]')),
  entry('zero-copy-conversion', 'm', 'no', t.zeroCopy()),
  entry('devirtualizing', 'm', 'no', t.devirtualizing('x.M', 'T')),
  entry('partially-devirtualizing', 'm', 'no', t.partiallyDevirtualizing('x.M', 'T')),
  entry(
    'cannot-devirtualize',
    'm',
    'depends',
    t.cannotDevirtualizeReceiver('x.M()', 'T[go.shape.int]'),
    t.cannotDevirtualizeInterface('x.M()', 'I[go.shape.int]'),
  ),
  entry('bounds-check-elided', 'm', 'no', t.boundsCheckElided()),
  entry('imprecise-call', 'm', 'depends', t.impreciseCall()),
  entry('skip-inlining', 'm', 'depends', t.skipInlining('for loop')),
  entry('assuming-unsafe-uintptr', 'm', 'no', t.assumingUnsafeUintptr('p')),
  entry('marking-escaping-uintptr', 'm', 'depends', t.markingEscapingUintptr('p'), t.markingEscapingUintptrs('p')),
  recorded('can-inline', 'can inline f', '3:6: can inline double'),
  recorded(
    'cannot-inline',
    'cannot inline f: function too complex: cost 137 exceeds budget 80',
    '3:6: cannot inline wait: unhandled op DEFER',
  ),
  recorded('inlining-call', 'inlining call to f', '8:16: inlining call to double'),
  entry('mutates-param', 'debug', 'no', t.mutatesParam('p', 0)),
  entry('calls-param', 'debug', 'no', t.callsParam('f', 0)),
  entry('param-does-not-escape-mutate-or-call', 'debug', 'no', t.doesNotEscapeMutateOrCall('p')),
  entry('escapes-header', 'm2', 'yes', t.escapesHeader('x', 'f'), t.escapesHeaderOld('x')),
  entry(
    'parameter-leaks-header',
    'm2',
    'depends',
    t.parameterLeaks('p', t.heap, 'f', 0),
    t.parameterLeaksOld('p', t.heap, 0),
  ),
  entry('flow', 'm2', 'no', t.flow('p', '&', 'x'), t.flowOld('p', '&', 'x')),
  entry('from', 'm2', 'no', t.from('p := &x', 'assign', 'main.go:5:4')),
  entry('truncated', 'm2', 'no', t.truncated()),
  entry('kept-alive', 'm2', 'no', t.keptAlive('function result'), t.unknownToBloop()),
  entry(
    'capturing',
    'm2',
    'depends',
    t.capturing('f', 'value', 'n', false, false, 8),
    t.capturing('f', 'ref', 'n', false, true, 8),
  ),
];

/** The levels as the reference lists them. */
export const messageLevels: readonly MessageLevel[] = ['m', 'm2', 'inline', 'debug'];

/** As the reference lists them: level by level. */
export const messagesInOrder: readonly MessageEntry[] = messageLevels.flatMap((level) =>
  messageTable.filter((each) => each.level === level),
);
