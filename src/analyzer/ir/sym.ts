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
export const runtimePkg: Pkg = { path: 'runtime', name: 'runtime' };

export function isBlankSym(sym: Sym | null): boolean {
  return sym !== null && sym.name === '_';
}
