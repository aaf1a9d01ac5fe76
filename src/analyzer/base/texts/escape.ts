/**
 * Every line that the middle end prints under -m and -m=2, worded as gc words it. The passes record facts; render.ts
 * looks the words up here; the reference pages of the site are made from the same table.
 */
export const escapeTexts = {
  movedToHeap: (name: string): string => `moved to heap: ${name}`,
  escapesToHeap: (text: string): string => `${text} escapes to heap`,
  doesNotEscape: (text: string): string => `${text} does not escape`,
  appendEscapes: (): string => 'append escapes to heap',
  appendDoesNotEscape: (): string => 'append does not escape',
  leakingParam: (name: string): string => `leaking param: ${name}`,
  leakingParamContent: (name: string): string => `leaking param content: ${name}`,
  leakingParamToResult: (name: string, result: string, level: number): string =>
    `leaking param: ${name} to result ${result} level=${level}`,
  mutatesParam: (name: string, derefs: number): string => `mutates param: ${name} derefs=${derefs}`,
  callsParam: (name: string, derefs: number): string => `calls param: ${name} derefs=${derefs}`,
  doesNotEscapeMutateOrCall: (name: string): string => `${name} does not escape, mutate, or call`,
  assumingUnsafeUintptr: (name: string): string => `assuming ${name} is unsafe uintptr`,
  markingEscapingUintptr: (name: string): string => `marking ${name} as escaping uintptr`,
  markingEscapingUintptrs: (name: string): string => `marking ${name} as escaping ...uintptr`,
  ignoringSelfAssignment: (func: string, statement: string): string =>
    `${func} ignoring self-assignment in ${statement}`,
  zeroCopy: (): string => 'zero-copy string->[]byte conversion',
  devirtualizing: (selector: string, type: string): string => `devirtualizing ${selector} to ${type}`,
  partiallyDevirtualizing: (selector: string, type: string): string =>
    `partially devirtualizing ${selector} to ${type}`,
  cannotDevirtualizeReceiver: (call: string, type: string): string =>
    `cannot devirtualize ${call}: shaped receiver ${type}`,
  cannotDevirtualizeInterface: (call: string, type: string): string =>
    `cannot devirtualize ${call}: shaped interface ${type}`,
  impreciseCall: (): string => 'imprecise interface call',
  keptAlive: (what: string): string => `${what} will be kept alive`,
  unknownToBloop: (): string => 'expr is unknown to bloop pass',
  skipInlining: (statement: string): string => `skip inlining within testing.B.loop for ${statement}`,
  boundsCheckElided: (): string => 'index bounds check elided',

  // -m=2
  capturing: (func: string, how: string, name: string, addr: boolean, assign: boolean, width: number): string =>
    `${func} capturing by ${how}: ${name} (addr=${addr} assign=${assign} width=${width})`,
  escapesHeader: (text: string, func: string): string => `${text} escapes to heap in ${func}:`,
  escapesHeaderOld: (text: string): string => `${text} escapes to heap:`,
  parameterLeaks: (name: string, sink: string, func: string, derefs: number): string =>
    `parameter ${name} leaks to ${sink} for ${func} with derefs=${derefs}:`,
  parameterLeaksOld: (name: string, sink: string, derefs: number): string =>
    `parameter ${name} leaks to ${sink} with derefs=${derefs}:`,
  flow: (dst: string, ops: string, src: string): string => `  flow: ${dst} ← ${ops}${src}:`,
  flowOld: (dst: string, ops: string, src: string): string => `  flow: ${dst} = ${ops}${src}:`,
  from: (text: string, why: string, at: string): string => `    from ${text} (${why}) at ${at}`,
  truncated: (): string => '  warning: truncated explanation due to assignment cycle; see golang.org/issue/35518',
  storageFor: (text: string): string => `{storage for ${text}}`,
  heap: '{heap}',
  temp: '{temp}',
} as const;

/** The compiler's words for why a value moves; the vocabulary of `from … (why)`. */
export const flowReasons = {
  addressOf: 'address-of',
  indirection: 'indirection',
  dot: 'dot',
  dotOfPointer: 'dot of pointer',
  fixedArrayIndex: 'fixed-array-index-of',
  slice: 'slice',
  spill: 'spill',
  sliceToArray: 'slice-to-array',
  interfaceConverted: 'interface-converted',
  arrayElement: 'array literal element',
  sliceElement: 'slice-literal-element',
  structElement: 'struct literal element',
  mapKey: 'map literal key',
  mapValue: 'map literal value',
  mapPutKey: 'key of map put',
  callParameter: 'call parameter',
  calleeOperand: 'callee operand',
  appendeeSlice: 'appendee slice',
  appendedSlice: 'appended slice...',
  copiedSlice: 'copied slice',
  headerData: 'reflect.Header.Data',
  checkptr: 'conversion to unsafe.Pointer',
  uintptrEscapes: '//go:uintptrescapes',
  assign: 'assign',
  assignPair: 'assign-pair',
  assignPairDotType: 'assign-pair-dot-type',
  assignPairMap: 'assign-pair-mapr',
  assignPairReceive: 'assign-pair-receive',
  return: 'return',
  send: 'send',
  range: 'range',
  rangeDeref: 'range-deref',
  switchCase: 'switch case',
  captured: 'captured by a closure',
  reference: 'reference',
} as const;

export type FlowReason = (typeof flowReasons)[keyof typeof flowReasons];

/** Why storage must be on the heap whatever flows where. */
export const heapReasons = {
  tooLarge: 'too large for stack',
  tooAligned: 'too aligned for stack',
  zeroSized: 'zero-sized element',
  nonConstantSize: 'non-constant size',
} as const;

export type HeapReason = (typeof heapReasons)[keyof typeof heapReasons];
