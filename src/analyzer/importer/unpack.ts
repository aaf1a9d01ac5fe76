/**
 * Opens facts files. All of them are coded with what the primer teaches: the declarations of a few packages, always the
 * same, which the coder has met before it meets any other.
 */
import { Decoder, Experience } from './coder.ts';
import { type Declarations, Packing } from './packing.ts';
import { schema } from './schema.ts';
import { Tables } from './tables.ts';

/** What coder and tables know before a package. */
export interface Primer {
  readonly experience: Experience;
  readonly tables: Tables;
  /** Room for what a package adds: large, so it is used again. */
  readonly scratch: Experience;
}

/** A primer's file: the schema, the count of its packages, and those one after another. */
export function readPrimer(bytes: Uint8Array): Primer {
  checkSchema(bytes[0]);
  const primer = emptyPrimer();
  const decoder = new Decoder(primer.experience, bytes, 2);
  for (let n = bytes[1]!; n > 0; n--) new Packing(decoder, primer.tables, null).run();
  return primer;
}

export function emptyPrimer(): Primer {
  const tables = new Tables(null);
  tables.addString('');
  return { experience: new Experience(), tables, scratch: new Experience() };
}

/** A package's file: the schema and its declarations. */
export function unpack(bytes: Uint8Array, primer: Primer): Declarations {
  checkSchema(bytes[0]);
  primer.scratch.become(primer.experience);
  const decoder = new Decoder(primer.scratch, bytes, 1);
  return new Packing(decoder, new Tables(primer.tables), null).run();
}

function checkSchema(found: number | undefined): void {
  if (found !== schema) throw new Error(`facts of schema ${found}; this engine reads schema ${schema}`);
}
