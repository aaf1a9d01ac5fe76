/** Families of variants: each is drawn some times, and every variant must be a question that one can answer. */
import type { GoVersion } from '../../analyzer/base/versions.ts';
import { BELIEFS, type BeliefId } from '../beliefs.ts';
import type { Report } from '../report.ts';
import { casesOf, instanceOf, seedOf } from '../variants/instance.ts';
import { beliefsOf, formOf, poseVariant, truthOf } from '../variants/key.ts';
import { type Family, familySchema } from '../variants/schema.ts';
import { slotsOf } from '../variants/template.ts';
import { words } from '../words/index.ts';
import type { CheckName, Problems } from './checks.ts';
import { type Part, packLimits } from './files.ts';
import { Located, type ValuePath, type YamlReader } from './yaml.ts';

export interface VariantTools {
  readonly yaml: YamlReader;
  readonly report: (file: string, text: string, go: GoVersion) => Promise<Report>;
  readonly go: GoVersion;
  readonly lessons: ReadonlySet<string>;
  readonly stop: () => boolean;
  readonly problems: Problems;
}

/** Draws of names that are tried with every case. */
const DRAWS = 6;

interface Placed {
  readonly family: Family;
  readonly file: Located;
  readonly path: ValuePath;
}

/** Gives the number of families. */
export async function checkVariants(parts: readonly Part[], tools: VariantTools): Promise<number> {
  const placed = parts.flatMap((part) => readFamilies(part, tools));
  const ids = new Set<string>();
  for (const { family, file, path } of placed) {
    const add = (check: CheckName, message: string, at: ValuePath = ['id']) =>
      tools.problems.add(check, file.file, `${family.id}: ${message}`, file.at([...path, ...at]));
    if (ids.has(family.id)) add('duplicate-id', 'another family has this id');
    ids.add(family.id);
    if (!tools.lessons.has(family.lesson)) add('variant-lesson', `there is no lesson "${family.lesson}"`, ['lesson']);
    if (tools.stop()) {
      add('out-of-time', 'the time for this pack is up; its variants were not checked');
      break;
    }
    if (checkSlots(family, add)) await checkDrawn(family, tools, add);
  }
  return placed.length;
}

function readFamilies({ file: { path, text } }: Part, { yaml, problems }: VariantTools): Placed[] {
  const file = new Located(path, text!, yaml, problems);
  const { data } = file.reading;
  if (file.broken) return [];
  if (!Array.isArray(data) || data.length > packLimits.questionsPerLesson) {
    problems.add('schema', path, `a list of at most ${packLimits.questionsPerLesson} families`);
    return [];
  }
  return data.flatMap((value, index) => {
    const family = file.checked(familySchema, value, [index]);
    return family ? [{ family, file, path: [index] }] : [];
  });
}

type Add = (check: CheckName, message: string, at?: ValuePath) => void;

function checkSlots(family: Family, add: Add): boolean {
  if ('draw' in family) return true;
  const filled = new Set([...Object.keys(family.names), ...family.cases.flatMap((each) => Object.keys(each))]);
  const { names, cases, program = '', question, after } = family;
  const used = slotsOf([program, question, cases, Object.values(names), after]);
  const unknown = [...used].filter((slot) => !filled.has(slot));
  for (const slot of unknown) add('variant-slot', `nothing fills $${slot}`);
  for (const slot of filled) if (!used.has(slot)) add('variant-slot', `nothing uses $${slot}`);
  return unknown.length === 0;
}

async function checkDrawn(family: Family, { report, go, problems, stop }: VariantTools, add: Add): Promise<void> {
  const truths = new Set<string>();
  const seen = new Set<BeliefId>();
  for (let draw = 0; draw < DRAWS; draw++)
    for (let which = 0; which < casesOf(family); which++) {
      if (stop()) return;
      const seed = seedOf(family, draw, which);
      try {
        const variant = instanceOf(family, seed);
        const posed = await poseVariant(variant, 'en', (text, version = go) =>
          report(`${family.id}.go`, text, version),
        );
        truths.add(truthOf(posed));
        for (const belief of beliefsOf(posed)) seen.add(belief);
        const form = formOf(posed);
        if (form?.type === 'one' || form?.type === 'some') {
          const texts = form.options.map(({ text }) => text);
          if (new Set(texts).size < texts.length)
            return add('variant-equal-options', `seed ${seed}: two options say the same`);
        }
      } catch (error) {
        const message = (error instanceof Error ? error.message : String(error)).replace(/^question [^:]*: /, '');
        return add('variant-broken', `seed ${seed}: ${message}`);
      }
    }
  if (truths.size < 2) add('variant-one-answer', 'every variant has the same answer');
  for (const [index, belief] of family.beliefs.entries())
    if (!seen.has(belief)) add('variant-belief', `no wrong answer shows "${belief}"; say also`, ['beliefs', index]);
  for (const belief of [...seen, ...family.also])
    if (
      (BELIEFS as readonly string[]).includes(belief) &&
      !words.en.beliefs[belief as (typeof BELIEFS)[number]].refutation
    )
      problems.add('lure-without-refutation', 'variants', `${family.id}: nothing is said against "${belief}"`);
}
