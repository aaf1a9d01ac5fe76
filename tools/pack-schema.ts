/**
 * Publishes the JSON Schemas of a pack's files, made from the schemas that check them.
 *
 *   node tools/run.mjs tools/pack-schema.ts [--check]      --check: writes nothing, fails where a file would change
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { laterQuestion } from '../src/course/kinds/later/schema.ts';
import { questionFile, questionTexts } from '../src/course/kinds/schemas.ts';
import { frontMatterSchema, manifestSchema, outlineSchema, recordedSchema } from '../src/course/pack/schemas.ts';
import { familyFile } from '../src/course/variants/schema.ts';

export const schemaFolder = resolve(import.meta.dirname, '../public/schema');

const published = {
  pack: ['pack.yaml: what a lesson pack is', manifestSchema],
  outline: ['outline.yaml: the lessons in order', outlineSchema],
  lesson: ['The front matter of a lesson', frontMatterSchema],
  questions: ['questions/LESSON.yaml: what each question asks, in every language', questionFile],
  texts: ['questions/LESSON.LANGUAGE.yaml: the words of each question', questionTexts],
  variants: ['variants/NAME.yaml: families of variants, programs with slots', familyFile],
  later: ['Questions of kinds whose engine follows: no pack can use them yet', laterQuestion],
  recorded: ['recorded.json: what programs printed when they were recorded', recordedSchema],
} as const;

/** File name → text. */
export function schemaFiles(): Record<string, string> {
  const entries = Object.entries(published).map(([name, [title, schema]]) => {
    const json = { title, ...z.toJSONSchema(schema, { io: 'input' }) };
    return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
  });
  return Object.fromEntries(entries);
}

/** How the files are laid out is the formatter's affair. */
function sameData(a: string, b: string): boolean {
  return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  if (!check) mkdirSync(schemaFolder, { recursive: true });
  for (const [name, text] of Object.entries(schemaFiles())) {
    const path = join(schemaFolder, name);
    if (!check) writeFileSync(path, text);
    else if (!existsSync(path) || !sameData(readFileSync(path, 'utf8'), text)) process.exitCode = 1;
  }
}
