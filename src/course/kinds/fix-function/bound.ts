/**
 * How often one call can allocate, as far as the verdicts decide it: an upper bound, or the things that leave it open.
 *
 * Sound for what it claims and no more. A bound is given only when every construct that can allocate is one of the
 * engine's places, and each of them runs at most once in a call: heap memory of the function itself, outside of loops.
 * Whatever else could allocate (another package, append, maps, channels, deferred calls, memory whose size only the run
 * knows) is named as open. Mutated solutions are counted by Go: `npm run proof:fix`.
 */
import type { Analysis, LocationFact, SourceRange } from '../../../analyzer/analysis.ts';
import { makeConfig, placementOf } from '../../../runtime/index.ts';
import { type Span, toSpan } from '../../span.ts';
import type { FixTask } from './task.ts';
import type { Declaration, Program, Token } from './tokens.ts';

export interface HeapPlace {
  readonly name: string;
  readonly span: Span;
  /** In a loop: it runs more than once in a call. */
  readonly repeated: boolean;
}

/** `size`: by its length. `inline`: in code that the compiler may inline, after which the verdict may be another. */
export type OpenKind = 'append' | 'size' | 'package' | 'method' | 'map' | 'channel' | 'defer' | 'inline' | 'elsewhere';

export interface OpenThing {
  readonly kind: OpenKind;
  readonly what: string;
  readonly line: number;
}

export interface Bound {
  /** Places of code that is not inlined which the verdict still sends to the heap. */
  readonly heap: readonly HeapPlace[];
  readonly open: readonly OpenThing[];
  /** Allocations of one call, at most; undefined when something leaves it open. */
  readonly most: number | undefined;
  /** Bytes of the slots that those allocations take, at most; undefined with `most`, or where a size is not known. */
  readonly bytes: number | undefined;
}

/** Allocations whose memory depends on a length: small ones get a buffer in the frame, others the heap. */
const BY_LENGTH: ReadonlySet<string> = new Set([
  'OMAKESLICE',
  'OADDSTR',
  'OBYTES2STR',
  'ORUNES2STR',
  'OSTR2BYTES',
  'OSTR2RUNES',
  'ORUNESTR',
]);
const MAPS: ReadonlySet<string> = new Set(['OMAKEMAP', 'OMAPLIT']);

class Places {
  readonly #starts: readonly number[];
  readonly #program: Program;

