/**
 * A compiler's own output laid over the sources: the same picture and sentences as the engine's, from the compiler's
 * paths. What has no place in the given files is listed as such.
 */
import type { LocationKind, Rule } from '../../analyzer/analysis.ts';
import {
  flowText,
  type Picture,
  type PictureArrow,
  type PictureNode,
  type SaysLine,
  type Walk,
} from '../flow/picture.ts';
import { type Span, toSpan } from '../span.ts';
import type { Subject, Words } from '../words/words.ts';
import { type BuildFlow, type BuildLine, type BuildPath, type Position, parseBuildOutput } from './parse.ts';

export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

export interface Unplaced {
  readonly row: number;
  readonly text: string;
  /** file: no such file among the sources. line: the file has no such line. form: no position at all. */
  readonly reason: 'file' | 'line' | 'form';
}

export interface BuildReport {
  readonly picture: Picture;
  readonly says: readonly SaysLine[];
  readonly unplaced: readonly Unplaced[];
}

export function buildReport(files: readonly GivenFile[], output: string, words: Words): BuildReport {
  const { lines, paths } = parseBuildOutput(output);
  const sources = new Sources(files);
  const drawing = new Drawing(sources, words);
  const placedPaths = paths.filter(({ at }) => sources.reason(at) === null);
  const pathOfRow = new Map<number, number>();
  for (const path of placedPaths) pathOfRow.set(path.row, drawing.add(path));

  const says: SaysLine[] = [];
  const unplaced: Unplaced[] = [];
  let walk = -1;
  for (const line of lines) {
    const reason = line.at === null ? 'form' : sources.reason(line.at);
    if (reason !== null || line.at === null) {
      unplaced.push({ row: line.row, text: rawText(line), reason: reason ?? 'form' });
      walk = -1;
      continue;
    }
    const continues = line.code === 'flow' || line.code === 'from' || line.code === 'truncated';
    if (!continues) walk = pathOfRow.get(line.row) ?? drawing.walkAt(line.at, line.message);
    says.push(drawing.says(line, line.at, walk));
  }
  return { picture: drawing.picture(says), says, unplaced };
}

function rawText({ at, message }: BuildLine): string {
  return at === null ? message : `${at.file}:${at.line}:${at.col === 0 ? '' : `${at.col}:`} ${message}`;
}

/** The given files, found by the end of the path that the compiler prints. */
class Sources {
  readonly #files: readonly GivenFile[];
  readonly #lines: ReadonlyMap<string, readonly string[]>;

  constructor(files: readonly GivenFile[]) {
    this.#files = files;
    this.#lines = new Map(files.map(({ name, text }) => [name, text.split('\n')]));
  }

  /** The given file that a printed path means: its name is the path's end, the longest fit wins. */
  file(printed: string): string | null {
    const path = printed.replaceAll('\\', '/').replace(/^\.\//, '');
    const fits = this.#files.filter(
      ({ name }) => path === name || path.endsWith(`/${name}`) || name.endsWith(`/${path}`),
    );
    return fits.sort((a, b) => b.name.length - a.name.length)[0]?.name ?? null;
  }

  reason(at: Position): Unplaced['reason'] | null {
    const file = this.file(at.file);
    if (file === null) return 'file';
    return at.line <= this.#lines.get(file)!.length ? null : 'line';
  }

  /** The declared function that a position lies in, for versions that do not print it. */
  functionAt(at: Position): string {
    const lines = this.#lines.get(this.file(at.file) ?? '') ?? [];
    for (let line = at.line; line > 0; line--) {
      const name = FUNCTION.exec(lines[line - 1] ?? '')?.[1];
      if (name !== undefined) return name;
    }
    return '';
  }

  /** The word at a position; the whole line where no column is printed. */
  span(at: Position | null): { file: string; span: Span } | null {
    if (at === null || this.reason(at) !== null) return null;
    const file = this.file(at.file)!;
    const lines = this.#lines.get(file)!;
    const text = lines[at.line - 1]!;
    const col = toSpan(lines, { file, line: at.line, col: Math.max(at.col, 1), endLine: at.line, endCol: 1 }).col;
    const start = at.col === 0 ? text.length - text.trimStart().length + 1 : col;
    const rest = text.slice(start - 1);
    const length = at.col === 0 ? rest.length : (/^[\p{L}\p{N}_]+|^./u.exec(rest)?.[0].length ?? 0);
    return { file, span: { line: at.line, col: start, endLine: at.line, endCol: start + length } };
  }
}

