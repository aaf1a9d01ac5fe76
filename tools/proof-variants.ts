/**
 * Variants of the course, compared live with `go tool compile -m -l`: every line that the compiler prints about the
 * program, and from it the verdict of every place that is asked about.
 *
 *   node tools/run.mjs tools/proof-variants.ts [--draws 40] [--from 0] [--go 1.26.8] [--show 5]
 *
 * A draw is one choice of names; each is tried with every case of its family. `--go` names another release that the
 * engine answers for.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { type GoVersion, pinnedToolchain } from '../src/analyzer/base/versions.ts';
import { nodeHost } from '../src/cli/host.ts';
import { compile, findToolchain, type Toolchain } from '../src/cli/toolchain.ts';
import { CourseEngine } from '../src/course/engine.ts';
import { findMark } from '../src/course/span.ts';
import { casesOf, type Instance, instanceOf, seedOf } from '../src/course/variants/instance.ts';
import { type PosedVariant, poseVariant } from '../src/course/variants/key.ts';
import { type Family, familyFile } from '../src/course/variants/schema.ts';
import { words } from '../src/course/words/index.ts';

const folder = resolve(import.meta.dirname, '../src/content/variants');

export function readFamilies(): Family[] {
  return readdirSync(folder).flatMap((file) => familyFile.parse(parse(readFileSync(join(folder, file), 'utf8'))));
}

export interface VariantReport {
  families: number;
  compared: number;
  /** Verdicts of asked places, judged by the compiler's lines alone. */
  verdicts: number;
  readonly wrong: { readonly id: string; readonly text: string; readonly what: string }[];
}

interface Draws {
  readonly from: number;
  readonly count: number;
}

/** "moved to heap" stands at the name; "escapes to heap" somewhere in the expression, on its line. */
function saysHeap(text: string, at: string, col: number, mark: string): boolean {
  if (!text.startsWith(at)) return false;
  return /^\w+$/.test(mark) && mark !== 'func'
    ? text === `${at}${col}: moved to heap: ${mark}`
    : text.endsWith(' escapes to heap');
}

interface Verdict {
  readonly id: string;
  readonly text: string;
  readonly mark: { readonly mark: string; readonly in?: string | undefined };
  readonly verdict: 'stack' | 'heap';
}

/** The verdicts on which the key of a variant rests, where they are those of a place. */
function verdictsOf({ question, text }: Instance, posed: PosedVariant): Verdict[] {
  if (posed.type === 'placed')
    return posed.question.places.map((mark) => {
      return { id: mark.id, text, mark, verdict: posed.key.places.find(({ id }) => id === mark.id)!.verdict };
    });
  if (posed.type === 'edit')
    return posed.question.places.map((mark) => {
      return { id: mark.id, text, mark, verdict: posed.place.verdict };
    });
  if (question.kind !== 'choice' || question.of !== 'edits') return [];
  const { truth } = (posed as Extract<PosedVariant, { type: 'asked' }>).posed.key;
  const other = question.goal === 'heap' ? 'stack' : 'heap';
  return Object.entries(question.edits).map(([id, edit]) => {
    const edited = text.replace(question.replace, () => edit);
    return { id, text: edited, mark: question, verdict: truth.includes(id) ? question.goal : other };
  });
}

/** `go`: the version that the engine is asked for; the toolchain must be of that release. */
export async function compareVariants(
  toolchain: Toolchain,
  { from, count }: Draws,
  go: GoVersion,
): Promise<VariantReport> {
  const engine = new CourseEngine(nodeHost);
  const report: VariantReport = { families: 0, compared: 0, verdicts: 0, wrong: [] };
  const temporary = mkdtempSync(join(tmpdir(), 'stackorheap-variants-'));
  const one = async (variant: Instance, name: string): Promise<void> => {
    const file = `${name}.go`;
    const linesOf = async (text: string): Promise<readonly string[]> => {
      writeFileSync(join(temporary, file), text);
      const { lines } = await compile(toolchain, [join(temporary, file)], { flags: ['-m', '-l'] });
      rmSync(join(temporary, file));
      return lines;
    };
    const lines = await linesOf(variant.text);
    const wrong = (what: string) => report.wrong.push({ id: name, text: variant.text, what });
    const own = await engine.report({ file, text: variant.text, words: words.en, goVersion: go });
    report.compared += 1;
    if ([...own.says].sort().join('\n') !== [...lines].sort().join('\n'))
      wrong(`engine (${own.status}):\n${own.says.join('\n')}\ncompiler:\n${lines.join('\n')}`);
    if (go !== '1.26') return;
    const posed = await poseVariant(variant, 'en', (text, goVersion) =>
      engine.report({ file, text, words: words.en, goVersion }),
    );
    for (const { id, text, mark, verdict } of verdictsOf(variant, posed)) {
      const { line, col } = findMark(text, mark.mark, mark.in);
      const said = text === variant.text ? lines : await linesOf(text);
      const heap = said.some((each) => saysHeap(each, `${file}:${line}:`, col, mark.mark));
      report.verdicts += 1;
      if (verdict !== (heap ? 'heap' : 'stack')) wrong(`${id}: the key says ${verdict}; compiler:\n${said.join('\n')}`);
    }
  };
  try {
    for (const family of readFamilies().filter((each) => 'program' in each && each.program !== undefined)) {
      report.families += 1;
      const seen = new Set<string>();
      const jobs: (() => Promise<void>)[] = [];
      for (let draw = from; draw < from + count; draw++)
        for (let which = 0; which < casesOf(family); which++) {
          const variant = instanceOf(family, seedOf(family, draw, which));
          if (seen.has(variant.text)) continue;
          seen.add(variant.text);
          jobs.push(() => one(variant, `${family.id}-${variant.seed}`));
        }
      const work = async () => {
        for (let job = jobs.pop(); job; job = jobs.pop()) await job();
      };
      await Promise.all([work(), work()]);
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return report;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      draws: { type: 'string', default: '40' },
      from: { type: 'string', default: '0' },
      go: { type: 'string', default: pinnedToolchain['1.26'] },
      show: { type: 'string', default: '5' },
    },
  });
  const toolchain = findToolchain(values.go);
  if (!toolchain) throw new Error('proof-variants: no Go toolchain here');
  const go = (Object.keys(pinnedToolchain) as GoVersion[]).find((each) => pinnedToolchain[each] === toolchain.version);
  if (!go) throw new Error(`proof-variants: the engine does not answer for Go ${toolchain.version}`);
  const draws = { from: Number(values.from), count: Number(values.draws) };
  const { families, compared, verdicts, wrong } = await compareVariants(toolchain, draws, go);
  console.log(
    `Go ${toolchain.version}: ${compared} variants of ${families} families, ${wrong.length} wrong; ${verdicts} verdicts judged by the compiler's lines`,
  );
  for (const { id, text, what } of wrong.slice(0, Number(values.show))) console.log(`--- ${id}\n${text}\n${what}`);
  process.exit(wrong.length > 0 ? 1 : 0);
}
