/** The shared programs with what is recorded about them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const programFolder = resolve(import.meta.dirname, '../test/testdata/programs');

export interface RecordedProgram {
  readonly name: string;
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

export function sharedPrograms(): RecordedProgram[] {
  return readdirSync(programFolder)
    .filter((file) => file.endsWith('.go'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -3),
      file,
      path: join(programFolder, file),
      text: readFileSync(join(programFolder, file), 'utf8'),
    }));
}

/** {program: {"-m -l": lines …}} of one release, in the compiler's order with its repetitions. */
export function recordedOutputs(
  release: string,
): Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> {
  return JSON.parse(readFileSync(join(programFolder, `outputs-${release}.json`), 'utf8')) as never;
}