const FUNCTION = /^func\s+(?:\([^)]*\)\s*)?([\p{L}_][\p{L}\p{N}_]*)/u;
const STORAGE = /^\{storage for (.*)\}$/;

interface Draft {
  readonly start: number;
  readonly owner: string;
  readonly arrows: readonly PictureArrow[];
}

/** Collects nodes, arrows and walks; names are told apart by the function that a verdict is about. */
class Drawing {
  readonly #sources: Sources;
  readonly #words: Words;
  readonly #nodes: { -readonly [K in keyof PictureNode]: PictureNode[K] }[] = [];
  readonly #arrows: PictureArrow[] = [];
  readonly #drafts: Draft[] = [];
  readonly #ids = new Map<string, number>();

  constructor(sources: Sources, words: Words) {
    this.#sources = sources;
    this.#words = words;
  }

  /** The path's walk; a parameter that leaks to a result stays where it is, and has no walk of its own. */
  add(given: BuildPath): number {
    const path = given.function === '' ? { ...given, function: this.#sources.functionAt(given.at) } : given;
    const start = this.#start(path);
    const arrows = path.flows.map((flow, index) => this.#arrow(path, flow, index === 0 ? start : null));
    if (path.kind === 'leaks') return this.walkAt(path.at, path.subject);
    return this.#walk(path, start, arrows);
  }

  walkAt(at: Position, message: string): number {
    const place = this.#sources.span(at);
    return this.#drafts.findIndex(({ start }) => {
      const { file, span, name } = this.#nodes[start]!;
      if (file !== place?.file || span?.line !== place.span.line || span.col !== place.span.col) return false;
      return message.includes(name);
    });
  }

