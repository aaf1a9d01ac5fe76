/**
 * The numbers of facts: kinds of objects, types and constants, flags of functions, and what records hold. Strings and
 * types are numbers of a package's tables. A file of another schema is refused.
 *
 * Objects, by kind (a list is a count and its members; T: a list of type parameters, each a name and its constraint):
 *
 *   const   type, kind of value, value (nothing; a signed number; a string; two strings)
 *   var     type                     func     T, signature
 *   alias   T, type                  opaque   T
 *   named   T, underlying type, list of methods: name, flags and, unless noSignature, signature, name of the receiver,
 *           names of the receiver's type parameters, with ownTypeParams T
 */
export const schema = 2;

/** Numbers of types that are not in the table: go/types' basic kinds below `ref.any`, and predeclared names. */
export const ref = { any: 26, error: 27, comparable: 28, byte: 29, rune: 30, firstType: 32 } as const;

export const objectKind = { const: 0, var: 1, func: 2, named: 3, alias: 4, opaque: 5 } as const;

/**
 * Types: the kind, then: external path, name · pointer, slice element · array element, length · map key, element · chan
 * direction (both, send, receive), element · signature variadic, list of parameters (name, type), list of results · struct
 * path of the package ('' where no field needs one), list of fields (name, embedded, type, tag) · interface implicit, path,
 * list of methods (name, signature), list of embedded types · union list of terms (tilde, type) · instance generic type,
 * list of arguments · typeParam object, method + 1 or 0, index (of a method: those of its receiver first).
 */
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

/** Bytes, a length and what it counts, are in flow bodies only. */
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
