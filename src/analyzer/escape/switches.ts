/**
 * What differs between the Go versions that the engine answers for, in the escape pass and in devirtualization. Facts of
 * std are data of their own; everything else that a version changes is one named switch here.
 */
import type { GoVersion } from '../base/versions.ts';

export interface Switches {
  /** The backing store that append may allocate is a location, and `append escapes to heap` is printed (1.25). */
  readonly appendStorage: boolean;
  /** A never-reassigned variable that holds a literal stands for it in interface conversions (1.25, with `make` sizes). */
  readonly literalRewrite: boolean;
  /** The length of a slice literal that a variable always holds stands for it in `make` sizes (1.26). */
  readonly literalLen: boolean;
  /** Loops over testing.B's Loop are told to be left out of inlining (up to 1.25). */
  readonly skipBenchmarkLoops: boolean;
  /** `make` with a size only known at run time may stay on the stack, in a small buffer (1.25). */
  readonly variableMakeOnStack: boolean;
  /** `make` of elements without size goes to the heap (1.25). */
  readonly zeroSizedMakeOnHeap: boolean;
  /** Bytes up to which a declared variable may stay on the stack. */
  readonly maxStackVarSize: number;
  /** Bytes up to which what an expression allocates may stay on the stack. */
  readonly maxImplicitStackVarSize: number;
  /** The solver's queues are stacks (up to 1.24): shows in the order and choice of the paths of -m=2. */
  readonly stackQueues: boolean;
  /** -m=2 writes `←`, `in F` and `for F` (1.25). */
  readonly arrowPaths: boolean;
  /** A type assertion's operand flows by dotType and devirtualization looks through several equal assignments (1.26). */
  readonly concreteTypeAnalysis: boolean;
  /** string → []byte conversions that are never mutated reuse the string (1.22). */
  readonly zeroCopy: boolean;
  /** Any type that is one pointer in memory fits an interface's data word (1.26); before, by the type's form. */
  readonly directIfaceByLayout: boolean;
  /** Assignments to variables that are never read are dropped before the analysis (1.24). */
  readonly deadLocals: boolean;
  /** A literal that captures nothing is a function of its own (1.24); before, it belonged to the function around it. */
  readonly plainLiteralsApart: boolean;
  /** Calls are devirtualized once in package order before they are bottom-up (1.24). */
  readonly devirtualizesAhead: boolean;
  /** A wrapper may jump to the method that it is for (1.24). */
  readonly wrappersJump: boolean;
  /** Also to a method of an embedded interface (1.27). */
  readonly wrappersJumpToInterfaces: boolean;
  /** A call through a variable goes to all functions that are assigned to it, if all are known (1.27). */
  readonly assignedCallees: boolean;
}

const go126: Switches = {
  appendStorage: true,
  literalRewrite: true,
  literalLen: true,
  skipBenchmarkLoops: false,
  variableMakeOnStack: true,
  zeroSizedMakeOnHeap: true,
  maxStackVarSize: 128 * 1024,
  maxImplicitStackVarSize: 64 * 1024,
  stackQueues: false,
  arrowPaths: true,
  concreteTypeAnalysis: true,
  zeroCopy: true,
  directIfaceByLayout: true,
  deadLocals: true,
  plainLiteralsApart: true,
  devirtualizesAhead: true,
  wrappersJump: true,
  wrappersJumpToInterfaces: false,
  assignedCallees: false,
};

const go125: Switches = {
  ...go126,
  concreteTypeAnalysis: false,
  literalLen: false,
  skipBenchmarkLoops: true,
  directIfaceByLayout: false,
};

const go124: Switches = {
  ...go125,
  appendStorage: false,
  literalRewrite: false,
  variableMakeOnStack: false,
  zeroSizedMakeOnHeap: false,
  stackQueues: true,
  arrowPaths: false,
};

const go122: Switches = {
  ...go124,
  deadLocals: false,
  plainLiteralsApart: false,
  devirtualizesAhead: false,
  wrappersJump: false,
  maxStackVarSize: 10 * 1024 * 1024,
};

const go127: Switches = { ...go126, wrappersJumpToInterfaces: true, assignedCallees: true };

const byVersion: Readonly<Record<GoVersion, Switches>> = {
  '1.22': go122,
  '1.24': go124,
  '1.25': go125,
  '1.26': go126,
  '1.27': go127,
};

export function switchesFor(version: GoVersion): Switches {
  return byVersion[version];
}
