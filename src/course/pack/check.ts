/**
 * Checks a whole pack and gives all problems at once. It reads data: nothing of the pack is run, and the engine, which
 * does not run programs either, answers within its limits. Reading, clock and engine are handed in.
 */
import { defaultGoVersion, type GoVersion, goVersions } from '../../analyzer/base/versions.ts';
import type { Report } from '../report.ts';
import { type PackProblem, type Position, Problems } from './checks.ts';
import { limitOf, type PackListing, type Part, packLimits, partOf } from './files.ts';
import { checkKey, type KeyTools, type Program } from './keys.ts';
import { checkLesson } from './lessons.ts';
import { checkRepeated, checkWords, type QuestionFile, readQuestions, readTexts } from './questions.ts';
import { type Manifest, manifestSchema, outlineSchema, recordedSchema } from './schemas.ts';
import { checkVariants } from './variants.ts';
import { Located, type YamlReader } from './yaml.ts';

export interface PackTools {
  readonly yaml: YamlReader;
  readonly report: (file: string, text: string, go: GoVersion) => Promise<Report>;
  /** This engine's version. */
  readonly engineVersion: string;
  /** Whether the time is up. */
  readonly stop: () => boolean;
}

export interface PackResult {
  readonly problems: readonly PackProblem[];
  readonly manifest: Manifest | undefined;
  readonly lessons: number;
  readonly questions: number;
  readonly programs: number;
  /** Families of variants. */
  readonly families: number;
}

const MIN_QUESTIONS = 5;
const MIN_KINDS = 3;
/** The first lesson meets learners who do not know a single kind yet. */
const MIN_KINDS_FIRST = 2;
const PROGRAM_WIDTH = 36;

type Parts = Partial<Record<Part['part'], Part[]>>;

export async function checkPack(listing: PackListing, tools: PackTools): Promise<PackResult> {
  const problems = new Problems();
  const parts = sorted(listing, problems);
  const manifest = readManifest(parts, tools, problems);
  const safe = manifest?.format !== 'trusted';
  checkListing(listing, safe, problems);
  const outline = readOutline(parts, tools.yaml, problems);
  const texts = new Map<string, ReturnType<typeof readTexts>>();
  const questions = new Map<string, QuestionFile>();
  for (const part of parts.texts ?? []) {
    if (stopped(tools, part.file.path, problems)) break;
    const read = readTexts(part, tools.yaml, problems);
    if (part.language === 'en') texts.set(part.name, read);
  }
  for (const part of parts.questions ?? []) {
    if (stopped(tools, part.file.path, problems)) break;
    questions.set(part.name, readQuestions(part, texts.get(part.name)?.texts, tools.yaml, problems));
  }
  const programs = new Map<string, Program>(
    (parts.program ?? []).map(({ name, file }) => [name, { path: file.path, text: file.text! }]),
  );
  const terms = readTerms(parts, tools.yaml, problems);
  const lessons = parts.lesson ?? [];
  const shown = new Set<string>();
  const written = new Set(lessons.map(({ name }) => name));
  const paths = new Set(listing.files.map(({ path }) => path));
  const around = { safe, questions, programs: new Set(programs.keys()), lessons: written, terms, paths };
  for (const lesson of lessons) {
    const { path } = lesson.file;
    if (stopped(tools, path, problems)) break;
    if (safe && lesson.ext === 'mdx')
      problems.add('code-in-safe-pack', path, 'MDX is code: rename it to .md, or declare format: trusted');
    for (const name of checkLesson(lesson, { ...around, reader: tools.yaml, problems })) shown.add(name);
    if (outline && !outline.lessons.includes(lesson.name))
      problems.add('lesson-not-in-outline', path, `outline.yaml does not list "${lesson.name}"`);
  }
  checkOutline(outline, written, safe, problems);
  const files = [...questions.values()];
  checkSets(files, written, manifest, outline?.lessons[0], problems);
  checkWords(files, texts, problems);
  checkUnusedWords(texts, questions, problems);
  const all = files.flatMap((each) => each.questions);
  checkRepeated(all, problems);
  const reports = await checkPrograms(programs, manifest, tools, problems);
  const recorded = readRecorded(parts, problems);
  const keyTools: KeyTools = {
    programs,
    report: reports,
    edited: (file, text, go = (manifest?.go ?? defaultGoVersion) as GoVersion) => tools.report(file, text, go),
    recorded: (name, go) => recorded?.[name]?.[go],
    edits: new Map((parts.edit ?? []).map(({ name, file }) => [name, { path: file.path, text: file.text! }])),
    stop: tools.stop,
  };
  for (const each of all) {
    if (stopped(tools, each.file.file, problems)) break;
    const { kind } = each.question;
    if (safe && kind === 'fix-function')
      problems.add('course-kind', each.file.file, `a safe pack has no "${kind}"`, each.file.at([...each.path, 'kind']));
    else await checkKey(each, keyTools, problems);
    for (const field of ['program', 'proof'] as const) {
      const name: unknown = (each.question as Record<string, unknown>)[field];
      if (typeof name === 'string') shown.add(name);
    }
  }
  const families = await checkVariants(parts.variants ?? [], {
    ...tools,
    go: (manifest?.go ?? defaultGoVersion) as GoVersion,
    lessons: written,
    problems,
  });
  for (const [name, { path }] of programs)
    if (!shown.has(name))
      problems.add('unused-program', path, 'no question asks about this program, no lesson shows it');
  return {
    problems: problems.sorted(),
    manifest,
    lessons: written.size,
    questions: all.length,
    programs: programs.size,
    families,
  };
}