  constructor(text: string, program: Program) {
    this.#program = program;
    let at = 0;
    this.#starts = text.split('\n').map((line) => {
      const start = at;
      at += utf8Length(line) + 1;
      return start;
    });
  }

  declarationAt({ line, col }: Pick<SourceRange, 'line' | 'col'>): Declaration | undefined {
    const offset = this.#starts[line - 1]! + col - 1;
    return this.#program.declarations.find(({ start, end }) => offset >= start && offset < end);
  }

  lineOf({ start }: Token): number {
    return this.#starts.filter((each) => each <= start).length;
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Names of functions and methods that the file declares. */
function ownFunctions({ declarations }: Program): ReadonlySet<string> {
  return new Set(
    declarations
      .filter(({ kind }) => kind === 'FuncDecl')
      .flatMap(({ names }) => names.map((name) => name.split('.').at(-1)!)),
  );
}

/** What the tokens of a declaration leave open. */
function openTokens(
  { kind, tokens }: Declaration,
  program: Program,
  places: Places,
  typesOfOthers: boolean,
): OpenThing[] {
  const packages = new Set(program.imports.values());
  const functions = ownFunctions(program);
  // A variable of the package is made once, before anything is measured; a function in it may run at any time.
  const runs = kind !== 'VarDecl' || tokens.some(({ text }) => text === 'func');
  const open: OpenThing[] = [];
  const say = (what: OpenKind, token: Token, text = token.text) =>
    open.push({ kind: what, what: text, line: places.lineOf(token) });
  for (const [i, token] of tokens.entries()) {
    const [before, after, member] = [tokens[i - 1]?.text, tokens[i + 1]?.text, tokens[i + 2]?.text];
    if (token.text === 'map') say('map', token);
    else if (token.text === 'defer') say('defer', token);
    else if (runs && token.text === 'make' && after === '(' && member !== '[' && member !== 'map')
      say('channel', token, `make(${member} …)`);
    else if (token.isName && before !== '.' && after === '.' && packages.has(token.text)) {
      const isType = kind === 'TypeDecl' || (before === '(' && tokens[i - 2]?.text === 'new');
      if (!isType) say('package', token, `${token.text}.${member}`);
    } else if (typesOfOthers && token.isName && before === '.' && after === '(') {
      if (!functions.has(token.text) && !packages.has(tokens[i - 2]!.text)) say('method', token, `${token.text}()`);
    }
  }
  return open;
}

/** Whether declarations hold types of other packages, whose methods then can be called. */
function holdsOthers(declarations: readonly Declaration[], program: Program): boolean {
  const packages = new Set(program.imports.values());
  return declarations.some(({ tokens }) =>
    tokens.some(({ text }, i) => packages.has(text) && tokens[i + 1]?.text === '.'),
  );
}

/**
 * The declarations that a call may run or use: all that are not kept, and of those that are kept what is named there, on
 * and on. What is left only measures and prints.
 */
function inPlay(task: FixTask, { declarations }: Program): Declaration[] {
  const kept = (decl: Declaration) => decl.names.some((name) => task.kept.includes(name));
  const found = new Set(declarations.filter((decl) => decl.kind !== 'ImportDecl' && !kept(decl)));
  const isNamed = ({ names }: Declaration) =>
    names.some((name) => [...found].some(({ tokens }) => tokens.some(({ text }) => text === name.split('.').at(-1))));
  for (;;) {
    const more = declarations.filter(
      (decl) => decl.kind !== 'ImportDecl' && !found.has(decl) && !decl.names.includes('main') && isNamed(decl),
    );
    if (more.length === 0) return [...found];
    for (const decl of more) found.add(decl);
  }
}

interface Found {
  readonly fact: LocationFact;
  readonly place: HeapPlace;
  /** By the verdict; else its length decides. */
  readonly isHeap: boolean;
}

class Finder {
  readonly #task: FixTask;
  readonly #analysis: Analysis;
  readonly #places: Places;
  readonly #lines: readonly string[];
  readonly #inPlay: readonly Declaration[];

  constructor(task: FixTask, text: string, analysis: Analysis, places: Places, used: readonly Declaration[]) {
    this.#inPlay = used;
    this.#task = task;
    this.#analysis = analysis;
    this.#places = places;
    this.#lines = text.split('\n');
  }

  /** What one location means for the count: a place of the function, something open, or nothing. */
  judge(fact: LocationFact): Found | OpenThing | undefined {
    const { op, name, range, verdict, size } = fact;
    if (range === null || !STORED.has(fact.kind) || verdict === 'none') return undefined;
    const owner = this.#analysis.functions[fact.function];
    const decl = this.#places.declarationAt(range);
    const isOuter = owner !== undefined && owner.parent < 0;
    // Package initialisation runs once, before anything is measured; so does what the measuring code sets up itself.
    if (isOuter && (owner.name === 'init' || (decl && !this.#inPlay.includes(decl)))) return undefined;
    const isHeap = verdict === 'heap';
    const open = (kind: OpenKind): OpenThing => ({ kind, what: name, line: range.line });
    if (op === 'OAPPEND') return open('append');
    if (MAPS.has(op)) return open('map');
    if (!isHeap && !(size < 0 && BY_LENGTH.has(op))) return undefined;
    if (decl?.kind !== 'FuncDecl' || !isOuter) return open('elsewhere');
    if (!decl.directives.includes('go:noinline')) return open('inline');
    const isTheOne = decl.names[0] === this.#task.function;
    const place = { name, span: toSpan(this.#lines, range), repeated: !isTheOne || fact.loopDepth > 1 };
    if (isTheOne || this.#task.budget.allocations === 0) return { fact, place, isHeap };
    return open('elsewhere');
  }
}

const STORED: ReadonlySet<LocationFact['kind']> = new Set(['variable', 'parameter', 'allocation']);

export function boundOf(task: FixTask, text: string, program: Program, analysis: Analysis): Bound {
  const places = new Places(text, program);
  const used = inPlay(task, program);
  const finder = new Finder(task, text, analysis, places, used);
  const judged = analysis.locations.map((fact) => finder.judge(fact)).filter((each) => each !== undefined);
  const found = judged.filter((each) => 'place' in each);
  const heap = found.filter(({ isHeap }) => isHeap);
  const byLength = found.filter(({ isHeap }) => !isHeap);
  // Memory by length allocates once at most: within the budget it counts as if it did, beyond it the run decides.
  const fits = byLength.every(({ place }) => !place.repeated) && found.length <= task.budget.allocations;
  const undecided = fits
    ? []
    : byLength.map(({ place }): OpenThing => ({ kind: 'size', what: place.name, line: place.span.line }));
  const others = holdsOthers(used, program);
  const open = [
    ...judged.flatMap((each) => ('place' in each ? [] : [each])),
    ...undecided,
    ...used.flatMap((decl) => openTokens(decl, program, places, others)),
    ...recursion(task, used, places),
  ].sort((a, b) => a.line - b.line);
  const isOpen = open.length > 0 || heap.some(({ place }) => place.repeated);
  return {
    heap: heap.map(({ place }) => place),
    open,
    most: isOpen ? undefined : found.length,
    bytes: isOpen ? undefined : slotBytes(found, task),
  };
}

/** A function that calls itself runs its places more than once. */
function recursion(task: FixTask, own: readonly Declaration[], places: Places): OpenThing[] {
  if (task.budget.allocations === 0) return [];
  const name = task.function.split('.').at(-1)!;
  return own.flatMap(({ names, tokens }) => {
    const declared = names.includes(task.function) ? 1 : 0;
    return tokens
      .filter(({ text }) => text === name)
      .slice(declared)
      .map((token): OpenThing => ({ kind: 'elsewhere', what: name, line: places.lineOf(token) }));
  });
}

function slotBytes(found: readonly Found[], task: FixTask): number | undefined {
  if (found.some(({ fact }) => fact.size < 0)) return undefined;
  const config = makeConfig(task.go);
  const slots = found.map(({ fact }) => placementOf(config, fact.size, fact.hasPointers).slotBytes);
  return slots.reduce((sum, bytes) => sum + bytes, 0);
}
