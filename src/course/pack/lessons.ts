/** What a lesson refers to exists, and its questions are asked once, in order. */
import { isPlaced } from '../kinds/schemas.ts';
import { type Problems, positions } from './checks.ts';
import { type Part, resolvePath } from './files.ts';
import { type LessonText, type Link, type Reference, readLesson } from './markdown.ts';
import type { QuestionFile } from './questions.ts';
import { frontMatterSchema } from './schemas.ts';
import { Located, type YamlReader } from './yaml.ts';

export interface Surroundings {
  readonly safe: boolean;
  readonly questions: ReadonlyMap<string, QuestionFile>;
  readonly programs: ReadonlySet<string>;
  /** Ids of the lessons that exist. */
  readonly lessons: ReadonlySet<string>;
  /** Undefined: the pack has no glossary. */
  readonly terms: ReadonlySet<string> | undefined;
  readonly paths: ReadonlySet<string>;
  readonly reader: YamlReader;
  readonly problems: Problems;
}

/** Gives the programs that the lesson shows. */
export function checkLesson(part: Part, around: Surroundings): string[] {
  const { problems } = around;
  const { path } = part.file;
  const text = part.file.text!;
  const lesson = readLesson(text, around.safe);
  const place = positions(text);
  for (const { check, message, offset } of lesson.problems) problems.add(check, path, message, place(offset));
  checkFrontMatter(part, lesson, around);
  checkPlaced(part, lesson, around, place);
  for (const link of lesson.links) {
    const broken = brokenLink(link, part, lesson, around);
    if (broken) problems.add(broken[0], path, broken[1], place(link.offset));
  }
  for (const { type, id, offset } of lesson.references) {
    if (type === 'term' && !around.terms?.has(id))
      problems.add('unknown-term', path, `the glossary has no "${id}"`, place(offset));
    if (type === 'program' && !around.programs.has(id))
      problems.add('unknown-program', path, `there is no programs/${id}.go`, place(offset));
  }
  return lesson.references.flatMap(({ type, id }) => (type === 'program' ? [id] : []));
}

/** The front matter's YAML, its places moved to where it stands in the lesson. */
function checkFrontMatter({ file }: Part, { frontMatter }: LessonText, { reader, problems }: Surroundings): void {
  if (!frontMatter) {
    problems.add('lesson-front-matter', file.path, 'a lesson starts with ---, title, lede, minutes, ---');
    return;
  }
  const below: YamlReader = (text) => {
    const { data, complaints, locate } = reader(text);
    return {
      data,
      complaints: complaints.map((each) => ({ ...each, line: each.line + 1 })),
      locate: (path, key) => ({ ...locate(path, key), line: locate(path, key).line + 1 }),
    };
  };
  const located = new Located(file.path, frontMatter.text, below, problems);
  if (!located.broken) located.checked(frontMatterSchema, located.reading.data);
}

function checkPlaced(
  { name, file }: Part,
  { references }: LessonText,
  { questions, problems }: Surroundings,
  place: ReturnType<typeof positions>,
): void {
  const own = questions.get(name);
  const placed = new Map<string, Reference>();
  for (const reference of references) {
    if (reference.type !== 'ask' && reference.type !== 'predict') continue;
    const at = place(reference.offset);
    const [lesson, id] = reference.id.includes('/')
      ? [reference.id.slice(0, reference.id.indexOf('/')), reference.id.slice(reference.id.indexOf('/') + 1)]
      : [name, reference.id];
    const known = questions.get(lesson);
    const found = known?.questions.find(({ question }) => question.id === id);
    if (!known?.ids.has(id)) problems.add('unknown-question', file.path, `questions/${lesson}.yaml has no "${id}"`, at);
    else if (lesson !== name)
      problems.add('unknown-question', file.path, `"${id}" belongs to the lesson ${lesson}`, at);
    else if (placed.has(id)) problems.add('question-placed-twice', file.path, `"${id}" was asked above`, at);
    else placed.set(id, reference);
    if (found && isPlaced(found.question) !== (reference.type === 'predict')) {
      const right = isPlaced(found.question) ? 'predict' : 'ask';
      problems.add('wrong-place-for-kind', file.path, `a ${found.question.kind} question is placed with ${right}`, at);
    }
  }
  if (!own) return;
  const inFile = own.questions.filter(({ question }) => placed.has(question.id));
  const order = [...placed.keys()].filter((id) => inFile.some(({ question }) => question.id === id));
  const wrong = order.findIndex((id, index) => inFile[index]!.question.id !== id);
  if (wrong >= 0) {
    const message = `"${order[wrong]}" is asked here, but "${inFile[wrong]!.question.id}" is next in questions/${name}.yaml`;
    problems.add('question-order', file.path, message, place(placed.get(order[wrong]!)!.offset));
  }
  for (const { question, path, file: yaml } of own.questions)
    if (!placed.has(question.id))
      problems.add(
        'question-not-placed',
        yaml.file,
        `${file.path} does not ask "${question.id}"`,
        yaml.at([...path, 'id']),
      );
}

function brokenLink(
  { address }: Link,
  { file }: Part,
  lesson: LessonText,
  { lessons, paths, safe }: Surroundings,
): ['dead-link' | 'path-traversal', string] | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  const [target = '', anchor] = address.split('#', 2);
  if (target === '') {
    if (anchor && lesson.anchors.has(anchor.toLowerCase())) return undefined;
    return ['dead-link', `this lesson has no heading "#${anchor ?? ''}"`];
  }
  // The site's own pages: a safe pack does not know where it will be mounted.
  if (target.startsWith('/')) return safe ? ['path-traversal', `"${target}" leads out of the pack`] : undefined;
  // Beside this lesson: ../other/, or the file itself.
  const beside = /^\.\.\/([a-z][a-z0-9-]*)\/?$/.exec(target)?.[1];
  if (beside !== undefined && lessons.has(beside)) return undefined;
  if (!safe && beside === undefined && target.endsWith('/')) return undefined;
  const path = resolvePath(file.path, target);
  if (path === undefined) return ['path-traversal', `"${target}" leads out of the pack`];
  return paths.has(path) ? undefined : ['dead-link', `"${target}" leads to nothing`];
}
