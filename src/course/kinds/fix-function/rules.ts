/**
 * What an edit must leave alone. These rules need no verdict: they compare the edit with the given program.
 *
 * They close the short cuts that a verdict would not see: another measurement, work left out, memory kept over calls in
 * a new package variable. They do not prove that the edit prints the same; nothing here runs.
 */
import { isPredeclared } from './normal.ts';
import type { FixTask } from './task.ts';
import { type Declaration, holdsTokens, type Program, sameTokens, tokensOf } from './tokens.ts';

export type Rule =
  | 'kept'
  | 'function-gone'
  | 'directive'
  | 'work'
  | 'import'
  | 'new-variable'
  | 'new-init'
  | 'shadowed'
  | 'goroutine'
  | 'sink';

export interface Broken {
  readonly rule: Rule;
  /** What it is about: a name, a piece of code, a path. */
  readonly what: string;
}

function named(program: Program, name: string): Declaration[] {
  return program.declarations.filter(({ kind, names }) => kind !== 'ImportDecl' && names.includes(name));
}

function isKept({ names }: Declaration, kept: readonly string[]): boolean {
  return names.some((name) => kept.includes(name));
}

function changed(task: FixTask, start: Program, edit: Program): Broken[] {
  return task.kept
    .filter((name) => {
      const [before, after] = [named(start, name), named(edit, name)];
      return before.length !== 1 || after.length !== 1 || !sameTokens(before[0]!.tokens, after[0]!.tokens);
    })
    .map((what): Broken => ({ rule: 'kept', what }));
}

function directives(start: Program, edit: Program): Broken[] {
  const lost = (decl: Declaration) =>
    named(edit, decl.names[0]!).some((now) => decl.directives.some((line) => !now.directives.includes(line)));
  const before = start.declarations.filter(lost).map(({ names }): Broken => ({ rule: 'directive', what: names[0]! }));
  const known = new Set(start.tokens.filter(({ text }) => text.startsWith('//')).map(({ text }) => text));
  const added = edit.tokens.filter(({ text }) => text.startsWith('//') && !known.has(text));
  return [...before, ...added.map(({ text }): Broken => ({ rule: 'directive', what: text }))];
}

function imports(task: FixTask, start: Program, edit: Program): Broken[] {
  const allowed = new Set([...start.imports.keys(), ...task.imports]);
  return [...edit.imports]
    .filter(([path, name]) => !allowed.has(path) || name !== (path.split('/').at(-1) ?? path))
    .map(([what]): Broken => ({ rule: 'import', what }));
}

function additions(start: Program, edit: Program): Broken[] {
  const known = new Set(start.declarations.flatMap(({ names }) => names));
  return edit.declarations.flatMap(({ kind, names }) =>
    names.flatMap((what): Broken[] => {
      if (kind === 'ImportDecl' || known.has(what)) return [];
      if (what === 'init') return [{ rule: 'new-init', what }];
      if (isPredeclared(what)) return [{ rule: 'shadowed', what }];
      return kind === 'VarDecl' ? [{ rule: 'new-variable', what }] : [];
    }),
  );
}

/** The tokens of an edit that are the learner's. */
function ownTokens(task: FixTask, program: Program) {
  return program.declarations.filter((decl) => !isKept(decl, task.kept)).flatMap(({ tokens }) => tokens);
}

/** Of a piece of a line; the scanner ends it as a line ends. */
function pieceTokens(piece: string) {
  const tokens = tokensOf(piece);
  return tokens.at(-1)?.text === ';' ? tokens.slice(0, -1) : tokens;
}

function work(task: FixTask, edit: Program): Broken[] {
  const own = ownTokens(task, edit);
  return task.work
    .filter((pieces) => !pieces.split(' | ').some((piece) => holdsTokens(own, pieceTokens(piece))))
    .map((what): Broken => ({ rule: 'work', what }));
}

/** `go` and a result thrown away stand in an edit only where the given program has as many. */
function counted(task: FixTask, start: Program, edit: Program): Broken[] {
  const count = (program: Program, ...pieces: string[]) => {
    const own = ownTokens(task, program);
    return own.filter((_, at) => pieces.every((piece, i) => own[at + i]?.text === piece)).length;
  };
  const more = (...pieces: string[]) => count(edit, ...pieces) > count(start, ...pieces);
  return [
    ...(more('go') ? [{ rule: 'goroutine', what: 'go' } as const] : []),
    ...(more('_', '=') ? [{ rule: 'sink', what: '_ =' } as const] : []),
  ];
}

export function brokenRules(task: FixTask, start: Program, edit: Program): Broken[] {
  const gone: Broken[] =
    named(edit, task.function).length === 1 ? [] : [{ rule: 'function-gone', what: task.function }];
  return [
    ...gone,
    ...changed(task, start, edit),
    ...directives(start, edit),
    ...imports(task, start, edit),
    ...additions(start, edit),
    ...counted(task, start, edit),
    ...work(task, edit),
  ];
}
