/** The closed table of question kinds: one folder each, one line here. Only the build reads schemas. */
import { z } from 'zod';
import { fixIt } from './fix-it/schema.ts';
import { predictPlacement } from './predict-placement/schema.ts';

export const question = z.discriminatedUnion('kind', [predictPlacement, fixIt]);
export type Question = z.infer<typeof question>;

/** A lesson's questions, the same in every language. */
export const questionFile = z.array(question).min(1);

/** What a question says in one language, by its id. Nothing here may give the key away but `after`. */
export const questionTexts = z.record(
  z.string(),
  z.strictObject({
    ask: z.string(),
    /** A ladder: point at the line, name the rule, show one edge. */
    hints: z.array(z.string()).max(3),
    /** One sentence to take along; shown after grading. */
    after: z.string(),
  }),
);
export type QuestionText = z.infer<typeof questionTexts>[string];
