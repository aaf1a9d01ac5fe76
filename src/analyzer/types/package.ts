/** A Go package as the checker knows it. Follows types2/package.go of Go 1.26. */
import { noPos } from '../base/pos.ts';
import { Scope } from './scope.ts';

const noNames: ReadonlySet<string> = new Set();

export class Package {
  readonly path: string;
  /** '' until the first file of the package is seen. */
  name: string;
  readonly scope: Scope;
  imports: readonly Package[] = [];
  complete = false;
  /** Made up for an import that failed: its names are not looked up, so that one error does not breed others. */
  fake = false;
  goVersion = '';
  /** Unexported names that the package is known to have although its scope does not tell what they are. */
  hidden: ReadonlySet<string> = noNames;
  /** `universe` is the scope that every package scope lies in. */
  constructor(path: string, name: string, universe: Scope) {
    this.path = path;
    this.name = name;
    this.scope = new Scope(universe, noPos, noPos, `package ${path}`);
  }
}

/** Where packages come from. Synchronous: whatever has to be fetched is fetched before the check begins. */
export interface Importer {
  /** The package of that path, or undefined if it is not known; a string says why it cannot be imported. */
  import(path: string): Package | string | undefined;
}
