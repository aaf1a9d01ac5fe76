/** YAML with places: any reader that knows where a value stands, and zod's issues put at those places. */
import type { z } from 'zod';
import type { Position, Problems } from './checks.ts';

export type ValuePath = readonly (string | number)[];

export interface YamlComplaint extends Position {
  readonly check: 'yaml-syntax' | 'yaml-aliases';
  readonly message: string;
}

export interface YamlReading {
  readonly data: unknown;
  readonly complaints: readonly YamlComplaint[];
  /** Where the value stands; the nearest enclosing one if it is missing. With `key` the place of that key in it. */
  readonly locate: (path: ValuePath, key?: string) => Position;
}

/** Must be bounded for any text: no tags, few aliases, limited depth. */
export type YamlReader = (text: string) => YamlReading;

/** A file's data with the places of its values. */
export class Located {
  readonly file: string;
  readonly reading: YamlReading;
  readonly problems: Problems;

  constructor(file: string, text: string, reader: YamlReader, problems: Problems) {
    this.file = file;
    this.problems = problems;
    this.reading = reader(text);
    for (const { check, message, line, col } of this.reading.complaints)
      problems.add(check, file, message, { line, col });
  }

  get broken(): boolean {
    return this.reading.complaints.length > 0;
  }

  at(path: ValuePath, key?: string): Position {
    return this.reading.locate(path, key);
  }

  /** The value at `path` if it has the schema's form; else each issue becomes a problem at its place. */
  checked<S extends z.ZodType>(schema: S, value: unknown, path: ValuePath = []): z.infer<S> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of flat(result.error.issues)) {
      const inner = [...path, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
      for (const key of keys) {
        const name = inner.length > 0 ? `${inner.filter((part) => typeof part === 'string').join('.')}: ` : '';
        const check = inner.includes('lures') || inner.at(-1) === 'belief' ? 'lure-without-refutation' : 'schema';
        const message = key === undefined ? issue.message : `there is no field "${key}" here`;
        this.problems.add(check, this.file, `${name === ': ' ? '' : name}${message}`, this.at(inner, key));
      }
    }
    return undefined;
  }
}

/** A union's issues: those of the member that went furthest say most. */
function flat(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const inner = issue.errors.toSorted((a, b) => a.length - b.length)[0]!;
    return flat(inner).map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
  });
}
