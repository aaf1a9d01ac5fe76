/** A name in a package: what gc's types.Sym is for printing and for comparing names. */

/** A package as symbols need it; the type checker's Package has this shape. */
export interface Pkg {
  readonly path: string;
  readonly name: string;
}

export interface Sym {
  readonly pkg: Pkg;
  readonly name: string;
}

/** Package of predeclared names. */
export const builtinPkg: Pkg = { path: 'go.builtin', name: 'go.builtin' };
/** Package of the shape types of generic instances. */
export const shapePkg: Pkg = { path: 'go.shape', name: 'go.shape' };
/** Package of symbols that belong to no source package: wrappers of unnamed types, dictionaries. */
export const goPkg: Pkg = { path: 'go', name: 'go' };
export const runtimePkg: Pkg = { path: 'runtime', name: 'runtime' };
export const unsafePkg: Pkg = { path: 'unsafe', name: 'unsafe' };

export function isBlankSym(sym: Sym | null): boolean {
  return sym !== null && sym.name === '_';
}
