/**
 * Packages of std that share their name with another. A message writes the path of a package if another of its name is
 * among all that the program imports, directly or not: `"sync".Mutex`, since internal/sync is one of them. The facts
 * hold no import graph; this is the part of it that messages need (tools/record-namesakes.ts).
 */
import { Package } from '../types/package.ts';
import { Universe } from '../types/universe.ts';
import recorded from './namesakes.json' with { type: 'json' };

interface Recorded {
  /** `path=name`, in the order of the bits of a set. */
  readonly namesakes: string;
  /** Sets of namesakes, with the packages whose imports lead to them. */
  readonly imports: Readonly<Record<string, string>>;
}

/** The namesakes of one Go version; packages without contents stand for them. */
export class StdNamesakes {
  private readonly recorded: Recorded | undefined;
  private packages: readonly Package[] | undefined;
  private sets: Map<string, string> | undefined;

  constructor(goVersion: string) {
    this.recorded = (recorded as Readonly<Record<string, Recorded>>)[goVersion];
  }

  /** The namesakes that the imports of the package lead to. */
  importsOf(path: string): readonly Package[] {
    this.sets ??= this.readSets();
    const set = this.sets.get(path);
    if (set === undefined) return [];
    this.packages ??= this.readPackages();
    const bits = BigInt(set);
    return this.packages.filter((_, i) => ((bits >> BigInt(i)) & 1n) === 1n);
  }

  private readSets(): Map<string, string> {
    const sets = new Map<string, string>();
    for (const [set, paths] of Object.entries(this.recorded?.imports ?? {})) {
      for (const path of paths.split(' ')) sets.set(path, set);
    }
    return sets;
  }

  private readPackages(): readonly Package[] {
    const entries = this.recorded?.namesakes.split(' ') ?? [];
    return entries.map((entry) => {
      const [path, name] = entry.split('=') as [string, string];
      return new Package(path, name, Universe);
    });
  }
}
