/**
 * The numbers of a facts file: kinds of objects, types, constants, flags of functions. Written by tools/stdfacts, which
 * describes the order of a file's parts (schema.go); a file of another schema is refused.
 */
export const schema = 1;

/** Ids of types that are not in the table: go/types' basic kinds below `ref.any`, and predeclared names. */
export const ref = { any: 26, error: 27, comparable: 28, byte: 29, rune: 30, firstType: 32 } as const;

export const objectKind = { const: 0, var: 1, func: 2, named: 3, alias: 4, opaque: 5 } as const;

export const typeKind = {
  local: 0,
  external: 1,
  pointer: 2,
  slice: 3,
  array: 4,
  map: 5,
  chan: 6,
  signature: 7,
  struct: 8,
  interface: 9,
  union: 10,
  instance: 11,
  typeParam: 12,
} as const;

export const valueKind = { false: 0, true: 1, int: 2, bigInt: 3, string: 4, float: 5, complex: 6, bytes: 7 } as const;

/** Bits of a method's first number. */
export const methodFlag = { pointer: 1, ownTypeParams: 2, noSignature: 4 } as const;

export const functionFlag = {
  known: 1,
  noBody: 2,
  noescape: 4,
  noinline: 8,
  uintptrKeepAlive: 16,
  uintptrEscapes: 32,
  delayResults: 64,
} as const;