  says({ message, code }: BuildLine, at: Position, walk: number): SaysLine {
    const inner = code === 'from' ? /\) at (.*?):(\d+):(\d+)$/.exec(message) : null;
    const shown = inner ? { file: inner[1]!, line: Number(inner[2]), col: Number(inner[3]) } : at;
    const place = this.#sources.span(shown) ?? this.#sources.span(at)!;
    return { file: place.file, line: at.line, col: at.col, message, code, walk, span: place.span };
  }

  picture(says: readonly SaysLine[]): Picture {
    const walks = this.#drafts.map((draft, index) => ({
      ...this.#finished(draft),
      says: says
        .filter((line) => line.walk === index && !['flow', 'from', 'truncated', 'escapes-header'].includes(line.code))
        .map(({ file, line, col, message }) => `${file}:${line}:${col}: ${message}`),
    }));
    return { nodes: this.#nodes, arrows: this.#arrows, walks };
  }

  #node(key: string, kind: LocationKind, name: string, owner: string, at: Position | null): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#nodes.length;
    const place = this.#sources.span(at);
    const verdict = kind === 'temporary' || kind === 'heap' ? 'none' : 'stack';
    this.#nodes.push({ id, kind, name, owner, verdict, file: place?.file ?? '', span: place?.span ?? null });
    this.#ids.set(key, id);
    return id;
  }

  /** The verdict's own place. A first flow that takes storage of the subject starts at an allocation. */
  #start({ at, subject, function: owner, kind, flows }: BuildPath): number {
    const first = flows[0]?.from ?? subject;
    const storage = STORAGE.test(first) || first === '{temp}';
    const of: LocationKind = kind === 'leaks' ? 'parameter' : storage ? 'allocation' : 'variable';
    const place = this.#sources.span(at);
    const named = this.#key(owner, storage ? `{storage for ${subject}}` : subject);
    const holder = this.#nodes[this.#ids.get(named) ?? -1];
    const other = holder?.span && place && (holder.span.line !== place.span.line || holder.span.col !== place.span.col);
    // Two variables of one name in one function: the second is known by its place.
    const key = other ? `${named}\n${place.span.line}:${place.span.col}` : named;
    const id = this.#node(key, of, subject, owner, at);
    const node = this.#nodes[id]!;
    // Seen earlier only as a stop on another path, without its declaration.
    node.span = place?.span ?? node.span;
    node.file = place?.file ?? node.file;
    if (kind === 'escapes') {
      node.verdict = 'heap';
      if (node.kind !== 'parameter') node.kind = of;
    } else if (node.kind === 'variable') {
      node.kind = 'parameter';
    }
    return id;
  }

  #key(owner: string, name: string): string {
    return `${owner}\n${name}`;
  }

  #stop(name: string, owner: string, isResult: boolean, at: Position | null): number {
    if (name === '{heap}') return this.#node('{heap}', 'heap', '{heap}', '', null);
    const storage = STORAGE.exec(name);
    const kind: LocationKind = isResult || /^~r\d/.test(name) ? 'result' : storage ? 'allocation' : 'variable';
    if (name === '{temp}') return this.#node(this.#key(owner, name), 'temporary', name, owner, at);
    return this.#node(this.#key(owner, name), kind, storage?.[1] ?? name, owner, storage ? at : null);
  }

  #arrow({ function: owner }: BuildPath, flow: BuildFlow, start: number | null): PictureArrow {
    const last = flow.notes.at(-1);
    const returns = flow.notes.some(({ why }) => why === 'return');
    const from = start ?? this.#stop(flow.from, owner, false, flow.notes[0]?.at ?? null);
    const to = this.#stop(flow.to, owner, returns && flow.to !== '{heap}', flow.notes.at(0)?.at ?? null);
    const known = this.#arrows.find((a) => a.from === from && a.to === to && a.derefs === flow.derefs);
    if (known) return known;
    const place = this.#sources.span(last?.at ?? null);
    const arrow = {
      id: this.#arrows.length,
      from,
      to,
      derefs: flow.derefs,
      why: flow.notes.map(({ why }) => why).join(', '),
      file: place?.file ?? '',
      span: place?.span ?? null,
    };
    this.#arrows.push(arrow);
    return arrow;
  }

  #subject(id: number): Subject {
    const { kind, name, owner } = this.#nodes[id]!;
    return { kind, name, owner };
  }

  #walk(path: BuildPath, start: number, arrows: readonly PictureArrow[]): number {
    const known = this.#drafts.findIndex((walk) => walk.start === start);
    if (known >= 0) return known;
    this.#drafts.push({ start, owner: path.function, arrows });
    return this.#drafts.length - 1;
  }

  /** The sentences come last: where a path ends is said with what other paths tell about that place. */
  #finished({ start, owner, arrows }: Draft): Walk {
    const words = this.#words;
    const self = this.#subject(start);
    const { file, span } = this.#nodes[start]!;
    const birth = { text: words.born(self), flow: self.name, file, span, arrow: -1 };
    const steps = arrows.map((arrow, index) => {
      const [from, to] = [this.#subject(arrow.from), this.#subject(arrow.to)];
      const last = index === arrows.length - 1;
      const why = arrow.why.split(', ').at(-1) ?? '';
      const moved = words.moved({ from, to, derefs: arrow.derefs, first: index === 0, why });
      const decided = last ? words.decided(this.#ruleOf(arrow.to), self, to) : '';
      const forced = arrows.length === 1 ? forcedBy(arrow.why) : null;
      const text = forced === null ? `${moved} ${decided}`.trim() : words.forced(forced, self, why);
      const flow = flowText(to.name, from.name, from.kind === 'allocation' ? 0 : arrow.derefs);
      return { text, flow, file: arrow.file, span: arrow.span, arrow: arrow.id };
    });
    return { node: start, name: self.name, owner, verdict: 'heap', file, span, steps: [birth, ...steps], says: [] };
  }

  /** A path ends at the heap, at a result, at a place that is on the heap itself, or at one that is older. */
  #ruleOf(end: number): Rule {
    const { kind, verdict } = this.#nodes[end]!;
    if (kind === 'result') return 'outlives-result';
    return kind === 'heap' || verdict === 'heap' ? 'outlives-heap' : 'outlives-loop';
  }
}

/** The reasons that are about the value itself, as the compiler puts them into the path. */
function forcedBy(why: string): Rule | null {
  if (why.includes('too large for stack')) return 'too-large';
  if (why.includes('non-constant size')) return 'non-constant-size';
  if (why.includes('too aligned')) return 'too-aligned';
  return why.includes('zero-sized') ? 'zero-sized' : null;
}
