/** What lessons share beside questions: the glossary, what changed in which release, summaries, what is left out. Build time only. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../course/words/index.ts';

const files = import.meta.glob<string>(
  ['../../content/{glossary,changes,left-out}.yaml', '../../content/summaries/*.yaml'],
  { query: '?raw', import: 'default', eager: true },
);

function read<T>(schema: z.ZodType<T>, name: string): T {
  const text = files[`../../content/${name}`];
  if (text === undefined) throw new Error(`there is no ${name}`);
  const result = schema.safeParse(parse(text));
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

const inLanguage = z.strictObject({ term: z.string(), means: z.string() });
const glossarySchema = z.record(
  z.string(),
  z.strictObject({
    en: inLanguage,
    'zh-cn': inLanguage,
    /** Words that must not be used for it. */
    instead: z.strictObject({ en: z.array(z.string()).optional(), 'zh-cn': z.array(z.string()).optional() }).optional(),
  }),
);
export type Glossary = z.infer<typeof glossarySchema>;

/** Every term of the course, once, by its id. */
export function glossary(): Glossary {
  return read(glossarySchema, 'glossary.yaml');
}

const release = z.string().regex(/^1\.\d+$/);
const changeSchema = z.record(
  z.string(),
  z.strictObject({
    /** The program of the recordings. */
    program: z.string(),
    /** What was recorded: the compiler's lines, or what the program prints. */
    flags: z.enum(['-m', '-m -l', 'run']),
    /** The line of the program that they are about. */
    line: z.int().optional(),
    /** `a / b`: these lines in this order. Empty: no such line. */
    was: z.strictObject({ go: release, says: z.string() }),
    is: z.strictObject({ go: release, says: z.string() }),
    since: z.string(),
    en: z.string(),
    'zh-cn': z.string(),
  }),
);
export type Changes = z.infer<typeof changeSchema>;

/** What an old release printed and a new one prints, each line recorded. */
export function changes(): Changes {
  return read(changeSchema, 'changes.yaml');
}

const leftOutSchema = z.array(
  z.strictObject({
    id: z.string(),
    en: z.strictObject({ title: z.string(), text: z.string() }),
    'zh-cn': z.strictObject({ title: z.string(), text: z.string() }),
    read: z.array(z.strictObject({ title: z.string(), url: z.url() })).min(1),
  }),
);

export function leftOut(): z.infer<typeof leftOutSchema> {
  return read(leftOutSchema, 'left-out.yaml');
}

/** A piece of a summary's sentence: text, or a gap with the words that fill it, the course's own first. */
export type Piece = string | readonly string[];

/** `Variables are [[moved|put]].` as pieces. */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split(/(\[\[.*?\]\])/).flatMap((part): Piece[] => {
    if (part === '') return [];
    return part.startsWith('[[') ? [part.slice(2, -2).split('|')] : [part];
  });
}

export function summary(lesson: string, language: Language): { language: Language; sentences: Piece[][] } {
  const own = files[`../../content/summaries/${lesson}.${language}.yaml`] === undefined ? 'en' : language;
  const sentences = read(z.array(z.string()).min(3).max(8), `summaries/${lesson}.${own}.yaml`).map(piecesOf);
  for (const [index, pieces] of sentences.entries())
    if (pieces.every((piece) => typeof piece === 'string'))
      throw new Error(`summaries/${lesson}.${own}.yaml: sentence ${index + 1} has no gap`);
  return { language: own, sentences };
}