function stopped(tools: Pick<PackTools, 'stop'>, file: string, problems: Problems): boolean {
  const stop = tools.stop();
  if (stop) problems.add('out-of-time', file, 'the time for this pack is up; what comes from here on was not checked');
  return stop;
}

/** The files that have a place in the format and were read, by their part. */
function sorted(listing: PackListing, problems: Problems): Parts {
  const parts: Parts = {};
  const byId = new Map<string, string>();
  for (const file of listing.files) {
    const part = partOf(file);
    if (!part) continue;
    if (part.part !== 'image' && part.part !== 'paper' && (file.text === undefined || file.binary)) continue;
    const id = `${part.part}/${part.language}/${part.name}`;
    const twin = part.part === 'lesson' ? byId.get(id) : undefined;
    if (twin) problems.add('duplicate-lesson', file.path, `the same lesson as ${twin}`);
    byId.set(id, file.path);
    (parts[part.part] ??= []).push(part);
  }
  return parts;
}

function checkListing({ files, cut }: PackListing, safe: boolean, problems: Problems): void {
  if (cut)
    problems.add(
      'too-many-files',
      'pack.yaml',
      `a pack has at most ${packLimits.files} files, ${packLimits.depth} folders deep`,
    );
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > packLimits.packBytes)
    problems.add('pack-too-large', 'pack.yaml', `a pack has at most ${packLimits.packBytes} bytes`);
  for (const file of files) {
    const part = partOf(file);
    const limit = limitOf(file.path);
    if (file.type === 'link') problems.add('symbolic-link', file.path, 'a link is not followed; put the file here');
    else if (file.path.split('/').includes('..'))
      problems.add('path-traversal', file.path, 'the name leads out of the pack');
    else if (file.type === 'other') problems.add('unexpected-file', file.path, 'neither a file nor a folder');
    else if (file.bytes > limit)
      problems.add('file-too-large', file.path, `${file.bytes} bytes, the limit is ${limit}`);
    else if (!part && safe)
      problems.add('unexpected-file', file.path, 'the format of a safe pack has no place for this');
    else if (part && file.binary) problems.add('not-text', file.path, 'not UTF-8 text');
  }
}

function readManifest(parts: Parts, tools: PackTools, problems: Problems): Manifest | undefined {
  const part = parts.manifest?.[0];
  if (!part) {
    problems.add('manifest-missing', 'pack.yaml', 'there is no pack.yaml; `stackorheap pack new` writes one');
    return undefined;
  }
  const file = new Located(part.file.path, part.file.text!, tools.yaml, problems);
  if (file.broken) return undefined;
  const { data } = file.reading;
  const go: unknown = typeof data === 'object' && data !== null && 'go' in data ? data.go : undefined;
  if (typeof go === 'string' && !(goVersions as readonly string[]).includes(go))
    problems.add('go-version', file.file, `the engine answers for Go ${goVersions.join(', ')}`, file.at(['go']));
  const manifest = file.checked(manifestSchema, data);
  if (!manifest) return undefined;
  if (newer(manifest.engine, tools.engineVersion))
    problems.add('engine-version', file.file, `this engine is ${tools.engineVersion}`, file.at(['engine']));
  if (manifest.format === 'safe' && manifest.elsewhere.length > 0)
    problems.add(
      'schema',
      file.file,
      'elsewhere: only the pages of a trusted pack ask questions',
      file.at(['elsewhere']),
    );
  return manifest;
}

function newer(wanted: string, has: string): boolean {
  const [a, b] = [wanted, has].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at >= 0 && a[at]! > (b[at] ?? 0);
}

interface Outline {
  readonly lessons: readonly string[];
  readonly at: (lesson: string) => Position;
  readonly file: string;
}

function readOutline(parts: Parts, reader: YamlReader, problems: Problems): Outline | undefined {
  const part = parts.outline?.[0];
  if (!part) {
    problems.add('schema', 'outline.yaml', 'there is no outline.yaml: it lists the lessons in order');
    return undefined;
  }
  const file = new Located(part.file.path, part.file.text!, reader, problems);
  const modules = file.broken ? undefined : file.checked(outlineSchema, file.reading.data);
  if (!modules) return undefined;
  const places = new Map<string, Position>();
  for (const [m, module] of modules.entries())
    for (const [l, { id }] of module.lessons.entries()) {
      const at = file.at([m, 'lessons', l, 'id']);
      if (places.has(id)) problems.add('duplicate-lesson', file.file, `"${id}" is listed above`, at);
      else places.set(id, at);
    }
  return { lessons: [...places.keys()], at: (lesson) => places.get(lesson)!, file: file.file };
}

/** A trusted pack may announce lessons; its site shows them as planned. */
function checkOutline(
  outline: Outline | undefined,
  written: ReadonlySet<string>,
  safe: boolean,
  problems: Problems,
): void {
  if (!outline || !safe) return;
  for (const lesson of outline.lessons)
    if (!written.has(lesson))
      problems.add('lesson-missing', outline.file, `there is no lessons/en/${lesson}.md`, outline.at(lesson));
}

function checkSets(
  files: readonly QuestionFile[],
  written: ReadonlySet<string>,
  manifest: Manifest | undefined,
  first: string | undefined,
  problems: Problems,
): void {
  for (const { lesson, file, questions, ids } of files) {
    if (manifest?.elsewhere.includes(lesson)) continue;
    if (!written.has(lesson)) problems.add('questions-without-lesson', file.file, `there is no lesson "${lesson}"`);
    if (file.broken) continue;
    if (ids.size < MIN_QUESTIONS)
      problems.add('few-questions', file.file, `${ids.size} questions; a lesson has at least ${MIN_QUESTIONS}`);
    const kinds = new Set(questions.map(({ question }) => question.kind)).size;
    const wanted = lesson === first ? MIN_KINDS_FIRST : MIN_KINDS;
    if (kinds < wanted)
      problems.add('few-kinds', file.file, `${kinds} kinds of questions; this lesson needs ${wanted}`);
  }
  const known = new Set(files.map(({ lesson }) => lesson));
  for (const lesson of written)
    if (!known.has(lesson))
      problems.add('few-questions', `questions/${lesson}.yaml`, `the lesson "${lesson}" has no questions`);
}

function checkUnusedWords(
  texts: ReadonlyMap<string, ReturnType<typeof readTexts>>,
  questions: ReadonlyMap<string, QuestionFile>,
  problems: Problems,
): void {
  for (const [lesson, { texts: entries, file }] of texts)
    for (const id of Object.keys(entries))
      if (!questions.get(lesson)?.ids.has(id))
        problems.add('unused-words', file.file, `questions/${lesson}.yaml has no "${id}"`, file.at([], id));
}

/** The ids of the glossary's terms: the keys of its files. */
function readTerms(parts: Parts, reader: YamlReader, problems: Problems): Set<string> | undefined {
  if (!parts.glossary) return undefined;
  const terms = new Set<string>();
  for (const part of parts.glossary) {
    const { data } = new Located(part.file.path, part.file.text!, reader, problems).reading;
    if (typeof data === 'object' && data !== null) for (const id of Object.keys(data)) terms.add(id);
  }
  return terms;
}

function readRecorded(parts: Parts, problems: Problems): Record<string, Record<string, string>> | undefined {
  const part = parts.recorded?.[0];
  if (!part) return undefined;
  try {
    const result = recordedSchema.safeParse(JSON.parse(part.file.text!));
    if (result.success) return result.data;
    problems.add('schema', part.file.path, 'recorded.json is {program: {Go version: output}}');
  } catch (error) {
    problems.add('schema', part.file.path, error instanceof Error ? error.message : String(error));
  }
  return undefined;
}

/** Asks the engine about every program; gives its reports, each made once. */
async function checkPrograms(
  programs: ReadonlyMap<string, Program>,
  manifest: Manifest | undefined,
  tools: PackTools,
  problems: Problems,
): Promise<KeyTools['report']> {
  const reports = new Map<string, Promise<Report>>();
  const standard = (manifest?.go ?? '1.26') as GoVersion;
  const report = (name: string, go: GoVersion = standard): Promise<Report> => {
    const known = reports.get(`${go}/${name}`) ?? tools.report(`${name}.go`, programs.get(name)?.text ?? '', go);
    reports.set(`${go}/${name}`, known);
    return known;
  };
  const byText = new Map<string, string>();
  for (const [name, { path, text }] of programs) {
    if (stopped(tools, path, problems)) break;
    const twin = byText.get(text.trim());
    if (twin) problems.add('duplicate-program', path, `the same text as ${twin}`);
    byText.set(text.trim(), path);
    checkWidth(path, text, problems);
    const { status, errors, unsupported, limit } = await report(name);
    if (status === 'error')
      for (const { line, col, message } of errors)
        problems.add('program-does-not-compile', path, message, { line, col });
    if (status === 'unsupported')
      problems.add('program-not-supported', path, unsupported?.message ?? '', unsupported ?? undefined);
    if (status === 'timeout') problems.add('program-too-expensive', path, `limit reached: ${limit}`);
  }
  return report;
}

function checkWidth(path: string, text: string, problems: Problems): void {
  const at = text.split('\n').findIndex((line) => line.replaceAll('\t', '  ').length > PROGRAM_WIDTH);
  if (at < 0) return;
  problems.add('wide-program', path, `a line is longer than ${PROGRAM_WIDTH} characters`, { line: at + 1, col: 1 });
}
